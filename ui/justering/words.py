"""What the page of the justering says. Pure functions."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from nämnd.core import paragrafer
from nämnd.core.swedish import counted, listed, short_date
from nämnd.documents.protokoll.marks import listed as marked
from nämnd.justering.rules import Undone, UndoneRow
from nämnd.justering.values import JusteringView, KommentarRow, PaketRow, RättelseRow, Sätt
from ui.justering.steps import PersonRow, Standing, Step, waited_for
from ui.toolkit.palette import Role

SÄTT_TEXT: dict[Sätt, str] = {
    "elektronisk underskrift": "Elektronisk underskrift",
    "godkännande": "Godkännande",
    "papper": "Underskrift på papper",
}
SÄTT_HINT: dict[Sätt, str] = {
    "elektronisk underskrift": "De som väljs läser texten och skriver under filen med sitt "
    "certifikat, en i taget. När alla har skrivit under är paragraferna justerade.",
    "godkännande": "De som väljs läser texten och godkänner den. Ett godkännande är ingen "
    "underskrift; du bekräftar sedan att paragraferna är justerade.",
    "papper": "Skriv ut filen och låt dem skriva under. De som väljs får läsa och godkänna texten "
    "först.",
}
LÄGE_ROLE = {
    "utkast": Role.QUIET,
    "utskickat": Role.NOTE,
    "ändringar begärda": Role.WARN,
    "godkänt": Role.GOOD,
    "justerat": Role.GOOD,
}
_STEP = {
    Step.SEND: "&Skicka för justering …",
    Step.SEND_AGAIN: "&Skicka igen …",
    Step.PASS_ON: "&Skicka vidare …",
    Step.SEND_CHANGED: "&Skicka den nya texten …",
    Step.CHANGE: "Ändra i &protokollet",
    Step.READ: "&Läs in svar …",
    Step.PAPER: "Anteckna &underskrifter …",
    Step.CONFIRM: "&Bekräfta justeringen …",
}
_CHIP = {
    Standing.SIGNED: ("undertecknat", Role.GOOD),
    Standing.ON_PAPER: ("undertecknat på papper", Role.GOOD),
    Standing.APPROVED: ("godkänt", Role.GOOD),
    Standing.REQUEST: ("begär ändring", Role.WARN),
    Standing.WAITED_FOR: ("väntar på svar", Role.NOTE),
    Standing.LATER: ("senare i turen", Role.QUIET),
    Standing.NOT_ASKED: ("inte tillfrågad", Role.WARN),
    Standing.NOT_YET: ("ska justera", Role.QUIET),
    Standing.FREE: ("behövs inte", Role.QUIET),
}
KOMMENTAR_CHIP = {
    "antagen": ("antagen", Role.GOOD),
    "avvisad": ("avvisad", Role.QUIET),
    "besvarad": ("besvarad", Role.NOTE),
}
WHAT_A_CODE_PROVES = (
    "Koden visar att svaret kommer från någon som har fått den, och att svaret gäller just den "
    "här texten. Den visar inte vem som höll i datorn. Lämna därför koden för sig: i handen, på "
    "telefon eller i ett sms, aldrig i samma brev som filen."
)


def set_text(view: JusteringView) -> str:
    """Return «§§ 59–74»; «Alla paragrafer» before any is handled."""
    if view.numbers:
        return marked(paragrafer.of(view.numbers))
    return marked(view.paragrafer) or "Alla paragrafer"


def step_text(step: Step) -> str:
    """Return what the button of a set says."""
    return _STEP.get(step, "")


def person_chip(row: PersonRow) -> tuple[str, Role]:
    """Return «undertecknat 2026-04-02» and its colour."""
    words, role = _CHIP[row.standing]
    return f"{words} {row.tid}".rstrip(), role


def person_text(row: PersonRow) -> str:
    """Return «Anna Ek (M), ordförande», with the §§ when they are not all."""
    return ", ".join(filter(None, (row.namn, row.roll, row.which)))


def after_text(row: PersonRow) -> str:
    """Return «svarar efter Anna Ek (M)», whose certificate it is too, or «»."""
    if row.also:
        return f"certifikatet är också antecknat för {listed(row.also)}"
    return f"svarar efter {listed(row.after)}" if row.after else ""


def state_text(view: JusteringView, last_day: date | None) -> str:
    """Return where a set stands, as a sentence or two. `last_day`: justeras senast."""
    return " ".join(_state(view, last_day))


def _state(view: JusteringView, last_day: date | None) -> Iterator[str]:
    match view.läge:
        case "utkast":
            if not view.numbers:
                yield "Ingen av paragraferna är behandlad än."
            plan = _plan(view)
            if plan:
                yield f"Planerad {plan}."
            if last_day is not None:
                yield f"Ska vara justerat senast {short_date(last_day)}."
        case "utskickat" | "ändringar begärda":
            yield _sent(view)
            yield from _waiting(view)
        case "godkänt":
            yield f"Alla har godkänt version {view.version}. Texten är låst."
            yield _after_approval(view)
        case "justerat":
            when = _day(view.datum)
            yield f"Justerat {when}, version {view.version}." if when else "Justerat."
            yield "Texten är låst; ett skrivfel rättas med en rättelse."


def _plan(view: JusteringView) -> str:
    return ", ".join(filter(None, (_day(view.planerat_datum), view.plats)))


def _sent(view: JusteringView) -> str:
    latest, way = view.latest, SÄTT_TEXT[view.sätt].lower() if view.sätt else ""
    if latest is None:
        return f"Version {view.version} är klar för {way}."
    return f"Version {view.version} skickades {moment(latest.skapat)} för {way}."


def not_answered(number: int) -> str:
    """Return «1 kommentar är inte besvarad.»."""
    kind = "besvarad" if number == 1 else "besvarade"
    return f"{counted(number, 'kommentar', 'kommentarer')} är inte {kind}."


def _waiting(view: JusteringView) -> Iterator[str]:
    if view.changed:
        yield "Texten har ändrats sedan dess, så de som svarar måste få den nya."
        return
    if view.läge == "ändringar begärda":
        number = len(view.open_kommentarer)
        if number:
            yield not_answered(number)
        else:
            yield "Alla kommentarer är besvarade."
        return
    names = [one.namn for one in waited_for(view)]
    if names:
        yield f"Väntar på svar från {listed(names)}."
    elif view.latest is None:
        yield "Skriv ut filen, låt dem skriva under och anteckna sedan vilka som har gjort det."
    else:
        yield "Nu ska filen skickas vidare till dem som återstår."


def _after_approval(view: JusteringView) -> str:
    if view.sätt == "papper":
        return "Nu återstår underskrifterna på papper."
    return "Ett godkännande är ingen underskrift: bekräfta att paragraferna därmed är justerade."


def moment(tid: str) -> str:
    """Return «3 april 2026 kl. 09.14» of an ISO time; as it is when it can't be read."""
    try:
        when = datetime.fromisoformat(tid)
    except ValueError:
        return tid
    return f"{short_date(when.date())} kl. {when:%H.%M}"


