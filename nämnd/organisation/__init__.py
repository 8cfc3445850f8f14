"""The nämnd, its huvudmän, and who is what in it."""
