"""Says what is right and wrong of what was found. What the database knows is asked of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from nämnd.arkiv.checking import ArkivFault
from nämnd.bilaga.files import FileStore
from nämnd.kontroll import knowledge
from nämnd.kontroll.answers import svar_findings
from nämnd.kontroll.examining import Examined, PaketFound, heads_of
from nämnd.kontroll.pdfs import PdfFound
from nämnd.kontroll.times import moment
from nämnd.kontroll.values import Finding, Kind, Report, What, found
from nämnd.underskrift.moments import local
from nämnd.underskrift.values import FoundSignature, Problem

_PROBLEMS = {
    Problem.UNREADABLE: What.SIGNED_UNREADABLE,
    Problem.BROKEN: What.SIGNED_BROKEN,
    Problem.CHANGED_AFTER: What.SIGNED_CHANGED_AFTER,
    Problem.EXPIRED: What.SIGNED_EXPIRED,
}
_FAULTS = {
    ArkivFault.MISSING: What.FILE_MISSING,
    ArkivFault.CHANGED: What.FILE_CHANGED,
    ArkivFault.EXTRA: What.FILE_EXTRA,
    ArkivFault.LINK: What.FILE_LINK,
    ArkivFault.LISTS_DISAGREE: What.FILE_LISTS,
    ArkivFault.UNREADABLE: What.FILE_UNREADABLE,
}


@dataclass(frozen=True, slots=True)
class Base:
    """The database to compare with. `passphrase`: of the package that an answer belongs to."""

    session: Session
    files: FileStore
    passphrase: str | None = None


def judge(examined: Examined, base: Base | None, now: datetime) -> Report:
    """Return what is to be said of a file or folder. Without `base`: what can be known at all."""
    signatures = tuple(one for pdf in examined.pdfs for one in pdf.report.signatures)
    findings = _by_file(_findings(examined, base, now))
    return Report(examined.kind, examined.name, findings, signatures, base is not None)


def _by_file(findings: Iterator[Finding]) -> tuple[Finding, ...]:
    """Return what is of the whole first, then what is of each file in a folder."""
    every = tuple(findings)
    files = dict.fromkeys(("", *(one.fil for one in every)))
    return tuple(one for name in files for one in every if one.fil == name)


def _findings(examined: Examined, base: Base | None, now: datetime) -> Iterator[Finding]:
    if examined.refused:
        yield found(What.REFUSED, skäl=examined.refused)
        return
    if examined.arkiv is not None:
        yield from _arkiv(examined, base)
    if examined.paket is not None:
        yield from _paket(examined.paket, base)
    if examined.svar is not None:
        yield from svar_findings(examined.svar, base and base.session, base and base.files,
                                 base and base.passphrase, now)  # fmt: skip
    for pdf in examined.pdfs:
        yield from _pdf(examined.kind, pdf, base, now)
    if examined.kind in (Kind.PDF, Kind.OTHER):
        yield from _file(examined, base)
    yield from _heads(examined, base)
    if base is None:
        yield found(What.NO_DATABASE)


def _pdf(kind: Kind, pdf: PdfFound, base: Base | None, now: datetime) -> Iterator[Finding]:
    for one in pdf.report.signatures:
        yield _signature(one, pdf, base, now)
    empty = What.UNSIGNED_YET if kind is Kind.PAKET else What.UNSIGNED
    for name in pdf.report.unsigned:
        yield found(empty, pdf.path, plats=_place(pdf, name))
    if kind is Kind.PDF and not pdf.report.signatures and not pdf.report.unsigned:
        yield found(What.NO_SIGNATURE)


def _signature(one: FoundSignature, pdf: PdfFound, base: Base | None, now: datetime) -> Finding:
    when = moment(one.when.isoformat()) if one.when else "okänd tid"
    facts = {"namn": one.name, "tid": when, "plats": _place(pdf, one.field)}
    if one.problem is None:
        whose = knowledge.owners(base.session, one.fingerprint) if base else one.name
        return found(What.SIGNED, pdf.path, vems=whose or one.name, **facts)
    if one.problem is Problem.UNKNOWN:
        unknown = What.SIGNED_UNPROVED if base is None else What.SIGNED_UNKNOWN
        return found(unknown, pdf.path, **facts)
    if one.problem is Problem.EXPIRED and one.when and one.when > local(now):
        return found(What.SIGNED_AHEAD, pdf.path, **facts)
    return found(_PROBLEMS[one.problem], pdf.path, **facts)


def _place(pdf: PdfFound, name: str) -> str:
    return pdf.labels.get(name) or name or "En underskrift"


def _file(examined: Examined, base: Base | None) -> Iterator[Finding]:
    """Yield whether it is a file that the program has made."""
    kept = knowledge.kept_file(base.session, examined.sha256) if base else None
    if kept is not None:
        yield found(What.KEPT, vad=kept.what, tid=moment(kept.when), nämnd=kept.body, dag=kept.day)
        if kept.justerat:
            yield found(What.JUSTERAT, paragrafer=kept.paragrafer, datum=kept.justerat)
        elif kept.replaced:
            yield found(What.REPLACED)
        if kept.public:
            yield found(What.PUBLIC_EXISTS)
    elif examined.kind is Kind.OTHER:
        yield found(What.NOT_OURS)
    elif base is not None:
        yield found(What.NOT_KEPT)


def _paket(paket: PaketFound, base: Base | None) -> Iterator[Finding]:
    manifest = paket.manifest
    yield found(
        What.PAKET_WHOLE,
        nämnd=manifest.nämnd,
        dag=manifest.dag,
        paragrafer=manifest.paragrafer,
        version=str(manifest.version),
        tid=moment(manifest.skapat),
        vem=manifest.avsändare,
    )
    if base is None:
        yield found(What.PAKET_UNPROVED)
        return
    sent = knowledge.sent_package(base.session, paket.sha256)
    if sent is not None:
        yield found(What.PAKET_SENT, tid=moment(sent.when))
        if sent.void:
            yield found(What.PAKET_VOID, skäl=sent.void)
    elif knowledge.is_ours(base.session, manifest.justering_id):
        yield found(What.PAKET_CHANGED)
    else:
        yield found(What.PAKET_FOREIGN)


def _arkiv(examined: Examined, base: Base | None) -> Iterator[Finding]:
    report = examined.arkiv
    if report is None:
        return
    manifest = report.manifest
    for one in report.findings:
        yield found(_FAULTS[one.kind], one.path)
    if not report.findings:
        count, when = str(len(manifest.filer)), moment(manifest.skapat)
        yield found(What.ARKIV_WHOLE, antal=count, tid=when, nämnd=manifest.nämnd,
                    dag=manifest.dag, paragrafer=manifest.paragrafer)  # fmt: skip
    if base is None:
        yield found(What.ARKIV_UNPROVED)
    elif knowledge.is_recorded(base.session, report.checksums):
        yield found(What.ARKIV_RECORDED)
    elif knowledge.has_archive(base.session, manifest.sammanträde_id):
        yield found(What.ARKIV_REWRITTEN)
    else:
        yield found(What.ARKIV_FOREIGN)


def _heads(examined: Examined, base: Base | None) -> Iterator[Finding]:
    """Yield whether the log still has what a file of ours says that it had, each entry once.

    A package and the PDF in it are often made at the same entry.
    """
    if base is None or not _is_ours(examined, base.session):
        return
    said = (
        (path, number, knowledge.has_head(base.session, number, digest))
        for path, number, digest in heads_of(examined)
        if number
    )
    for path, number, known in dict.fromkeys(said):
        yield found(What.HEAD_KNOWN if known else What.HEAD_UNKNOWN, path, post=str(number))


def _is_ours(examined: Examined, session: Session) -> bool:
    if examined.paket is not None:
        return knowledge.is_ours(session, examined.paket.manifest.justering_id)
    if examined.arkiv is not None:
        return knowledge.has_archive(session, examined.arkiv.manifest.sammanträde_id)
    return knowledge.kept_file(session, examined.sha256) is not None
