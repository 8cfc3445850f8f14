"""What each finding says, in a sentence or two."""

from collections.abc import Callable

from nämnd.core.paragrafer import of
from nämnd.core.swedish import counted, listed
from nämnd.core.wording import Change, Sats
from nämnd.protokoll.findings import Finding, Part, Rule
from nämnd.protokoll.values import Protokoll

_PLACES = {
    Part.NUMMER: "numret",
    Part.RUBRIK: "rubriken",
    Part.INGRESS: "inledningen till beslutet",
    Part.BESLUT: "beslutet",
    Part.SAMMANFATTNING: "sammanfattningen",
    Part.BESLUTSUNDERLAG: "beslutsunderlaget",
    Part.YRKANDE: "ett yrkande",
    Part.BESLUTSGÅNG: "beslutsgången",
    Part.PROPOSITIONSORDNING: "propositionsordningen",
    Part.VOTERING: "en omröstning",
    Part.DELTAR_INTE: "dem som inte deltar",
    Part.JÄV: "jäv",
    Part.RESERVATION: "en reservation",
    Part.ANTECKNING: "en anteckning",
    Part.ANMÄLNINGAR: "anmälningarna",
    Part.EXPEDIERING: "expedieringen",
    Part.NÄRVARO: "närvaron",
    Part.ORDFÖRANDE: "ordförandeskapet",
    Part.JUSTERARE: "justerare",
    Part.JUSTERING: "justeringen",
    Part.TIDER: "tiderna",
    Part.PLATS: "platsen",
    Part.DAGORDNING: "dagordningen",
}


def finding_text(finding: Finding, protokoll: Protokoll, *, wording: bool = True) -> str:
    """Return what is found, as a sentence or two.

    `wording`: with the words that differ, when two wordings do.
    """
    text = _TEXTS[finding.rule](_Said(finding, protokoll))
    differing = wording_text(finding.satser) if wording else ""
    return f"{text} {differing}".strip()


def wording_text(satser: tuple[Sats, ...]) -> str:
    """Return how two wordings differ, in a line: «Att [+ godkänna och] lägga [– ned]»."""
    return " / ".join(_sats(one) for one in satser if one.changed)


def _sats(sats: Sats) -> str:
    marks = {Change.SAME: "{}", Change.ADDED: "[+ {}]", Change.REMOVED: "[– {}]"}
    return " ".join(marks[one.change].format(one.text) for one in sats.pieces)


class _Said:
    """What a finding is about, in words."""

    def __init__(self, finding: Finding, protokoll: Protokoll) -> None:
        self.words = (*finding.words, "", "", "", "")
        self.numbers = finding.numbers
        self.persons = finding.persons
        self._finding, self._protokoll = finding, protokoll

    @property
    def who(self) -> str:
        return listed(self.name(key) for key in self.persons)

    @property
    def rule(self) -> Rule:
        return self._finding.rule

    @property
    def place(self) -> str:
        return _PLACES[self._finding.place.part]

    @property
    def punkt(self) -> str:
        """Return «Punkt 2: …» of a beslut with several."""
        nummer = self.words[0]
        return f"punkt {nummer}" if nummer else "beslutet"

    @property
    def paragrafer(self) -> str:
        """Return «§ 62» or «§§ 59–61, 63»."""
        text = of(self.numbers).text or ""
        return f"§ {text}" if len(self.numbers) == 1 else f"§§ {text}"

    @property
    def also(self) -> str:
        """Return «, även §§ 63–64» for the §§ beside the one that the finding is about."""
        first = self._finding.nummer
        others = [one for one in self.numbers if one != first]
        text = of(others).text
        return (
            f" Det gäller även § {text}."
            if len(others) == 1
            else (f" Det gäller även §§ {text}." if others else "")
        )

    @property
    def satser(self) -> tuple[Sats, ...]:
        return self._finding.satser

    def name(self, key: str) -> str:
        return self._protokoll.name(key)

    def nth(self, place: int) -> str:
        return self.name(self.persons[place]) if place < len(self.persons) else "någon"


_Text = Callable[[_Said], str]


def _gap(s: _Said) -> str:
    one = len(s.numbers) == 1
    return f"{s.paragrafer} saknas: {'numret' if one else 'numren'} används inte."


def _duplicate(s: _Said) -> str:
    if s.words[0]:
        return f"Numret används också vid sammanträdet {s.words[0]}."
    return "Numret används två gånger i protokollet."


def _unhandled(s: _Said) -> str:
    if len(s.numbers) == 1:
        name = f"{s.numbers[0]} «{s.words[0]}»"
        return f"Punkt {name} är varken behandlad eller struken ur dagordningen."
    return f"Punkterna {of(s.numbers).text} är varken behandlade eller strukna ur dagordningen."


def _quorum(s: _Said) -> str:
    serving, seats, needed = (*s.numbers, 0, 0, 0)[:3]
    part = f" vid punkt {s.words[0]}" if s.words[0] else ""
    return f"Nämnden är inte beslutsför{part}: {serving} av {seats} tjänstgör, {needed} behövs."


