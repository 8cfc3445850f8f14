"""The year on paper: the wheel, the timeline, and all of it in words. PDF/UA-1 and PDF/A-2a."""

from collections.abc import Sequence
from datetime import date, datetime

from nämnd.documents.content import Document, Letterhead
from nämnd.årsplan.values import Årspost
from nämnd.årsplan.wording import outward

PAPERS = ("A4", "A3")


def årshjul_pdf(
    poster: Sequence[Årspost],
    år: int,
    *,
    namn: str,
    today: date,
    created: datetime,
    paper: str = "A4",
) -> bytes:
    """Return the year as a PDF, lying. The same arguments give the same bytes every time.

    Args:
        poster: what happens; those of other years are left out. What may not be told is not.
        år: the year.
        namn: the nämnd's.
        today: marked in the drawings when it is in the year.
        created: for the metadata.
        paper: «A4» or «A3»; on A3 all is drawn larger.
    """
    from nämnd.documents.pdf.finish import finish
    from nämnd.documents.årshjul.pages import YearPaper

    drawn = YearPaper(outward(poster), år, namn, today, paper)
    data = drawn.draw()
    document = Document(
        title=f"Årshjul {år}, {namn}",
        head=Letterhead(namn, "Årshjul", str(år)),
        blocks=(),
        author=namn,
        subject="Årshjul",
    )
    return finish(data, drawn.sheet, document, created, "2a")
