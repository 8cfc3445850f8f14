"""Packages and answers as secretary and chair make them, and as a forger would."""

import base64
import hashlib
import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from nämnd.justeringsfil.answering import answer
from nämnd.justeringsfil.canonical import canonical
from nämnd.justeringsfil.codes import key_of, svar_mac
from nämnd.justeringsfil.errors import SvarError, SvarFault
from nämnd.justeringsfil.opening import open_package
from nämnd.justeringsfil.packing import INNEHÅLL, MANIFEST, PDF, SIGILL, pack
from nämnd.justeringsfil.strict_zip import unzipped, zipped
from nämnd.justeringsfil.values import Asked, Given, Manifest, Paket, Slag, SvarKommentar
from nämnd.justeringsfil.verifying import Proof, read_answer, verify
from nämnd.logg.values import LogHead
from nämnd.underskrift.values import Certificate
from tests.nämnd.underskrift import signers

MADE = datetime(2026, 3, 27, 14, 5)  # noqa: DTZ001 - local time
ANSWERED = MADE + timedelta(hours=5)
READ = MADE + timedelta(days=2)
SECRET = "Ett lösenord för sekretess"  # noqa: S105 opens what is made here and nothing else
WORDS = '{"paragrafer": ["§ 59 Årsredovisning"]}'
PAPER = b"%PDF-1.7\n% Protokoll \xe5\xe4\xf6\n%%EOF\n"

ANNA = Asked("anna", "Anna Ek (M)", "ordförande", 1, "elektronisk underskrift", "ordf")
BO = Asked("bo", "Bo Dal (S)", "justerare", 2, "godkännande")
CODES = {"anna": "K7PM-3XQD-9R2T", "bo": "AAAA-CCCC-DDDD"}
STRANGER = "HHHH-KKKK-MMMM"

COMMENTS = (
    SvarKommentar(59, "«Årsredovisning» ska stå\nmed stor bokstav."),
    SvarKommentar(None, "I övrigt bra."),
)
MANIFEST_OF_ANNA_AND_BO = Manifest(
    paket_id="0123456789abcdef",
    justering_id="justering",
    nämnd_id="srvn",
    nämnd="Sydöstra regionvårdsnämnden",
    sammanträde_id="mars",
    dag="2026-03-27",
    paragrafer="§§ 59–74",
    version=2,
    skapat=MADE.isoformat(timespec="seconds"),
    avsändare="Eva Lind",
    innehåll="ab" * 32,
    tillfrågade=(ANNA, BO),
    givna=(Given("bo", "godkänt", "2026-03-26T08:00:00"),),
    tidigare=("cd" * 32,),
    logg=LogHead(17, "ef" * 32),
    delar=(),
    meddelande="Hej!\nKan ni läsa till fredag?",
    program="Nämnd 0.1.0",
)


def keys(paket_id=MANIFEST_OF_ANNA_AND_BO.paket_id):
    return {person: key_of(code, paket_id) for person, code in CODES.items()}


def packed(passphrase=None, pdf=PAPER, **changes) -> bytes:
    """Return the file of a package."""
    manifest = replace(MANIFEST_OF_ANNA_AND_BO, **changes)
    return pack(manifest, pdf, WORDS, keys(manifest.paket_id), passphrase)[0]


def package(passphrase=None, **changes) -> Paket:
    """Return an opened package."""
    return open_package(packed(passphrase, **changes), passphrase)


def answered(
    paket: Paket, asked=ANNA, slag: Slag = "godkänt", comments=COMMENTS, **changes
) -> bytes:
    """Return the file of an answer; with that person's code when nothing else is said."""
    facts = {
        "tid": ANSWERED.isoformat(),
        "code": CODES.get(asked.person_id),
        "certificate": None,
        "signed_pdf": None,
        "passphrase": SECRET if paket.krypterat else None,
    }
    return answer(paket, asked, slag, comments, **(facts | changes))


def proved(data: bytes, paket: Paket, *, known=(), now=READ, passphrase=None) -> Proof:
    """Read and verify an answer as the secretary who made `paket` does."""
    svar = read_answer(data, passphrase)
    return verify(
        svar,
        manifest=paket.manifest,
        manifest_sha256=paket.sha256,
        key=keys(paket.manifest.paket_id).get(svar.person_id),
        known=known,
        now=now,
    )


def forged_package(file: bytes, **changes) -> bytes:
    """Return a package with other parts, so that it is as whole as one who has no code can make it.

    changes: pdf, innehåll: bytes; manifest: a function that changes its JSON.
    """
    parts = unzipped(file, (MANIFEST,))
    parts[PDF] = changes.get("pdf", parts[PDF])
    parts[INNEHÅLL] = changes.get("innehåll", parts[INNEHÅLL])
    facts = json.loads(parts[MANIFEST])
    for one in facts["delar"]:
        data = parts[one["namn"]]
        one |= {"storlek": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    facts = changes.get("manifest", lambda same: same)(facts)
    parts[MANIFEST] = canonical(facts)
    return zipped({name: parts[name] for name in (MANIFEST, PDF, INNEHÅLL, SIGILL)})


def forged_answer(file: bytes, **changes) -> bytes:
    """Return an answer with other fields, and a control sum that fits them."""
    fields = json.loads(file) | changes
    del fields["kontroll"]
    return canonical(fields | {"kontroll": hashlib.sha256(canonical(fields)).hexdigest()})


def annas() -> Certificate:
    """Return the certificate of Anna Ek."""
    return signers.person("Anna Ek", MADE)


def in_base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def proved_anew(file: bytes, **changes) -> bytes:
    """Return an answer with other fields, by somebody who has the code of whose it says it is."""
    fields = json.loads(file) | changes
    body = {k: v for k, v in fields.items() if k not in ("mac", "underskrift", "kontroll")}
    key = keys()[fields["person_id"]]
    return forged_answer(file, **(changes | {"mac": svar_mac(key, canonical(body))}))


def refused(data: bytes, paket: Paket, **facts) -> SvarError:
    """Return why the secretary who made `paket` refuses an answer."""
    with pytest.raises(SvarError) as caught:
        proved(data, paket, **facts)
    return caught.value


def fault(data: bytes, paket: Paket, **facts) -> SvarFault:
    return refused(data, paket, **facts).why


def not_made(paket: Paket, *args, **changes) -> SvarFault:
    """Return why no answer is made to `paket`."""
    with pytest.raises(SvarError) as caught:
        answered(paket, *args, **changes)
    return caught.value.why
