"""LibreOffice: found where it usually is, run in a profile of its own, and ended when it is late.

The profile forbids what a document from elsewhere could start: macros, links that fetch, updates
of linked data; and whatever still tries to fetch meets a proxy that is not there.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic

_BEAT = 0.1  # seconds between looks
_MAC = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
_SETTINGS = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "0"),
    ("Calc/Content/Update", "Link", "2"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetFTPProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
    ("Common/Filter/PDF/Export", "UseTaggedPDF", "true"),
    ("Common/Filter/PDF/Export", "PDFUACompliance", "true"),
    ("Common/Filter/PDF/Export", "ExportBookmarks", "true"),
    ("Common/Filter/PDF/Export", "ExportNotes", "false"),
)
_ARCHIVAL = (
    ("Common/Filter/PDF/Export", "SelectPdfVersion", "2"),
    # It marks PDF/UA in the metadata in a way that PDF/A does not allow; the tags are there still.
    ("Common/Filter/PDF/Export", "PDFUACompliance", "false"),
)
_ITEM = (
    '<item oor:path="/org.openoffice.Office.{}"><prop oor:name="{}" oor:op="fuse">'
    "<value>{}</value></prop></item>"
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{}</oor:items>'
)


def usual_places() -> tuple[Path, ...]:
    """Return where LibreOffice may be: on the path, and where its installers put it."""
    named = (shutil.which(name) for name in ("soffice", "libreoffice"))
    found = [Path(one) for one in named if one]
    if sys.platform == "win32":
        folders = (os.environ.get(n) for n in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"))
        found += [Path(one, "LibreOffice", "program", "soffice.com") for one in folders if one]
    return (*found, _MAC)


def find_soffice(places: Sequence[Path] | None = None) -> Path | None:
    """Return the LibreOffice of this computer, None when there is none."""
    looked = usual_places() if places is None else places
    return next((place for place in looked if place.is_file()), None)


def run_soffice(
    soffice: Path,
    files: Sequence[Path],
    folder: Path,
    seconds: float,
    *,
    archival: bool = False,
) -> Iterator[None]:
    """Make a PDF of each of `files` in `folder`, yielding while it goes on.

    `archival`: as PDF/A-2b. Whether it became so, a validator must say.

    Says nothing about how it went: a file that could not be converted is not there afterwards
    (the program reports success all the same).

    Raises:
        TimeoutError: it did not end within `seconds`, and was ended.
    """
    profile = folder / "profil"
    _write_profile(profile, _ARCHIVAL if archival else ())
    command = _command(soffice, files, folder, profile)
    process = subprocess.Popen(  # noqa: S603 - a found program, our own file names
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        start_new_session=True,
    )
    try:
        yield from _wait(process, seconds)
    finally:
        _end(process)


def _command(soffice: Path, files: Sequence[Path], folder: Path, profile: Path) -> list[str]:
    return [
        str(soffice),
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nofirststartwizard",
        f"-env:UserInstallation={profile.absolute().as_uri()}",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        *map(str, files),
    ]


def _wait(process: subprocess.Popen[bytes], seconds: float) -> Iterator[None]:
    late = monotonic() + seconds
    while monotonic() < late:
        with suppress(subprocess.TimeoutExpired):
            process.wait(_BEAT)
            return
        yield
    raise TimeoutError


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and all it started."""
    if process.poll() is None:
        if sys.platform == "win32":
            command = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(command, check=False, capture_output=True)  # noqa: S603
        else:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _write_profile(profile: Path, more: Sequence[tuple[str, str, str]]) -> None:
    user = profile / "user"
    user.mkdir(parents=True, exist_ok=True)
    items = "".join(_ITEM.format(*one) for one in (*_SETTINGS, *more))
    (user / "registrymodifications.xcu").write_text(_PROFILE.format(items), encoding="utf-8")
