"""Ledamöter and ersättare out of a list from elsewhere: read, compare with what is there, save."""