def _day(kept: str | None) -> str:
    try:
        return short_date(date.fromisoformat(kept or ""))
    except ValueError:
        return kept or ""


def kommentar_text(row: KommentarRow, name: str) -> str:
    """Return who said it, of which version and when."""
    return " · ".join(filter(None, (name, f"version {row.version}", row.datum)))


def names_of(view: JusteringView) -> dict[str, str]:
    """Return everybody's name who has to do with a set, by person id."""
    asked = {one.person_id: one.namn for paket in view.paket for one in paket.tillfrågade}
    return asked | {one.person_id: one.namn for one in view.signers}


def paket_text(row: PaketRow) -> str:
    """Return «Version 2 · 3 april 2026 kl. 09.14 · Anna Ek (M) godkänt, Bo Alm (S) inget svar»."""
    answers = [f"{one.namn}: {one.svar or 'inget svar'}" for one in row.tillfrågade]
    locked = "låst med lösenord" if row.krypterat else ""
    parts = (f"Version {row.version}", moment(row.skapat), ", ".join(answers), locked)
    return " · ".join(filter(None, parts))


def rättelse_text(row: RättelseRow) -> str:
    """Return both texts, when and by whom."""
    by = f" av {row.av}" if row.av else ""
    return f"{row.datum}{by}: «{row.stod}» ska vara «{row.ska_vara}». {row.skäl}"


def undone_text(rows: Iterable[UndoneRow]) -> str:
    """Return what a step back undoes, a line for each."""
    return "\n".join(f"• {_undone(one)}" for one in rows)


def _undone(row: UndoneRow) -> str:
    names = listed(row.names)
    match row.what:
        case Undone.PACKAGES:
            return "Svar på det som har skickats tas inte emot längre."
        case Undone.APPROVALS:
            return f"Godkännanden som inte gäller längre: {names}."
        case Undone.SIGNATURES:
            return f"Underskrifter som inte gäller längre: {names}."
        case Undone.DATE:
            return "Att paragraferna är justerade, och dagen för det."
        case Undone.LOCK:
            return "Låset: texten kan ändras igen."


def banner_text(views: Iterable[JusteringView]) -> str:
    """Return what someone must know who is about to change a protokoll; «» when nothing is out."""
    return " ".join(filter(None, map(_banner, views)))


def _banner(view: JusteringView) -> str:
    which = set_text(view)
    match view.läge:
        case "utskickat" | "ändringar begärda":
            asked = f"{which} är utskickade för justering (version {view.version})."
            return f"{asked} Ändras de gäller inte godkännandena." if view.underskrifter else asked
        case "godkänt":
            return f"{which} är godkända av alla och låsta."
        case "justerat":
            return f"{which} är justerade och låsta."
        case "utkast":
            return ""
