"""Tell what is signed in a PDF, by whom, and whether it is intact. Nothing is fetched for it."""

import hashlib
import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from datetime import datetime

from nämnd.underskrift.logs import hush
from nämnd.underskrift.moments import local
from nämnd.underskrift.values import FoundSignature, Problem, SignatureReport

_DEPTH = 4000  # calls inside each other: pyHanko takes up to three for each bookmark of a level


def check(pdf: bytes, trusted: Iterable[bytes], *, now: datetime) -> SignatureReport:
    """Return the signatures of a PDF in the order they were made, and the places not signed.

    Takes a second for a hundred pages that several have signed: not while a window waits.

    Any damage is a Problem, never an exception. A file that can't be read has one signature, of
    nobody and UNREADABLE.

    That a later signature was cut off together with all that came with it can't be seen in the
    file: who needs two signatures asks for both (`unsigned` names the empty places). Nor can it be
    seen whose name a self-issued certificate may rightly bear: that is what `trusted` is for.

    Args:
        pdf: the file.
        trusted: certificates (DER) of the people who may sign, or of those who issue theirs. One
            that is damaged is left out.
        now: a time that a signature gives is not believed if it is later than this.
    """
    from nämnd.underskrift.verdicts import Known, judged

    hush()
    try:
        with _deep_calls():
            found, unsigned = judged(pdf, Known(trusted), local(now))
    except Exception:  # noqa: BLE001 a damaged file makes pyHanko raise nearly anything
        return SignatureReport((_unreadable(pdf),), ())
    if not found and b"/ByteRange" in pdf:  # the way to what is signed has been cut off
        return SignatureReport((_unreadable(pdf),), unsigned)
    return SignatureReport(found, unsigned)


def adds_only_signatures(before: bytes, after: bytes) -> bool:
    """Say whether all that was done to `before` is to sign it, in places that it had.

    Asked of whatever comes back signed. The first who signs covers all that they send back: `check`
    finds their signature whole, even if they changed the text before they signed.
    """
    from nämnd.underskrift.verdicts import only_signed

    hush()
    if not after.startswith(before):
        return False
    try:
        with _deep_calls():
            return only_signed(before, after)
    except Exception:  # noqa: BLE001 a damaged file makes pyHanko raise nearly anything
        return False


@contextmanager
def _deep_calls() -> Generator[None]:
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(max(usual, _DEPTH))
    try:
        yield
    finally:
        sys.setrecursionlimit(usual)


def _unreadable(pdf: bytes) -> FoundSignature:
    revision = hashlib.sha256(pdf).hexdigest()
    return FoundSignature("", "", "", None, Problem.UNREADABLE, revision)
