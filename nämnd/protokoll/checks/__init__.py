"""Everything to look at before a protokoll goes to justering. Pure functions; none forbids.

The law's and practice's rules are grouped by theme, a module each; `findings` puts what they find
in order.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from nämnd.protokoll.checks.beslut import beslut_findings
from nämnd.protokoll.checks.justering import justering_findings
from nämnd.protokoll.checks.names import Known, name_findings
from nämnd.protokoll.checks.numbers import number_findings
from nämnd.protokoll.checks.opinions import opinion_findings
from nämnd.protokoll.checks.placeholders import placeholder_findings
from nämnd.protokoll.checks.presence import presence_findings
from nämnd.protokoll.checks.tasks import task_findings
from nämnd.protokoll.checks.times import time_findings
from nämnd.protokoll.checks.voteringar import votering_rule_findings
from nämnd.protokoll.checks.yrkanden import yrkande_findings
from nämnd.protokoll.findings import Finding, Rule
from nämnd.protokoll.values import Protokoll

_ORDER = {rule: place for place, rule in enumerate(Rule)}


@dataclass(frozen=True, slots=True)
class Around:
    """What the checks want to know from outside the protokoll.

    Attributes:
        numbers: § numbers of the nämnd's other sammanträden in the same year, and their first day.
        register: everybody that the nämnd has had to do with, as name and party.
        today: None when time does not matter.
    """

    numbers: Mapping[int, date] = field(default_factory=dict[int, date])
    register: frozenset[Known] = frozenset()
    today: date | None = None


def findings(protokoll: Protokoll, around: Around | None = None) -> tuple[Finding, ...]:
    """Return everything to look at: what is about no single § first, then by § and severity."""
    found = _all(protokoll, around or Around())
    return tuple(sorted(found, key=_order))


def _all(protokoll: Protokoll, around: Around) -> Iterator[Finding]:
    yield from number_findings(protokoll, around.numbers)
    yield from time_findings(protokoll)
    yield from presence_findings(protokoll)
    yield from task_findings(protokoll)
    yield from beslut_findings(protokoll)
    yield from yrkande_findings(protokoll)
    yield from votering_rule_findings(protokoll)
    yield from opinion_findings(protokoll)
    yield from placeholder_findings(protokoll)
    yield from name_findings(protokoll, around.register)
    yield from justering_findings(protokoll, around.today)


def _order(finding: Finding) -> tuple[int, int, int]:
    nummer = -1 if finding.nummer is None else finding.nummer
    return nummer, finding.severity, _ORDER[finding.rule]
