"""What is approved and justerat stands: seen by the store at every change, whatever command made it."""
