"""Nothing that the database keeps of a sammanträde is forgotten by the format."""

import pytest

from nämnd.utbyte.columns import TABLES, columns
from nämnd.utbyte.objects import ErsättaresMeningObject, ParagrafObject, SammanträdeObject
from nämnd.utbyte.parts import OF_PARAGRAF, OF_SAMMANTRÄDE

BY_PLACE = {
    "id",
    "ordning",
    "sammanträde_id",
    "paragraf_id",
    "slag",
    "delegationsprotokoll_id",
    "granskat",
}
"""Columns that say where in a file an object stands, and what is ours alone: `granskat`."""
PARTS = (*OF_SAMMANTRÄDE, *OF_PARAGRAF)


@pytest.mark.parametrize("part", PARTS, ids=[ascii(part.key) for part in PARTS])
def test_every_column_of_a_part_is_a_key(part):
    keys = set(part.kind.model_fields) - {one.key for one in OF_PARAGRAF} - {"id", "omgång"}
    values = dict.fromkeys(keys, ()) | ({"sekretess": None} if "sekretess" in keys else {})
    made = columns(part.kind.model_construct(**values), keys)
    assert made.keys() | BY_PLACE == set(TABLES[part.kind].__table__.columns.keys()) | BY_PLACE


def test_every_list_of_the_format_is_a_part():
    for owner, parts in ((SammanträdeObject, OF_SAMMANTRÄDE), (ParagrafObject, OF_PARAGRAF)):
        for part in parts:
            assert part.key in owner.model_fields
    assert columns(ErsättaresMeningObject(person="p1", med=("p2",)), ["med"]) == {
        "av": ["p1", "p2"]
    }
