"""Cells of a table that tell their figures in words: Giải quyết 1.215/1.240 hồ sơ, đạt 97,98%."""

from __future__ import annotations

from figures.draft import Draft
from figures.model import Block
from figures.refusing.norm_columns import refused_by_header
from figures.tables.headers import heads_aims
from figures.tables.row_numbers import unnumbered
from figures.tables.row_owners import owner_of
from figures.text import lexicon as lx
from figures.text.line import Line
from figures.text.tokens import WORD, Token
from figures.told import Stretch
from vntext.unicode import spaced


def is_prose(line: Line, block: Block) -> bool:
    """Whether a cell has more than a value and what stands in brackets behind it.

    That is, several numbers, a verb or a noun before the only one, or whatever a note tells.
    """
    tokens = line.tokens
    numbers = [at for at in line.numbers if not tokens[at].reason]
    if not numbers or refused_by_header(block):
        return False
    if len(numbers) > 1:
        return len(numbers) > 2 or not _is_bracketed(tokens, *numbers)
    told = is_note(block) or _is_aim(block) or _opens(tokens[: numbers[0]])
    # Beside an aim a cell tells what came of it, and its label is no name.
    return told or (heads_aims(block.stub_head or "") and tokens[-1].kind == WORD)


def _is_aim(block: Block) -> bool:
    """Whether a cell is the label of a row, and an aim: 100% cán bộ được tập huấn."""
    return (
        block.row_header is None
        and bool(block.column_headers)
        and heads_aims(block.column_headers[-1])
    )


def _opens(before: list[Token]) -> bool:
    """Whether the words before a number name it: Tạo việc làm cho, Tỷ lệ hộ nghèo còn; not khoảng, tăng."""
    words = [token for token in before if token.kind == WORD]
    return len(words) > 2 or any(token.tags & _TELLS for token in words)


def _is_bracketed(found: list[Token], first: int, second: int) -> bool:
    """Whether the second number stands alone in brackets, as a share or a change of the first."""
    opened = next((at for at in range(first + 1, second) if found[at].low == "("), None)
    if opened is None or opened > first + 2 or found[-1].low != ")":
        return False
    shared = second + 1 < len(found) and found[second + 1].low == "%"
    return shared or any(token.tags & lx.CHANGE for token in found[opened:second])


_TELLS = lx.VERB | lx.NOUN | lx.AMOUNTS


def name_whole(draft: Draft, block: Block) -> None:
    """Gives a figure the whole label of its row where only its beginning was taken: Kết nạp đoàn viên | mới."""
    label = unnumbered(block.row_header or "").strip(" *:-–+")
    rest = label.lower().removeprefix(f"{draft.indicator.lower()} ")
    if draft.indicator and len(rest) < len(label) and not rest.startswith(_SCOPES):
        draft.indicator = label


_SCOPES = ("toàn ", "trên ", "của ", "tại ", "trong ", "cả ")


def is_note(block: Block) -> bool:
    """Whether a cell only adds to what its row told before."""
    header = block.column_headers[-1] if block.column_headers else ""
    return spaced(header).strip(" *:").lower() in ("ghi chú", "chú thích", "lưu ý")


def labelled(block: Block, cell: Stretch, line: Line) -> Stretch:
    """A cell behind the label of its row, as the item of a list would tell both.

    A label with numbers would tell figures of its own; places and bodies name nothing, and
    a cell that begins with what it counts or with a verb names its figures itself.
    """
    if _opens(line.tokens[: line.numbers[0]]):
        return cell
    label = unnumbered(block.row_header or "").strip(" *:-–+")
    if not label or is_note(block) or owner_of(block) or any(map(str.isdigit, label)):
        return cell
    text, low = f"{label}: ", cell.low[cell.start : cell.end]
    begins = cell.start - len(text)
    text += cell.text[cell.start : cell.end]
    low = text[: len(text) - len(low)].lower() + low
    return Stretch(text, low, 0, len(text), cell.said, begins=begins)
