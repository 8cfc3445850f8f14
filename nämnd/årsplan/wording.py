"""How the posts of a year are said: in a label, in a list, read aloud."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from nämnd.core.swedish import counted, long_date, month_name
from nämnd.årsplan.values import Slag, Årspost

SLAG_TEXT = {
    Slag.SAMMANTRÄDE: "Sammanträde",
    Slag.MÖTESFRIST: "Stoppdag och beredning",
    Slag.KALLELSE: "Kallelse",
    Slag.JUSTERING: "Justering",
    Slag.BEVAKNING: "Bevakning",
    Slag.ÅTERKOMMANDE: "Återkommande",
    Slag.SPÄRRDAG: "Upptagen dag",
}
PLURAL = {
    Slag.SAMMANTRÄDE: "Sammanträden",
    Slag.MÖTESFRIST: "Stoppdagar och beredning",
    Slag.KALLELSE: "Kallelser",
    Slag.JUSTERING: "Justering",
    Slag.BEVAKNING: "Bevakningar",
    Slag.ÅTERKOMMANDE: "Återkommande",
    Slag.SPÄRRDAG: "Upptagna dagar",
}
_LETTERS = 3


def short_month(number: int) -> str:
    """Return «nov» for 11."""
    return month_name(number)[:_LETTERS]


def short_day(post: Årspost) -> str:
    """Return «22 nov», «22–23 nov» or «30 nov–1 dec»."""
    first, last = post.dag, post.till or post.dag
    if first == last:
        return f"{first.day} {short_month(first.month)}"
    if first.month == last.month:
        return f"{first.day}–{last.day} {short_month(first.month)}"
    return f"{first.day} {short_month(first.month)}–{last.day} {short_month(last.month)}"


def label_text(post: Årspost) -> str:
    """Return what stands at the mark of a post: «22 nov Sammanträde 4»."""
    return f"{short_day(post)} {post.text}"


def marks(post: Årspost) -> tuple[str, ...]:
    """Return what is special about a post: it is late, done, or a right is lost by it."""
    done = {Slag.SAMMANTRÄDE: "hållet", Slag.MÖTESFRIST: "passerad"}.get(post.slag, "klar")
    said = (
        (post.inställt, "inställt"),
        (post.sen, "försenad"),
        (post.klar and not post.inställt, done),
        (post.förverkande and not post.klar, "en rätt går förlorad om dagen missas"),
    )
    return tuple(words for true, words in said if true)


def sentence(post: Årspost, *, slag: bool = True) -> str:
    """Return a post in words, as it is read aloud.

    «Fredag 22 november 2019: Sammanträde 4. Bevakning, försenad.»
    """
    last = f" till {long_date(post.till)}" if post.till and post.till != post.dag else ""
    when = long_date(post.dag) + last
    what = SLAG_TEXT[post.slag] if slag else ""
    if post.text.casefold().startswith(what.casefold()):
        what = ""
    more = ", ".join(filter(None, (what, *marks(post))))
    tail = f" {more[:1].upper()}{more[1:]}." if more else ""
    return f"{when[:1].upper()}{when[1:]}: {post.text.rstrip('.')}.{tail}"


def words(poster: Iterable[Årspost]) -> str:
    """Return the whole year in words, a line for each post, by day."""
    return "\n".join(sentence(one) for one in in_order(poster))


def in_short(poster: Iterable[Årspost], år: int) -> str:
    """Return the year in one sentence, for those who do not see the drawing."""
    counts = dict.fromkeys(Slag, 0)
    for one in poster:
        counts[one.slag] += 1
    watched = counts[Slag.BEVAKNING] + counts[Slag.ÅTERKOMMANDE]
    met = counted(counts[Slag.SAMMANTRÄDE], "sammanträde", "sammanträden")
    days = counted(
        counts[Slag.MÖTESFRIST] + counts[Slag.KALLELSE] + counts[Slag.JUSTERING],
        "dag som räknas från dem",
        "dagar som räknas från dem",
    )
    taken = counted(counts[Slag.SPÄRRDAG], "upptagen dag", "upptagna dagar")
    said = counted(watched, "bevakning", "bevakningar")
    return f"Året {år}: {met}, {days}, {said} och {taken}."


def in_order(poster: Iterable[Årspost]) -> tuple[Årspost, ...]:
    """Return the posts by day; on a day, sammanträden first."""
    order = {slag: number for number, slag in enumerate(Slag)}
    return tuple(sorted(poster, key=lambda one: (one.dag, order[one.slag], one.text)))


def outward(poster: Iterable[Årspost]) -> tuple[Årspost, ...]:
    """Return the posts as they may leave the nämnd: what may not be told has another text."""
    return tuple(replace(one, text=one.dolt) if one.dolt is not None else one for one in poster)


def of_year(poster: Iterable[Årspost], år: int) -> tuple[Årspost, ...]:
    """Return the posts that begin in `år`, in order."""
    return tuple(one for one in in_order(poster) if one.dag.year == år)


def day_of_year(dag: date) -> int:
    """Return 0 for the first of January."""
    return (dag - date(dag.year, 1, 1)).days


def days_in(år: int) -> int:
    """Return 365, or 366 in a leap year."""
    return day_of_year(date(år, 12, 31)) + 1
