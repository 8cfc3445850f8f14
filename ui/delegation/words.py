"""What the register of delegationsbeslut says."""

from nämnd.core.swedish import counted
from nämnd.delegation.values import DelegationsbeslutRow, DelegationsprotokollRow
from ui.toolkit.palette import Role


def state_text(row: DelegationsbeslutRow) -> str:
    """Return where a beslut stands in a word or two."""
    if row.anmält:
        return f"anmält {row.anmält}"
    if row.delegationsprotokoll_id:
        return "i protokoll"
    if row.punkt_id:
        return "på dagordningen"
    if must_be_told(row):
        return "ska anmälas"
    return "inte sagt" if row.anmäls is None else "anmäls inte"


def must_be_told(row: DelegationsbeslutRow) -> bool:
    """Say whether a beslut is to be reported and has not been."""
    done = row.anmält or row.delegationsprotokoll_id
    return not done and (row.draft.brådskande or row.anmäls is True)


def state_role(row: DelegationsbeslutRow) -> Role:
    """Return how that looks."""
    if row.anmält or row.delegationsprotokoll_id:
        return Role.GOOD
    if row.punkt_id:
        return Role.NOTE
    return Role.WARN if row.draft.brådskande else Role.QUIET


def signed_text(row: DelegationsprotokollRow) -> str:
    """Return whether a protokoll is signed."""
    if row.undertecknat is None:
        return "inte undertecknat"
    return f"undertecknat {row.undertecknat}"


def how_many(rows: tuple[DelegationsbeslutRow, ...]) -> str:
    """Return «1 delegationsbeslut», «3 delegationsbeslut»."""
    return counted(len(rows), "delegationsbeslut", "delegationsbeslut")


def named(rows: tuple[DelegationsbeslutRow, ...]) -> str:
    """Return one by its rubrik, several by their number."""
    return f"«{rows[0].draft.rubrik}»" if len(rows) == 1 else how_many(rows)
