"""A mail saved by Outlook as .msg, read with python-oxmsg."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nämnd.post.damage import DAMAGE
from nämnd.post.errors import NotAMailError
from nämnd.post.html_text import html_text
from nämnd.post.parts import Gathering, body_text, one_line
from nämnd.post.values import Mail

if TYPE_CHECKING:
    from datetime import datetime

    from oxmsg import Message
    from oxmsg.attachment import Attachment

_MOST_TO = 200
_CONTENT_ID, _HIDDEN = 0x3712, 0x7FFE
_SHORT_NAME, _DISPLAY_NAME = 0x3704, 0x3001


def msg_mail(data: bytes, name: str) -> Mail:
    """Return the parts of a mail.

    Raises:
        NotAMailError: it is no .msg, or damaged.
    """
    from oxmsg import Message

    try:
        message = Message.load(data)
        if not message.message_class.startswith("IPM"):
            raise NotAMailError(name)
        return _mail(message)
    except DAMAGE as error:
        raise NotAMailError(name) from error


def _mail(message: Message) -> Mail:
    gathering = Gathering()
    for one in message.attachments:
        _take(one, gathering)
    to = (_person(one.name, one.email_address) for one in message.recipients)
    return Mail(
        subject=one_line(message.subject),
        sender=one_line((message.sender or "").replace('"', "")),
        to=tuple(one for one in to if one)[:_MOST_TO],
        sent=_sent(message),
        body=body_text(_body(message)),
        attached=tuple(gathering.attached),
        left_out=tuple(gathering.left_out),
    )


def _person(name: str, where: str) -> str:
    name, where = one_line(name), one_line(where)
    return f"{name} <{where}>" if name and where and name != where else where or name


def _sent(message: Message) -> datetime | None:
    try:
        return message.sent_date
    except DAMAGE:  # a time before the year 1, or after 9999
        return None


def _body(message: Message) -> str:
    plain = message.body
    if plain and plain.strip():
        return plain
    try:
        html = message.html_body or ""
    except DAMAGE:  # a code page that Python has not
        html = ""
    return html_text(html)


def _take(one: Attachment, gathering: Gathering) -> None:
    try:
        name, data, inline = _name(one), one.file_bytes, _is_inline(one)
    except DAMAGE:
        name, data, inline = "namnlös", None, False
    gathering.add(name, data, inline=inline)


def _name(one: Attachment) -> str:
    for pid in (None, _SHORT_NAME, _DISPLAY_NAME):
        name = one.file_name if pid is None else one.properties.str_prop_value(pid)
        if name and name.strip():
            return name
    return "namnlös"


def _is_inline(one: Attachment) -> bool:
    """Say whether it is a picture that the text shows."""
    mime = one.mime_type or ""
    named = one.properties.str_prop_value(_CONTENT_ID)
    return bool(named) and bool(re.match(r"image/", mime))
