"""Redovisningar: a sender's questions, spread, answered and put together."""
