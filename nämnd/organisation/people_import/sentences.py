"""What a list of people holds, changes and gets wrong, in Swedish: for window and terminal."""

from nämnd.core.swedish import counted
from nämnd.organisation.people_import.planned import Change, PlannedRow, State
from nämnd.organisation.people_import.reading import Finding, Problem
from nämnd.organisation.queries import Someone
from nämnd.organisation.rules import ROLLER, with_party

STATE_TEXT = {
    State.NEW: "Ny",
    State.CHANGED: "Ändras",
    State.SAME: "Oförändrad",
    State.QUESTION: "Fråga",
    State.ERROR: "Fel",
    State.LEFT_OUT: "Tas inte med",
}

PROBLEM_TEXT = {
    Problem.NAMN_MISSING: "Namnet saknas. Skriv ett namn, eller ta bort raden.",
    Problem.ROLL_MISSING: "Uppdraget saknas. Skriv till exempel ledamot eller ersättare.",
    Problem.ROLL_UNKNOWN: "«{written}» är inget uppdrag här. {guess}",
    Problem.HUVUDMAN_UNKNOWN: "«{written}» finns inte bland huvudmännen. {guess}",
    Problem.HUVUDMAN_NONE_THERE: "Nämnden har inga huvudmän än, så «{written}» kan inte vara en. "
    "Lägg till huvudmännen först.",
    Problem.NUMBER_MALFORMED: "«{written}» är inget ordningsnummer. Skriv ett tal, 0–999.",
    Problem.DAY_MALFORMED: "«{written}» är inget datum. Skriv det som 2019-01-31.",
    Problem.DAY_IMPOSSIBLE: "Dagen «{written}» finns inte i kalendern. Rätta datumet.",
    Problem.PERIOD_BACKWARDS: "Uppdraget slutar «{written}», innan det börjar {hint}. Rätta något "
    "av datumen.",
    Problem.ADDRESS_MALFORMED: "«{written}» är ingen e-postadress. Skriv den som namn@region.se, "
    "eller lämna cellen tom.",
    Problem.FORMULA_BROKEN: "Formeln i cellen ger inget värde. Öppna filen i kalkylprogrammet, "
    "skriv värdet i cellen och spara.",
    Problem.ERSÄTTER_UNKNOWN: "Det finns ingen ledamot som heter «{written}». {guess}",
    Problem.ERSÄTTER_SEVERAL: "Flera ledamöter heter «{written}». Skriv partiet efter namnet, till "
    "exempel «Anna Ek (M)».",
    Problem.ERSÄTTER_SELF: "«{written}» kan inte vara ersättare för sig själv. Skriv en annan "
    "ledamot.",
    Problem.ERSÄTTER_ROLL: "Bara den som är ersättare kan ersätta «{written}». Töm cellen, eller "
    "ändra uppdraget till ersättare.",
    Problem.TWICE: "{written} har redan samma uppdrag under samma tid på rad {hint}. Ta bort den "
    "ena raden, eller rätta datumen.",
}
_NO_GUESS = {
    Problem.ROLL_UNKNOWN: f"Välj bland {', '.join(ROLLER)}.",
    Problem.HUVUDMAN_UNKNOWN: "Skriv namnet som det står bland huvudmännen, eller lägg till den.",
    Problem.ERSÄTTER_UNKNOWN: "Skriv namnet som det står i listan.",
}


def finding_text(one: Finding) -> str:
    """Return «Rad 7, Region: «Skane» finns inte bland huvudmännen. Menade du Region Skåne?»."""
    return f"Rad {one.row}, {fault_text(one)}"


def fault_text(one: Finding) -> str:
    """Return the same without the row."""
    guess = f"Menade du {one.hint}?" if one.hint else _NO_GUESS.get(one.problem, "")
    said = PROBLEM_TEXT[one.problem].format(written=one.written, hint=one.hint, guess=guess)
    return f"{one.column}: {said}"


def question_text(one: PlannedRow) -> str:
    """Return what must be asked about a row: whether somebody is who they seem to be."""
    name = with_party(one.person.namn, one.person.parti)
    who = " eller ".join(someone_text(known) for known in one.candidates)
    return f"Rad {one.number}: är {name} samma person som {who}?"


def someone_text(one: Someone) -> str:
    """Return «Anna Ek (S), ledamot i Vårdnämnden»."""
    return f"{with_party(one.person.namn, one.person.parti)}, {one.roll} i {one.nämnd}"


def change_text(one: Change) -> str:
    """Return «Parti: S blir M»."""
    match one.before, one.after:
        case "", after:
            return f"{one.what}: {after}"
        case before, "":
            return f"{one.what}: {before} tas bort"
        case before, after:
            return f"{one.what}: {before} blir {after}"


def row_lines(one: PlannedRow) -> tuple[str, ...]:
    """Return what is to be said of a row: its errors, its question, or what changes."""
    if one.state is State.QUESTION:
        return (question_text(one),)
    if one.findings:
        return tuple(map(finding_text, one.findings))
    return tuple(map(change_text, one.changes))


def row_text(one: PlannedRow) -> str:
    """Return the same in a few words, for a table that has the row's number already."""
    match one.state:
        case State.ERROR:
            return "; ".join(map(fault_text, one.findings))
        case State.QUESTION:
            return "Är det samma person som redan finns?"
        case State.NEW if one.person_id is None:
            return "Ny person"
        case State.NEW:
            return "; ".join(("Nytt uppdrag", *map(change_text, one.changes)))
        case _:
            return "; ".join(map(change_text, one.changes))


def summary_text(planned: tuple[PlannedRow, ...]) -> str:
    """Return «12 nya, 3 ändras, 9 oförändrade, 1 rad med fel»."""
    numbers = {state: sum(one.state is state for one in planned) for state in State}
    parts = (
        (numbers[State.NEW], counted(numbers[State.NEW], "nytt uppdrag", "nya uppdrag")),
        (numbers[State.CHANGED], f"{numbers[State.CHANGED]} ändras"),
        (numbers[State.SAME], counted(numbers[State.SAME], "oförändrat", "oförändrade")),
        (numbers[State.QUESTION], counted(numbers[State.QUESTION], "fråga", "frågor")),
        (numbers[State.ERROR], counted(numbers[State.ERROR], "rad med fel", "rader med fel")),
        (numbers[State.LEFT_OUT], f"{numbers[State.LEFT_OUT]} tas inte med"),
    )
    return ", ".join(text for number, text in parts if number)
