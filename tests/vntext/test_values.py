"""Values that cost little to make are frozen dataclasses all the same."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from vntext.values import changed, quickly_made


@quickly_made
@dataclass(frozen=True, slots=True)
class Pair:
    """Two fields, one with a default."""

    first: int
    second: str = "x"


def test_it_takes_its_fields_and_their_defaults() -> None:
    """By position and by name."""
    assert Pair(1) == Pair(first=1, second="x") != Pair(2)
    assert repr(Pair(1)) == "Pair(first=1, second='x')"
    with pytest.raises(TypeError, match=r"Pair.__init__\(\) missing 1 required"):
        Pair()  # type: ignore[call-arg]


def test_nobody_sets_a_field_afterwards() -> None:
    """Nor deletes one."""
    with pytest.raises(FrozenInstanceError):
        Pair(1).first = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del Pair(1).second


def test_it_goes_wherever_a_dataclass_goes() -> None:
    """Replaced, hashed, and sent to another process."""
    assert replace(Pair(1), second="y") == Pair(1, "y")
    assert len({Pair(1), Pair(1, "x")}) == 1
    assert pickle.loads(pickle.dumps(Pair(3))) == Pair(3)


def test_it_is_changed_into_another() -> None:
    """Which is as closed as the first, and has no field that the first does not have."""
    other = changed(Pair(1), second="y")
    assert other == Pair(1, "y")
    with pytest.raises(FrozenInstanceError):
        other.first = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        changed(Pair(1), third="z")
