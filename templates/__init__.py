"""Word templates, read with importlib.resources."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def template(name: str) -> Traversable:
    """Return the template `name` inside this package, such as «kallelse.docx»."""
    return files(__name__).joinpath(name)
