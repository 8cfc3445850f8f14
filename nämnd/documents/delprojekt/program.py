"""The report of a program: what was decided, what has been done, what is late."""

from collections.abc import Iterator
from datetime import date

from nämnd.bevakning.values import BevakningRow, Läge
from nämnd.bevakning.wording import hinder_words
from nämnd.core.richtext import Paragraph, Run, Runs
from nämnd.core.swedish import counted, short_date
from nämnd.delprojekt.report import Followed, ProgramReport
from nämnd.delprojekt.values import Beslut, RapportRow
from nämnd.documents.content import (
    Block,
    Document,
    Facts,
    Heading,
    Item,
    ItemList,
    Letterhead,
    Note,
    Subheading,
    Table,
    text,
)
from nämnd.documents.delprojekt.rows import (
    BULLET,
    behov_list,
    beslut_blocks,
    beslut_heading,
    åtgärd_blocks,
)
from nämnd.documents.parts import Sender

KIND = "Uppföljning"
_OVERVIEW = ("Delprojekt", "Beslutat", "Gjort", "Senaste rapport", "Nästa uppföljning")
_LATE = ("Delprojekt", "Vad", "Skulle ha varit klart", "Ansvarig")
_OVERVIEW_SHARES, _LATE_SHARES, _WATCHED_SHARES = (6, 4, 2, 4, 5), (5, 6, 5, 4), (8, 6, 7)
_HIDDEN = (
    "Ärendet är dolt eller sekretessmarkerat i diariet. Här står bara att delprojektet finns och "
    "när det följs upp."
)
_UNWATCHED = "Allt är inte gjort, men ingen bevakning säger när delprojektet följs upp igen."


def build_program(sender: Sender, report: ProgramReport) -> Document:
    """Return the report."""
    nämnd = sender.nämnd
    title = title_of(report)
    short = nämnd.kortnamn or nämnd.namn
    return Document(
        title=f"{title}, {report.dag}",
        head=Letterhead(nämnd.namn, KIND, report.dag.isoformat(), nämnd.adress, sender.logo),
        blocks=(
            Heading(title, 1),
            *_in_short(report),
            *_late(report),
            *(block for one in report.delprojekt for block in _delprojekt(report, one, short)),
        ),
        author=nämnd.namn,
        subject=KIND,
    )


def title_of(report: ProgramReport) -> str:
    """Return what the report is called."""
    return f"Uppföljning av {report.program}" if report.program else "Uppföljning av delprojekt"


def name_of(one: Followed) -> str:
    """Return «Delprojekt 8 Benign kolorektal kirurgi»."""
    return f"Delprojekt {one.view.draft.nummer} {one.view.draft.rubrik}"


def due_text(row: BevakningRow) -> str:
    """Return when something is due: the day, with the rule when that says more."""
    if row.due is None:
        return _capital(row.regel)
    day = short_date(row.due)
    return day if row.regel == day else f"{day} ({row.regel})"


def state_text(row: BevakningRow) -> str:
    """Return where a bevakning stands, and how far off it is."""
    if row.avslutad is not None:
        how = f": {row.avslutad_hur}" if row.avslutad_hur else ""
        return _capital(f"{row.avslut or 'avslutad'} {row.avslutad}{how}")
    if row.läge is Läge.PÅ_DAGORDNINGEN:
        return "På dagordningen"
    if row.läge is Läge.ÅTERRAPPORTERAD:
        return "Återrapporterad, ännu inte avslutad"
    if row.days_left is None:
        return hinder_words(row.draft.förfaller, row.hinder)
    if row.days_left < 0:
        return f"Försenad {counted(-row.days_left, 'dag', 'dagar')}"
    return "I dag" if row.days_left == 0 else f"Om {counted(row.days_left, 'dag', 'dagar')}"


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def rapport_text(row: RapportRow) -> str:
    """Return a report as a line: for which day, and whether it is registered."""
    day = row.dag or row.draft.uppföljning_datum
    meeting = f"till sammanträdet {day}" if day else "utan sammanträde"
    written = f", daterad {row.draft.datum}" if row.draft.datum else ""
    return f"Rapport {row.ordning} {meeting}{written}{'' if row.registrerad else ' (utkast)'}"


def _in_short(report: ProgramReport) -> Iterator[Block]:
    yield Heading("I korthet", 2)
    yield Paragraph(text(_summary(report)))
    if report.delprojekt:
        head = tuple(map(text, _OVERVIEW))
        rows = tuple(tuple(_overview(report, one)) for one in report.delprojekt)
        yield Table((head, *rows), shares=_OVERVIEW_SHARES)


