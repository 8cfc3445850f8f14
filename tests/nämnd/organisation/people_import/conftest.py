"""A nämnd with the huvudmän of Södra regionvårdsnämnden."""

import pytest

from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.rules import HuvudmanDraft
from tests.builders import a_nämnd

REGIONS = ("Region Skåne", "Region Blekinge", "Region Halland", "Region Kronoberg")


@pytest.fixture
def key(store) -> str:
    key = a_nämnd(store, "Vårdnämnden")
    drafts = tuple(
        HuvudmanDraft(f"h{place}", name, 6 if place == 1 else 2, 6 if place == 1 else 2)
        for place, name in enumerate(REGIONS, start=1)
    )
    store.do(SaveHuvudmän(nämnd_id=key, drafts=drafts))
    return key
