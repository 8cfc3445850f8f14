"""start.py decides rightly: what is missing, what to say, when to set up again, what to run."""

import ast
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

import start

HERE = Path(start.__file__).parent
# No machine has these.
NO_LIBRARY = {"libfinns-inte.so.9": "libfinns-inte9"}
NO_COMMAND = {"finns-inte": "finns-inte-nogui"}

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux has packages to ask")
posix = pytest.mark.skipif(os.name != "posix", reason="the tools here are shell scripts")


def script(folder: Path, name: str, text: str) -> Path:
    """Write a shell script that can be run."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def tools(tmp_path, monkeypatch) -> Path:
    """Return a folder that is all of PATH, on a machine that has certificates."""
    folder = tmp_path / "tools"
    folder.mkdir()
    monkeypatch.setenv("PATH", os.fspath(folder))
    monkeypatch.setattr(start, "CERTIFICATES", folder)
    return folder


@pytest.fixture
def project(tmp_path) -> Path:
    """Return a small project to set up: start.py, a lock without packages, a program."""
    root = tmp_path / "Åsas program"
    (root / "ui").mkdir(parents=True)
    shutil.copy(HERE / "start.py", root)
    (root / "requirements.lock").write_text("# nothing is needed\n", encoding="utf-8")
    (root / "ui" / "__init__.py").touch()
    (root / "ui" / "__main__.py").write_text(
        "import os, sys\nprint(ascii(sys.argv[1:]), ascii(os.getcwd()))\nsys.exit(7)\n",
        encoding="utf-8",
    )
    return root


def run_start(root: Path, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run start.py as a user does."""
    return subprocess.run(  # noqa: S603 – our own words
        [sys.executable, root / "start.py", *words],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


# An old Python -----------------------------------------------------------------------------------


def test_an_old_python_is_told_so_in_swedish():
    pretend = (
        "import runpy, sys; sys.version_info = (3, 9, 2);"
        f" runpy.run_path({os.fspath(HERE / 'start.py')!r}, run_name='__main__')"
    )
    run = subprocess.run(  # noqa: S603 – our own words
        [sys.executable, "-X", "utf8", "-c", pretend],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (run.returncode, run.stdout) == (1, "")
    assert "behöver Python 3.11 eller senare, men det här är Python 3.9." in run.stderr


def test_an_old_python_can_read_the_file_at_all():
    assert ast.parse((HERE / "start.py").read_text(encoding="utf-8"), feature_version=(3, 7))


# Packages of the system ---------------------------------------------------------------------------


@linux
def test_what_does_not_load_or_is_not_found_is_missing(tools):
    script(tools, "soffice", "exit 0")
    missing = start.missing_packages(
        {"libc.so.6": "libc6", **NO_LIBRARY}, {"soffice": "libreoffice-writer-nogui", **NO_COMMAND}
    )
    assert missing == ["finns-inte-nogui", "libfinns-inte9"]


@linux
def test_debian_may_lack_venv_and_certificates(tools, monkeypatch):
    script(tools, "apt-get", "exit 0")
    monkeypatch.setattr(start, "CERTIFICATES", tools / "no such file")
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    assert start.missing_packages({}, {}) == [
        "ca-certificates",
        f"python3.{sys.version_info.minor}-venv",
    ]


@linux
def test_on_the_machine_of_these_tests_nothing_of_qt_is_missing():
    assert start.missing_packages(start.QT_LIBRARIES, {}) == []


@linux
def test_who_may_not_install_gets_the_exact_command_and_exit_code_2(tools, monkeypatch, capsys):
    script(tools, "apt-get", f"touch {tools}/ran")
    script(tools, "sudo", "exit 1")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit) as stopped:
        start.provide_system_packages(NO_COMMAND)
    assert stopped.value.code == 2
    assert (
        "\n\n  sudo apt-get update"
        " && sudo apt-get install --no-install-recommends --yes finns-inte-nogui\n"
    ) in capsys.readouterr().out
    assert not (tools / "ran").exists()


@posix
def test_without_sudo_the_administrator_is_asked(tools):
    script(tools, "apt-get", "exit 0")
    text = start.how_to_install(["libegl1", "xvfb"])
    assert "administratör" in text
    assert text.endswith(
        "\n\n  apt-get update && apt-get install --no-install-recommends --yes libegl1 xvfb\n"
    )


def test_where_there_is_no_apt_the_packages_are_named(tools):
    assert tools.is_dir()
    assert start.how_to_install(["libegl1", "xvfb"]).endswith("\n\n  libegl1 xvfb\n")


@posix
@pytest.mark.parametrize(
    ("user", "sudo", "rights"),
    [
        pytest.param(0, None, [], id="root"),
        pytest.param(1000, "exit 0", ["sudo", "-n"], id="sudo without password"),
        pytest.param(1000, "exit 1", None, id="sudo with password"),
        pytest.param(1000, None, None, id="no sudo"),
    ],
)
def test_apt_is_used_only_where_no_password_is_asked(tools, monkeypatch, user, sudo, rights):
    script(tools, "apt-get", "exit 0")
    if sudo:
        script(tools, "sudo", sudo)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    assert start.apt_rights() == rights


@linux
def test_root_lets_apt_renew_its_lists_and_install(tools, monkeypatch, capsys):
    for name in ("env", "cat", "chmod"):
        (tools / name).symlink_to(shutil.which(name, path=os.defpath) or "")
    installs = f'if [ "$4" = install ]; then cat > {tools}/finns-inte </dev/null'
    installs += f"; chmod +x {tools}/finns-inte; fi"
    script(tools, "apt-get", f'echo "$@" >> {tools}/log\n{installs}')
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    start.provide_system_packages(NO_COMMAND)
    always = "--quiet --yes --option=DPkg::Lock::Timeout=300"
    assert (tools / "log").read_text(encoding="utf-8").splitlines() == [
        f"{always} update",
        f"{always} install --no-install-recommends finns-inte-nogui",
    ]
    assert "finns-inte-nogui" in capsys.readouterr().out


@linux
def test_apt_that_installs_nothing_is_not_believed(tools, monkeypatch, capsys):
    (tools / "env").symlink_to(shutil.which("env", path=os.defpath) or "")
    script(tools, "apt-get", "exit 0")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(SystemExit) as stopped:
        start.provide_system_packages(NO_COMMAND)
    assert stopped.value.code == 2
    assert "apt-get install" in capsys.readouterr().out


def test_other_systems_lack_nothing(tools, monkeypatch):
    assert tools.is_dir()
    monkeypatch.setattr(sys, "platform", "darwin")
    start.provide_system_packages(NO_COMMAND)


# The stamp ----------------------------------------------------------------------------------------


@pytest.fixture
def finished(project) -> Path:
    """Return the project as a finished set-up leaves it."""
    start.python_of(project).parent.mkdir(parents=True)
    start.python_of(project).touch()
    (project / ".venv" / "namnd-stamp").write_text(start.stamp_of(project), encoding="ascii")
    return project


def test_a_finished_setup_is_ready(finished):
    assert start.is_ready(finished)


def test_a_new_checkout_is_not_ready(project):
    assert not start.is_ready(project)


def test_a_changed_lock_is_not_ready(finished):
    with (finished / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("six==1.17.0\n")
    assert not start.is_ready(finished)


def test_a_moved_checkout_is_not_ready(finished):
    moved = finished.with_name("flyttad")
    finished.rename(moved)
    assert not start.is_ready(moved)


def test_a_setup_without_its_python_is_not_ready(finished):
    start.python_of(finished).unlink()
    assert not start.is_ready(finished)


@pytest.mark.parametrize("stamp", [b"", b"\xff\xfe", b"0" * 64], ids=["empty", "binary", "other"])
def test_a_strange_stamp_is_not_ready(finished, stamp):
    (finished / ".venv" / "namnd-stamp").write_bytes(stamp)
    assert not start.is_ready(finished)


# From nothing to the program ----------------------------------------------------------------------


def test_the_first_start_sets_up_and_the_next_only_opens_the_program(project, tmp_path):
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "__main__.py").write_text("print('the wrong ui')", encoding="utf-8")
    opened = f"{['exportera', '--till', 'åäö']!a} {os.fspath(tmp_path)!a}\n"

    first = run_start(project, "exportera", "--till", "åäö", cwd=tmp_path)
    assert first.stderr == ""
    assert first.stdout.startswith("Gör i ordning Nämnd")
    assert first.stdout.endswith("Klart.\n" + opened)
    assert first.returncode == 7

    second = run_start(project, "exportera", "--till", "åäö", cwd=tmp_path)
    assert (second.returncode, second.stdout, second.stderr) == (7, opened, "")


@posix
def test_a_second_start_waits_for_the_first_to_finish(project, tmp_path):
    import fcntl

    with (project / "start.py").open("rb") as first:
        fcntl.flock(first, fcntl.LOCK_EX)
        second = subprocess.Popen(  # noqa: S603 – our own words
            [sys.executable, project / "start.py"],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        assert second.stdout is not None
        assert "Väntar" in second.stdout.readline()
        venv.create(project / ".venv", with_pip=False, symlinks=True)
        start.link_project(project)
        (project / ".venv" / "namnd-stamp").write_text(start.stamp_of(project), encoding="ascii")
    assert second.communicate()[0] == f"[] {os.fspath(tmp_path)!a}\n"
    assert second.returncode == 7


@posix
def test_a_killed_setup_is_made_again_and_gives_the_command_namnd(project, tmp_path):
    half_made = project / ".venv" / "bin" / "python"
    half_made.parent.mkdir(parents=True)
    half_made.write_text("half a file", encoding="utf-8")
    (project / ".venv" / "rubbish").touch()
    assert run_start(project, cwd=tmp_path).returncode == 7
    assert not (project / ".venv" / "rubbish").exists()
    run = subprocess.run(  # noqa: S603 – our own words
        [project / ".venv" / "bin" / "namnd", "schema", "två ord"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (run.returncode, run.stderr) == (7, "")
    assert run.stdout == f"{['schema', 'två ord']!a} {os.fspath(tmp_path)!a}\n"


def test_a_package_that_is_not_the_locked_one_is_refused(project, tmp_path):
    with (project / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("six==1.17.0\n")  # no hash
    run = run_start(project, cwd=tmp_path)
    assert run.returncode == 1
    assert "require-hashes" in run.stdout
    assert "Det gick inte att hämta programbiblioteken." in run.stdout
    assert not start.is_ready(project)


def test_a_folder_that_cannot_be_made_is_explained(project, tmp_path):
    (project / ".venv").write_text("a file in its place", encoding="utf-8")
    run = run_start(project, cwd=tmp_path)
    assert run.returncode == 1
    assert "Det gick inte att skapa mappen .venv." in run.stdout
    assert "Traceback" not in run.stdout + run.stderr


# The checks ---------------------------------------------------------------------------------------


@pytest.fixture
def checked(project) -> Path:
    """Return a project whose tools note how they were called, and succeed."""
    for name in {tool[0] for _, tool in start.CHECKS} | {"pytest"}:
        note = f'echo "{name}" "$@" "|$QT_QPA_PLATFORM|$PWD" >> {str(project)!r}/log'
        script(project / ".venv" / "bin", name, note)
    return project


def noted(project: Path) -> list[str]:
    """Return the notes, one for each call."""
    return (project / "log").read_text(encoding="utf-8").splitlines()


@posix
def test_all_checks_run_in_order_without_a_screen_in_the_project(checked, capsys):
    assert start.run_tests(checked, []) == 0
    expected = [f"{' '.join(tool)} |offscreen|{checked}" for _, tool in start.CHECKS]
    assert noted(checked) == expected
    assert "Allt är godkänt" in capsys.readouterr().out


@posix
def test_the_first_failing_check_ends_the_run_with_its_code(checked, capsys):
    script(checked / ".venv" / "bin", "pyright", "exit 3")
    assert start.run_tests(checked, []) == 3
    assert [note.split()[0] for note in noted(checked)] == ["ruff", "ruff"]
    assert "Stopp: pyright gick inte igenom (kod 3)." in capsys.readouterr().out


@posix
def test_words_after_test_go_to_pytest_alone(checked):
    assert start.run_tests(checked, ["tests/test_start.py", "-k", "stamp"]) == 0
    assert noted(checked) == [f"pytest tests/test_start.py -k stamp |offscreen|{checked}"]


@posix
def test_a_check_that_dies_of_a_signal_counts_as_failed(checked):
    script(checked / ".venv" / "bin", "pytest", "kill -9 $$")
    assert start.run_tests(checked, ["-x"]) == 128 + 9


# The lock -----------------------------------------------------------------------------------------


def test_the_lock_pins_every_package_with_hashes_and_names_no_address():
    lock = (HERE / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", lock.replace("\\\n", " ").strip())
    unpinned = [
        entry
        for entry in entries
        if not re.match(r"[a-z0-9.-]+==\S+( ;[^\n]*?)? +--hash=sha256:[0-9a-f]{64}", entry)
    ]
    assert len(entries) > 40
    assert unpinned == []
    assert "://" not in lock
    assert "--index" not in lock
