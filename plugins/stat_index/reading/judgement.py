"""What is asked of the editor about figures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from figures import Figure
from figures.tables.row_parts import only_sums
from findings import Finding, Saying, Severity, in_english
from stat_index.context import ArticleContext
from stat_index.html.blocks import Document
from stat_index.marking.marked import Found, Marked
from stat_index.model import UNCLASSIFIED, Indicator, Observation
from stat_index.periods import parse_period
from stat_index.reading.bare_totals import UNNAMED
from stat_index.reading.earlier_levels import earlier_levels
from stat_index.registry import Registry, normal_phrase
from stat_index.values import value_text
from vntext.numbers import format_number
from vntext.values import changed


def judge(observation: Observation, context: ArticleContext) -> Finding:
    """The question about a figure that is not published."""
    period = parse_period(observation.period or "")
    known = [observation.phrase, observation.level or "", period.label if period else ""]
    words = ", ".join(part for part in known if part)
    english = ", ".join(part for part in (*known[:2], observation.period) if part)
    number, value = observation.as_written, value_text(observation, observation.unit or "")
    return Finding(
        context.path,
        observation.line,
        context.figure_column(observation),
        "figure-unsure",
        Saying(
            f"“{number}” được đọc là {value} ({words}), {observation.question};"
            " số này chưa đưa vào bảng",
            f"“{number}” was read as {value} ({english}), {in_english(observation.question)};"
            " it is not in the index yet",
        ),
        Saying(
            f"nếu đúng, viết [{number}]{{số liệu}}; nếu sai, sửa bằng"
            f' [{number}]{{chỉ tiêu="…" kỳ="…"}} hoặc [{number}]{{không phải số liệu}}',
            f"if that is right, write [{number}]{{số liệu}}; if not, correct it by"
            f' [{number}]{{chỉ tiêu="…" kỳ="…"}} or [{number}]{{không phải số liệu}}',
        ),
        Severity.QUESTION,
    )


#: Of figures that a question is about, so many are named.
_NAMED = 3


def head_period(
    asked: Iterable[tuple[Found, Observation]], context: ArticleContext
) -> Iterator[Finding]:
    """One question about all figures whose own words name another period than the head."""
    others = [(item.said, observation) for item, observation in asked if item.said]
    if not others:
        return
    named = [f"{o.as_written} ({said.label})" for said, o in others[:_NAMED]]
    more = ["…"] if len(others) > _NAMED else []
    words = ", ".join(named + more)
    said, first = others[0]
    yield Finding(
        context.path,
        first.line,
        context.figure_column(first),
        "figure-period",
        Saying(
            f"phần đầu bài ghi “Kỳ số liệu: {context.period}”, nhưng {len(others)} con số đứng ở"
            f" câu, đề mục hoặc cột nêu kỳ khác: {words}; các số này chưa đưa vào bảng",
            f"the head says “Kỳ số liệu: {context.period}”, but {len(others)} numbers stand in a"
            f" sentence, below a heading or in a column that names another: {words}; they are not"
            " in the index yet",
        ),
        Saying(
            "bỏ dòng “Kỳ số liệu” để mỗi số theo kỳ mà bài nêu, hoặc ghi kỳ ở từng số:"
            f' [{first.as_written}]{{kỳ="{said.text}"}}',
            "remove the line “Kỳ số liệu”, so that each number has the period that the article"
            f' names, or write it at each number: [{first.as_written}]{{kỳ="{said.text}"}}',
        ),
        Severity.QUESTION,
    )


def unnamed_totals(
    asked: Iterable[tuple[Found, Observation]], context: ArticleContext
) -> Iterator[Finding]:
    """One question about all figures of which the article does not say what they count."""
    unnamed = [observation for item, observation in asked if item.doubt == UNNAMED]
    if not unnamed:
        return
    named = [f"{o.as_written} ({o.phrase})" for o in unnamed[:_NAMED]]
    more = ["…"] if len(unnamed) > _NAMED else []
    words, first = ", ".join(named + more), unnamed[0]
    yield Finding(
        context.path,
        first.line,
        context.figure_column(first),
        "figure-unnamed",
        Saying(
            f"không rõ {len(unnamed)} con số đếm gì: {words}; các số này chưa đưa vào bảng",
            f"nobody says what {len(unnamed)} numbers count: {words}; they are not in the index yet",
        ),
        Saying(
            "nói ở tiêu đề cột (“Số lớp”) hoặc ở dòng ngay trên bảng (“Số lớp đã mở”), hoặc ghi ở"
            f' từng số: [{first.as_written}]{{chỉ tiêu="lớp"}}',
            "say so in the head of the column (“Số lớp”) or in the line above the table (“Số lớp đã"
            f' mở”), or at each number: [{first.as_written}]{{chỉ tiêu="lớp"}}',
        ),
        Severity.QUESTION,
    )


_EARLIER = Saying(
    "là mức trước khi tăng, giảm, chưa rõ của kỳ nào",
    "the level before it rose or fell, of no clear period",
)


def doubt_contradictions(observations: Sequence[Observation]) -> list[Observation]:
    """`observations`, those unpublished that contradict each other within one article.

    A careful report does not give two different totals for one thing: one of them was
    misread, and only the editor can say which. What a mark confirms stands. Of *giảm từ 3,1%
    xuống 2,85%* the former alone is in doubt: nobody says when that was.
    """
    by_cell: dict[object, list[Observation]] = defaultdict(list)
    for observation in observations:
        if observation.published and observation.series.kind in ("result", "target", "ratio"):
            by_cell[observation.slug, observation.period].append(observation)
    doubts: dict[str, Saying] = {}
    for together in by_cell.values():
        if len(together) == 1:
            continue
        different = {one.statement: one for one in together}.values()
        if all(one.agrees(other) for one, other in combinations(different, 2)):
            continue
        if then := earlier_levels(together):
            doubts |= {one.id: _EARLIER for one in then if not one.marked}
            continue
        if together[0].series.kind == "ratio":
            continue
        values = list(dict.fromkeys(value_text(one) for one in together))
        first = ", ".join(values[:-1])
        doubt = Saying(
            f"trong bài có {first} và {values[-1]} cho cùng một chỉ tiêu và kỳ",
            f"the article has {first} and {values[-1]} for one indicator and period",
        )
        for one in together:
            if not one.marked:
                doubts[one.id] = doubt
    if not doubts:
        return list(observations)
    return [
        changed(one, published=False, question=doubts[one.id]) if one.id in doubts else one
        for one in observations
    ]


def table_totals(marked: Marked, document: Document) -> Iterator[tuple[Found, Decimal]]:
    """Totals of tables that are not the sum of their column, each with that sum.

    Only where every cell of the column is one exact number, and no row in it is a
    total of a part or counts things of its own: *Tổng số đoàn viên*, above *Kết nạp mới*.
    """
    columns: dict[tuple[int, int], list[Found]] = defaultdict(list)
    for item in marked.found:
        block = document.blocks[item.block].block
        if block.table is not None:
            columns[block.table, block.column].append(item)
    if not columns:
        return
    tables = (text.block for text in document.blocks if text.block.table is not None)
    cells = Counter((block.table, block.column) for block in tables)
    for place, items in columns.items():
        blocks = [document.blocks[item.block].block for item in items]
        rows = {block.row for block in blocks}
        totals = [item for item, block in zip(items, blocks, strict=True) if block.total]
        # What is numbered under another row is in that one already.
        parts = [
            i for i, b in zip(items, blocks, strict=True) if not b.total and b.outer_row not in rows
        ]
        if len(totals) != 1 or len(parts) < 2 or len(items) != cells[place]:
            continue
        if any(b.whole_row or (b.total and not only_sums(b.row_header or "")) for b in blocks):
            continue
        if any(item.figure.unit == "%" or not _is_exact(item.figure) for item in items):
            continue
        added = sum((item.figure.value_min for item in parts), Decimal(0))
        if added != totals[0].figure.value_min:
            yield totals[0], added


def _is_exact(figure: Figure) -> bool:
    return figure.qualifier == "exact" and figure.value_min == figure.value_max


def total_finding(observation: Observation, added: Decimal, context: ArticleContext) -> Finding:
    """The question about a total that its column contradicts."""
    total, sum_ = value_text(observation), format_number(added)
    return Finding(
        context.path,
        observation.line,
        context.figure_column(observation),
        "table-total",
        Saying(
            f"tổng trong bảng là {total}, nhưng các dòng cộng lại là {sum_}",
            f"the total of the table is {total}, but its rows add up to {sum_}",
        ),
        Saying(
            "xem lại các số trong cột; nếu bài gốc ghi như vậy thì để nguyên",
            "look at the numbers of the column again; leave them if the source has them so",
        ),
        Severity.QUESTION,
    )


def alike_names(
    observations: Iterable[Observation], context: ArticleContext, registry: Registry
) -> Iterator[Finding]:
    """One for each organisation or level that is written almost like one that the registry has.

    It would be another one, with rows of its own.
    """
    own = registry.organisation(context.owner).name
    names: dict[tuple[str, str], int] = {}
    """What is written and its kind → its line."""
    for one in observations:
        if one.level:
            names.setdefault((one.level, "cấp"), one.line)
        if not one.organisation.registered:
            name = one.organisation.name
            line = context.organisation_line if name == own else one.line
            names.setdefault((name, "đơn vị"), line)
    for (name, key), line in names.items():
        like = registry.alike(name)
        if like is not None and normal_phrase(like) != normal_phrase(name):
            yield Finding(
                context.path,
                line,
                1,
                "name-alike",
                Saying(
                    f"{key} “{name}” chỉ khác “{like}” ở dấu hoặc chữ hoa, nên số liệu đứng riêng"
                    " một bảng",
                    f"“{name}” differs from “{like}” by marks or case only, so its figures stand"
                    " in rows of their own",
                ),
                Saying(f"viết “{like}” nếu là một", f"write “{like}” if they are one and the same"),
                Severity.WARNING,
            )


def unknown_indicators(
    observations: Iterable[Observation], context: ArticleContext, registry: Registry
) -> Iterator[Finding]:
    """One question about all indicators that the registry does not know; none without registry."""
    if not registry.indicators:
        return
    unknown: dict[str, Observation] = {}
    for one in observations:
        if one.published and not one.indicator.registered:
            unknown.setdefault(one.indicator.id, one)
    if not unknown:
        return
    first, *others = unknown.values()
    yield Finding(
        context.path,
        first.line,
        context.figure_column(first),
        "indicator-unknown",
        _unknown_many([first, *others], registry) if others else _unknown_one(first, registry),
        _unknown_mend([first, *others], registry),
        Severity.QUESTION,
    )


def _unknown_one(observation: Observation, registry: Registry) -> Saying:
    where = _where(registry.indicators.get(observation.indicator.beside))
    return Saying(
        f"chỉ tiêu “{observation.phrase}” chưa có trong chi-tieu.toml; số liệu đứng {where}",
        f"the indicator “{observation.phrase}” is not in chi-tieu.toml; its figures stand"
        f" {in_english(where)}",
    )


def _unknown_many(unknown: Sequence[Observation], registry: Registry) -> Saying:
    named, more = unknown[:_NAMES], len(unknown) - _NAMES
    places = [_where(registry.indicators.get(one.indicator.beside)) for one in named]
    told: list[Saying | None] = [None for _ in named] if len(set(places)) == 1 else [*places]
    # Where they stand is said once if it is the same of all.
    where = places[0] if told[0] is None else Saying("ở dòng riêng", "in rows of their own")
    each = [_named(one, place) for one, place in zip(named, told, strict=True)]
    vietnamese, english = ", ".join(each), ", ".join(map(in_english, each))
    if more > 0:
        vietnamese += f" và {more} chỉ tiêu nữa (niengiam figures kể hết, có dấu “(?)”)"
        english += f" and {more} more (niengiam figures tells all of them, marked “(?)”)"
    return Saying(
        f"{len(unknown)} chỉ tiêu chưa có trong chi-tieu.toml, số liệu đứng {where}: {vietnamese}",
        f"{len(unknown)} indicators are not in chi-tieu.toml, their figures stand"
        f" {in_english(where)}: {english}",
    )


def _named(observation: Observation, place: Saying | None) -> Saying:
    """An indicator with its line, and with the place where its figures stand, if that is to be said."""
    vietnamese, english = f"dòng {observation.line}", f"line {observation.line}"
    if place is not None:
        vietnamese, english = f"{vietnamese}, {place}", f"{english}, {in_english(place)}"
    return Saying(f"“{observation.phrase}” ({vietnamese})", f"“{observation.phrase}” ({english})")


def _where(beside: Indicator | None) -> Saying:
    """Where the figures of an indicator stand that the registry does not know."""
    if beside is None:
        return Saying(f"ở nhóm {UNCLASSIFIED}", "among the unclassified")
    return Saying(f"cạnh “{beside.label}”", f"beside “{beside.label}”")


#: Of unknown indicators, so many are named.
_NAMES = 8


def _unknown_mend(unknown: Sequence[Observation], registry: Registry) -> Saying:
    near = {one.phrase: registry.nearest_indicator(one.phrase) for one in unknown[:_NAMES]}
    alike = {phrase: entry.id for phrase, entry in near.items() if entry}
    if len(unknown) == 1 and alike:
        (id,) = alike.values()
        return Saying(
            f"thêm vào chi-tieu.toml, dưới aliases của [{id}] nếu cùng nghĩa",
            f"add it in chi-tieu.toml to the aliases of [{id}] if it means the same",
        )
    entry = Saying(
        "thêm một mục cho mỗi chỉ tiêu này vào chi-tieu.toml",
        "add an entry for each of them to chi-tieu.toml",
    )
    if len(unknown) == 1:
        entry = Saying(
            "thêm một mục cho chỉ tiêu này vào chi-tieu.toml",
            "add an entry for this indicator to chi-tieu.toml",
        )
    return Saying(
        "; ".join(
            [
                entry,
                *(f"hoặc “{p}” vào aliases của [{id}] nếu cùng nghĩa" for p, id in alike.items()),
            ]
        ),
        "; ".join(
            [
                entry.english,
                *(
                    f"or “{p}” to the aliases of [{id}] if it means the same"
                    for p, id in alike.items()
                ),
            ]
        ),
    )
