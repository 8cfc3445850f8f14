"""The secretary and those who are asked, as they exchange files."""

import io
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from nämnd.bilaga.files import FileStore
from nämnd.core.progress import finish
from nämnd.documents.pdf.appearance import appearance, field_sizes, signed_lines
from nämnd.error_messages import message_for
from nämnd.justering.commands import TakeSvar
from nämnd.justering.errors import SvarRefusedError
from nämnd.justeringsfil.answering import answer
from nämnd.justeringsfil.opening import open_package
from nämnd.justeringsfil.values import Asked, Paket, SvarKommentar
from nämnd.paket.justering import (
    AskOrder,
    Prepared,
    SendOrder,
    prepare_package,
    read_answer_file,
)
from nämnd.underskrift.certificates import make_p12, open_p12
from nämnd.underskrift.signing import sign
from nämnd.underskrift.values import Certificate
from tests.nämnd.justering.sets import Set
from tests.nämnd.store.dumps import dump

NOW = datetime(2026, 3, 28, 10, 0)  # noqa: DTZ001 - local time, as the user's clock shows it
ELECTRONIC = "elektronisk underskrift"
SECRET = "ett långt lösenord"  # noqa: S105 - of test files


def a_certificate(name: str, now: datetime = NOW, years: int = 5) -> Certificate:
    """Return a certificate as the program makes it for a person; cheap to open."""
    data = make_p12(name, "Region Ådalen", SECRET, now=now, years=years, rounds=1)
    return open_p12(data, SECRET, now=now)


class Secretary:
    """Whoever sends and reads answers in, at a database."""

    def __init__(self, set_: Set, files: FileStore) -> None:
        self.set, self.store, self.files = set_, set_.store, files
        self.codes: dict[str, str] = {}

    def prepare(self, *asked: str, way: Any = "godkännande", **facts: Any) -> Prepared:
        turns = facts.pop("turns", False)
        persons = asked or (self.set.anna, self.set.bo)
        order = SendOrder(
            sätt=facts.pop("sätt", ELECTRONIC if way == ELECTRONIC else "papper"),
            asked=tuple(
                AskOrder(key, place if turns else 1, way)
                for place, key in enumerate(persons, start=1)
            ),
            passphrase=facts.pop("passphrase", None),
        )
        now = facts.pop("now", NOW)
        return finish(
            prepare_package(
                self.store, self.files, self.set.id, order, who="Eva Lind", now=now, **facts
            )
        )

    def send(self, *asked: str, **facts: Any) -> bytes:
        """Send the set; return the package, whose codes are told apart from it."""
        made = self.prepare(*asked, **facts)
        self.store.do(made.command, "skicka för justering")
        self.codes = dict(made.codes)
        assert made.file is not None
        return made.file

    def reading(self, svar: bytes, **facts: Any) -> TakeSvar:
        return read_answer_file(
            self.store, self.files, svar, **{"now": NOW + timedelta(days=2), **facts}
        )

    def read(self, svar: bytes, **facts: Any) -> None:
        self.store.do(self.reading(svar, **facts), "läs in svar")


class Chair:
    """Somebody who is asked: has the package, the code and perhaps a certificate, nothing else."""

    def __init__(self, person_id: str, package: bytes, code: str | None, **facts: Any) -> None:
        self.package, self.passphrase = package, facts.get("passphrase")
        self.paket: Paket = open_package(package, self.passphrase)
        self.person_id, self.code = person_id, code
        self.certificate: Certificate | None = facts.get("certificate")
        self.hours = facts.get("hours", 5)

    @property
    def asked(self) -> Asked:
        rows = self.paket.manifest.tillfrågade
        return next(one for one in rows if one.person_id == self.person_id)

    def svar(
        self, slag: Any = "godkänt", *kommentarer: tuple[int | None, str], **facts: Any
    ) -> bytes:
        when = NOW + timedelta(hours=self.hours)
        return answer(
            self.paket,
            facts.pop("asked", self.asked),
            slag,
            tuple(SvarKommentar(*one) for one in kommentarer),
            **{
                "tid": when.isoformat(timespec="seconds"),
                "code": self.code,
                "certificate": self.certificate,
                "signed_pdf": None,
                "passphrase": self.passphrase,
                **facts,
            },
        )

    def signed(self, field: str | None = None, certificate: Certificate | None = None) -> bytes:
        """Return the PDF with their signature on it."""
        mine = certificate or self.certificate
        assert mine is not None
        place = field or self.asked.fält or ""
        when = NOW + timedelta(hours=self.hours)
        size = field_sizes(self.paket.pdf)[place]
        look = appearance(signed_lines(self.asked.namn, self.asked.roll, when), size)
        return sign(self.paket.pdf, mine, place, look, now=when)

    def rewritten(self) -> None:
        """Change what the first page says before it is signed."""
        writer = IncrementalPdfFileWriter(io.BytesIO(self.paket.pdf))
        page = writer.root["/Pages"]["/Kids"][0].get_object()
        words = generic.StreamObject(stream_data=b"BT ET")
        page[generic.pdf_name("/Contents")] = writer.add_object(words)
        writer.update_container(page)
        out = io.BytesIO()
        writer.write(out)
        self.paket = replace(self.paket, pdf=out.getvalue())

    def signature(self, pdf: bytes | None = None) -> bytes:
        return self.svar("godkänt och undertecknat", signed_pdf=pdf or self.signed())


def chair(secretary: Secretary, person: str, package: bytes, **facts: Any) -> Chair:
    """Return somebody who is asked, with the code that they were told."""
    return Chair(person, package, secretary.codes[person], **facts)


def refusal(secretary, svar, error: Any = SvarRefusedError, **facts):
    """Return why an answer is refused; nothing but the log is changed by it."""
    path = secretary.store.place.path

    def rows():
        return [row for row in dump(path) if "loggpost" not in row]

    before = rows()
    with pytest.raises(error) as caught:
        secretary.read(svar, **facts)
    assert rows() == before
    assert message_for(caught.value)
    return caught.value.why


def signed_by_anna(secretary, set_):
    """Let Anna sign; return Bo, who has the package with the file she signed."""
    first = secretary.send(way=ELECTRONIC, turns=True)
    anna = chair(secretary, set_.anna, first, certificate=a_certificate("Anna Ek"))
    secretary.read(anna.signature())
    second = secretary.send(set_.bo, way=ELECTRONIC)
    return anna, chair(secretary, set_.bo, second, certificate=a_certificate("Bo Alm"), hours=7)
