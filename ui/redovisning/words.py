"""What the pages of redovisningar say."""

from datetime import date

from nämnd.core.richtext import plain_text
from nämnd.core.swedish import counted, short_date
from nämnd.redovisning.recipients import Asked
from nämnd.redovisning.values import FrågaDraft, Frågeslag, Rader, RedovisningView, Svar
from ui.toolkit.palette import Role

SLAG: tuple[tuple[Frågeslag, str], ...] = (
    ("rubrik", "Rubrik"),
    ("text", "Text"),
    ("fråga", "Fråga"),
    ("tabell", "Tabell"),
)


def stage(view: RedovisningView, today: date) -> tuple[tuple[str, Role], ...]:
    """Return where a redovisning stands, and whether it is late."""
    if view.sänd is not None:
        return ((f"skickad {view.sänd.isoformat()}", Role.GOOD),)
    found: list[tuple[str, Role]] = []
    if view.handling_id is not None:
        found.append(("registrerad", Role.NOTE))
    elif view.godkänd is not None:
        found.append(("godkänd", Role.NOTE))
    else:
        done = sum(one.klar for one in view.to_answer)
        found.append((f"{done} av {len(view.to_answer)} klara", Role.WARN))
    if view.draft.senast is not None and view.draft.senast < today:
        found.append(("försenad", Role.LATE))
    return tuple(found)


def heading(view: RedovisningView) -> str:
    """Return what stands over the rubrik."""
    draft = view.draft
    return " · ".join(
        filter(
            None,
            (
                "Redovisning",
                f"till {draft.mottagare}" if draft.mottagare else "",
                f"senast {short_date(draft.senast)}" if draft.senast else "",
                view.ärende or "",
            ),
        )
    )


def question_state(view: RedovisningView, fråga_id: str) -> tuple[str, Role]:
    """Return how far a question has come, in a word or two."""
    fråga = next(one for one in view.frågor if one.draft.id == fråga_id)
    if not fråga.draft.answered:
        return "", Role.MUTED
    if fråga.klar:
        return "klar", Role.GOOD
    asked = len(fråga.svaras_av)
    given = sum(one.besvarad is not None for one in fråga.svaras_av)
    if not asked:
        return "inte fördelad", Role.MUTED
    return f"{given} av {asked} svar", Role.NOTE if given == asked else Role.WARN


def answer_state(svar: Svar) -> tuple[str, Role]:
    """Return where an answer stands."""
    if svar.besvarad is not None:
        return f"svarade {svar.besvarad.isoformat()}", Role.GOOD
    if svar.påmint:
        return f"påmind {svar.påmint[-1][0].isoformat()}", Role.WARN
    if svar.frågad is not None:
        return f"frågad {svar.frågad.isoformat()}", Role.WARN
    return "inte frågad", Role.QUIET


def asked_state(asked: Asked, senast: date | None, today: date) -> tuple[str, Role]:
    """Return how far somebody has come with all they are asked."""
    lacking = len(asked.lacking)
    if not lacking:
        return "alla svar inne", Role.GOOD
    given = len(asked.svar) - lacking
    words = f"{given} av {len(asked.svar)}"
    late = senast is not None and senast < today
    return (f"{words}, försenad", Role.LATE) if late else (words, Role.WARN)


def asked_words(asked: Asked) -> str:
    """Return who answers there, and when they were asked and reminded."""
    told = "inte frågad än"
    if asked.påmint is not None:
        told = f"påmind {asked.påmint.isoformat()}"
    elif asked.frågad is not None:
        told = f"frågad {asked.frågad.isoformat()}"
    who = asked.ansvarig if asked.ansvarig != asked.vem else ""
    return " · ".join(filter(None, (who, asked.epost, told)))


def answer_words(text: str, rader: Rader) -> str:
    """Return an answer as plain text, the rows of a table one a line."""
    rows = "\n".join(" · ".join(cell or "–" for cell in row) for row in rader)
    return "\n\n".join(filter(None, (rows, plain_text(text))))


def counted_rows(frågor: tuple[FrågaDraft, ...]) -> str:
    """Return how much a structure has: «5 rubriker, 14 frågor och 1 tabell»."""
    count = {slag: sum(one.slag == slag for one in frågor) for slag, _ in SLAG}
    return ", ".join(
        (
            counted(count["fråga"], "fråga", "frågor"),
            counted(count["tabell"], "tabell", "tabeller"),
            counted(count["rubrik"], "rubrik", "rubriker"),
            counted(count["text"], "text", "texter"),
        )
    )


def cut(words: str, most: int = 70) -> str:
    """Return words with no more letters than there is room for."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
