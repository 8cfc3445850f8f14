"""Attached files: kept by content, named safely."""
