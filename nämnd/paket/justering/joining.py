"""Several signed files as one to look at. Imports pikepdf: import it late."""

import io
from collections.abc import Sequence

from pikepdf import Pdf


def in_a_row(files: Sequence[bytes]) -> bytes:
    """Return the pages of all files in one. A single file comes back as it is."""
    if len(files) == 1:
        return files[0]
    whole, out = Pdf.new(), io.BytesIO()
    for data in files:
        with Pdf.open(io.BytesIO(data)) as one:
            whole.pages.extend(one.pages)
    whole.save(out)
    return out.getvalue()
