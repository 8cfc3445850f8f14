"""Times as a report writes them."""


def moment(tid: str) -> str:
    """Return an ISO time as «2026-03-28 15.00»."""
    day, _, clock = tid.partition("T")
    return f"{day} {clock[:5].replace(':', '.')}".strip()
