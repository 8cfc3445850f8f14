"""Whether a file lies on a file server. SQLite must know: there its WAL loses commits silently."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_NETWORK = (
    *("9p", "afpfs", "afs", "ceph", "cifs", "coda", "davfs", "glusterfs", "gpfs", "lustre"),
    *("ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "prl_fs", "smb", "smb2", "smb3", "smbfs"),
    *("vboxsf", "virtiofs", "vmhgfs", "webdav"),
)
# Of the file systems that are programs, these lie on this computer's own disk.
_LOCAL_FUSE = ("overlay", "encfs", "gocryptfs", "cryfs", "ecryptfs", "ntfs", "exfat", "bindfs")
_LINUX_MOUNTS = Path("/proc/mounts")
_REMOTE_DRIVE = 4  # what Windows answers


def on_network(path: Path, mounts: Path = _LINUX_MOUNTS) -> bool:
    """Say whether `path` lies on a file server, as far as the system tells.

    When in doubt the answer is yes: that is slower, and loses nothing.
    """
    if str(path).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        return ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _REMOTE_DRIVE
    if sys.platform == "darwin":
        return is_network(_kind(path.parent, mac_mounts(_mount_says())))
    if not mounts.exists():
        return False
    lines = mounts.read_text(encoding="utf-8", errors="surrogateescape")
    return is_network(_kind(path.parent, linux_mounts(lines)))


def is_network(kind: str) -> bool:
    """Say whether a file system of that kind is a server's."""
    if kind.startswith(("fuse.", "macfuse", "osxfuse")):
        return not any(local in kind for local in _LOCAL_FUSE)
    return kind in _NETWORK


def linux_mounts(text: str) -> Iterator[tuple[str, str]]:
    """Yield folder and kind of every mounted file system in `text`, the form of /proc/mounts."""
    for line in text.splitlines():
        point, kind = line.split(" ")[1:3]
        yield re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), point), kind


def mac_mounts(text: str) -> Iterator[tuple[str, str]]:
    """Yield folder and kind of every mounted file system in `text`, as macOS's mount prints it."""
    for found in re.finditer(r"^.+? on (/.*) \((\w+)[^()]*\)$", text, re.MULTILINE):
        yield found[1], found[2]


def _kind(folder: Path, mounts: Iterator[tuple[str, str]]) -> str:
    best, kind = "", ""
    for point, found in mounts:
        if len(point) >= len(best) and folder.is_relative_to(point):
            best, kind = point, found
    return kind


def _mount_says() -> str:
    return subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