def _no_utfall(s: _Said) -> str:
    if s.words[1]:
        return f"I {s.punkt} står inte vad nämnden har beslutat om «{_cut(s.words[1])}»."
    return f"{s.punkt.capitalize()} saknar text eller utfall."


def _not_put(s: _Said) -> str:
    partier = [one for one in s.words[1:] if one]
    who = listed((*map(s.name, s.persons), *partier)) or "någon"
    return f"Ingen proposition tar upp yrkandet från {who}: «{_cut(s.words[0])}»."


def _against_beslut(s: _Said) -> str:
    outcomes = listed(f"«{one}»" for one in s.words[1:] if one)
    return f"Omröstningen utföll för «{_cut(s.words[0])}», men beslutets utfall är {outcomes}."


def _votes_missing(s: _Said) -> str:
    many = 6
    if len(s.persons) > many:
        return f"{counted(len(s.persons), 'röst', 'röster')} saknas i omröstningen."
    return f"I omröstningen saknas rösten från {s.who}."


def _name(s: _Said) -> str:
    parti = f" ({s.words[1]})" if s.words[1] else ""
    return f"{s.words[0]}{parti}"


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 90 else f"{plain[:89].rstrip()}…"  # noqa: PLR2004 - a line


_TEXTS: dict[Rule, _Text] = {
    Rule.GAP: _gap,
    Rule.DUPLICATE: _duplicate,
    Rule.ORDER: lambda s: f"Numret kommer efter § {s.numbers[0]} men är lägre.",
    Rule.OPEN: lambda _: "Paragrafen är inte avslutad.",
    Rule.UNHANDLED: _unhandled,
    Rule.NO_BESLUT: lambda _: "Beslut saknas.",
    Rule.NO_UTFALL: _no_utfall,
    Rule.DIFFERS: lambda _: "Beslutet skiljer sig från förslaget, men ingen har yrkat ändring.",
    Rule.FÖRSLAG_DIFFERS: lambda s: (
        f"Förslaget i punkt {s.words[0]} är inte det som missivet föreslår."
    ),
    Rule.NO_YRKANDE: lambda s: f"Utfallet är «{s.words[0]}», men inget yrkande är antecknat.",
    Rule.NO_ADDRESSEE: lambda s: (
        f"Beslutet riktar sig till andra, men det står inte vilka: «{_cut(s.words[1])}»."
    ),
    Rule.NO_EXPEDIERING: lambda _: "Beslutet går till någon annan, men ingen mottagare är angiven.",
    Rule.YRKANDE_NOT_PUT: _not_put,
    Rule.YRKANDE_BY_OTHER: lambda s: f"{s.who} yrkar men tjänstgör inte i ärendet.",
    Rule.VOTERING_AGAINST_BESLUT: _against_beslut,
    Rule.OPEN_VAL: lambda _: "Valet har skett öppet.",
    Rule.CLOSED_OMRÖSTNING: lambda _: "Omröstningen är sluten men gäller inte ett val.",
    Rule.NAMES_IN_CLOSED: lambda _: "Omröstningen är sluten, men namnen är antecknade.",
    Rule.MORE_VOTES_THAN_VOTERS: lambda _: "Det är fler röster än det finns röstande.",
    Rule.VOTES_MISSING: _votes_missing,
    Rule.VOTES_WITHOUT_SERVING: lambda s: f"{s.who} har röstat men tjänstgör inte i ärendet.",
    Rule.VOTES_WITH_JÄV: lambda s: f"{s.who} har röstat men har anmält jäv.",
    Rule.VOTES_AND_DELTAR_INTE: lambda s: f"{s.who} har röstat men deltar inte i beslutet.",
    Rule.ORDFÖRANDE_MUST_VOTE: lambda _: (
        "Rösterna är lika många, men ordföranden har inte röstat Ja eller Nej."
    ),
    Rule.LOT_MISSING: lambda _: "Rösterna är lika många, men lottens utfall är inte antecknat.",
    Rule.RESULT_MISSING: lambda _: "Omröstningen saknar resultat.",
    Rule.RESULT_AGAINST_VOTES: lambda _: "Omröstningens resultat stämmer inte med rösterna.",
    Rule.DECIDED_OTHERWISE: lambda _: (
        "Det antecknade sättet att avgöra omröstningen stämmer inte med rösterna."
    ),
    Rule.PROPOSITION_MISSING: lambda _: "Det står inte vad Ja och Nej betyder i omröstningen.",
    Rule.SAME_PROPOSITION: lambda _: "Ja och Nej betyder samma sak i omröstningen.",
    Rule.HUVUDVOTERING_MISSING: lambda _: "Efter kontrapropositionen följer ingen huvudvotering.",
    Rule.KONTRAPROPOSITION_LATE: lambda _: "Kontrapropositionen kommer efter huvudvoteringen.",
    Rule.STRUCK_OUT_RETURNS: lambda _: (
        "Ett förslag som föll i en kontraproposition är med i en senare omröstning."
    ),
    Rule.RESERVATION_BY_OTHER: lambda s: f"{s.who} reserverar sig men deltog inte i beslutet.",
    Rule.RESERVATION_AND_DELTAR_INTE: lambda s: (
        f"{s.who} både reserverar sig och avstår från att delta i beslutet."
    ),
    Rule.MENING_BY_SERVING: lambda s: (
        f"{s.who} tjänstgör, men har en mening antecknad som icke tjänstgörande ersättare."
    ),
    Rule.DELTAR_INTE_BY_OTHER: lambda s: (
        f"{s.who} står som att inte delta i beslutet men tjänstgör inte heller."
    ),
    Rule.NOBODY_THERE: lambda _: "Det är inte antecknat vilka som tjänstgör.",
    Rule.QUORUM: _quorum,
    Rule.REPLACED: lambda s: f"{s.nth(0)} tjänstgör, men ersätts samtidigt av {s.nth(1)}.{s.also}",
    Rule.TWO_ERSÄTTARE: lambda s: f"{s.nth(1)} och {s.nth(2)} ersätter båda {s.nth(0)}.{s.also}",
    Rule.SERVES_TWICE: lambda s: f"{s.who} tjänstgör på två platser.{s.also}",
    Rule.TOO_MANY: lambda s: f"Fler tjänstgör än nämnden har platser.{s.also}",
    Rule.OTHER_PARTY: lambda s: f"{s.nth(0)} ersätter {s.nth(1)}, som tillhör ett annat parti.",
    Rule.OTHER_HUVUDMAN: lambda s: (
        f"{s.nth(0)} ersätter {s.nth(1)}, som en annan huvudman har utsett."
    ),
    Rule.ABSENT_AND_THERE: lambda s: (
        f"{s.who} står som frånvarande men tjänstgör hela sammanträdet."
    ),
    Rule.NO_ORDFÖRANDE: lambda s: f"Ingen är ordförande.{s.also}",
    Rule.TWO_ORDFÖRANDE: lambda s: f"Två är ordförande samtidigt.{s.also}",
    Rule.ORDFÖRANDE_NOT_SERVING: lambda s: f"{s.who} är ordförande men tjänstgör inte.{s.also}",
    Rule.ORDFÖRANDE_JÄV: lambda s: f"{s.who} har jäv men är ordförande.",
    Rule.NO_JUSTERARE: lambda s: f"Ingen är utsedd att justera paragrafen.{s.also}",
    Rule.JUSTERARE_NOT_SERVING: lambda s: (
        f"{s.who} ska justera men tjänstgjorde inte i ärendet.{s.also}"
    ),
    Rule.JUSTERARE_JÄV: lambda s: f"{s.who} har jäv men ska justera paragrafen.",
    Rule.JUSTERARE_PRESIDES: lambda s: (
        f"{s.who} är både ordförande och utsedd att justera.{s.also}"
    ),
    Rule.JUSTERING_LATE: lambda s: (
        f"Justeringen är {s.words[0]}, men ska vara gjord senast {s.words[1]}."
    ),
    Rule.JUSTERING_OVERDUE: lambda s: f"{s.paragrafer} skulle ha justerats senast {s.words[0]}.",
    Rule.JÄV_NOT_THERE: lambda s: f"{s.who} har jäv men står inte bland de närvarande.",
    Rule.JÄV_AND_DELTAR_INTE: lambda s: (
        f"{s.who} har jäv och står dessutom som att inte delta i beslutet."
    ),
    Rule.PLACEHOLDER: lambda s: (
        f"I {s.place} står {listed(f'«{one}»' for one in s.words if one)} kvar att fylla i."
    ),
    Rule.UNKNOWN_NAME: lambda s: f"{_name(s)} nämns men finns inte bland dem som är kända här.",
    Rule.MISSPELT_NAME: lambda s: f"{_name(s)} nämns. Är det {s.words[2]}?",
    Rule.NAME_WITH_OTHER_PARTY: lambda s: (
        f"{_name(s)} nämns, men partiet är {listed(one for one in s.words[2:] if one)}."
    ),
    Rule.ENDED_BEFORE_OPENED: lambda s: (
        f"Sammanträdet {s.words[0]} avslutades {s.words[2]}, före öppnandet {s.words[1]}."
    ),
    Rule.BREAK_BACKWARDS: lambda s: (
        f"Ajourneringen {s.words[0]}–{s.words[1]} slutar innan den börjar."
    ),
    Rule.BREAK_OUTSIDE: lambda s: (
        f"Ajourneringen {_span(s.words)} ligger utanför sammanträdets tider."
    ),
    Rule.BREAK_OPEN: lambda s: f"Ajourneringen {s.words[0]} har ingen sluttid.",
    Rule.PRESENCE_BACKWARDS: lambda s: f"{s.who} gick {s.words[1]} men kom först {s.words[0]}.",
    Rule.TIME_OUTSIDE: lambda s: (
        f"Paragrafen behandlades {s.words[0]}, utanför sammanträdets tider."
    ),
}


def _span(words: tuple[str, ...]) -> str:
    return words[0] if not words[1] else f"{words[0]}–{words[1]}"
