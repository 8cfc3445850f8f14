"""A mail saved as .eml: RFC 5322 and MIME, read with the standard library.

Headers are cut before they are taken apart, since the work can grow with the square of their
length; letters that stand there unencoded (against RFC 5322) are UTF-8, else cp1252.
"""

from __future__ import annotations

import re
from base64 import b64decode
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from email.policy import default
from email.utils import getaddresses, parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from nämnd.post.damage import DAMAGE
from nämnd.post.errors import NotAMailError
from nämnd.post.html_text import html_text
from nämnd.post.parts import Gathering, body_text, one_line, shown_in
from nämnd.post.values import Mail

if TYPE_CHECKING:
    from datetime import datetime

_MOST_HEADER = 8_000  # characters; 200 recipients are about 8 000
_MOST_TO = 200
_MOST_PARTS = 2_000
_MOST_HEAD = 1024 * 1024  # bytes of headers; a mail through many servers has some 20 000
_MOST_LINES = 5_000_000  # 200 MB as base64 is 2.7 million
_MOST_SEPARATORS = 20_000  # lines that begin as those between parts do
_HEAD_END = re.compile(rb"\r?\n[ \t]*\r?\n")
_POLICY = default.clone(header_factory=lambda _, value: value[:_MOST_HEADER], refold_source="none")
"""Headers as text: the library's header objects take them apart at any length."""
_BODIES = frozenset(("text/plain", "text/html", "text/enriched", "text/rfc822-headers"))
_SUFFIX = {"calendar": "ics", "vcard": "vcf", "x-vcard": "vcf", "plain": "txt", "jpeg": "jpg",
    "octet-stream": "bin", "msword": "doc"}  # fmt: skip
_OF_MAIL = frozenset(("from", "subject", "to", "date", "received", "message-id", "mime-version"))


def eml_mail(data: bytes, name: str) -> Mail:
    """Return the parts of a mail.

    Raises:
        NotAMailError: it has no headers of a mail or more than one has, or is nested too deeply.
    """
    if _takes_for_ever(data):
        raise NotAMailError(name)
    try:
        message = message_from_bytes(data.lstrip(), policy=_POLICY)
        headers = _headers(message)
        if not _OF_MAIL & headers.keys():
            raise NotAMailError(name)
        return _mail(message, headers)
    except DAMAGE as error:
        raise NotAMailError(name) from error


def _takes_for_ever(data: bytes) -> bool:
    """Say whether it has more headers, lines or parts than a mail has: each costs the parser."""
    if data.count(b"\n") > _MOST_LINES or data.count(b"\n--") > _MOST_SEPARATORS:
        return True
    return len(data) > _MOST_HEAD and not _HEAD_END.search(data.lstrip()[:_MOST_HEAD])


def _mail(message: Message, headers: dict[str, str]) -> Mail:
    gathering = Gathering()
    bodies: list[str] = []
    _take(message, bodies, gathering)
    return Mail(
        subject=_decoded(headers.get("subject", "")),
        sender=next(iter(_people(headers.get("from", ""))), ""),
        to=_people(headers.get("to", "")),
        sent=_moment(headers.get("date", "")),
        body=body_text("\n\n".join(bodies)),
        attached=tuple(gathering.attached),
        left_out=tuple(gathering.left_out),
    )


def _headers(message: Message) -> dict[str, str]:
    """Return the first header of each name, unfolded."""
    found: dict[str, str] = {}
    for name, value in message.raw_items():
        found.setdefault(name.lower(), _unescaped(str(value)[:_MOST_HEADER]))
    return found


def _unescaped(text: str) -> str:
    """Return a header whose bytes were not ASCII, as it was meant."""
    raw = text.encode("ascii", errors="surrogateescape") if not _is_plain(text) else b""
    if raw:
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            text = raw.decode("cp1252", errors="replace")
    return re.sub(r"\r?\n[ \t]*", " ", text)


def _is_plain(text: str) -> bool:
    return not any("\udc80" <= char <= "\udcff" for char in text)


def _decoded(text: str) -> str:
    """Return a header with its encoded words («=?utf-8?q?…?=») read."""
    try:
        pieces = [_piece(part, charset) for part, charset in decode_header(text)]
    except DAMAGE:  # base64 that is none
        pieces = [text]
    return one_line("".join(pieces))


def _piece(part: bytes | str, charset: str | None) -> str:
    if isinstance(part, str):
        return part
    if charset is None:  # plain text between encoded words
        return part.decode("raw_unicode_escape", errors="replace")
    return _text_of(part, charset)


