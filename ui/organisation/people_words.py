"""What the page says about people: the columns of their table, the sums below it."""

from collections.abc import Iterable
from datetime import date

from nämnd.core.swedish import counted, sort_key
from nämnd.documents.mail import without_address
from nämnd.organisation.queries import Called, UppdragRow
from nämnd.organisation.rules import reachable, role_order
from nämnd.organisation.seats import Vacancy
from ui.toolkit.palette import Role
from ui.toolkit.table import Column

NOT_REACHABLE = (
    "Adressen sparas, men alla e-postprogram kan inte skicka till den, så den kommer inte med i "
    "brevet."
)
APPOINTER, FROM, UNTIL, MAIL = 3, 4, 5, 6  # places of columns


def columns(today: date) -> tuple[Column[UppdragRow], ...]:
    """Return the columns of the table of people; what ended before `today` is muted."""

    def role(one: UppdragRow) -> Role:
        return Role.MUTED if ended(one, today) else Role.TEXT

    def mail_role(one: UppdragRow) -> Role:
        return role(one) if reachable(one.person.epost) or ended(one, today) else Role.WARN

    return (
        Column("Namn", _name, lambda one: sort_key(one.person.namn), 20, role=role, tip=_tip),
        Column("Parti", _party, lambda one: sort_key(one.person.parti or ""), 5, role=role),
        Column("Uppdrag", _role_text, lambda one: role_order(one.uppdrag.roll), 17, role=role),
        Column("Utsedd av", _appointer, lambda one: sort_key(one.huvudman or ""), 16, role=role),
        Column("Från", _from, lambda one: one.uppdrag.från or date.min, 9, role=role),
        Column("Till", _until, lambda one: one.uppdrag.till or date.max, 9, role=role),
        Column(
            "E-post",
            _mail,
            lambda one: sort_key(one.person.epost or ""),
            role=mail_role,
            tip=_mail_tip,
        ),
    )


def needed(rows: Iterable[UppdragRow]) -> tuple[bool, ...]:
    """Return for each column whether any row has something to show in it."""
    known = tuple(rows)
    return (
        True,
        any(one.person.parti for one in known),
        True,
        any(one.huvudman for one in known),
        any(one.uppdrag.från for one in known),
        any(one.uppdrag.till for one in known),
        True,
    )


def ended(row: UppdragRow, today: date) -> bool:
    """Say whether the uppdrag was over before `today`."""
    return row.uppdrag.till is not None and row.uppdrag.till < today


def found_by(row: UppdragRow, words: str) -> bool:
    """Say whether every word of `words` stands in what is shown of `row`."""
    person = row.person
    texts = (person.namn, person.parti, person.titel, person.epost, row.uppdrag.roll, row.huvudman)
    shown = sort_key(" ".join(filter(None, texts)))
    return all(word in shown for word in sort_key(words).split())


def summary(called: Called) -> str:
    """Return «12 ledamöter, 12 ersättare, 2 övriga; 3 saknar e-postadress».

    Those whose address can't be sent to are told apart: their address must be put right.
    """
    counts = (
        counted(len(called.ledamöter), "ledamot", "ledamöter"),
        f"{len(called.ersättare)} ersättare",
        f"{len(called.övriga)} övriga" if called.övriga else "",
    )
    unreached = without_address(called)
    lacking = sum(not one.person.epost for one in unreached)
    odd = len(unreached) - lacking
    mail = (
        f"{lacking} saknar e-postadress" if lacking else "",
        f"{odd} har en e-postadress som brevet inte kan skickas till" if odd else "",
    )
    return "; ".join(filter(None, (", ".join(filter(None, counts)), *mail)))


def vacancy_text(vacancy: Vacancy) -> str:
    """Return «Region Skåne: 1 ledamotsplats och 2 ersättarplatser är vakanta»."""
    empty = [
        counted(number, one, many)
        for number, one, many in (
            (vacancy.ledamöter, "ledamotsplats", "ledamotsplatser"),
            (vacancy.ersättare, "ersättarplats", "ersättarplatser"),
        )
        if number > 0
    ]
    crowded = [
        f"{counted(-number, one, many)} fler än platserna"
        for number, one, many in (
            (vacancy.ledamöter, "ledamot", "ledamöter"),
            (vacancy.ersättare, "ersättare", "ersättare"),
        )
        if number < 0
    ]
    alone = max(vacancy.ledamöter, 0) + max(vacancy.ersättare, 0) == 1
    parts = [f"{' och '.join(empty)} är {'vakant' if alone else 'vakanta'}"] if empty else []
    return f"{vacancy.huvudman}: {', '.join([*parts, *crowded])}"


def _name(one: UppdragRow) -> str:
    return one.person.namn


def _tip(one: UppdragRow) -> str:
    period = f"{_from(one)} – {_until(one)}" if one.uppdrag.från or one.uppdrag.till else ""
    appointed = f"utsedd av {one.huvudman}" if one.huvudman else ""
    return ", ".join(filter(None, (one.person.namn, one.person.titel, appointed, period)))


def _party(one: UppdragRow) -> str:
    return one.person.parti or ""


def _role_text(one: UppdragRow) -> str:
    return one.uppdrag.roll.capitalize()


def _appointer(one: UppdragRow) -> str:
    return one.huvudman or ""


def _from(one: UppdragRow) -> str:
    return one.uppdrag.från.isoformat() if one.uppdrag.från else ""


def _until(one: UppdragRow) -> str:
    return one.uppdrag.till.isoformat() if one.uppdrag.till else ""


def _mail(one: UppdragRow) -> str:
    return one.person.epost or "saknas"


def _mail_tip(one: UppdragRow) -> str:
    if one.person.epost is None or reachable(one.person.epost):
        return _mail(one)
    return f"{one.person.epost}\n{NOT_REACHABLE}"
