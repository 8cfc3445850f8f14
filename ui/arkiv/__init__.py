"""Making and checking the archive folder."""
