"""Stable names for rows: made once, kept through export, import and undo."""

import secrets


def new_id() -> str:
    """Return a fresh id: 16 characters, no order, unique for all practical purposes."""
    return secrets.token_hex(8)
