"""The name that the computer has for whoever is logged in, to suggest."""


def login_name() -> str:
    """Return the full name of the login, empty where the system does not tell.

    Windows keeps it elsewhere, and is not asked: there the user writes it, once.
    """
    try:
        import pwd
    except ModuleNotFoundError:
        return ""
    import os

    try:
        entry = pwd.getpwuid(os.getuid())
    except KeyError:  # a user that the system does not list, as in a container
        return ""
    return full_name(entry.pw_gecos, entry.pw_name)


def full_name(described: str, login: str) -> str:
    """Return the name in a login's description («Eva Lind,,,»), unless it only is the login."""
    name = described.partition(",")[0].strip()
    return "" if name.casefold() == login.casefold() else name
