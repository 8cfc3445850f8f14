"""What can be said of an e-mail address without sending to it."""


def clean_address(text: str) -> str:
    """Return the bare address of what people paste: «Anna Ek <anna@exempel.se>», «mailto:…»."""
    text = " ".join(text.split()).removeprefix("mailto:")
    if text.endswith(">") and "<" in text:
        text = text[text.rindex("<") + 1 : -1].strip().removeprefix("mailto:")
    return text


def is_address(text: str) -> bool:
    """Say whether `text` could be an address: something before the last @ and something after.

    No more is asked. Real addresses are odder than any pattern (RFC 5321, 4.1.2), and a secretary
    must be able to save the one that the ledamot really has.
    """
    name, _, domain = text.strip().rpartition("@")
    return bool(name.strip() and domain.strip())
