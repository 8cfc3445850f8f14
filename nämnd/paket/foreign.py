"""What can be wrong when a foreign PDF is taken apart. Imports pikepdf: import it late."""

from pikepdf import Pdf, PdfError, PikepdfError
from pikepdf.settings import set_qpdf_limits

# A damaged or hostile file can hold anything anywhere: a number where a page should be, a table
# that ends nowhere. Whatever the library says about it means the same here.
FOREIGN = (
    PdfError,
    PikepdfError,
    TypeError,
    ValueError,
    AttributeError,
    LookupError,
    ArithmeticError,
    RuntimeError,
    NotImplementedError,
    MemoryError,
)
_MEMORY = 256 << 20  # bytes that one stream may unfold to
_HARMLESS = "Resources is missing or invalid"  # an empty page; nothing is lost


def set_limits() -> None:
    """Make the library refuse streams that unfold to more than a document needs."""
    set_qpdf_limits(
        flate_max_memory=_MEMORY,
        run_length_max_memory=_MEMORY,
        png_max_memory=_MEMORY,
        tiff_max_memory=_MEMORY,
        dct_max_memory=_MEMORY,
    )


def was_damaged(pdf: Pdf) -> bool:
    """Tell whether the library had to mend `pdf` since this was last asked."""
    return any(_HARMLESS not in str(warning) for warning in pdf.get_warnings())
