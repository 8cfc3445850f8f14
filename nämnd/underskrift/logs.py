"""What pyHanko logs about damaged files: nobody here reads it, and it would fill the terminal."""

import logging

_TALKATIVE = ("pyhanko", "pyhanko_certvalidator")


def hush() -> None:
    """Let the libraries log nothing but what stops them."""
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)
