"""What an editor writes between the brackets of a mark, in Vietnamese or English."""

from __future__ import annotations

import difflib
import re

from findings import Saying
from stat_index.marking.marks import Mark, MarkError
from stat_index.periods import parse_period
from stat_index.written_periods import written_period
from vntext.fold import fold

_PAIR = re.compile(
    r"(?P<key>[^\s=\"“”,;][^=\"“”,;]*?)\s*=\s*(?:[\"“”„](?P<quoted>[^\"“”]*)[\"“”]|(?P<bare>[^\s,;\"“”]+))"
)
_FILLING = re.compile(r"[\s,;]*")

_KEYS = {
    "chi tieu": "indicator",
    "indicator": "indicator",
    "cap": "level",
    "level": "level",
    "ky": "period",
    "ky so lieu": "period",
    # Kỳ and tỷ are spelt with i as well.
    "ki": "period",
    "ki so lieu": "period",
    "period": "period",
    "loai": "kind",
    "kind": "kind",
    "don vi": "organisation",
    "organisation": "organisation",
    "organization": "organisation",
}
_KINDS = {
    "ket qua": "result",
    "result": "result",
    "chi tieu": "target",
    "ke hoach": "target",
    "muc tieu": "target",
    "target": "target",
    "muc tang giam": "change",
    "tang": "change",
    "giam": "change",
    "change": "change",
    "ty le": "ratio",
    "ti le": "ratio",
    "ratio": "ratio",
}
_CONFIRMED = {"so lieu", "figure"}
_DENIED = {"khong phai so lieu", "khong la so lieu", "not a figure"}
_NONE = {"khong", "khong co", "none"}

ALLOWED_BLOCK = 'kỳ="2022", đơn vị="…", loại="chỉ tiêu"'
ALLOWED_INLINE = (
    'chỉ tiêu="…", cấp="cấp tỉnh", kỳ="2022", loại="kết quả", “số liệu” hoặc “không phải số liệu”'
)
_ALLOWED_INLINE_ENGLISH = ALLOWED_INLINE.replace("hoặc", "or")


_PERIODS = Saying(
    "2023, 2023-H1 (6 tháng đầu năm), 2023-Q3, 2023-05, 2015-2020 hoặc 2022-06-30",
    "2023, 2023-H1 (its first half), 2023-Q3, 2023-05, 2015-2020 or 2022-06-30",
)


def parse_mark(text: str, *, inline: bool) -> Mark:
    """The mark that `text` writes, without its brackets.

    Raises MarkError: for an unknown key, kind or period, or words out of place.
    """
    words = fold(text).strip()
    if inline and words in _CONFIRMED:
        return Mark()
    if inline and words in _DENIED:
        return Mark(denied=True)
    values: dict[str, str] = {}
    end = 0
    for pair in _PAIR.finditer(text):
        _refuse_words(text[end : pair.start()], inline)
        field = _field(pair["key"].strip(), inline)
        written = pair["quoted"] if pair["quoted"] is not None else pair["bare"]
        if field in values:
            key = pair["key"].strip()
            raise MarkError(Saying(f"“{key}” viết hai lần", f"“{key}” stands twice"))
        values[field] = _value(field, written.strip())
        end = pair.end()
    _refuse_words(text[end:], inline)
    return Mark(**values)  # type: ignore[arg-type]


def _refuse_words(text: str, inline: bool) -> None:
    """Between the pairs may stand nothing but commas and spaces."""
    if not _FILLING.fullmatch(text):
        words, allowed = text.strip(" ,;"), _allowed(inline)
        raise MarkError(
            Saying(
                f"không hiểu “{words}”; viết được: {allowed}",
                f"“{words}” is not understood; write: {allowed.english}",
            )
        )


def _allowed(inline: bool) -> Saying:
    """What may stand in a mark."""
    if inline:
        return Saying(ALLOWED_INLINE, _ALLOWED_INLINE_ENGLISH)
    return Saying(ALLOWED_BLOCK, ALLOWED_BLOCK)


def _field(key: str, inline: bool) -> str:
    field = _KEYS.get(fold(key))
    if field is None or (not inline and field in ("indicator", "level")):
        near = difflib.get_close_matches(fold(key), _KEYS, n=1)
        allowed = _allowed(inline)
        hint = near[0] if near and field is None else ""
        raise MarkError(
            Saying(
                f"không có khóa “{key}”; {f'có phải “{hint}”? ' if hint else ''}"
                f"viết được: {allowed}",
                f"there is no key “{key}”; {f'is it “{hint}”? ' if hint else ''}"
                f"write: {allowed.english}",
            )
        )
    return field


def _value(field: str, written: str) -> str:
    if field == "level" and fold(written) in _NONE:
        return ""
    if not written:
        raise MarkError(Saying("có một khóa chưa ghi giá trị", "a key says nothing"))
    if field == "period" and not parse_period(written):
        better = written_period(written)
        raise MarkError(
            Saying(
                f"kỳ “{written}” không đọc được; viết {better or _PERIODS}",
                f"the period “{written}” cannot be read; write {better or _PERIODS.english}",
            )
        )
    if field == "kind":
        kind = _KINDS.get(fold(written))
        if kind is None:
            raise MarkError(
                Saying(
                    f"không có loại “{written}”; viết: kết quả, chỉ tiêu, tỷ lệ hoặc mức tăng giảm",
                    f"there is no kind “{written}”; write: kết quả (result), chỉ tiêu (target),"
                    " tỷ lệ (ratio) or mức tăng giảm (change)",
                )
            )
        return kind
    return written
