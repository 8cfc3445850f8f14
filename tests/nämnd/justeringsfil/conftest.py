import pytest

from nämnd.justeringsfil import codes, secrecy


@pytest.fixture(autouse=True, scope="module")
def cheap_keys():
    """Let keys cost little to make: what is tested is not how slow guessing is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(codes, "COST", 2)
        patch.setattr(secrecy, "COST", 2)
        yield
