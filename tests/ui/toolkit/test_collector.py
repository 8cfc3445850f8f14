"""Garbage is collected on the window's thread, and nowhere else."""

import gc
import weakref

import pytest

from ui.toolkit import collector
from ui.toolkit.collector import Collector


class Node:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collecting(qapp):
    made = Collector(qapp)
    yield made
    made.deleteLater()
    gc.unfreeze()
    gc.enable()


def test_the_automatic_collector_is_off(collecting):
    assert not gc.isenabled()


def test_garbage_goes_when_enough_has_come_together(collecting, monkeypatch):
    monkeypatch.setattr(collector, "_LIMITS", (0, 10_000, 10_000))
    gone = weakref.ref(Node())
    assert gone() is not None
    assert collecting.collect() == 0
    assert gone() is None


def test_little_garbage_waits(collecting, monkeypatch):
    monkeypatch.setattr(collector, "_LIMITS", (10**9, 10**9, 10**9))
    assert collecting.collect() is None


def test_the_timer_collects(collecting, qtbot, monkeypatch):
    monkeypatch.setattr(collector, "_LIMITS", (0, 10_000, 10_000))
    gone = weakref.ref(Node())
    qtbot.waitUntil(lambda: gone() is None, timeout=5000)
