"""Questions about what is registered already."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from nämnd.inkorg.values import Double
from nämnd.ärende.handling_queries import by_content


def doubles(session: Session, sha256s: Sequence[str]) -> Mapping[str, Double]:
    """Return the handling that has each content, of those that are registered already."""
    return by_content(session, sha256s)
