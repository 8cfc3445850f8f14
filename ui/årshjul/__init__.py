"""The drawn year: as a wheel and as a line."""
