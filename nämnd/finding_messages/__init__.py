"""From finding to Swedish: what is found, why it matters, where it is; for window and command line.

Beside `nämnd.error_messages`: a refusal stops something, a finding only says what to look at.
"""

from nämnd.finding_messages.reasons import REASONS
from nämnd.finding_messages.sentences import finding_text, wording_text
from nämnd.protokoll.findings import Finding, Rule, Severity
from nämnd.protokoll.values import Protokoll

__all__ = ["SEVERITY_TEXT", "finding_text", "reason", "where", "wording_text"]

SEVERITY_TEXT = {
    Severity.WRONG: "bör rättas",
    Severity.CHECK: "kontrollera",
    Severity.NOTE: "värt att veta",
}


def reason(rule: Rule) -> str:
    """Return why a finding matters and what can be done about it, without its source."""
    return REASONS[rule]


def where(finding: Finding, protokoll: Protokoll) -> str:
    """Return «§ 62 Nytt direktiv», or «Sammanträdet» for what is about no single §."""
    paragraf = protokoll.paragraf(finding.paragraf_id)
    return f"§ {paragraf.nummer} {paragraf.rubrik}".strip() if paragraf else "Sammanträdet"
