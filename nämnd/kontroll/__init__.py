"""Checks a file or the log without trusting it: `namnd kontrollera`."""