def _summary(report: ProgramReport) -> str:
    if not report.delprojekt:
        return "Nämnden har inga delprojekt."
    satser = sum(len(one.satser) for one in report.delprojekt)
    done = sum(one.done for one in report.delprojekt)
    closed = sum(one.view.avslutat is not None for one in report.delprojekt)
    what = "Programmet" if report.program else "Nämnden"
    said = [f"{what} har {len(report.delprojekt)} delprojekt"]
    said[0] += (
        f", varav {closed} avslutade." if closed > 1 else ", varav 1 avslutat." if closed else "."
    )
    if satser:
        verb = "är gjord" if satser == 1 else "är gjorda"
        said.append(f"{done} av {counted(satser, 'att-sats', 'att-satser')} {verb}.")
    late = len(report.late)
    said.append(
        f"{counted(late, 'uppföljning är försenad', 'uppföljningar är försenade')}."
        if late
        else "Ingen uppföljning är försenad."
    )
    return " ".join(said)


def _overview(report: ProgramReport, one: Followed) -> Iterator[Runs]:
    draft = one.view.draft
    several = len({each.view.draft.program for each in report.delprojekt}) > 1
    program = f" ({draft.program})" if several and draft.program else ""
    yield text(f"{draft.nummer}. {draft.rubrik}{program}")
    yield text(str(min((each.datum for each in draft.beslut), default="")))
    yield text(f"{one.done} av {len(one.satser)}" if one.satser else "")
    yield text(str(max(_reported(one, report.dag), default="")))
    yield _next(one)


def _reported(one: Followed, today: date) -> Iterator[date]:
    """Yield the days of the reports the nämnd has had; one for a sammanträde to come is none."""
    for row in one.view.rapporter:
        day = row.dag or row.draft.uppföljning_datum or row.draft.datum
        if day is not None and day <= today:
            yield day


def _next(one: Followed) -> Runs:
    if one.view.avslutat is not None:
        return text(f"Avslutat {one.view.avslutat}")
    first = next(iter(one.open_ones), None)
    if first is None:
        return text("Ingen bevakning" if one.unwatched else "")
    day = str(first.due) if first.due else _capital(first.regel)
    return (Run("Försenad: ", bold=True), Run(day)) if first.is_late else text(day)


def _late(report: ProgramReport) -> Iterator[Block]:
    if not report.late:
        return
    yield Heading("Försenat", 2)
    rows = tuple(
        (
            text(f"{one.view.draft.nummer}. {one.view.draft.rubrik}"),
            text(row.draft.rubrik),
            text(f"{row.due}. {state_text(row)}."),
            text(row.draft.ansvarig or one.view.draft.ansvarig or ""),
        )
        for one, row in report.late
    )
    yield Table((tuple(map(text, _LATE)), *rows), shares=_LATE_SHARES)


def _delprojekt(report: ProgramReport, one: Followed, nämnd: str) -> Iterator[Block]:
    yield Heading(name_of(one), 2)
    if one.view.dolt:
        yield Note(text(_HIDDEN))
    facts = tuple(_facts(report, one))
    if facts:
        yield Facts(facts)
    for beslut in one.view.draft.beslut:
        yield from _decided(beslut, nämnd)
    yield from åtgärd_blocks(one.view.draft.åtgärder, (), level=3)
    needs = [row for row in one.view.draft.behov if row.löst is None]
    if needs:
        yield Subheading("Behov som återstår", 3)
        yield behov_list(needs, ())
    yield from _watched(one)
    if one.view.rapporter:
        yield Subheading("Rapporter till nämnden", 3)
        yield ItemList(tuple(Item(BULLET, text(rapport_text(row))) for row in one.view.rapporter))


def _facts(report: ProgramReport, one: Followed) -> Iterator[tuple[str, str]]:
    draft, view = one.view.draft, one.view
    if report.program is None and draft.program:
        yield "Program", draft.program
    if draft.ansvarig:
        yield "Ansvarig", draft.ansvarig
    if view.dnr:
        yield "Dnr", view.dnr
    if view.avslutat:
        yield "Avslutat", str(view.avslutat)


def _decided(beslut: Beslut, nämnd: str) -> Iterator[Block]:
    blocks = tuple(beslut_blocks(beslut))
    if blocks:
        yield Subheading(beslut_heading(beslut, nämnd), 3)
        yield from blocks


def _watched(one: Followed) -> Iterator[Block]:
    """Yield when it is followed up, what has been closed last."""
    rows = (*one.open_ones, *(row for row in one.bevakningar if row.avslutad is not None))
    if rows:
        yield Subheading("Uppföljning", 3)
        head = (text("Vad"), text("När"), text("Läge"))
        body = tuple(
            (text(row.draft.rubrik), text(due_text(row)), text(state_text(row))) for row in rows
        )
        yield Table((head, *body), shares=_WATCHED_SHARES)
    if one.unwatched:
        yield Note(text(_UNWATCHED))
