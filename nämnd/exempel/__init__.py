"""An example to try the program on: an invented nämnd with invented people and a coming meeting."""

from nämnd.exempel.make import make_example

__all__ = ["make_example"]
