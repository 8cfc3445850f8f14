"""Real packages, as the secretary's program makes them, for the chair's window to open."""

from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from nämnd.core import paragrafer
from nämnd.documents.parts import Sender
from nämnd.documents.pdf import pdf_bytes
from nämnd.documents.pdf.appearance import appearance, field_sizes, signed_lines
from nämnd.documents.protokoll import build_protokoll
from nämnd.justeringsfil.codes import key_of
from nämnd.justeringsfil.packing import pack
from nämnd.justeringsfil.values import Asked, Given, Manifest
from nämnd.logg.values import LogHead
from nämnd.protokoll import frozen
from nämnd.protokoll.values import Protokoll
from nämnd.sammanträde.dagordning import PersonRef
from nämnd.underskrift.certificates import make_p12, open_p12
from nämnd.underskrift.signing import sign
from nämnd.underskrift.values import Certificate
from tests.builders import head_row
from tests.protokoll_values import beslutspunkt_row, paragraf_row, protokoll_of

MADE = datetime(2026, 3, 27, 14, 5)  # noqa: DTZ001 - local time
READ = datetime(2026, 3, 28, 10, 12)  # noqa: DTZ001 - local time
SECRET = "Ett lösenord för sekretess"  # noqa: S105 - opens what is made here and nothing else
NAME = "Vårdnämnden 2026-03-27 §§ 59–64 v2.justering"
ANNA = Asked("p1", "Anna Ek (M)", "ordförande", 1, "elektronisk underskrift", "underskrift-1")
BO = Asked("p2", "Bo Alm (S)", "justerare", 2, "elektronisk underskrift", "underskrift-2")
APPROVES = replace(ANNA, sätt="godkännande", fält=None)
CODES = {"p1": "K7PM-3XQD-9R2T", "p2": "AAAA-CCCC-DDDD"}
HEADINGS = (
    "Val av justeringsperson", "Presentation av den nya direktören",
    "Nationell högspecialiserad vård: remiss från Socialstyrelsen om kirurgi och barnmedicin",
    "Nytt direktiv för UFo-anslag", "Finansiering av kunskapsstyrning",
    "Samarbete för bättre vård",
)  # fmt: skip


@lru_cache(maxsize=1)
def content() -> Protokoll:
    """Return §§ 59–64 of a protokoll, presided over by Anna and checked by Bo."""
    rows = [
        paragraf_row(
            nummer,
            rubrik,
            sammanfattning="Nämnden har fått en redovisning av ärendet. " * 14,
            beslutspunkter=(beslutspunkt_row(f"Att godkänna förslaget i ärende {nummer}"),),
        )
        for nummer, rubrik in enumerate(HEADINGS, start=59)
    ]
    secretary = PersonRef("p13", "Maria Fors")
    return protokoll_of(*rows, sammanträde=replace(head_row(), sekreterare=secretary))


@lru_cache(maxsize=1)
def protokoll() -> bytes:
    """Return it as a PDF with two places to sign."""
    text = content()
    fields = {one.person_id: one.fält or "" for one in (ANNA, BO)}
    document = build_protokoll(Sender(text.nämnd, None), text, fields=fields)
    return pdf_bytes(document, created=MADE.astimezone(), archival="1a")


@lru_cache(maxsize=2)
def certificate(namn: str = "Anna Ek", passphrase: str = SECRET) -> Certificate:
    """Return a certificate that is quick to open."""
    return open_p12(make_p12(namn, "", passphrase, now=MADE, rounds=1), passphrase, now=MADE)


@lru_cache(maxsize=1)
def signed_by_anna() -> bytes:
    """Return the PDF with the first signature."""
    pdf = protokoll()
    place = ANNA.fält or ""
    seen = appearance(signed_lines(ANNA.namn, ANNA.roll, MADE), field_sizes(pdf)[place])
    return sign(pdf, certificate(), place, seen, now=MADE)


def manifest(*asked: Asked, **facts: Any) -> Manifest:
    """Return what a package to `asked` says of itself."""
    made = Manifest(
        paket_id="0123456789abcdef",
        justering_id="justering",
        nämnd_id="n",
        nämnd="Vårdnämnden i Ådalen",
        sammanträde_id="s",
        dag="2026-03-27",
        paragrafer="§§ 59–64",
        version=2,
        skapat=MADE.isoformat(timespec="seconds"),
        avsändare="Eva Lind",
        innehåll="ab" * 32,
        tillfrågade=asked or (APPROVES,),
        givna=(),
        tidigare=(),
        logg=LogHead(17, "ef" * 32),
        delar=(),
        meddelande="Hej! Läs gärna § 62 extra noga. Svara senast på fredag.",
        epost="eva.lind@region.example",
    )
    return replace(made, **facts)


def package(*asked: Asked, passphrase: str | None = None, pdf: bytes = b"", **facts: Any) -> bytes:
    """Return the file of a package to `asked`: Anna, for her approval, when nobody is named."""
    said = manifest(*asked, **facts)
    keys = {one.person_id: key_of(CODES[one.person_id], said.paket_id) for one in said.tillfrågade}
    text = frozen.to_json(frozen.of_set(content(), paragrafer.ALL))
    return pack(said, pdf or protokoll(), text, keys, passphrase)[0]


def after_anna() -> bytes:
    """Return the package that Bo gets when Anna has signed."""
    given = Given("p1", "godkänt och undertecknat", "2026-03-27")
    return package(replace(BO, ordning=1), pdf=signed_by_anna(), givna=(given,))
