"""What is approved and justerat stands: the store sees to it at every change."""
