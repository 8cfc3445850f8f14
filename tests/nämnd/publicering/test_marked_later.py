"""A handling that is put under sekretess after its bilaga was reviewed is not published."""

from datetime import date

import pytest

from nämnd.publicering.commands import SavePublicering
from nämnd.publicering.errors import SekretessPublishedError
from nämnd.publicering.queries import granskningar
from nämnd.publicering.values import Sekretess as Mark
from nämnd.ärende.handling_commands import ChangeHandling
from nämnd.ärende.values import HandlingDraft, Sekretess
from tests.nämnd.beredning.making import Beredning

OSL, FEBRUARY = "25 kap. 1 § OSL", date(2026, 2, 20)
SEEN = "a" * 64  # the checksum of what was reviewed


class Marked:
    """A bilaga that was reviewed, and whose handling was marked afterwards."""

    def __init__(self, beredning: Beredning) -> None:
        self.store = beredning.store
        ärende = beredning.ärende()
        handling = beredning.handling(ärende)
        self.möte = beredning.sammanträde()
        punkt = beredning.put(self.möte, ärende, handling_ids=(handling,))
        self.bilaga = beredning.punkt(self.möte, punkt).bilagor[0].id
        self.review("ja")
        draft = HandlingDraft(FEBRUARY, "Rapport", sekretess=Sekretess(OSL, FEBRUARY))
        self.store.do(ChangeHandling(handling_id=handling, draft=draft))

    def review(self, val) -> None:
        self.store.do(
            SavePublicering(
                vad="bilaga",
                key=self.bilaga,
                val=val,
                maskeringar=("Kalle",) if val == "maskerad" else (),
                granskat=SEEN,
            )
        )

    @property
    def granskning(self):
        return self.store.ask(lambda session: granskningar(session, self.möte))[self.bilaga]


@pytest.fixture
def marked(store, files) -> Marked:
    return Marked(Beredning(store, files))


def test_a_review_from_before_does_not_stand(marked):
    assert marked.granskning.sekretess == Mark(OSL, FEBRUARY)
    assert marked.granskning.stands(SEEN) is None


def test_it_is_not_published_as_it_is(marked):
    with pytest.raises(SekretessPublishedError):
        marked.review("ja")


def test_it_is_published_masked(marked):
    marked.review("maskerad")
    assert marked.granskning.stands(SEEN) == "maskerad"
