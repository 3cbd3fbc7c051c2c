"""Values come back from their JSON as they were."""

from __future__ import annotations

import datetime

import pytest

from press.cache.codec import codec_of
from vntext.dates import VIETNAM


@pytest.mark.parametrize(
    "text",
    ["2023-11-13T00:00:00+07:00", "2023-11-13T07:30:05+07:00", "2023-11-13T07:30:05.25+07:00",
     "2023-11-13T00:30:00+00:00", "0001-01-01T00:00:00+07:00", "1969-12-31T00:00:00+07:00",
     "9999-12-31T23:59:59+07:00"],
)  # fmt: skip
def test_moments_come_back_in_their_zone(text: str) -> None:
    """Those of Vietnam in the one zone that all have, whatever year it is."""
    moment = datetime.datetime.fromisoformat(text)
    codec = codec_of(datetime.datetime | None)
    assert codec.encode
    assert codec.decode
    back = codec.decode(codec.encode(moment))
    assert back == moment
    assert back.isoformat() == moment.isoformat()
    if (
        moment.utcoffset() == VIETNAM.utcoffset(None)
        and moment.year > 1970
        and not moment.microsecond
    ):
        assert back.tzinfo is VIETNAM
