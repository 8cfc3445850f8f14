"""Delprojekt of a program, and their reports to the nämnd."""
