"""Whether the log is what it was, by itself and against what has left the program."""

import json
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.bilaga.files import FileStore
from nämnd.core.errors import NämndError
from nämnd.core.progress import Progress, Work
from nämnd.core.swedish import counted
from nämnd.kontroll.times import moment
from nämnd.kontroll.values import Finding, Kind, Report, What, found
from nämnd.logg.queries import head, latest
from nämnd.logg.values import LogHead, heads_in
from nämnd.logg.verifying import LogFinding, Tampering, verify
from nämnd.store import Store
from nämnd.tables import Utgåva

_WHAT = {
    Tampering.CHANGED: What.LOG_CHANGED,
    Tampering.REMOVED: What.LOG_REMOVED,
    Tampering.MOVED: What.LOG_MOVED,
    Tampering.CUT: What.LOG_CUT,
    Tampering.REWRITTEN: What.LOG_REWRITTEN,
}
_WITH_HEADS = ("protokoll", "justering", "arkiv")
_NAME = "loggen"


def check_log(store: Store, files: FileStore) -> Work[Report]:
    """Return whether the entries of the log hang together, and whether its end is there.

    The heads that have left the program are read from the kept files: packages (those that are
    locked can't be read), protokoll and archives. A kept file that is gone is passed over.
    """
    rows = store.ask(_kept)
    heads: set[LogHead] = set()
    for done, (dokument, sha256, name, said) in enumerate(rows):
        yield Progress(done, len(rows) + 1, f"Läser {name}")
        heads |= set(_heads(files, dokument, sha256, said))
    yield Progress(len(rows), len(rows) + 1, "Räknar om kontrollsummorna")
    findings = store.ask(lambda session: tuple(_findings(session, heads)))
    return Report(Kind.LOGG, _NAME, findings, database=True)


def _kept(session: Session) -> tuple[tuple[str, str, str, str], ...]:
    rows = session.execute(
        select(Utgåva.dokument, Utgåva.sha256, Utgåva.filnamn, Utgåva.innehåll)
        .where(Utgåva.dokument.in_(_WITH_HEADS))
        .order_by(Utgåva.skapad, Utgåva.id)
    )
    return tuple((row[0], row[1], row[2], row[3]) for row in rows)


def _heads(files: FileStore, dokument: str, sha256: str, said: str) -> Iterator[LogHead]:
    if dokument == "arkiv":
        yield from _of_archive(said)
        return
    try:
        data = files.read(sha256, "")
        if dokument == "justering":
            from nämnd.justeringsfil.opening import open_package

            yield open_package(data).manifest.logg
        else:
            yield from heads_in(data.decode("latin-1"))
    except NämndError:
        return  # gone, damaged or locked: other files have heads too


def _of_archive(said: str) -> Iterator[LogHead]:
    try:
        logg = json.loads(said)["logg"]
        yield LogHead(int(logg["nummer"]), str(logg["hash"]))
    except (ValueError, LookupError, TypeError):
        return


def _findings(session: Session, heads: set[LogHead]) -> Iterator[Finding]:
    wrong = verify(session, heads)
    if not wrong:
        newest = latest(session, 1)
        last = moment(newest[0].tid) if newest else ""
        yield found(What.LOG_WHOLE, antal=str(head(session).nummer), tid=last)
    real = {one for one in heads if one.nummer}
    if not real:
        yield found(What.LOG_NO_HEADS)
    elif not wrong:
        latest_head = max(one.nummer for one in real)
        yield found(
            What.LOG_HEADS, antal=counted(len(real), "uppgift", "uppgifter"), post=str(latest_head)
        )
    yield from (_finding(one) for one in wrong)


def _finding(one: LogFinding) -> Finding:
    return found(
        _WHAT[one.kind],
        post=str(one.nummer),
        tid=moment(one.tid) if one.tid else "",
        sista=str(one.last) if one.last is not None else "",
    )
