"""The package around the PDF of a set of §§: its manifest, its codes and its name."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias, cast

from nämnd.bilaga.names import safe_name
from nämnd.core.ids import new_id
from nämnd.justering import rules
from nämnd.justering.commands import NewAsked, NewPaket, NewText
from nämnd.justeringsfil.values import PACKAGE_SUFFIX, Asked, Given, Manifest, Slag
from nämnd.paket.justering.facts import Facts, to_sign
from nämnd.paket.justering.orders import SendOrder

_KINDS: dict[str, Slag] = {
    "godkännande": "godkänt",
    "papper": "godkänt och undertecknat",
    "elektronisk underskrift": "godkänt och undertecknat",
}


Package: TypeAlias = tuple[bytes, NewPaket, dict[str, str]]
"""The file, what is recorded of it, and the codes by person id."""


@dataclass(frozen=True, slots=True)
class Making:
    """A package while it is made."""

    facts: Facts
    order: SendOrder
    text: NewText
    pdf: bytes
    who: str
    now: datetime

    def name(self, suffix: str) -> str:
        """Return «SRVN 2026-03-27 §§ 59–74 v2.justering»; the next of a version is «omgång 2»."""
        nämnd, day = self.facts.text.nämnd, self.facts.text.sammanträde.day_text
        body = nämnd.kortnamn or nämnd.namn
        words = f"{body} {day} {self.facts.which} v{self.text.version}"
        before = sum(one.version == self.text.version for one in self.facts.view.paket)
        again = before and suffix == PACKAGE_SUFFIX
        return safe_name(f"{words} omgång {before + 1}" if again else words, suffix)

    def package(self) -> Package:
        """Return the package, what is recorded of it, and the codes."""
        from nämnd.justeringsfil.codes import key_of, new_code
        from nämnd.justeringsfil.packing import pack

        paket_id = new_id()
        codes = {one.person_id: new_code() for one in self.order.asked}
        keys = {key: key_of(code, paket_id) for key, code in codes.items()}
        manifest = self._manifest(paket_id)
        file, digest = pack(manifest, self.pdf, self.text.frozen, keys, self.order.passphrase)
        paket = NewPaket(
            paket_id=paket_id,
            manifest=digest,
            fil=hashlib.sha256(file).hexdigest(),
            filnamn=self.name(PACKAGE_SUFFIX),
            krypterat=self.order.passphrase is not None,
            tillfrågade=tuple(
                NewAsked(one.person_id, one.roll, one.ordning, one.sätt, keys[one.person_id].hex())
                for one in manifest.tillfrågade
            ),
        )
        return file, paket, codes

    def _manifest(self, paket_id: str) -> Manifest:
        facts, text = self.facts, self.facts.text
        return Manifest(
            paket_id=paket_id,
            justering_id=facts.view.id,
            nämnd_id=text.sammanträde.nämnd_id,
            nämnd=text.nämnd.namn,
            sammanträde_id=facts.view.sammanträde_id,
            dag=text.sammanträde.day_text,
            paragrafer=facts.which,
            version=self.text.version,
            skapat=self.now.isoformat(timespec="seconds"),
            avsändare=self.who,
            innehåll=facts.innehåll,
            tillfrågade=self._asked(),
            givna=self._given(),
            tidigare=tuple(one.manifest for one in facts.view.paket),
            logg=facts.logg,
            delar=(),
            meddelande=self.order.meddelande.strip(),
            program=_program(),
            epost=self._answers_to(),
        )

    def _answers_to(self) -> str:
        secretary = self.facts.text.sammanträde.sekreterare
        mine = (one for one in self.facts.signers if secretary and one.person_id == secretary.id)
        return next((one.epost for one in mine if one.epost), "")

    def _asked(self) -> tuple[Asked, ...]:
        known = {one.person_id: one for one in self.facts.signers}
        fields = to_sign(self.facts, self.order)
        return tuple(
            Asked(
                person_id=one.person_id,
                namn=known[one.person_id].namn,
                roll=cast("Any", known[one.person_id].roll),
                ordning=one.ordning,
                sätt=one.sätt,
                fält=fields.get(one.person_id) if one.sätt == rules.ELECTRONIC else None,
            )
            for one in self.order.asked
        )

    def _given(self) -> tuple[Given, ...]:
        """Return what has been given on this very file."""
        if not self.facts.is_same(self.text.pdf):
            return ()
        return tuple(
            Given(one.person_id, _KINDS[one.sätt], one.datum)
            for one in self.facts.view.underskrifter
        )


def _program() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"Nämnd {version('namnd')}"
    except PackageNotFoundError:
        return "Nämnd"
