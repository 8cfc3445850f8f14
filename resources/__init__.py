"""Fonts, colour profile, icons and style sheets, read with importlib.resources.

`resource("fonts", "SourceSans3-Regular.ttf")` works from a checkout and from a wheel alike.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable


def resource(*names: str) -> Traversable:
    """Return the file at `names` inside this package."""
    return files(__name__).joinpath(*names)
