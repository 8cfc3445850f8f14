"""What is shown before there is anything to show."""
