"""Where a set of §§ stands, as far as the lock asks. The whole list is `nämnd.justering.values`."""

OUT = ("utskickat", "ändringar begärda")
"""Asked about: a change of what it says makes approvals void."""

JUSTERAT = "justerat"
LOCKED = ("godkänt", JUSTERAT)
"""No command changes what it says."""
