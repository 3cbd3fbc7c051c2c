"""The heavy parts of a document as they are kept: its HTML and its source as they stand, the rest
as JSON behind them. A page needs the one, the copy of its text the other, few need the rest.
"""

from __future__ import annotations

import json
from typing import Any

CODING = ("utf-8", "surrogatepass")


def packed(html: bytes, text: bytes, rest: bytes) -> bytes:
    """All three, `rest` being JSON, for `Body`."""
    return b"%d %d\n%b%b%b" % (len(html), len(text), html, text, rest)


class Body:
    """What `packed` made; each part is read when it is asked for.

    Raises ValueError: for anything else.
    """

    def __init__(self, data: bytes) -> None:
        head = data.index(b"\n") + 1
        html, text = map(int, data[:head].split())
        self._data, self._start, self._text, self._rest = (
            data,
            head,
            head + html,
            head + html + text,
        )

    @property
    def html(self) -> str:
        return self._data[self._start : self._text].decode(*CODING)

    @property
    def text(self) -> str:
        """The source."""
        return self._data[self._text : self._rest].decode(*CODING)

    @property
    def rest(self) -> Any:
        return json.loads(self._data[self._rest :].decode(*CODING))
