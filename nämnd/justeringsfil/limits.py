"""What a justeringsfil and an answer may hold. A foreign file is refused above that, unread."""

from datetime import timedelta

MOST_FILE = 200_000_000  # bytes of a package, and of all its parts together
MOST_ANSWER = 20_000_000  # bytes; a signature adds about 50 000
MOST_FACTS = 4_000_000  # bytes of a part that is data about the rest: manifest.json and its like
MOST_PARTS = 16
MOST_DIRECTORY = 65_536  # bytes of a zip's list of its parts, before it is read
MOST_COMMENTS = 1_000
MOST_COMMENT = 20_000  # characters
CLOCKS_DIFFER = timedelta(days=1)  # two computers' clocks; one that is wrong by more is refused
