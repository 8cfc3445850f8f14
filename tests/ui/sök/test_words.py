"""What the search says of itself, and what it does not know yet."""

import pytest

from nämnd.core.progress import Progress
from nämnd.sök.catching_up import Left
from nämnd.sök.values import Found
from tests.ui.sök.hits import a_hit
from ui.sök.words import behind_text, told


@pytest.mark.parametrize(
    ("left", "progress", "text"),
    [
        (Left(0, 0), None, ""),
        (Left(1, 0), None, "1 ändring är inte med än"),
        (Left(3, 9), Progress(1, 4), "det senast ändrade kommer med om ett ögonblick"),
        (Left(0, 1), Progress(0, 1), "texten i 1 fil är inte läst än"),
        (Left(0, 12), None, "texten i 12 filer är inte läst än"),
        (Left(900, 0), Progress(1, 4), "sökregistret byggs upp, 25 procent klart"),
        (Left(900, 0), Progress(0, 0), "sökregistret byggs upp"),
        (Left(900, 0), None, "sökregistret byggs upp"),
    ],
)
def test_what_is_not_in_the_search_is_said(left, progress, text):
    assert behind_text(left, progress) == text


@pytest.mark.parametrize(
    ("number", "more", "behind", "text"),
    [
        (0, False, "", ""),
        (1, False, "", "1 träff"),
        (2, False, "mer kommer", "2 träffar · mer kommer"),
        (2, True, "", "De 2 bästa träffarna"),
        (0, False, "mer kommer", "mer kommer"),
    ],
)
def test_how_many_were_found_is_said(number, more, behind, text):
    hits = tuple(a_hit(str(at), "Vård") for at in range(number))
    assert told(Found(hits, more=more), behind) == text
