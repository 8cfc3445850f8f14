"""What comes from something hidden or secret is not told outside the nämnd (OSL 5:2)."""

import json
from datetime import date
from typing import Any

import pytest

from nämnd.bevakning.commands import AddBevakning
from nämnd.bevakning.queries import bevakning, bevakningar
from nämnd.bevakning.reminding import by_responsible
from nämnd.bevakning.secrecy import outward
from nämnd.bevakning.values import BevakningDraft, Förfaller, Källa, PåDatum, Relativt, Villkor
from nämnd.bevakning.writing import kept
from nämnd.bilaga.files import FileStore
from nämnd.delprojekt.commands import AddDelprojekt
from nämnd.delprojekt.values import DelprojektDraft
from nämnd.documents.calendar_file import calendar_bytes
from nämnd.documents.reminder_mail import reminder_mail
from nämnd.store import Store
from nämnd.ärende.values import Sekretess
from nämnd.årsplan.calendar_events import of_bevakningar
from nämnd.årsplan.queries import year
from nämnd.årsplan.wording import outward as posts_outward
from tests.conftest import NOW
from tests.nämnd.beredning.making import MARCH, TODAY, Beredning

RULE = PåDatum(date(2026, 9, 30))
SECRET = Sekretess("OSL 25:1", None)
WORD = "Kvarnström"


@pytest.fixture
def file(store: Store, files: FileStore) -> Beredning:
    return Beredning(store, files)


def watch(file: Beredning, källa: Källa, förfaller: Förfaller = RULE, ord_: str = WORD) -> str:
    draft = BevakningDraft(
        f"Svara {ord_}", förfaller, källa, ansvarig="Eva Ek", mottagare=ord_, anteckning=ord_,
        citat=ord_, påminnelser=(300,),
    )  # fmt: skip
    new = AddBevakning(nämnd_id=file.nämnd, draft=draft, today=TODAY)
    file.store.do(new)
    return new.bevakning_id


def källor(file: Beredning, **facts: Any) -> dict[str, Källa]:
    ärende = file.ärende(f"Stöd till {WORD}", "NRN 2026/0007", **facts)
    new = AddDelprojekt(
        nämnd_id=file.nämnd, draft=DelprojektDraft(8, f"Om {WORD}", ärende_id=ärende)
    )
    file.store.do(new)
    file.skrivelse(ärende)
    return {
        "ärende": Källa(ärende_id=ärende),
        "handling": Källa(handling_id=file.handling(ärende, f"Brev från {WORD}")),
        "delprojekt": Källa(delprojekt_id=new.delprojekt_id),
        "paragraf": Källa(
            paragraf_id=file.klubba(file.put(file.sammanträde(MARCH), ärende)), attsats=WORD
        ),
    }


def everything_out(file: Beredning) -> str:
    """Return all that goes out about what is watched, put together."""
    rows = file.store.ask(lambda s: bevakningar(s, file.nämnd, TODAY))
    events = file.store.ask(lambda s: of_bevakningar(s, file.nämnd, TODAY))
    posts = posts_outward(file.store.ask(lambda s: year(s, file.nämnd, 2026, TODAY)))
    ics = calendar_bytes(events, now=NOW).decode().replace("\r\n ", "")
    mails = [
        reminder_mail(one, "Nämnden", "", today=TODAY, now=NOW).decode()
        for one in by_responsible(rows)
    ]
    told = [json.dumps(kept(outward(one).draft.förfaller), ensure_ascii=False) for one in rows]
    return "\n".join([ics, *mails, *told, *(one.text for one in posts)])


@pytest.mark.parametrize("källa", ["ärende", "handling", "delprojekt", "paragraf"])
@pytest.mark.parametrize("facts", [{"dölj_rubrik": True}, {"sekretess": SECRET}])
def test_nothing_of_a_hidden_ärende_goes_out(
    file: Beredning, källa: str, facts: dict[str, Any]
) -> None:
    key = watch(file, källor(file, **facts)[källa])
    assert WORD in file.store.ask(lambda s: bevakning(s, key, TODAY)).draft.rubrik
    out = everything_out(file)
    assert WORD not in out
    assert "Bevakning i ärende NRN 2026/0007" in out
    assert "CLASS:PRIVATE" in out


def test_what_is_open_goes_out_as_it_is(file: Beredning) -> None:
    watch(file, källor(file)["ärende"])
    out = everything_out(file)
    assert f"Svara {WORD}" in out
    assert "CLASS:PRIVATE" not in out


def test_nothing_of_a_secret_handling_goes_out(file: Beredning) -> None:
    ärende = file.ärende("Patientnämndens rapport", "NRN 2026/0008")
    watch(file, Källa(handling_id=file.handling(ärende, f"Brev från {WORD}", sekretess=SECRET)))
    assert WORD not in everything_out(file)


def test_what_is_counted_from_a_hidden_one_does_not_name_it(file: Beredning) -> None:
    first = watch(file, källor(file, dölj_rubrik=True)["ärende"])
    key = watch(file, Källa(), Relativt(first, 7), ord_="öppet")
    assert WORD in file.store.ask(lambda s: bevakning(s, key, TODAY)).regel
    out = everything_out(file)
    assert WORD not in out
    assert "Svara öppet" in out


def test_the_condition_of_a_hidden_one_is_not_told(file: Beredning) -> None:
    watch(file, källor(file, dölj_rubrik=True)["ärende"], Villkor(f"när {WORD} har svarat"))
    assert WORD not in everything_out(file)


def test_on_a_dagordning_a_secret_one_is_only_its_ärende(file: Beredning) -> None:
    ärende = file.ärende("Patientnämndens rapport", "NRN 2026/0008")
    secret = file.handling(ärende, f"Brev från {WORD}", sekretess=SECRET)
    meeting = file.sammanträde(MARCH)
    key = watch(file, Källa(handling_id=secret))
    punkt = file.put(meeting, bevakning_id=key)
    assert file.punkt(meeting, punkt).rubrik == "Ärende NRN 2026/0008"
