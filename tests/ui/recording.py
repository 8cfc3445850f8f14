"""The user of the tests: remembers what was said and gives the answers it was told to give."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, field
from pathlib import Path

from nämnd.bevakning.values import Källa
from ui.toolkit.messages import Kinds


@dataclass
class RecordingMessages:
    """Messages without a screen. Answers are taken in turn; an empty list means the safe answer.

    `told` holds what was done but had more to it; `asked` every question and dialog title, in
    order; `offered` the last kinds of files.
    """

    errors: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    confirm_with: list[bool] = field(default_factory=list)
    texts: list[str | None] = field(default_factory=list)
    files: list[Path | Sequence[Path] | None] = field(default_factory=list)
    offered: Kinds = ()

    def error(self, text: str) -> None:
        self.errors.append(text)

    def tell(self, text: str) -> None:
        self.told.append(text)

    def notice(self, text: str) -> None:
        self.notices.append(text)

    def confirm(self, question: str, *, yes: str = "Ja") -> bool:
        self.asked.append(f"{question} [{yes}]")
        return self.confirm_with.pop(0) if self.confirm_with else False

    def ask_text(self, title: str, label: str, text: str = "") -> str | None:
        self.asked.append(f"{title}: {label} {text}".rstrip())
        return self.texts.pop(0) if self.texts else None

    def open_file(self, title: str, kinds: Kinds) -> Path | None:
        self.offered = kinds
        return self._one(title)

    def open_files(self, title: str, kinds: Kinds) -> tuple[Path, ...]:
        self.offered = kinds
        self.asked.append(title)
        chosen = self.files.pop(0) if self.files else None
        if chosen is None:
            return ()
        return (chosen,) if isinstance(chosen, Path) else tuple(chosen)

    def save_file(self, title: str, suggested: str, kinds: Kinds) -> Path | None:
        self.offered = kinds
        return self._one(f"{title}: {suggested}")

    def choose_folder(self, title: str, start: Path | None = None) -> Path | None:
        return self._one(title if start is None else f"{title}: {start}")

    def _one(self, title: str) -> Path | None:
        self.asked.append(title)
        chosen = self.files.pop(0) if self.files else None
        assert chosen is None or isinstance(chosen, Path), f"one file for {title}"
        return chosen


@dataclass
class RecordingGo:
    """The main window without a window: remembers where pages sent the user, in order."""

    went: list[tuple[str, ...]] = field(default_factory=list)

    def to_page(self, name: str) -> None:
        self.went.append(("page", name))

    def to_sammanträde(self, sammanträde_id: str, punkt_id: str | None = None) -> None:
        self.went.append(("sammanträde", sammanträde_id, punkt_id or ""))

    def to_protokoll(
        self, sammanträde_id: str, paragraf_id: str | None = None, *, paper: bool = False
    ) -> None:
        self.went.append(
            ("protokoll", sammanträde_id, paragraf_id or "", *(["papper"] if paper else []))
        )

    def to_justering(self, sammanträde_id: str, justering_id: str | None = None) -> None:
        self.went.append(("justering", sammanträde_id, justering_id or ""))

    def to_nämnd(self, nämnd_id: str) -> None:
        self.went.append(("nämnd", nämnd_id))

    def in_nämnd(self, nämnd_id: str) -> None:
        self.went.append(("i nämnd", nämnd_id))

    def to_delegationsbeslut(self, beslut_id: str) -> None:
        self.went.append(("delegationsbeslut", beslut_id))

    def to_ärende(self, ärende_id: str, handling_id: str | None = None) -> None:
        self.went.append(("ärende", ärende_id, handling_id or ""))

    def to_skrivelse(self, skrivelse_id: str) -> None:
        self.went.append(("skrivelse", skrivelse_id))

    def take_in(self, paths: Sequence[Path] = (), ärende_id: str | None = None) -> None:
        self.went.append(("ta in", *map(str, paths), ärende_id or ""))

    def to_bevakning(self, bevakning_id: str) -> None:
        self.went.append(("bevakning", bevakning_id))

    def to_delprojekt(self, delprojekt_id: str) -> None:
        self.went.append(("delprojekt", delprojekt_id))

    def to_överenskommelse(self, överenskommelse_id: str) -> None:
        self.went.append(("överenskommelse", överenskommelse_id))

    def to_redovisning(self, redovisning_id: str) -> None:
        self.went.append(("redovisning", redovisning_id))

    def watch(self, källa: Källa, rubrik: str = "") -> None:
        self.went.append(("bevaka", *_said(källa), rubrik))

    def find_deadlines(self, handling_id: str | None = None) -> None:
        self.went.append(("hitta frister", handling_id or ""))

    def new_delprojekt(self, paragraf_id: str | None = None) -> None:
        self.went.append(("nytt delprojekt", paragraf_id or ""))

    def new_överenskommelse(self, handling_id: str | None = None) -> None:
        self.went.append(("ny överenskommelse", handling_id or ""))

    def new_redovisning(
        self, överenskommelse_id: str | None = None, handling_id: str | None = None
    ) -> None:
        self.went.append(("ny redovisning", överenskommelse_id or "", handling_id or ""))

    def ask_outcome(self, bevakning_id: str) -> None:
        self.went.append(("klar eller återkommer", bevakning_id))

    def remind(self, bevakning_ids: Sequence[str]) -> None:
        self.went.append(("påminn", *bevakning_ids))

    def put_on_dagordning(self, bevakning_id: str) -> None:
        self.went.append(("lägg på dagordningen", bevakning_id))

    def export_program(self) -> None:
        self.went.append(("programrapport",))

    def plan_year(self) -> None:
        self.went.append(("planera året",))

    def to_person(self, person_id: str) -> None:
        self.went.append(("person", person_id))

    def import_file(self) -> None:
        self.went.append(("import",))


def _said(källa: Källa) -> list[str]:
    return [str(value) for value in astuple(källa) if value is not None]
