"""The logo of a letterhead: an untrusted picture made into plain pixels."""

import io
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nämnd.documents.errors import LogoTooLargeError, LogoUnreadableError

if TYPE_CHECKING:  # PIL is imported when a logo is read
    from PIL import Image

_MAX_PIXELS = 25_000_000  # a scan of 5 000 by 5 000 passes; a picture bomb does not
_MAX_PRINTED = (1000, 400)  # pixels; more than 300 per inch at the largest size it is drawn
_KINDS = ("PNG", "JPEG")


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture on white, row by row, three bytes a pixel."""

    width: int
    height: int
    rgb: bytes


def check_logo(data: bytes) -> None:
    """Refuse a picture that can't become a logo, before it is saved in the settings.

    Raises:
        LogoUnreadableError: it is no PNG or JPEG, or it is damaged.
        LogoTooLargeError: it has too many pixels.
    """
    read_logo(data)


def usable_logo(data: bytes | None) -> Logo | None:
    """Return the picture, or None where it can't be drawn: a kallelse goes out without it."""
    try:
        return read_logo(data) if data else None
    except (LogoUnreadableError, LogoTooLargeError):
        return None


def read_logo(data: bytes) -> Logo:
    """Return the picture in `data`, flattened on white and no larger than print needs.

    Raises:
        LogoUnreadableError: it is no PNG or JPEG, or it is damaged.
        LogoTooLargeError: it has too many pixels.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # counted below
            with Image.open(io.BytesIO(data), formats=_KINDS) as picture:
                return _small(picture)
    except Image.DecompressionBombError as error:
        raise LogoTooLargeError(0, 0) from error
    except (OSError, SyntaxError, ValueError, EOFError, MemoryError) as error:
        raise LogoUnreadableError from error


def png_of(logo: Logo) -> bytes:
    """Return `logo` as a PNG, for Word."""
    from PIL import Image

    file = io.BytesIO()
    Image.frombytes("RGB", (logo.width, logo.height), logo.rgb).save(file, "PNG")
    return file.getvalue()


def _small(picture: "Image.Image") -> Logo:
    if picture.width * picture.height > _MAX_PIXELS:
        raise LogoTooLargeError(picture.width, picture.height)
    picture.thumbnail(_MAX_PRINTED)
    flat = _on_white(picture)
    return Logo(flat.width, flat.height, flat.tobytes())


def _on_white(picture: "Image.Image") -> "Image.Image":
    from PIL import Image

    if not picture.has_transparency_data:
        return picture.convert("RGB")
    layer = picture.convert("RGBA")
    ground = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(ground, layer).convert("RGB")
