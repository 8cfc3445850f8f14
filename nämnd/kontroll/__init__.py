"""Checks a file or the log without trusting it: «Kontrollera underskrifter», `namnd kontrollera`."""
