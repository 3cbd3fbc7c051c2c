"""Which part of a page is the article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from bs4 import Tag

from legacy_import.lexicon import names
from legacy_import.page.blocks import Block
from legacy_import.page.ending import WHOLE_PAGE, Ending, outer
from legacy_import.page.judging import (
    Judge,
    has_file,
    is_link_list,
    is_prose,
    line_of,
    prose_bounds,
)
from legacy_import.page.naming import said, whole_names
from legacy_import.page.tree import above
from legacy_import.page.wording import ends_article, label_before

_CARDS = frozenset(("article", "div", "li", "section"))


def find_core(blocks: list[Block], judge: Judge) -> Tag | None:
    """The element that a content system names as the body of an article, if its text is there."""
    total = sum(len(b.text) for b in blocks if is_prose(b) and not judge.is_junk(b))
    found: dict[int, tuple[Tag, int]] = {}
    for block in blocks:
        if not is_prose(block) and block.kind != "table":
            continue
        for tag in block.chain:
            if tag.name not in WHOLE_PAGE and said(tag, "body") == 2:
                found[id(tag)] = (tag, found.get(id(tag), (tag, 0))[1] + len(block.text))
    fit = [(t, size) for t, size in found.values() if size * 3 >= total and t.name != "p"]
    ranked = sorted(fit, key=lambda pair: (_rank(pair[0]), -pair[1]))
    return ranked[0][0] if ranked else None


def _rank(tag: Tag) -> int:
    """The place of its name among those of bodies, in steps: near ones are equal."""
    order = names("body")
    whole = whole_names(tag)
    return 0 if any(name in whole for name in order[:-2]) else 1


def find_region(blocks: list[Block], title: Block | None, core: Tag | None, judge: Judge) -> Tag:
    """The smallest element that holds the title and the text."""
    cluster = _cluster(blocks, title, core, judge)
    held = [b for b in (title, *cluster) if b is not None]
    if not held:
        return blocks[0].holder if blocks else core  # type: ignore[return-value]
    region = _common(held)
    if core is not None and not _is_around(region, core) and not _is_around(core, region):
        region = _common_tags(region, core)
    return _widened(region, blocks, title, judge)


def _cluster(
    blocks: list[Block], title: Block | None, core: Tag | None, judge: Judge
) -> list[Block]:
    """The paragraphs that stand together and weigh most; those in the core where one is named."""
    groups: defaultdict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        inside = block.within(core)
        if (
            not is_prose(block)
            or (core is not None and not inside)
            or (core is None and judge.is_junk(block))
        ):
            continue
        if title is not None and block.index <= title.index:
            continue
        groups[id(outer(block))].append(block)
    if not groups:
        return []
    return max(groups.values(), key=lambda group: _weight(group, title))


def _weight(group: list[Block], title: Block | None) -> float:
    """Characters, less the farther from the title the group begins."""
    distance = abs(group[0].index - title.index) if title else 0
    return sum(min(len(b.text), 800) for b in group) / (1 + 0.03 * distance)


def _common(held: list[Block]) -> Tag:
    first, *others = held
    chain = list(first.chain)
    for other in others:
        around = {id(t) for t in other.chain}
        chain = [t for t in chain if id(t) in around]
    return chain[0] if chain else first.holder


def _is_around(outer_tag: Tag, inner: Tag) -> bool:
    """Whether one element holds the other, or is the same."""
    return any(t is outer_tag for t in (inner, *above(inner)))


def _common_tags(one: Tag, other: Tag) -> Tag:
    around = {id(t) for t in (other, *above(other))}
    return next(t for t in (one, *above(one)) if id(t) in around)


def _widened(region: Tag, blocks: list[Block], title: Block | None, judge: Judge) -> Tag:
    """`region`, or what is around it while that adds a good deal of text of the article."""
    prose = _prose_by_element(blocks, title, judge)
    while region.parent is not None and region.parent.name not in WHOLE_PAGE:
        inside = prose.get(id(region), 0)
        near = [t for t in above(region) if t.name not in WHOLE_PAGE][:4]
        wider = [t for t in near if prose.get(id(t), 0) - inside >= max(1, inside * 0.5)]
        if not wider and prose.get(id(near[0]), 0) - inside < max(1, inside * 0.35):
            return region
        region = region.parent
    return region


def _prose_by_element(blocks: list[Block], title: Block | None, judge: Judge) -> dict[int, int]:
    """Characters of prose behind the title that nothing marks as someone else's, by element."""
    found: dict[int, int] = defaultdict(int)
    for block in blocks[title.index + 1 if title else 0 :]:
        if ends_article(block.text) in ("related", "comments", "foot"):
            break
        if is_prose(block) and not judge.is_junk(block):
            for tag in block.chain:
                found[id(tag)] += len(block.text)
    return found


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of a page is the article, and what was left out that an editor may miss."""

    taken: list[Block]
    left_out: list[Block]
    """Blocks that read like prose."""
    links: list[Block]
    """Lines within the text that only lead to other pages."""


def article_blocks(
    blocks: list[Block], region: Tag, title: Block | None, core: Tag | None, judge: Judge
) -> Chosen:
    """The blocks of the article behind its title."""
    inside = [b for b in blocks if b.within(region) and (title is None or b.index > title.index)]
    if core is not None:
        judge.spare([core, *above(core)])
    if title is not None:
        inside = [*_lead_pictures(blocks, title), *inside]
        judge.cards = _cards(inside, title)
    taken: list[Block] = []
    dropped: list[Block] = []
    links: list[Block] = []
    ending = Ending(core)
    for block in inside:
        state = ending.after(block)
        if state or _is_foreign(block, judge, core):
            least = 50 if block.within(core) else 150
            if not state and is_link_list(block):
                links.append(block)
            ours = state not in ("comments", "foot") and not ends_article(block.text[:110])
            if ours and is_prose(block) and len(block.text) > least:
                dropped.append(block)
            continue
        taken.append(block)
        ending.take(block)
    first, last = prose_bounds(taken)
    between = [b for b in links if first < b.index < last]
    return Chosen(_without_tail(taken), dropped, between)


def _lead_pictures(blocks: list[Block], title: Block) -> list[Block]:
    """Pictures right over the title, in the same box."""
    found: list[Block] = []
    for block in reversed(blocks[max(0, title.index - 3) : title.index]):
        box = title.holder if title.holder.name not in WHOLE_PAGE else None
        if block.kind != "image" or not block.within(box):
            break
        found.insert(0, block)
    return found


def _cards(inside: list[Block], title: Block) -> frozenset[int]:
    """Elements that tease another article: a linked heading with its lead, apart from ours."""
    held = set(map(id, title.chain))
    found: set[int] = set()
    for block in inside:
        if block.kind == "heading" and block.link_density > 0.8 and len(block.text) > 10:
            free = [t for t in block.chain if id(t) not in held and t.name in _CARDS]
            if free and len(free[-1].get_text()) < 1500:
                found.add(id(free[-1]))
    return frozenset(found)


def _is_foreign(block: Block, judge: Judge, core: Tag | None) -> bool:
    """Whether `block` is furniture by its place, its links or its words."""
    if judge.is_junk(block) or any(id(t) in judge.cards for t in block.chain):
        return True
    if (
        block.kind in ("text", "heading")
        and (line := line_of(block)).is_counter
        and not line.value("author")
    ):
        return True
    if block.kind == "list" and is_link_list(block) and not has_file(block):
        return True
    if is_link_list(block) and not has_file(block) and block.kind == "text":
        in_core = block.within(core)
        return not in_core or len(block.links) > 1 or block.link_density > 0.95
    return False


def _without_tail(taken: list[Block]) -> list[Block]:
    """`taken` without rules, tools and links at its end, and without a foot below a last rule."""
    rules = [at for at, b in enumerate(taken) if b.kind == "rule"]
    if rules and all(_is_below_rule(b) for b in taken[rules[-1] + 1 :]):
        taken = taken[: rules[-1]]
    while taken and (taken[-1].kind == "rule" or _is_tool(taken[-1])):
        taken.pop()
    return taken


def _is_below_rule(block: Block) -> bool:
    """Whether a line under the last rule speaks of the page, not of its subject."""
    if block.kind != "text" or len(block.text) > 200:
        return False
    line = line_of(block)
    changed = any(label_before(block.text, day) == "changed" for day in line.days)
    return (
        changed
        or line.is_furniture
        or block.link_density > 0.3
        or bool(ends_article(block.text))
        or "http" in block.text
    )


def _is_tool(block: Block) -> bool:
    line = line_of(block)
    return (
        block.kind == "text"
        and line.is_furniture
        and {p.sort for p in line.parts} <= {"furniture", "counter"}
    )
