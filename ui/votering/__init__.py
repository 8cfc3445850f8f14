"""Yrkanden, propositioner, voteringar and what people want noted: the editors of a decision."""
