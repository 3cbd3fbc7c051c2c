"""Long work tells how far it is: a bar for a person, a line now and then for a log."""

from __future__ import annotations

import io

import pytest

from niengiam import meter
from niengiam.meter import Meter


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time that the meter sees; tests move it."""
    times = [0.0]
    monkeypatch.setattr(meter.time, "monotonic", lambda: times[0])
    return times


def test_a_person_sees_a_bar_that_grows_in_one_line(clock: list[float]) -> None:
    stream = _Terminal()
    shown = Meter("đọc bài", 2000, stream, ".")
    for done in (500, 501, 1000):
        clock[0] += 0.06
        shown.show(done)
    assert stream.getvalue() == (
        "\r\x1b[K[█████···············] đọc bài: 500/2.000"
        "\r\x1b[K[██████████··········] đọc bài: 1.000/2.000"
    )


def test_a_log_gets_plain_lines_of_long_work_only(clock: list[float]) -> None:
    stream = io.StringIO()
    shown = Meter("reading", 2000, stream, ",")
    shown.show(1)
    assert stream.getvalue() == ""
    clock[0] += 5
    shown.show(1500)
    shown.show(1501)
    assert stream.getvalue() == "reading: 1,500/2,000\n"
