"""What the reader says when it is unsure: one Swedish sentence each."""

from nämnd.läsning.found import Doubt


def attsats_number(line: int, found: int, expected: int) -> Doubt:
    """An att-sats carries another number than its place."""
    return Doubt(
        f"Att-satsen har nummer {found} i dagordningen men är nummer {expected} i punkten.", line
    )


def bilaga_label(line: int, label: str, number: str) -> Doubt:
    """A bilaga is labelled for another punkt."""
    return Doubt(f"Bilagan heter {label} men står under punkt {number}.", line)


def heading_spelling(line: int, text: str) -> Doubt:
    """A heading is spelled in an unusual way."""
    return Doubt(f"Rubriken är skriven «{text}» och har lästs som «Ordförandens förslag».", line)


def jump(line: int, before: str, after: str) -> Doubt:
    """Numbers don't follow on."""
    return Doubt(
        f"Numren går från {before} till {after}. Kontrollera att ingen punkt saknas.", line
    )


def odd_underpunkt(line: int, number: int) -> Doubt:
    """A numbered line was read as underpunkt though its number does not follow on."""
    return Doubt(f"Raden med nummer {number} har lästs som en underpunkt.", line)


def missiv_guessed(line: int, title: str) -> Doubt:
    """A missiv was taken for that of the punkt, though its title reads otherwise."""
    return Doubt(f"«{title}» bland handlingarna har lästs som punktens missiv.", line)


def presenter(line: int, text: str) -> Doubt:
    """A sentence was read as who presents."""
    return Doubt(f"«{text}» har lästs som uppgift om föredragande.", line)


def read_as_förslag(line: int) -> Doubt:
    """A sentence without heading reads like a decision."""
    return Doubt("Texten är skriven som ett beslut och har lästs som förslag.", line)


def read_as_text(line: int) -> Doubt:
    """A sentence without heading."""
    return Doubt("Texten står utan rubrik och har lagts i sammanfattningen.", line)


def lead_dropped(line: int, text: str) -> Doubt:
    """The opening words of the att-satser say who decides; they have no place of their own."""
    return Doubt(f"Inledningen «{text}» har inte tagits med i att-satserna.", line)


def long_rubrik(line: int) -> Doubt:
    """A rubrik is unusually long."""
    return Doubt("Rubriken är ovanligt lång. Kanske hör en del av den till texten.", line)


def last_punkt_long(line: int) -> Doubt:
    """Nothing marked the end."""
    return Doubt("Det syns inte tydligt var dagordningen slutar. Kontrollera sista punkten.", line)


def missing(line: int, what: str) -> Doubt:
    """A fact about the sammanträde was not found: «Datum», «Tid», «Plats»."""
    return Doubt(f"{what} för sammanträdet hittades inte.", line)


def time_of_first(line: int, tid: str) -> Doubt:
    """The head gives no time, the first punkt does."""
    return Doubt(f"Tiden {tid} är hämtad från den första punkten.", line)


def weekday(line: int, text: str, day: str) -> Doubt:
    """The weekday does not belong to the date."""
    return Doubt(f"Det står {text}, men dagen är en {day}.", line)


def year_missing(line: int, text: str) -> Doubt:
    """A date without year."""
    return Doubt(f"Datumet «{text}» saknar år.", line)


def program_row(line: int, text: str) -> Doubt:
    """A row of the programme has no punkt of its own."""
    return Doubt(f"Raden «{text}» i tidsplanen hör inte till någon punkt.", line)


def unnumbered(line: int) -> Doubt:
    """The list has no numbers."""
    return Doubt("Listan saknar nummer. Kontrollera att varje rad är en egen punkt.", line)


def title_missing(line: int) -> Doubt:
    """No title says that this is a dagordning."""
    return Doubt(
        "Ingen rubrik säger att detta är en dagordning. Kontrollera att det är rätt fil.", line
    )
