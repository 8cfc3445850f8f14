"""How much can be taken in at once. Beyond it the rest is told of, not taken."""

MOST_FILES = 2_000  # with what is attached to mails
MOST_FILE = 200 * 1024 * 1024  # bytes: as much as is read of a file anywhere
MOST_ALL = 4 * 1024 * 1024 * 1024  # bytes together
MOST_DEPTH = 20  # folders in folders
MOST_ENTRIES = 50_000  # names that are looked at in folders
MOST_LEFT = 500  # files that are told of one by one; the rest as one
MOST_MAILS_DEEP = 5  # mails in mails that are opened
