"""What is watched, from when it is noted until somebody says how it ended."""
