"""Decisions that somebody made for the nämnd, and the protokoll of those it is not told of."""
