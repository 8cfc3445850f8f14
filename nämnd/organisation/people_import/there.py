"""What a list of people is compared with: who is what in the nämnd, and who is known at all."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from nämnd.organisation.queries import Someone, UppdragRow, everybody, huvudmän, uppdrag_rows
from nämnd.organisation.rules import HuvudmanDraft


@dataclass(frozen=True, slots=True)
class There:
    """What is in the database now."""

    nämnd_id: str
    huvudmän: tuple[HuvudmanDraft, ...]
    rows: tuple[UppdragRow, ...]
    known: tuple[Someone, ...]

    def huvudman(self, huvudman_id: str | None) -> str:
        """Return the name of a huvudman; «» for none."""
        return next((one.namn for one in self.huvudmän if one.id == huvudman_id), "")


def there(session: Session, nämnd_id: str) -> There:
    """Return what a list for the nämnd is compared with."""
    return There(
        nämnd_id, huvudmän(session, nämnd_id), uppdrag_rows(session, nämnd_id), everybody(session)
    )
