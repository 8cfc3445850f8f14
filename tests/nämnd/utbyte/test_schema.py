"""The published schema and the reader agree."""

import json
import re
from typing import Any, get_args
from urllib.parse import unquote

import pytest

from nämnd.organisation.rules import JURIDISKA_FORMER
from nämnd.utbyte.errors import UtbyteError
from nämnd.utbyte.objects import schema
from nämnd.utbyte.objects.organisation import JuridiskForm
from nämnd.utbyte.reading import file_of
from tests.nämnd.utbyte.diarium import with_diarium
from tests.nämnd.utbyte.making import export, full, small, take_in, write
from tests.nämnd.utbyte.whole import paragraf, whole

TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}
WHOLE = schema()
KNOWN = {
    "$ref", "additionalProperties", "anyOf", "const", "description", "enum", "format", "items",
    "maxItems", "maxLength", "maximum", "minItems", "minLength", "minimum", "pattern",
    "prefixItems", "properties", "propertyNames", "required", "title", "type", "$schema", "$defs",
}  # fmt: skip


def fits(value: Any, rule: dict[str, Any]) -> bool:
    """Say whether `value` fits `rule`: the part of JSON Schema that our schema uses."""
    assert rule.keys() <= KNOWN, "the check must know every word of the schema"
    if "$ref" in rule:
        name = unquote(rule["$ref"].removeprefix("#/$defs/"))
        return fits(value, WHOLE["$defs"][name])
    if "anyOf" in rule:
        return any(fits(value, one) for one in rule["anyOf"])
    if "enum" in rule and not any(
        value == one and type(value) is type(one) for one in rule["enum"]
    ):
        return False
    if "const" in rule and value != rule["const"]:
        return False
    kind = rule.get("type")
    if kind is not None and type(value) is not TYPES[kind]:
        return False
    match value:
        case dict():
            return _object_fits(value, rule)
        case list():
            return _list_fits(value, rule)
        case str():
            return _text_fits(value, rule)
        case int():
            return rule.get("minimum", value) <= value <= rule.get("maximum", value)
        case _:
            return True


def _object_fits(value: dict[str, Any], rule: dict[str, Any]) -> bool:
    known = rule.get("properties", {})
    return (
        not set(rule.get("required", ())) - value.keys()
        and (rule.get("additionalProperties", True) or value.keys() <= known.keys())
        and all(fits(one, known[key]) for key, one in value.items() if key in known)
        and _other_keys_fit({key: one for key, one in value.items() if key not in known}, rule)
    )


def _other_keys_fit(others: dict[str, Any], rule: dict[str, Any]) -> bool:
    each = rule.get("additionalProperties", True)
    return all(fits(key, rule.get("propertyNames", {})) for key in others) and (
        isinstance(each, bool) or all(fits(one, each) for one in others.values())
    )


def _list_fits(value: list[Any], rule: dict[str, Any]) -> bool:
    each = rule.get("prefixItems") or [rule.get("items", {})] * len(value)
    return rule.get("minItems", 0) <= len(value) <= rule.get("maxItems", len(value)) and all(
        fits(one, own) for one, own in zip(value, each, strict=False)
    )


def _text_fits(value: str, rule: dict[str, Any]) -> bool:
    return rule.get("minLength", 0) <= len(value) <= rule.get("maxLength", len(value)) and (
        "pattern" not in rule or re.search(rule["pattern"], value) is not None
    )


def readable(tree: dict[str, Any]) -> bool:
    try:
        file_of(json.dumps(tree).encode(), "fil.json")
    except UtbyteError:
        return False
    return True


def test_what_the_program_writes_fits_the_schema(store, tmp_path):
    take_in(store, write(tmp_path, with_diarium()))
    assert fits(json.loads(export(store, tmp_path / "ut").read_text(encoding="utf-8")), WHOLE)


def test_what_the_reader_takes_fits_the_schema():
    for tree in (full(), small(), whole(), with_diarium()):
        assert readable(tree)
        assert fits(tree, WHOLE)


