"""From what somebody dropped to handlingar that are proposed. Nothing is registered here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

from nämnd.bilaga.files import FileStore, KeptFile
from nämnd.bilaga.names import shown_name
from nämnd.core.progress import Progress, Work
from nämnd.core.worker import Worker
from nämnd.filtext.kinds import FileKind
from nämnd.inkorg import limits
from nämnd.inkorg.examining import Examined, examining
from nämnd.inkorg.proposing import day_of_file, day_of_mail, rubrik_of, slag_of, subject_of
from nämnd.inkorg.values import Double, Gathered, Left, Proposed, Refused
from nämnd.inkorg.walking import Seen, read_bytes, walk
from nämnd.post.values import Mail
from nämnd.ärende.values import HandlingDraft

Doubles: TypeAlias = Callable[[Sequence[str]], Mapping[str, Double]]
_OFTEN = 200  # names between two signs of life while folders are gone through


@dataclass(slots=True)
class _State:
    """What has been found so far."""

    files: FileStore
    today: date
    worker: Worker | None
    proposed: list[Proposed] = field(default_factory=list[Proposed])
    left: list[Left] = field(default_factory=list[Left])
    subjects: list[str] = field(default_factory=list[str])
    size: int = 0
    group: int = 0

    def leave(self, place: str, why: Refused) -> None:
        if len(self.left) < limits.MOST_LEFT:
            self.left.append(Left(place, why))
        elif len(self.left) == limits.MOST_LEFT:
            self.left.append(Left("…", Refused.TOO_MANY))


@dataclass(frozen=True, slots=True)
class _From:
    """What is known of a file from where it came."""

    place: str
    name: str
    day: date
    sender: str | None = None
    depth: int = 0  # in how many mails it lay


def gather(
    paths: Sequence[Path],
    files: FileStore,
    find_doubles: Doubles,
    *,
    today: date,
    worker: Worker | None = None,
) -> Work[Gathered]:
    """Read files and folders, keep the files, and propose what can be registered of each.

    Files can be kept that are not registered after all: they lie in the store, and nothing refers
    to them. `worker`: where foreign files are looked into; none: here.

    Raises:
        DiskFullError, FolderNotWritableError: files can't be kept.
    """
    state = _State(files, today, worker)
    seen = yield from _seen(paths, state)
    for number, one in enumerate(seen):
        yield Progress(number, len(seen), f"Läser {one.place}")
        yield from _take_file(one, state)
    subject = state.subjects[0] if len(state.subjects) == 1 else ""
    return Gathered(_with_doubles(state.proposed, find_doubles), tuple(state.left), subject)


def _seen(paths: Sequence[Path], state: _State) -> Work[list[Seen]]:
    found: list[Seen] = []
    for number, one in enumerate(walk(paths)):
        if number % _OFTEN == 0:
            yield Progress(0, 0, "Letar efter filer")
        if isinstance(one, Left):
            state.leave(one.place, one.why)
        elif len(found) == limits.MOST_FILES:
            state.leave(one.place, Refused.TOO_MANY)
        else:
            found.append(one)
    return found


def _take_file(one: Seen, state: _State) -> Work[None]:
    data = read_bytes(one.path)
    if isinstance(data, Refused):
        state.leave(one.place, data)
        return
    name = shown_name(one.path.name)
    try:
        modified = one.path.lstat().st_mtime
    except OSError:  # taken away just now; its content is had
        modified = 0.0
    state.group += 1
    source = _From(one.place, name, day_of_file(name, modified, state.today))
    yield from _take(data, source, state)


def _take(data: bytes, source: _From, state: _State) -> Work[None]:
    """Keep a file and propose it; a mail is followed by what is attached to it."""
    if len(state.proposed) >= limits.MOST_FILES:
        state.leave(source.place, Refused.TOO_MANY)
        return
    if state.size + len(data) > limits.MOST_ALL:
        state.leave(source.place, Refused.TOO_LARGE)
        return
    state.size += len(data)
    kept = state.files.keep_bytes(data, source.name)
    examined = yield from examining(state.files, kept, state.worker)
    if examined.mail is not None:
        yield from _take_mail(examined, kept, source, state)
        return
    rubrik = rubrik_of(source.name, examined.heading, examined.title)
    slag = slag_of(rubrik, source.name, examined.kind)
    draft = HandlingDraft(
        datum=source.day,
        rubrik=rubrik,
        riktning="upprättad" if slag == "tjänsteskrivelse" and not source.sender else "inkommen",
        från_till=source.sender,
        slag=slag,
    )
    _propose(draft, examined, kept, source, state)


def _take_mail(examined: Examined, kept: KeptFile, source: _From, state: _State) -> Work[None]:
    mail = examined.mail or Mail("", "", (), None, "")
    subject = subject_of(mail.subject)
    if not source.depth:
        state.subjects.append(subject)
    draft = HandlingDraft(
        datum=day_of_mail(mail.sent, state.today) if mail.sent else source.day,
        rubrik=subject or rubrik_of(source.name),
        från_till=mail.sender or source.sender,
        slag=slag_of("", "", FileKind.MAIL),
    )
    _propose(draft, examined, kept, source, state)
    for name in mail.left_out:
        state.leave(f"{source.place}, {name}", Refused.TOO_LARGE)
    if mail.attached and source.depth >= limits.MOST_MAILS_DEEP:
        state.leave(f"{source.place}, {mail.attached[0].name}", Refused.TOO_DEEP)
        return
    inside = _From(source.place, "", draft.datum, draft.från_till, source.depth + 1)
    for one in mail.attached:
        place = f"{source.place}, {one.name}"
        if one.inline or one.name.lower().endswith((".p7s", "signature.asc")):
            state.leave(place, Refused.IN_MAIL)
        elif not one.data:
            state.leave(place, Refused.EMPTY)
        else:
            yield Progress(0, 0, f"Läser {place}")
            yield from _take(one.data, replace(inside, place=place, name=one.name), state)


def _propose(
    draft: HandlingDraft, examined: Examined, kept: KeptFile, source: _From, state: _State
) -> None:
    warnings = tuple(one.value for one in examined.warnings)
    pages = replace(kept, pages=examined.pages)
    state.proposed.append(Proposed(source.place, pages, draft, warnings, group=state.group))


def _with_doubles(proposed: Sequence[Proposed], find_doubles: Doubles) -> tuple[Proposed, ...]:
    """Say of each whether its content is registered already, or comes earlier among these."""
    registered = find_doubles(tuple({one.file.sha256 for one in proposed}))
    first: dict[str, int] = {}
    found: list[Proposed] = []
    for number, one in enumerate(proposed):
        sha256 = one.file.sha256
        double = registered.get(sha256)
        same_as = first.setdefault(sha256, number)
        found.append(
            replace(
                one,
                doubles=(double,) if double else (),
                same_as=same_as if same_as < number else None,
            )
        )
    return tuple(found)
