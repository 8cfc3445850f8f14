"""Deadlines that are found in the words of a document."""