@pytest.mark.parametrize(
    "change",
    [
        lambda tree: tree["nämnd"].update(namn=None),
        lambda tree: tree["nämnd"].update(juridisk_form="förening"),
        lambda tree: tree.pop("nämnd"),
        lambda tree: tree["sammanträden"][0].update(anslag=[{"paragrafer": 59}]),
        lambda tree: paragraf(tree).pop("nummer"),
        lambda tree: paragraf(tree).update(nummer=0),
        lambda tree: paragraf(tree)["voteringar"][0]["röster"].update(p1="kanske"),
        lambda tree: paragraf(tree)["voteringar"][0]["röster"].update({"": "ja"}),
        lambda tree: paragraf(tree)["voteringar"][0].update(röster=["p1"]),
        lambda tree: paragraf(tree)["voteringar"][1]["antal"].update(blankt=1),
        lambda tree: paragraf(tree)["tidigare_behandling"][0].update(datum="2019-1"),
        lambda tree: paragraf(tree)["huvudmannabeslut"][0].update(paragraf=True),
        lambda tree: tree["sammanträden"][0]["justeringar"][0].update(rättelser=["fel"]),
        lambda tree: tree["sammanträden"][0]["justeringar"][0].update(läge="klart"),
        lambda tree: tree["sammanträden"][0]["punkter"][0].update(nummer="7"),
        lambda tree: tree["sammanträden"][0]["punkter"][0].update(rubrk="x"),
        lambda tree: tree["sammanträden"][0]["dagar"][0]["tider"].append(["8:30", None]),
        lambda tree: tree["sammanträden"][0]["dagar"][0]["tider"].append(["08.30"]),
        lambda tree: tree["sammanträden"][0]["punkter"][0]["bilagor"][0].update(sha256="AB"),
        lambda tree: tree["personer"].append("p2"),
        lambda tree: tree["ärenden"][0].update(status="vilande"),
        lambda tree: tree["ärenden"][0].update(parter="Region Åvik"),
        lambda tree: tree["ärenden"][0]["externa_beteckningar"].append({"hos": "Ivo"}),
        lambda tree: tree["ärenden"][0]["handlingar"][0].update(riktning="in"),
        lambda tree: tree["ärenden"][0]["handlingar"][0].update(löpnr=0),
        lambda tree: tree["ärenden"][0]["handlingar"][0].pop("datum"),
        lambda tree: tree["ärenden"][0]["skrivelser"][0].update(slag="brev"),
        lambda tree: tree["urval"][0]["villkor"].update(status=1),
    ],
)
def test_what_the_schema_refuses_the_reader_refuses_too(change):
    tree = with_diarium(change)
    assert not fits(tree, WHOLE)
    assert not readable(tree)


def test_every_optional_key_may_be_null_for_both():
    for kind, least in (("punkt", {"rubrik": "R"}), ("paragraf", {"rubrik": "R", "nummer": 1})):
        rules = WHOLE["$defs"][kind]
        where = "punkter" if kind == "punkt" else "paragrafer"
        for key in rules["properties"].keys() - set(rules["required"]):
            tree = small(**{where: [{"id": "k1", **least, key: None}]})
            assert fits(tree, WHOLE), key
            assert readable(tree), key


def test_the_schema_names_every_kind_of_object_and_hides_the_sources_words():
    text = json.dumps(WHOLE, ensure_ascii=False)
    assert WHOLE["$defs"].keys() == {
        "ajournering", "anslag", "antal", "anteckning", "behov", "beslutspunkt", "bevakning",
        "bilaga", "blankett", "dag", "delegationsbeslut", "delegationsprotokoll", "delprojekt",
        "delprojektbeslut", "delprojektsats", "ersättaresmening", "expediering",
        "externbeteckning", "flytt", "flyttning", "fras", "fråga", "frånvarande", "fördelning",
        "förfaller", "handling", "handlingsversion", "huvudman", "huvudmannabeslut", "inkallad",
        "justerare", "justering", "jäv", "kallelsetid", "kommentar", "kostnad", "källa",
        "mandatperiod", "mötesfrist", "nämnd", "närvaro", "ordförande", "paragraf", "person",
        "punkt", "påminnelse", "redovisning", "relativt", "reservation", "sammanträde", "sats",
        "sekretess", "skrivelse", "spärrdag", "ståendepunkt", "svarande", "tabell", "tidigare",
        "underpunkt", "underskrift", "undertecknare", "uppdrag", "uppföljningsrapport", "urval",
        "utskick", "vakantplats", "version", "vidsammanträde", "votering", "yrkande", "ärende",
        "återkommer", "återrapport", "åtgärd", "överenskommelse",
    }  # fmt: skip
    for docstring in ("A body that meets", "Somebody with a name", "One att-sats"):
        assert docstring not in text


def test_the_legal_forms_of_the_format_are_those_of_the_program():
    assert set(get_args(JuridiskForm)) == set(JURIDISKA_FORMER)
