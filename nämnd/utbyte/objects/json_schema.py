"""The format as JSON Schema, made from the classes that read the file."""

from typing import Any, cast
from urllib.parse import quote

from nämnd.utbyte.objects.base import OR_TEXT
from nämnd.utbyte.objects.file import UtbyteFile

JsonSchema = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> JsonSchema:
    """Return the JSON Schema of the exchange format."""
    made = UtbyteFile.model_json_schema()
    kinds: JsonSchema = made.pop("$defs")
    names = {key: one["title"].removesuffix("Object").lower() for key, one in kinds.items()}
    root = _plain(made) | {"title": "Utbytesfil för Nämnd"}
    definitions = {names[key]: _definition(one, names[key]) for key, one in kinds.items()}
    return _renamed({"$schema": _DIALECT, **root, "$defs": definitions}, names)


def _definition(kind: JsonSchema, name: str) -> JsonSchema:
    or_text = kind.pop(OR_TEXT, False)
    made = _plain(kind) | {"title": name}
    return {"title": name, "anyOf": [{"type": "string"}, made]} if or_text else made


def _plain(kind: JsonSchema) -> JsonSchema:
    """Return the schema of an object as the reader takes it: null for what may be left out."""
    required = kind.get("required", [])
    properties = {
        key: _untitled(one) if key in required else _or_null(_untitled(one))
        for key, one in kind["properties"].items()
    }
    # the docstrings are for those who read the source
    return {key: one for key, one in kind.items() if key != "description"} | {
        "properties": properties
    }


def _untitled(one: JsonSchema) -> JsonSchema:
    return {key: value for key, value in one.items() if key not in ("title", "default")}


def _or_null(one: JsonSchema) -> JsonSchema:
    takes_null = {"type": "null"} in one.get("anyOf", ()) or None in one.get("enum", ())
    if takes_null:
        return one
    said = {key: value for key, value in one.items() if key == "description"}
    bare = {key: value for key, value in one.items() if key != "description"}
    return {"anyOf": [bare, {"type": "null"}], **said}


def _renamed(value: Any, names: dict[str, str]) -> Any:  # noqa: ANN401 - JSON
    match value:
        case {"$ref": str() as ref}:
            return {"$ref": f"#/$defs/{quote(names[ref.removeprefix('#/$defs/')])}"}
        case dict():
            inner = cast("JsonSchema", value)
            return {key: _renamed(one, names) for key, one in inner.items()}
        case list():
            return [_renamed(one, names) for one in cast("list[object]", value)]
        case _:
            return value
