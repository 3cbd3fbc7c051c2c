"""Names of tags, categories or authors that differ by case, marks or hyphens only."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain

from desk.keys import KEYS, folded
from desk.rule import Remark, Rule, Survey
from desk.site import Document
from findings import Saying, Severity

RULE = Rule(
    title="Hai tên gần giống nhau",
    english="Two names differ by case or marks only",
    why="“Nghiên cứu khoa học” và “nghiên cứu khoa hoc” thành hai thẻ riêng, mỗi thẻ chỉ có một"
    " phần số bài. Nếu là một thì viết giống nhau; nếu là hai (Lê Văn Hùng, Lê Văn Hưng) thì bỏ"
    " qua: mỗi tên vẫn có trang riêng.",
    severity=Severity.WARNING,
    bad=(
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\nThẻ: hội nghị\n\nx",
            "b.md": "Tiêu đề: Hai\nNgày: 01/01/2023\nThẻ: Hội nghị\n\nx",
        },
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\nTác giả: Lê Văn Hùng\n\nx",
            "b.md": "Tiêu đề: Hai\nNgày: 01/01/2023\nTác giả: Lê Văn Hưng\n\nx",
        },
    ),
    good=(
        {
            "a.md": "Tiêu đề: Một\nNgày: 01/01/2023\nThẻ: hội nghị\n\nx",
            "b.md": "Tiêu đề: Hai\nNgày: 01/01/2023\nThẻ: hội thảo, C++, C#\n\nx",
        },
    ),
)


def check_site(survey: Survey) -> Iterator[Remark]:
    """A remark on the first document with each of the less used spellings."""
    for key in ("tags", "authors", "category"):
        used = Counter(chain.from_iterable(_names(key, d) for d in survey.site.documents))
        alike: dict[str, list[str]] = defaultdict(list)
        for name in used:
            if any(char.isalpha() for char in folded(name)) and len(folded(name)) > 1:
                alike[_bare(name)].append(name)
        for group in alike.values():
            best, *others = sorted(group, key=lambda name: (-used[name], name))
            for name in others:
                document = next(d for d in survey.site.documents if name in _names(key, d))
                message = Saying(
                    f"{KEYS[key].shown} “{name}” chỉ khác “{best}” ở dấu hoặc chữ hoa",
                    f"{KEYS[key].english} “{name}” differs from “{best}” by marks or case only",
                )
                mend = Saying(
                    f"viết “{best}” nếu là một", f"write “{best}” if they are one and the same"
                )
                yield Remark(document.front.lines[key], 1, message, mend, document)


def _bare(name: str) -> str:
    """`name` folded, signs kept: C++ and C# stay apart."""
    return folded(name)


def _names(key: str, document: Document) -> tuple[str, ...]:
    value = document.front.values.get(key, ())
    return (value,) if isinstance(value, str) else document.names(key)
