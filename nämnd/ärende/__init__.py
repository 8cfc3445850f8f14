"""The case a punkt belongs to."""
