"""Values ↔ plain JSON, by the types that dataclasses declare. Never pickle: a cache is no program."""

from __future__ import annotations

import dataclasses
import datetime
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from operator import attrgetter
from typing import Any, Literal, Union

from findings import Saying, in_english
from vntext.dates import VIETNAM

Turn = Callable[[Any], Any]

_EPOCH = 1970
_OFFSET = VIETNAM.utcoffset(None)
_PLAIN = (str, int, float, bool, type(None))


@dataclass(frozen=True, slots=True)
class Codec:
    """Both ways of one type; None: the value is plain JSON as it stands."""

    encode: Turn | None
    decode: Turn | None


@cache
def codec_of(kind: Any) -> Codec:
    """The codec of a type: plain values, dates, decimals, tuples, mappings, unions, dataclasses.

    A dataclass becomes the list of its fields; a union of several kinds is
    marked with the place of the kind. Raises TypeError for anything else.
    """
    origin = typing.get_origin(kind)
    if kind in _PLAIN or kind is None or origin is Literal:
        return Codec(None, None)
    if origin in (Union, types.UnionType):
        return _union(typing.get_args(kind))
    if origin is tuple:
        return _tuple(typing.get_args(kind))
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(codec_of(typing.get_args(kind)[1]))
    if dataclasses.is_dataclass(kind):
        return fields_codec(kind)
    if kind is Decimal:
        return Codec(str, Decimal)
    if kind is Saying:
        return Codec(lambda said: [said, in_english(said)], lambda items: Saying(*items))
    if kind is datetime.datetime:
        return Codec(_moment_kept, _moment)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Codec(lambda value: value.value, kind)
    raise TypeError(f"no codec for {kind}")


def _moment_kept(moment: datetime.datetime) -> int | str:
    """Seconds of a moment of Vietnam, any other as ISO 8601."""
    usual = moment.utcoffset() == _OFFSET and not moment.microsecond and moment.year > _EPOCH
    return int(moment.timestamp()) if usual else moment.isoformat()


def _moment(kept: int | str) -> datetime.datetime:
    """What `_moment_kept` was given.

    Those of Vietnam have one zone between them, so that Python compares ten thousand of them
    without asking each for its own.
    """
    if isinstance(kept, int):
        return datetime.datetime.fromtimestamp(kept, VIETNAM)
    return datetime.datetime.fromisoformat(kept)


def fields_codec(kind: Any, without: frozenset[str] = frozenset()) -> Codec:
    """The codec of a dataclass; with `without`, it decodes to the list of the other fields."""
    hints = typing.get_type_hints(kind)
    names = [f.name for f in dataclasses.fields(kind) if f.name not in without]
    codecs = [codec_of(hints[name]) for name in names]
    encoders = [(place, c.encode) for place, c in enumerate(codecs) if c.encode]
    decoders = [(place, c.decode) for place, c in enumerate(codecs) if c.decode]
    # With a name twice it gives a tuple also where there is one field alone.
    every = attrgetter(*names, names[-1])

    def encode(value: Any) -> list[Any]:
        *items, _ = every(value)
        for place, turn in encoders:
            items[place] = turn(items[place])
        return items

    def decode(items: list[Any]) -> Any:
        if decoders:
            items = items.copy()
        for place, turn in decoders:
            items[place] = turn(items[place])
        return items if without else kind(*items)

    return Codec(encode, decode)


def _tuple(kinds: tuple[Any, ...]) -> Codec:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        item = codec_of(kinds[0])
        encode, decode = item.encode, item.decode
        return Codec(
            (lambda value: [encode(one) for one in value]) if encode else list,
            (lambda items: tuple([decode(one) for one in items])) if decode else tuple,
        )
    codecs = [codec_of(kind) for kind in kinds]
    return Codec(
        lambda value: [_applied(c.encode, one) for c, one in zip(codecs, value, strict=True)],
        lambda items: tuple(_applied(c.decode, i) for c, i in zip(codecs, items, strict=True)),
    )


def _mapping(value: Codec) -> Codec:
    decode = value.decode
    return Codec(
        lambda mapping: {key: _applied(value.encode, one) for key, one in mapping.items()},
        (lambda items: {key: decode(one) for key, one in items.items()}) if decode else dict,
    )


def _applied(turn: Turn | None, value: Any) -> Any:
    return turn(value) if turn else value


def _union(kinds: tuple[Any, ...]) -> Codec:
    """Plain kinds stand as they are, any other as `[its place, value]`."""
    marked = [kind for kind in kinds if codec_of(kind).encode]
    if not marked:
        return Codec(None, None)
    codecs = [codec_of(kind) for kind in marked]
    ways = [(place, _test_of(kind), codecs[place].encode) for place, kind in enumerate(marked)]
    turns = [codec.decode for codec in codecs]

    def encode(value: Any) -> Any:
        if value is None or type(value) is str:
            return value
        for place, is_of, turn in ways:
            if is_of(value):
                return [place, _applied(turn, value)]
        return value

    def decode(item: Any) -> Any:
        if type(item) is list:
            place, inner = item
            return _applied(turns[place], inner)
        return item

    return Codec(encode, decode)


def _test_of(kind: Any) -> Callable[[Any], bool]:
    """Whether a value is of the type; a tuple by its first item."""
    origin = typing.get_origin(kind)
    if origin is not tuple:
        return partial(_is_a, origin or kind)
    inner = typing.get_args(kind)[0]
    return lambda value: isinstance(value, tuple) and (not value or isinstance(value[0], inner))


def _is_a(kind: type, value: Any) -> bool:
    return isinstance(value, kind)
