"""A deadline that a document seems to set."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Slag(StrEnum):
    """How the document says when."""

    DATUM = "datum"  # `datum`
    PERIOD = "period"  # from `från` to `datum`
    SAMMANTRÄDE = "sammanträde"  # `sammanträde`: the n-th of a year
    ÅRLIGEN = "årligen"  # `datum` is the first; every year after that


@dataclass(frozen=True, slots=True)
class Frist:
    """One proposal, with the words it is read from. Somebody decides whether it is watched."""

    slag: Slag
    mening: str  # the sentence
    rad: int  # its first line in the whole text, from 1
    rad_till: int
    sida: int  # from 1
    datum: date | None = None  # the last day
    från: date | None = None
    sammanträde: tuple[int, int] | None = None  # (4, 2019)
    vem: str | None = None  # who must do it: «regionerna»
    till: str | None = None  # for whom: «Kammarkollegiet»
    vad: str = ""  # a proposed rubrik: «Rekvirera medel»
    förverkande: bool = False  # a right is lost when it is late
    passerad: bool = False  # on the day it was asked for
    före: bool = False  # «före den 1 mars»: the last day is the one before `datum`