def _people(text: str) -> tuple[str, ...]:
    """Return «Anna Berg <anna@exempel.se>» for each address."""
    found = ((one_line(_decoded(name)), one_line(where)) for name, where in getaddresses([text]))
    people = (_person(name, where) for name, where in found)
    return tuple(one for one in people if one)[:_MOST_TO]


def _person(name: str, where: str) -> str:
    return f"{name} <{where}>" if name and where and name != where else where or name


def _moment(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except DAMAGE:
        return None


def _take(message: Message, bodies: list[str], gathering: Gathering) -> None:
    """Take the parts in order, without calling itself: a mail can be nested without end."""
    shown = _shown(message)
    waiting: list[Message] = [message]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        kind = part.get_content_type()
        if kind == "message/rfc822" or (part is not message and _is_file(part)):
            gathering.add(_name(part), _content(part), inline=_id(part) in shown)
        elif kind == "multipart/alternative":
            waiting[:0] = _chosen(_children(part))
        elif part.is_multipart():
            waiting[:0] = _children(part)
        elif kind in _BODIES:
            bodies.append(_body(part))
        else:
            gathering.add(_name(part), _content(part), inline=_id(part) in shown)
    gathering.left_out += [_name(part) for part in waiting if _is_file(part)]


def _children(part: Message) -> list[Message]:
    found: Any = part.get_payload() if part.is_multipart() else ()
    return [one for one in found if isinstance(one, Message)]


def _chosen(parts: list[Message]) -> list[Message]:
    """Return one of several that say the same: plain text, else the richest, which is last.

    Files beside it are kept: some programs put them there.
    """
    plain = [one for one in parts if one.get_content_type() == "text/plain" and not _is_file(one)]
    if not plain:
        return parts[-1:]
    files = [one for one in parts if _is_file(one) or one.is_multipart()]
    return [plain[0], *(one for part in files for one in _files_in(part))]


def _files_in(part: Message) -> list[Message]:
    if not part.is_multipart():
        return [part]
    return [one for one in _children(part) if _is_file(one) or _id(one)]


def _is_file(part: Message) -> bool:
    if part.get_content_disposition() == "attachment":
        return True
    return bool(part.get_filename()) and not part.is_multipart()


def _shown(message: Message) -> frozenset[str]:
    """Return the ids of the pictures that the HTML of a mail shows."""
    found: set[str] = set()
    for _, part in zip(range(_MOST_PARTS), message.walk(), strict=False):
        if part.get_content_type() == "text/html":
            found |= shown_in(_text_of(_decoded_bytes(part) or b"", part.get_content_charset()))
    return frozenset(found)


def _id(part: Message) -> str:
    return str(part.get("content-id", "")).strip().strip("<>")


def _content(part: Message) -> bytes | None:
    """Return the bytes of an attachment, or of a mail in the mail; None when it has none."""
    if part.get_content_type() == "message/rfc822":
        inner = _children(part)
        return _inner_bytes(part, inner[0]) if inner else _decoded_bytes(part)
    return _decoded_bytes(part)


def _inner_bytes(part: Message, inner: Message) -> bytes:
    """Return a mail in the mail, also one in base64, which RFC 2046 5.2.1 forbids."""
    if str(part.get("content-transfer-encoding", "")).strip().lower() == "base64":
        try:
            return b64decode(str(inner.get_payload()))
        except ValueError:  # it is none
            pass
    return inner.as_bytes()


def _decoded_bytes(part: Message) -> bytes | None:
    found: Any = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else None


def _name(part: Message) -> str:
    name = part.get_filename()
    if name:
        return _decoded(_unescaped(name))
    inner = _children(part) if part.get_content_type() == "message/rfc822" else []
    if inner:
        return f"{_decoded(_headers(inner[0]).get('subject', '')) or 'brev'}.eml"
    kind = part.get_content_subtype()
    return f"namnlös.{_SUFFIX.get(kind) or re.sub('[^a-z0-9]', '', kind)[:5]}"


def _body(part: Message) -> str:
    data = _decoded_bytes(part) or b""
    text = _text_of(data, part.get_content_charset())
    return html_text(text) if part.get_content_subtype() == "html" else text


def _text_of(data: bytes, charset: str | None) -> str:
    """Return `data` as text; a charset that is unknown or wrong is passed over."""
    for one in (charset, "utf-8"):
        try:
            if one:
                return data.decode(one)
        except (LookupError, ValueError):  # ValueError: UnicodeDecodeError, or a name with zeros
            continue
    return data.decode("cp1252", errors="replace")
