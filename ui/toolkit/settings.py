"""What the program remembers about its user between starts. Nothing here is data of a nämnd."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from ui.toolkit.theme import Scheme

T = TypeVar("T")
RECENT = 10  # files remembered
NOT_TOLD = "berätta vid starten"
"""The name among `Settings.unasked` when the user does not want to be told what is due."""
_SCALES = (0.8, 2.0)  # smallest and largest text; outside it somebody has edited the file


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices.

    Attributes:
        who: name written into the log; empty until the first start has asked.
        scheme: light, dark or as the system.
        font_scale: on top of the system's text size.
        nämnd: id of the nämnd shown last; empty for none.
        geometry: the window's place, as Qt gives it.
        panes: how wide the parts of the dagordning page are, as the user left them.
        day_panes: the same of the page of the meeting day.
        recent: paths of databases and imported files, newest first.
        unasked: questions the user wants no more, by name.
        told: the day (ISO) when it was last told at the start what is due.
    """

    who: str = ""
    scheme: Scheme = Scheme.SYSTEM
    font_scale: float = 1.0
    nämnd: str = ""
    geometry: bytes = b""
    panes: tuple[int, ...] = ()
    day_panes: tuple[int, ...] = ()
    recent: tuple[str, ...] = ()
    unasked: frozenset[str] = frozenset()
    told: str = ""

    def with_recent(self, path: Path) -> "Settings":
        """Return settings with `path` newest."""
        others = [one for one in self.recent if one != str(path)]
        return replace(self, recent=(str(path), *others)[:RECENT])


class SettingsFile:
    """An ini file. A file that is missing, damaged or edited to nonsense gives the defaults."""

    def __init__(self, path: Path) -> None:
        """Use the file at `path`; it is made when first written."""
        self._path = path

    @property
    def folder(self) -> Path:
        """Return where the file is: what else is remembered lies beside it."""
        return self._path.parent

    def read(self) -> Settings:
        """Return what the file says."""
        file, default = self._open(), Settings()
        return Settings(
            who=_read(file, "who", str, default.who),
            scheme=_read(file, "scheme", Scheme, default.scheme),
            font_scale=_read(file, "font_scale", _scale, default.font_scale),
            nämnd=_read(file, "namnd", str, default.nämnd),
            geometry=_read(file, "geometry", _bytes, default.geometry),
            panes=_read(file, "panes", _widths, default.panes),
            day_panes=_read(file, "day_panes", _widths, default.day_panes),
            recent=_read(file, "recent", _texts, default.recent),
            unasked=_read(file, "unasked", lambda raw: frozenset(_texts(raw)), default.unasked),
            told=_read(file, "told", str, default.told),
        )

    def write(self, settings: Settings) -> bool:
        """Keep `settings`; False when the file can't be written."""
        file = self._open()
        file.setValue("who", settings.who)
        file.setValue("scheme", settings.scheme.value)
        file.setValue("font_scale", settings.font_scale)
        file.setValue("namnd", settings.nämnd)
        file.setValue("geometry", QByteArray(settings.geometry))
        file.setValue("panes", [str(one) for one in settings.panes])
        file.setValue("day_panes", [str(one) for one in settings.day_panes])
        file.setValue("recent", list(settings.recent))
        file.setValue("unasked", sorted(settings.unasked))
        file.setValue("told", settings.told)
        file.sync()
        return file.status() == QSettings.Status.NoError

    def change(self, **changes: Any) -> Settings:  # noqa: ANN401 - the fields of Settings
        """Read, change the named fields, write; return what is kept now."""
        settings = replace(self.read(), **changes)
        self.write(settings)
        return settings

    def _open(self) -> QSettings:
        return QSettings(str(self._path), QSettings.Format.IniFormat)


def _read(file: QSettings, key: str, made_from: Callable[[Any], T], default: T) -> T:
    raw = file.value(key)
    if raw is None:
        return default
    try:
        return made_from(raw)
    except (ValueError, TypeError):
        return default


def _scale(raw: object) -> float:
    scale = float(str(raw))
    if not _SCALES[0] <= scale <= _SCALES[1]:
        raise ValueError(raw)
    return scale


def _bytes(raw: object) -> bytes:
    if not isinstance(raw, QByteArray):
        raise TypeError(raw)
    return bytes(raw.data())


def _widths(raw: object) -> tuple[int, ...]:
    return tuple(int(one) for one in _texts(raw))


def _texts(raw: object) -> tuple[str, ...]:
    """QSettings gives a list of one as the one, and an empty list as None or ''."""
    if isinstance(raw, str):
        return (raw,) if raw else ()
    if not isinstance(raw, list):
        raise TypeError(raw)
    return tuple(str(one) for one in raw)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
