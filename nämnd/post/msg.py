"""A mail saved by Outlook as .msg, read with python-oxmsg.

A mail in the mail is no file there but a folder of properties, so it is written anew as .eml; the
.msg itself has it as it was. Source: [MS-OXMSG] 2.2, [MS-OXPROPS] for the numbers.
"""

from __future__ import annotations

from email.message import EmailMessage
from email.utils import format_datetime
from typing import TYPE_CHECKING

from nämnd.post.damage import DAMAGE
from nämnd.post.errors import NotAMailError
from nämnd.post.html_text import html_text
from nämnd.post.parts import Gathering, body_text, one_line, shown_in
from nämnd.post.values import Mail

if TYPE_CHECKING:
    from datetime import datetime

    from olefile import OleFileIO
    from oxmsg.properties import Properties
    from oxmsg.storage import Storage

_CLASS, _SUBJECT, _BODY, _HTML = 0x001A, 0x0037, 0x1000, 0x1013
_SUBMITTED, _DELIVERED = 0x0039, 0x0E06
_SENDER_NAME, _SENDER_ADDRESS, _SENDER_SMTP, _FOR_NAME = 0x0C1A, 0x0C1F, 0x5D01, 0x0042
_NAME, _ADDRESS, _SMTP = 0x3001, 0x3003, 0x39FE
_LONG_NAME, _SHORT_NAME, _CONTENT_ID, _DATA = 0x3707, 0x3704, 0x3712, 0x3701
_INNER = "__substg1.0_3701000D"
_ROOT_HEAD, _INNER_HEAD, _PART_HEAD = 32, 24, 8  # bytes before the first property
_MOST_TO = 200
_MOST_DEEP = 5
_MOST_TIMES = 2  # the file's own size


def msg_mail(data: bytes, name: str) -> Mail:
    """Return the parts of a mail.

    Raises:
        NotAMailError: it is no .msg, or damaged.
    """
    from olefile import OleFileIO
    from oxmsg.storage import Storage

    try:
        with OleFileIO(data) as ole:
            if _unpacked(ole) > _MOST_TIMES * len(data):
                raise NotAMailError(name)
            root = Storage.from_ole(ole)  # pyright: ignore[reportUnknownMemberType] - of olefile
        if not _text(_properties(root, _ROOT_HEAD), _CLASS).startswith("IPM"):
            raise NotAMailError(name)
        return _mail(root, _ROOT_HEAD, 0)
    except DAMAGE as error:
        raise NotAMailError(name) from error


def _unpacked(ole: OleFileIO[bytes]) -> int:
    """Return the size of all streams together, which can lie on top of each other in a trap."""
    return sum(ole.get_size(path) for path in ole.listdir())


def _mail(storage: Storage, head: int, depth: int) -> Mail:
    properties = _properties(storage, head)
    gathering = Gathering()
    shown = shown_in(_html(properties))
    for one in storage.iter_attachment_storages():
        _take(one, gathering, shown, depth)
    to = (_recipient(one) for one in storage.iter_recipient_storages())
    return Mail(
        subject=one_line(_text(properties, _SUBJECT)),
        sender=_sender(properties),
        to=tuple(one for one in to if one)[:_MOST_TO],
        sent=_moment(properties),
        body=body_text(_body(properties)),
        attached=tuple(gathering.attached),
        left_out=tuple(gathering.left_out),
    )


def _properties(storage: Storage, head: int) -> Properties:
    from oxmsg.properties import Properties

    return Properties(storage, properties_header_offset=head)


def _text(properties: Properties, pid: int) -> str:
    try:
        return properties.str_prop_value(pid) or ""
    except DAMAGE:  # it is listed, but not there
        return ""


def _sender(properties: Properties) -> str:
    addresses = (_text(properties, _SENDER_SMTP), _text(properties, _SENDER_ADDRESS))
    return _person(_text(properties, _SENDER_NAME) or _text(properties, _FOR_NAME), *addresses)


def _recipient(storage: Storage) -> str:
    try:
        properties = _properties(storage, _PART_HEAD)
        return _person(*(_text(properties, pid) for pid in (_NAME, _SMTP, _ADDRESS)))
    except DAMAGE:
        return ""


def _person(name: str, *addresses: str) -> str:
    """Return «Anna Berg <anna@exempel.se>»; an address inside Exchange («/O=…») says nothing."""
    name = one_line(name).replace('"', "")
    where = next((one for one in map(one_line, addresses) if "@" in one), "")
    return f"{name} <{where}>" if name and where and name != where else where or name


def _moment(properties: Properties) -> datetime | None:
    for pid in (_SUBMITTED, _DELIVERED):
        try:
            found = properties.date_prop_value(pid)
        except DAMAGE:  # a time before the year 1, or after 9999
            continue
        if found is not None:
            return found
    return None


def _body(properties: Properties) -> str:
    plain = _text(properties, _BODY)
    return plain if plain.strip() else html_text(_html(properties))


def _html(properties: Properties) -> str:
    try:
        html = properties.binary_prop_value(_HTML)
        if html:
            return html.decode(properties.body_encoding, errors="replace")
    except DAMAGE:  # a code page that Python has not
        return ""
    return _text(properties, _HTML)


def _take(storage: Storage, gathering: Gathering, shown: frozenset[str], depth: int) -> None:
    try:
        inner = next((one for one in storage.storages if one.name == _INNER), None)
        properties = _properties(storage, _PART_HEAD)
        name = _file_name(properties)
        if inner is None:
            inline = _text(properties, _CONTENT_ID).strip("<>") in shown
            gathering.add(name, properties.binary_prop_value(_DATA), inline=inline)
        elif depth >= _MOST_DEEP:
            gathering.add(name, None)
        else:
            mail = _mail(inner, _INNER_HEAD, depth + 1)
            gathering.add(f"{mail.subject or 'brev'}.eml", _eml(mail))
    except DAMAGE:
        gathering.add("namnlös", None)


def _file_name(properties: Properties) -> str:
    names = (_text(properties, pid) for pid in (_LONG_NAME, _SHORT_NAME, _NAME))
    return next((name for name in names if name.strip()), "namnlös")


def _eml(mail: Mail) -> bytes:
    """Return a mail as .eml."""
    message = EmailMessage()
    message["Subject"] = mail.subject
    for header, value in (("From", mail.sender), ("To", ", ".join(mail.to))):
        if value:
            message[header] = value
    if mail.sent:
        message["Date"] = format_datetime(mail.sent)
    message.set_content(mail.body)
    for one in mail.attached:
        message.add_attachment(
            one.data, maintype="application", subtype="octet-stream", filename=one.name
        )
    return message.as_bytes()
