"""The value of one entry as plain words, lists and tables; YAML only where an editor wrote it."""

from __future__ import annotations

import re
import textwrap

from desk.header import Entry, tidy
from desk.nodes import Items, Node, Refused, Table, Text
from findings import Saying

_COMMENT = re.compile(r"(^|\s+)#(\s.*|$)")
_FLOW_ITEM = re.compile(r"""\s*(?:"(?:[^"\\]|\\.)*"\s*|'(?:[^']|'')*'\s*|[^,\[\]]*)(?:,|$)""")
_BLOCK_MARK = re.compile(r"[|>][+-]?\d?[+-]?")


def words(entry: Entry) -> Text:
    """The entry's value as one run of words: lines below it are joined by a space."""
    first = _uncommented(entry.value, entry)
    if entry.form == "yaml":
        if first.startswith("!") and not first.startswith("!["):
            from desk.yaml_node import no_yaml_magic

            raise no_yaml_magic(entry.line, entry.column)
        if first[:1] in ("'", '"'):
            return _quoted(entry, first)
        if _BLOCK_MARK.fullmatch(first):
            first = ""
    more = (tidy(line) for line in entry.more)
    return Text(" ".join(part for part in (first, *more) if part), entry.line, entry.column)


def _yaml_node(source: str, line: int, column: int) -> Node:
    # Few heads need PyYAML, which takes long to load.
    from desk.yaml_node import yaml_node

    return yaml_node(source, line, column)


def _uncommented(value: str, entry: Entry) -> str:
    """`value` without a YAML comment; `#1` and `C#` are words, not comments."""
    if entry.form != "yaml" or value[:1] in ("'", '"', "["):
        return value
    return _COMMENT.sub("", value)


def _quoted(entry: Entry, first: str) -> Text:
    """A value that begins with a quotation mark.

    `"Học" và "hành"` is no YAML, yet plain to a reader: it is taken as it stands.
    """
    if not entry.more and _simply_quoted(first):
        return Text(tidy(first[1:-1]), entry.line, entry.column)
    source = "\n".join((first, *(tidy(line) for line in entry.more)))
    try:
        node = _yaml_node(source, entry.line, entry.column)
    except Refused:
        if source.count(first[0]) % 2 and "\n" not in source:
            raise Refused(
                entry.line,
                entry.column,
                Saying(
                    f"Giá trị {first!s} mở ngoặc kép mà không đóng",
                    f"The value {first!s} opens a quotation that never ends",
                ),
                Saying(
                    "thêm dấu ngoặc ở cuối, hoặc bỏ dấu ở đầu",
                    "add the mark at its end, or remove the one at its beginning",
                ),
            ) from None
        return Text(tidy(source.replace("\n", " ")), entry.line, entry.column)
    if isinstance(node, Text):
        return Text(tidy(node.text), entry.line, entry.column)
    return Text(tidy(source), entry.line, entry.column)


def _simply_quoted(text: str) -> bool:
    """Whether `text` is one quoted run of words without escapes, as nearly all are."""
    mark = text[:1]
    return len(text) > 1 and text.endswith(mark) and text.count(mark) == 2 and "\\" not in text


def listed(entry: Entry, separators: str) -> list[Text]:
    """The entry's value as a list: `[a, b]`, `- a` lines below, or words between separators."""
    first = _uncommented(entry.value, entry)
    if first.startswith("["):
        return _flow_list(entry, first)
    if not first and any(line.lstrip().startswith("- ") for line in entry.more):
        return _block_list(entry)
    found = words(entry)
    parts = map(tidy, re.split(f"[{separators}]", found.text))
    return [Text(part, found.line, found.column) for part in parts if part]


def _flow_list(entry: Entry, first: str) -> list[Text]:
    """`[a, "b, c"]`, on one line or more; what is not quoted may hold any other sign."""
    source = " ".join((first, *(tidy(line) for line in entry.more))).strip()
    inner = source[1:-1]
    items = _FLOW_ITEM.findall(inner)
    if not source.endswith("]") or "".join(items) != inner:
        raise Refused(
            entry.line,
            entry.column,
            Saying(f"Không đọc được danh sách {first}", f"The list {first} cannot be read"),
            Saying(
                "viết [một, hai, ba]; mục có dấu phẩy hoặc ngoặc vuông thì đặt trong ngoặc kép",
                "write [one, two, three]; put items with commas or brackets into quotation marks",
            ),
        )
    plain = (tidy(item.removesuffix(",")) for item in items)
    found = (_flow_item(item, entry) for item in plain if item)
    return [item for item in found if item.text]


def _flow_item(item: str, entry: Entry) -> Text:
    if item[0] in "'\"":
        node = _yaml_node(item, entry.line, entry.column)
        if isinstance(node, Text):
            return node
    return Text(item, entry.line, entry.column)


def _block_list(entry: Entry) -> list[Text]:
    found: list[Text] = []
    for line, raw in enumerate(entry.more, entry.line + 1):
        plain = tidy(raw)
        column = len(raw) - len(raw.lstrip()) + 3
        if plain.startswith("- "):
            item = Entry("", line, column, tidy(plain[2:]), (), entry.form)
            found.append(words(item))
        elif plain and found:
            last = found[-1]
            found[-1] = Text(f"{last.text} {plain}", last.line, last.column)
    return [item for item in found if item.text]


def tables(entry: Entry) -> list[Table]:
    """The entry's value as tables: one below the key, or a list of them."""
    if entry.value and not entry.value.startswith("["):
        raise _no_table(entry)
    node = _yaml_node(_block_source(entry), entry.line + (not entry.value), 1)
    found = node.items if isinstance(node, Items) else (node,)
    kept = [item for item in found if isinstance(item, Table)]
    if len(kept) != len(found):
        raise _no_table(entry)
    return kept


def _block_source(entry: Entry) -> str:
    below = [line.translate({0xA0: " ", 0x9: "  "}) for line in entry.more]
    if entry.value:
        return "\n".join((entry.value, *below))
    return textwrap.dedent("\n".join(below))


def _no_table(entry: Entry) -> Refused:
    return Refused(
        entry.line,
        entry.column,
        Saying(
            f"{entry.key} phải là danh sách các mục", f"“{entry.key}” must be a list of entries"
        ),
        Saying(
            "mỗi mục bắt đầu bằng “- ”, thụt vào hai dấu cách, mỗi dòng một “khóa: giá trị”",
            "begin each with “- ”, indented by two spaces, one “key: value” a line",
        ),
    )
