"""The page where the secretary follows the justering of each set of §§."""
