"""What every layer shares: errors, changes, progress, text, time."""
