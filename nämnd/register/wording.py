"""What follows of a beslut, in words."""

from nämnd.register.values import BeslutRow, Uppföljning

_OF_HUVUDMÄN = (Uppföljning.VÄNTAR_PÅ_HUVUDMÄN, Uppföljning.HUVUDMÄN_HAR_BESLUTAT)


def uppföljning_text(row: BeslutRow) -> str:
    """Return «inte expedierat», «2 av 4 huvudmän har beslutat»; «» when nothing follows."""
    if row.huvudmän is None or row.uppföljning not in _OF_HUVUDMÄN:
        return row.uppföljning
    done, wanted = row.huvudmän
    return f"{done} av {wanted} {'huvudman' if wanted == 1 else 'huvudmän'} har beslutat"


def rättelse_texts(row: BeslutRow) -> tuple[str, ...]:
    """Return «Rättat 2026-05-02: «37» ska vara «73».» for each slip that is put right."""
    return tuple(
        f"Rättat {one.datum}: «{one.stod}» ska vara «{one.ska_vara}»." for one in row.rättelser
    )
