"""Every connection has the settings that were measured to lose nothing."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from nämnd.store.engine import make_engine
from nämnd.store.network import is_network, linux_mounts, mac_mounts, on_network
from nämnd.store.place import place_of

SAFE = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL
    "foreign_keys": 1,
    "mmap_size": 0,
    "secure_delete": 1,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "busy_timeout": 5000,
}
SAFE_ON_A_SHARE = {**SAFE, "journal_mode": "delete", "synchronous": 3}  # EXTRA


def settings_of(engine, connections):
    with ExitStack() as stack:
        links = [stack.enter_context(engine.connect()) for _ in range(connections)]
        return [
            {name: link.exec_driver_sql(f"PRAGMA {name}").scalar() for name in SAFE}
            for link in links
        ]


@pytest.fixture
def engine_of():
    engines = []

    def make(path, **how):
        engines.append(make_engine(place_of(str(path)), **how))
        return engines[-1]

    yield make
    for engine in engines:
        engine.dispose()


def test_every_connection_of_the_pool_has_the_safe_settings(tmp_path, engine_of):
    found = settings_of(engine_of(tmp_path / "namnd.db"), 8)
    assert found == [SAFE] * 8


def test_on_a_share_the_journal_is_rolled_back_and_its_removal_synced(
    tmp_path, engine_of, monkeypatch
):
    monkeypatch.setattr("nämnd.store.engine.on_network", lambda _path: True)
    found = settings_of(engine_of(tmp_path / "namnd.db"), 8)
    assert found == [SAFE_ON_A_SHARE] * 8


def test_without_our_settings_the_same_check_fails(tmp_path):
    from sqlalchemy import create_engine

    engine = create_engine(f"sqlite:///{tmp_path / 'namnd.db'}")
    assert settings_of(engine, 1) != [SAFE]
    engine.dispose()


def mounts_in(folder: Path, *lines: str) -> Path:
    mounts = folder / "mounts"
    mounts.write_text("\n".join(("/dev/sda1 / ext4 rw 0 0", *lines)), encoding="utf-8")
    return mounts


@pytest.mark.parametrize(
    ("line", "path", "expected"),
    [
        ("//filer/hem /mnt/hem cifs rw 0 0", "/mnt/hem/nämnd/namnd.db", True),
        ("//filer/hem /mnt/hem cifs rw 0 0", "/mnt/hemma/namnd.db", False),
        ("//filer/hem /mnt/hem cifs rw 0 0", "/home/eva/namnd.db", False),
        ("filer:/v /home nfs4 rw 0 0", "/home/eva/namnd.db", True),
        ("filer:/v /mnt/Våra\\040filer nfs rw 0 0", "/mnt/Våra filer/namnd.db", True),
        ("s /home/eva/s fuse.sshfs rw 0 0", "/home/eva/s/namnd.db", True),
        ("smbnetfs /mnt/s fuse.smbnetfs rw 0 0", "/mnt/s/namnd.db", True),
        ("gvfsd /run/user/1/gvfs fuse.gvfsd-fuse rw 0 0", "/run/user/1/gvfs/x/namnd.db", True),
        ("o /home/eva fuse.fuse-overlayfs rw 0 0", "/home/eva/namnd.db", False),
        ("/dev/sdb1 /media/usb fuseblk rw 0 0", "/media/usb/namnd.db", False),
        ("systemd-1 /mnt/n autofs rw 0 0\nf:/v /mnt/n nfs rw 0 0", "/mnt/n/namnd.db", True),
    ],
)
def test_a_file_server_is_known_by_what_is_mounted(tmp_path, line, path, expected):
    assert on_network(Path(path), mounts_in(tmp_path, line)) is expected


def test_an_address_of_a_file_server_is_on_a_network(tmp_path):
    for address in ("\\\\filer\\hem\\namnd.db", "//filer/hem/namnd.db"):
        assert on_network(Path(address), mounts_in(tmp_path))


def test_a_system_that_does_not_tell_has_a_local_disk(tmp_path):
    assert not on_network(tmp_path / "namnd.db", tmp_path / "no such file")


def test_the_list_of_macos_is_read():
    said = (
        "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)\n"
        "//eva@filer/Våra%20filer on /Volumes/Våra filer (smbfs, nodev, nosuid, mounted by eva)\n"
        "map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)\n"
    )
    found = dict(mac_mounts(said))
    assert found["/Volumes/Våra filer"] == "smbfs"
    assert is_network(found["/Volumes/Våra filer"])
    assert not is_network(found["/"])


def test_folders_with_odd_characters_are_read():
    assert dict(linux_mounts("x /mnt/a\\011b\\134c ext4 rw 0 0")) == {"/mnt/a\tb\\c": "ext4"}


def test_reading_only_is_not_writing(tmp_path, engine_of):
    path = tmp_path / "namnd.db"
    with engine_of(path).begin() as link:
        link.exec_driver_sql("CREATE TABLE t (x)")
    with engine_of(path, read_only=True).connect() as link:
        assert link.exec_driver_sql("PRAGMA query_only").scalar() == 1
        assert link.exec_driver_sql("PRAGMA mmap_size").scalar() == 0
