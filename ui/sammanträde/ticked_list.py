"""A list of lines with a box each, which other rooms use too."""

from ui.toolkit.ticked_list import TickedList

__all__ = ["TickedList"]
