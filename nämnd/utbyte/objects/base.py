"""What all objects of the format share: strictness, and the kinds of values there are."""

import re
from collections.abc import Callable
from datetime import date, datetime
from types import UnionType
from typing import (
    Annotated,
    Any,
    ClassVar,
    TypeAlias,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
)

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from nämnd.core import paragrafer
from nämnd.core.richtext import clean_lines, clean_text
from nämnd.sammanträde.rules import read_time

ERROR = "utbyte"  # the type of our own errors; what was expected is in their context
OR_TEXT = "eller text"  # marks in a schema that a bare text will do, for its only word
NOT_YET = "ännu"  # the type of what this version does not know

T = TypeVar("T")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PART_OF_A_DAY = re.compile(r"\d{4}(-\d{2})?", re.ASCII)
_NUMBER = 1_000_000  # no count or number of a nämnd comes near


class JsonObject(BaseModel):
    """An object of the format.

    A key that is left out says nothing: what is there stays. `null` for a key that can't be empty
    counts as left out, else as known to be empty.
    """

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    not_yet: ClassVar[frozenset[str]] = frozenset()

    @model_validator(mode="before")
    @classmethod
    def _leave_out_nulls(cls, data: object) -> object:
        if not isinstance(data, dict):
            return data
        given = cast("dict[str, object]", data)
        return {key: one for key, one in given.items() if one is not None or _can_be_null(cls, key)}


class SparseObject(JsonObject):
    """An object that is kept as JSON with the keys it has, and written with no others."""


def _can_be_null(kind: type[JsonObject], key: str) -> bool:
    field = kind.model_fields.get(key)
    return field is None or field.is_required() or field.default is None


def problem(expected: str) -> PydanticCustomError:
    """Return the error that says what was expected."""
    return PydanticCustomError(ERROR, "{expected}", {"expected": expected})


def clean_line(text: str) -> str:
    """Return `text` as one line is kept: composed, white space as single spaces.

    This and `clean_lines` are the same on the way out and in, so that a file is never unlike what
    came of it.
    """
    return clean_text(text).strip()


def _filled(clean: Callable[[str], str]) -> Callable[[str], str]:
    def check(text: str) -> str:
        kept = clean(text)
        if not kept.strip():
            raise problem("en text som inte är tom")
        return kept

    return check


def _or_none(clean: Callable[[str], str]) -> Callable[[str | None], str | None]:
    def check(text: str | None) -> str | None:
        return None if text is None else clean(text) or None

    return check


def _day(value: object) -> object:
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise problem("ett datum som «2019-11-22»")
    if _PART_OF_A_DAY.fullmatch(value):
        raise problem("ett helt datum som «2019-11-22»; dagen måste vara känd här")
    if not _DAY.fullmatch(value):
        raise problem("ett datum som «2019-11-22»")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise problem("ett datum som finns i kalendern") from None


def _day_text(value: object) -> str | None:
    return None if value in (None, "") else cast("date", _day(value)).isoformat()


def _part_of_a_day(text: str | None) -> str | None:
    if not text:
        return None
    if not _PART_OF_A_DAY.fullmatch(text):
        return _day_text(text)
    try:
        date.fromisoformat(f"{text}-01-01"[: len("2019-01-01")])
    except ValueError:
        raise problem("ett datum som finns i kalendern") from None
    return text


def _number_text(value: object) -> object:
    return str(value) if type(value) is int else value  # not true and false


def _set(text: str | None) -> str | None:
    try:
        return paragrafer.read(text).text
    except ValueError:
        raise problem("paragrafer som «59–64», «59–61, 63», «62 punkt 2» eller «14–»") from None


def _time_of_day(text: str) -> str:
    if read_time(text) != text:
        raise problem("ett klockslag som «08.30»")
    return text


def _moment(text: str) -> str:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise problem("en tidpunkt som «2019-11-13T09:41:00»") from None
    return text


