"""Which addresses become links."""

import pytest

from nämnd.documents.links import usable


@pytest.mark.parametrize(
    ("href", "wanted"),
    [
        ("https://example.se/å?q=ä b", "https://example.se/%C3%A5?q=%C3%A4%20b"),
        ("HTTP://example.se", "HTTP://example.se"),
        ("mailto:a@example.se", "mailto:a@example.se"),
        ("#punkt-1", "#punkt-1"),
        ("#punkt-2", ""),
        ("bilaga:3A", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("//example.se", ""),
        ("http://[", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_only_known_ways_lead_anywhere(href: str | None, wanted: str):
    assert usable(href, frozenset({"punkt-1"}), keep_bilaga=False) == wanted


def test_links_to_bilagor_are_kept_for_the_utskick():
    assert usable("bilaga:3A", frozenset(), keep_bilaga=True) == "bilaga:3A"
