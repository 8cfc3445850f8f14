"""Finds everything: an index of its own beside the database, made from its log."""
