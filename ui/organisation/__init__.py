"""The nämnd's settings and its people."""
