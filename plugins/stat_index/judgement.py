"""What is asked of the editor about figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from findings import Finding, Severity
from stat_index.model import Observation
from stat_index.periods import parse_period
from stat_index.registry import Registry
from stat_index.values import value_text


def judge(observation: Observation, path: str) -> Finding:
    """The question about a figure that is not published."""
    period = parse_period(observation.period or "")
    known = [observation.phrase, observation.level or "", period.label if period else ""]
    words = ", ".join(part for part in known if part)
    number = observation.as_written
    return Finding(
        path,
        observation.line,
        1,
        "figure-unsure",
        f"“{number}” được đọc là {value_text(observation)} ({words}), {observation.question};"
        " số này chưa đưa vào bảng",
        f"nếu đúng, viết [{number}]{{số liệu}}; nếu sai, sửa bằng"
        f' [{number}]{{chỉ tiêu="…" kỳ="…"}} hoặc [{number}]{{không phải số liệu}}',
        Severity.QUESTION,
    )


def unknown_indicators(
    observations: Iterable[Observation], path: str, registry: Registry
) -> Iterator[Finding]:
    """One question for each indicator that the registry does not know; none without registry."""
    if not registry.indicators:
        return
    asked: set[str] = set()
    for observation in observations:
        indicator = observation.indicator
        if indicator.registered or not observation.published or indicator.id in asked:
            continue
        asked.add(indicator.id)
        near = registry.nearest_indicator(observation.phrase)
        mend = (
            f"thêm vào chi-tieu.toml, dưới aliases của [{near.id}] nếu cùng nghĩa"
            if near
            else ("thêm một mục cho chỉ tiêu này vào chi-tieu.toml")
        )
        yield Finding(
            path,
            observation.line,
            1,
            "indicator-unknown",
            f"chỉ tiêu “{observation.phrase}” chưa có trong chi-tieu.toml; số liệu đứng ở nhóm"
            " Chưa phân loại",
            mend,
            Severity.QUESTION,
        )
