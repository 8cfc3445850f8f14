"""What keeps a redovisning from being saved, answered, approved, registered or sent."""

from dataclasses import dataclass
from enum import Enum, auto

from nämnd.core.errors import NämndError


class RedovisningFault(Enum):
    """Why something can't be done."""

    RUBRIK_MISSING = auto()
    ANSWERS_TOO_LATE = auto()  # the answers are to come after the day it is to be sent
    OTHER_NÄMND = auto()  # the ärende, överenskommelse or huvudman is of another nämnd
    TEXT_MISSING = auto()  # a heading, text, question or table without words
    KOLUMNER_MISSING = auto()  # a table without columns
    TOO_MANY = auto()  # more questions or columns than any structure has
    HAS_ANSWERS = auto()  # a question that is to go has answers
    NOBODY = auto()  # spread over nobody, or over no question
    WHO_MISSING = auto()  # neither huvudman nor a name
    NOTHING_WRITTEN = auto()  # put together as finished without a word
    NO_QUESTIONS = auto()
    WHO_APPROVES = auto()
    APPROVED = auto()
    NOT_APPROVED = auto()
    REGISTERED = auto()
    NO_ÄRENDE = auto()
    SENT = auto()


@dataclass(eq=False)
class RedovisningError(NämndError):
    """Nothing was changed. `of`: the question it is about; else empty."""

    problem: RedovisningFault
    of: str = ""


@dataclass(eq=False)
class NotFinishedError(NämndError):
    """It can't be approved: these questions are not put together. `frågor`: their words."""

    frågor: tuple[str, ...]


@dataclass(eq=False)
class NotOurFormError(NämndError):
    """The file has no answers to questions of this redovisning."""

    name: str
