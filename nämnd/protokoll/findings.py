"""What the checks of a protokoll can find: rules, how grave they are, and where in it they point.

They warn; the secretary decides (DESIGN.md rule 4). What a finding says to the user is written in
`nämnd.finding_messages`.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from nämnd.core.wording import Sats
from nämnd.protokoll.values import ParagrafRow
from nämnd.protokoll.votering import SOURCES


class Severity(IntEnum):
    """How much there is in it; the gravest first."""

    WRONG = 1  # against the law, or the protokoll contradicts itself
    CHECK = 2  # most often a slip
    NOTE = 3  # allowed, worth knowing


class Part(StrEnum):
    """Which part of a § (or of the sammanträde, without a §) a finding is about."""

    NUMMER = "nummer"
    RUBRIK = "rubrik"
    INGRESS = "ingress"
    BESLUT = "beslut"
    SAMMANFATTNING = "sammanfattning"
    BESLUTSUNDERLAG = "beslutsunderlag"
    YRKANDE = "yrkande"
    BESLUTSGÅNG = "beslutsgång"
    PROPOSITIONSORDNING = "propositionsordning"
    VOTERING = "votering"
    DELTAR_INTE = "deltar inte"
    JÄV = "jäv"
    RESERVATION = "reservation"
    ANTECKNING = "anteckning"
    ANMÄLNINGAR = "anmälningar"
    EXPEDIERING = "expediering"
    NÄRVARO = "närvaro"
    ORDFÖRANDE = "ordförande"
    JUSTERARE = "justerare"
    JUSTERING = "justering"
    TIDER = "tider"
    PLATS = "plats"
    DAGORDNING = "dagordning"


@dataclass(frozen=True, slots=True)
class Place:
    """A part, and the id of the row in it (a yrkande, a votering …) when it is about one."""

    part: Part
    key: str | None = None


class Rule(StrEnum):
    """Every rule, by its words. Those of a votering are `nämnd.protokoll.votering`'s."""

    GAP = "lucka i paragrafnumren"
    DUPLICATE = "samma paragrafnummer två gånger"
    ORDER = "paragrafnummer i fel ordning"
    OPEN = "paragraf inte avslutad"
    UNHANDLED = "punkt inte behandlad"
    NO_BESLUT = "beslut saknas"
    NO_UTFALL = "utfall saknas"
    DIFFERS = "beslut skiljer sig från förslaget"
    FÖRSLAG_DIFFERS = "förslag skiljer sig från missivet"
    NO_YRKANDE = "utfall utan yrkande"
    NO_ADDRESSEE = "rekommendation utan mottagare"
    NO_EXPEDIERING = "expediering saknas"
    YRKANDE_NOT_PUT = "yrkande inte prövat"
    YRKANDE_BY_OTHER = "yrkande av någon som inte tjänstgör"
    VOTERING_AGAINST_BESLUT = "votering mot beslutet"
    OPEN_VAL = "öppet val"
    CLOSED_OMRÖSTNING = "sluten omröstning"
    NAMES_IN_CLOSED = "namn i sluten omröstning"
    MORE_VOTES_THAN_VOTERS = "fler röster än röstande"
    VOTES_MISSING = "röster saknas"
    VOTES_WITHOUT_SERVING = "röstar utan att tjänstgöra"
    VOTES_WITH_JÄV = "röstar trots jäv"
    VOTES_AND_DELTAR_INTE = "röstar men deltar inte"
    ORDFÖRANDE_MUST_VOTE = "ordföranden måste rösta"
    LOT_MISSING = "lottning saknas"
    RESULT_MISSING = "resultat saknas"
    RESULT_AGAINST_VOTES = "resultat mot rösterna"
    DECIDED_OTHERWISE = "fel avgörande"
    PROPOSITION_MISSING = "proposition saknas"
    SAME_PROPOSITION = "samma proposition"
    HUVUDVOTERING_MISSING = "huvudvotering saknas"
    KONTRAPROPOSITION_LATE = "kontraproposition efter huvudvotering"
    STRUCK_OUT_RETURNS = "utslaget förslag kommer igen"
    RESERVATION_BY_OTHER = "reservation av någon som inte deltog"
    RESERVATION_AND_DELTAR_INTE = "reservation och deltar inte"
    MENING_BY_SERVING = "ersättares mening av någon som tjänstgör"
    DELTAR_INTE_BY_OTHER = "deltar inte utan att tjänstgöra"
    NOBODY_THERE = "närvaro saknas"
    QUORUM = "inte beslutsför"
    REPLACED = "närvarande och ersatt"
    TWO_ERSÄTTARE = "två ersättare för samma ledamot"
    SERVES_TWICE = "tjänstgör på två platser"
    TOO_MANY = "fler tjänstgörande än platser"
    OTHER_PARTY = "ersättare från annat parti"
    OTHER_HUVUDMAN = "ersättare från annan huvudman"
    ABSENT_AND_THERE = "frånvarande och närvarande"
    NO_ORDFÖRANDE = "ordförande saknas"
    TWO_ORDFÖRANDE = "två ordförande"
    ORDFÖRANDE_NOT_SERVING = "ordföranden tjänstgör inte"
    ORDFÖRANDE_JÄV = "ordföranden har jäv"
    NO_JUSTERARE = "justerare saknas"
    JUSTERARE_NOT_SERVING = "justeraren tjänstgjorde inte"
    JUSTERARE_JÄV = "justeraren har jäv"
    JUSTERARE_PRESIDES = "justeraren är ordförande"
    JUSTERING_LATE = "justering efter 14 dagar"
    JUSTERING_OVERDUE = "tiden för justering har gått ut"
    JÄV_NOT_THERE = "jäv för någon som inte är där"
    JÄV_AND_DELTAR_INTE = "jäv och deltar inte"
    PLACEHOLDER = "malltext kvar"
    UNKNOWN_NAME = "okänt namn"
    MISSPELT_NAME = "namn nästan som ett känt"
    NAME_WITH_OTHER_PARTY = "namn med annat parti"
    ENDED_BEFORE_OPENED = "avslutat före öppnat"
    BREAK_BACKWARDS = "ajournering baklänges"
    BREAK_OUTSIDE = "ajournering utanför sammanträdet"
    BREAK_OPEN = "ajournering inte avslutad"
    PRESENCE_BACKWARDS = "gick före kom"
    TIME_OUTSIDE = "paragraf utanför sammanträdet"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. Persons are ids; which data is filled depends on the rule.

    `numbers`: §§ (or what the rule counts), `words`: texts, `satser`: how two wordings differ.
    """

    rule: Rule
    place: Place
    paragraf_id: str | None = None
    nummer: int | None = None  # of the §
    persons: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    satser: tuple[Sats, ...] = ()

    @property
    def severity(self) -> Severity:
        """Return how grave it is."""
        return _FACTS[self.rule][0]

    @property
    def källa(self) -> str:
        """Return the law or the practice that the rule comes from."""
        return source(self.rule)


def source(rule: Rule) -> str:
    """Return where a rule stands: «KL 6:27», «praxis»."""
    return _FACTS[rule][1]


def about(  # noqa: PLR0913 - the fields of a Finding, by name
    paragraf: ParagrafRow,
    rule: Rule,
    part: Part,
    *,
    key: str | None = None,
    persons: tuple[str, ...] = (),
    numbers: tuple[int, ...] = (),
    words: tuple[str, ...] = (),
    satser: tuple[Sats, ...] = (),
) -> Finding:
    """Return a finding about a §."""
    return Finding(
        rule, Place(part, key), paragraf.id, paragraf.nummer, persons, numbers, words, satser
    )


_WRONG, _CHECK, _NOTE = Severity.WRONG, Severity.CHECK, Severity.NOTE
_OF_VOTERING: dict[Rule, Severity] = {
    Rule.OPEN_VAL: _NOTE,
    Rule.CLOSED_OMRÖSTNING: _WRONG,
    Rule.NAMES_IN_CLOSED: _WRONG,
    Rule.MORE_VOTES_THAN_VOTERS: _WRONG,
    Rule.VOTES_MISSING: _WRONG,
    Rule.VOTES_WITHOUT_SERVING: _WRONG,
    Rule.VOTES_WITH_JÄV: _WRONG,
    Rule.VOTES_AND_DELTAR_INTE: _WRONG,
    Rule.ORDFÖRANDE_MUST_VOTE: _WRONG,
    Rule.LOT_MISSING: _WRONG,
    Rule.RESULT_MISSING: _CHECK,
    Rule.RESULT_AGAINST_VOTES: _WRONG,
    Rule.DECIDED_OTHERWISE: _WRONG,
    Rule.PROPOSITION_MISSING: _WRONG,
    Rule.SAME_PROPOSITION: _CHECK,
    Rule.HUVUDVOTERING_MISSING: _CHECK,
    Rule.KONTRAPROPOSITION_LATE: _CHECK,
    Rule.STRUCK_OUT_RETURNS: _CHECK,
}
_PRACTICE = "praxis"
_FACTS: dict[Rule, tuple[Severity, str]] = {
    Rule.GAP: (_NOTE, _PRACTICE),
    Rule.DUPLICATE: (_WRONG, _PRACTICE),
    Rule.ORDER: (_CHECK, _PRACTICE),
    Rule.OPEN: (_CHECK, "KL 5:53, 5:65"),
    Rule.UNHANDLED: (_CHECK, "KL 5:66"),
    Rule.NO_BESLUT: (_WRONG, "KL 5:67 p 4"),
    Rule.NO_UTFALL: (_WRONG, "KL 5:67 p 4"),
    Rule.DIFFERS: (_CHECK, "KL 5:67 p 1 och 4"),
    Rule.FÖRSLAG_DIFFERS: (_NOTE, _PRACTICE),
    Rule.NO_YRKANDE: (_CHECK, "KL 5:67 p 1"),
    Rule.NO_ADDRESSEE: (_NOTE, _PRACTICE),
    Rule.NO_EXPEDIERING: (_NOTE, _PRACTICE),
    Rule.YRKANDE_NOT_PUT: (_WRONG, "KL 5:53, 5:67 p 2"),
    Rule.YRKANDE_BY_OTHER: (_CHECK, "KL 4:22"),
    Rule.VOTERING_AGAINST_BESLUT: (_WRONG, "KL 5:55, 5:67 p 3 och 4"),
    Rule.RESERVATION_BY_OTHER: (_WRONG, "KL 4:27"),
    Rule.RESERVATION_AND_DELTAR_INTE: (_WRONG, "KL 4:25, 4:27"),
    Rule.MENING_BY_SERVING: (_CHECK, "KL 6:17"),
    Rule.DELTAR_INTE_BY_OTHER: (_CHECK, "KL 4:25"),
    Rule.NOBODY_THERE: (_WRONG, "KL 5:66"),
    Rule.QUORUM: (_WRONG, "KL 6:27"),
    Rule.REPLACED: (_WRONG, "KL 5:66, 5:67 p 5"),
    Rule.TWO_ERSÄTTARE: (_WRONG, "KL 4:22, 4:24"),
    Rule.SERVES_TWICE: (_WRONG, "KL 4:24"),
    Rule.TOO_MANY: (_WRONG, "KL 4:24, 6:27"),
    Rule.OTHER_PARTY: (_NOTE, "KL 6:16–17, reglementet"),
    Rule.OTHER_HUVUDMAN: (_NOTE, "KL 6:16–17, reglementet"),
    Rule.ABSENT_AND_THERE: (_CHECK, "KL 5:66"),
    Rule.NO_ORDFÖRANDE: (_WRONG, "KL 5:65, 6:22"),
    Rule.TWO_ORDFÖRANDE: (_CHECK, "KL 5:65"),
    Rule.ORDFÖRANDE_NOT_SERVING: (_WRONG, "KL 5:65, 6:22"),
    Rule.ORDFÖRANDE_JÄV: (_WRONG, "KL 6:28, 6:30"),
    Rule.NO_JUSTERARE: (_CHECK, "KL 5:69 och reglementet"),
    Rule.JUSTERARE_NOT_SERVING: (_CHECK, _PRACTICE),
    Rule.JUSTERARE_JÄV: (_CHECK, f"KL 6:30, {_PRACTICE}"),
    Rule.JUSTERARE_PRESIDES: (_CHECK, "KL 5:69 och reglementet"),
    Rule.JUSTERING_LATE: (_WRONG, "KL 5:69, lag (1930:173) 2 §"),
    Rule.JUSTERING_OVERDUE: (_WRONG, "KL 5:69, lag (1930:173) 2 §"),
    Rule.JÄV_NOT_THERE: (_CHECK, "KL 6:30"),
    Rule.JÄV_AND_DELTAR_INTE: (_NOTE, "KL 4:25, 6:30"),
    Rule.PLACEHOLDER: (_CHECK, _PRACTICE),
    Rule.UNKNOWN_NAME: (_CHECK, "KL 5:67 p 5"),
    Rule.MISSPELT_NAME: (_CHECK, _PRACTICE),
    Rule.NAME_WITH_OTHER_PARTY: (_CHECK, _PRACTICE),
    Rule.ENDED_BEFORE_OPENED: (_CHECK, _PRACTICE),
    Rule.BREAK_BACKWARDS: (_CHECK, _PRACTICE),
    Rule.BREAK_OUTSIDE: (_CHECK, _PRACTICE),
    Rule.BREAK_OPEN: (_CHECK, _PRACTICE),
    Rule.PRESENCE_BACKWARDS: (_CHECK, _PRACTICE),
    Rule.TIME_OUTSIDE: (_NOTE, _PRACTICE),
    **{rule: (severity, SOURCES[rule.value]) for rule, severity in _OF_VOTERING.items()},
}
"""How grave each rule is and where it stands. KL = kommunallagen (2017:725); the rules of 4 and 6
kap. hold for a nämnd as they are, those of 5 kap. through 6:33 and 6:35 (RULES.md)."""
