"""What is put up on the boards: shown where a set of §§ is, and where a delegationsprotokoll is."""
