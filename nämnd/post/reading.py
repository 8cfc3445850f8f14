"""A saved mail (.eml or .msg) taken apart. What is attached is only bytes here."""

from nämnd.post.errors import NotAMailError
from nämnd.post.values import Mail

MOST_BYTES = 200 * 1024 * 1024
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_mail(data: bytes, name: str) -> Mail:
    """Return the parts of a mail; `name` is the file's, for the error.

    Raises:
        NotAMailError: it is none, or too damaged or too large.
    """
    if len(data) > MOST_BYTES:
        raise NotAMailError(name)
    if data.startswith(OLE_MARK):
        from nämnd.post.msg import msg_mail

        return msg_mail(data, name)
    from nämnd.post.eml import eml_mail

    return eml_mail(data, name)
