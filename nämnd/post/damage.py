"""What libraries meet in a file that is cut off, or made to harm."""

import struct
import zlib

DAMAGE = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError,
    NotImplementedError, OSError, RecursionError, RuntimeError, TypeError, ValueError, struct.error,
    zlib.error,
)  # fmt: skip
"""Each was seen, or can be raised by a parser that trusts a length or a name in the file."""