def _id(text: str) -> str:
    if not text.strip() or text != clean_line(text):
        raise problem("ett id utan blanksteg först eller sist och utan osynliga tecken")
    return text


def _nothing(value: object) -> None:
    if value not in (None, [], {}, ""):
        raise PydanticCustomError(NOT_YET, "not yet")


Line = Annotated[str, AfterValidator(clean_line)]
"""One line of text."""
Title = Annotated[str, AfterValidator(_filled(clean_line))]
"""One line of text that is not empty."""
Text = Annotated[str, AfterValidator(clean_lines)]
"""Text with line breaks."""
FilledText = Annotated[str, AfterValidator(_filled(clean_lines))]
MaybeLine = Annotated[str | None, AfterValidator(_or_none(clean_line))]
MaybeText = Annotated[str | None, AfterValidator(_or_none(clean_lines))]
Id = Annotated[str, StringConstraints(min_length=1, max_length=64), AfterValidator(_id)]
"""Names an object through its whole life."""
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
FilePath = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
"""Path to a file, relative to the JSON file, with / between folders."""
Number = Annotated[int, Field(ge=0, le=_NUMBER)]
Positive = Annotated[int, Field(ge=1, le=_NUMBER)]
Datum = Annotated[date, BeforeValidator(_day)]
"""A whole date, ISO."""
DatumText = Annotated[
    str | None,
    BeforeValidator(_day_text),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}),
]
"""A whole date, kept as text."""
DatumDel = Annotated[
    str | None,
    AfterValidator(_part_of_a_day),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "pattern": r"^\d{4}(-\d\d){0,2}$"}, {"type": "null"}]}
    ),
]
"""A date that may be known in part: «2019-08-15», «2019-08», «2019»."""
ParagrafMängd = Annotated[
    str | None,
    AfterValidator(_set),
    Field(description="Som «59–61, 63», «62 punkt 2» eller «14–»; null är alla."),
]
"""A set of §§, normalised; None is all of them."""
ParagrafText = Annotated[
    str | None,
    AfterValidator(_or_none(clean_line)),
    BeforeValidator(_number_text),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "null"}]}),
]
"""The § of somebody else's protokoll, as they write it; a bare number will do."""
HärlettId = Annotated[
    Id | None, Field(description="Får saknas i filen: då härleds det ur platsen i den.")
]
"""An id that need not be in the file: `nämnd.utbyte.given_ids` sees that it is there anyhow."""
Klockslag = Annotated[
    str,
    AfterValidator(_time_of_day),
    WithJsonSchema({"type": "string", "pattern": r"^\d\d\.\d\d$"}),
]
"""A time of day, «08.30»."""
Tidpunkt = Annotated[str, AfterValidator(_moment)]
"""A date and a time, ISO."""
Many: TypeAlias = Annotated[tuple[T, ...], Field(strict=False)]  # JSON has lists, we keep tuples
"""A list."""
NotYet = Annotated[
    None,
    BeforeValidator(_nothing),
    WithJsonSchema({"enum": [None, [], {}, ""], "description": "Läses inte i den här versionen."}),
]
"""Something the format has and this version has not: empty, or refused."""


def object_in(annotation: Any) -> type[JsonObject] | None:  # noqa: ANN401 - any type expression
    """Return the kind of object that a key with this type holds, one or many of them."""
    if isinstance(annotation, type) and issubclass(annotation, JsonObject):
        return annotation
    if get_origin(annotation) in (tuple, Union, UnionType, Annotated):
        inside = (object_in(one) for one in get_args(annotation))
        return next((one for one in inside if one is not None), None)
    return None


def dumped(value: object) -> Any:  # noqa: ANN401 - JSON
    """Return `value` as plain JSON: objects as dicts, dates as text."""
    match value:
        case SparseObject():
            return value.model_dump(mode="json", exclude_none=True)
        case JsonObject():
            return value.model_dump(mode="json")
        case tuple():
            return [dumped(one) for one in cast("tuple[object, ...]", value)]
        case date():
            return value.isoformat()
        case _:
            return value
