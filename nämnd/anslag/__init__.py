"""What stands on the boards: when it must go up, when it may come down, when appeals must be in."""
