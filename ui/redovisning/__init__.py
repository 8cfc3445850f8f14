"""Redovisningar: questions, answers, and the whole of them."""
