"""Making the files that are noted: anew what changed, by several processes; the rest stays."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any, Self

from findings import Saying
from press.cache.published import Published
from press.pages.writer import Job, PressWriter
from press.site_state import SiteState
from press.workers import WORTH_IT, as_they_come, begun

Counted = Callable[[Iterable[Any], int], Iterable[Any]]
"""Tells how far a work is, of whose results there will be so many."""
_Task = tuple[Job, str, Saying]
"""A job to be done, its mark, and why it is."""
_Put = tuple[str, bool, str]
"""What `Job.put` gives."""

#: So many files a process makes in a row: neighbours show the same cards, rows stand in several
#: files, and both are written once by one process.
_AT_A_TIME = 256
#: So many files are worth processes that begin with them while others are being noted.
_MANY = 512


@dataclass(slots=True)
class Made:
    """What became of the files of one writer."""

    files: dict[str, Published]
    new: list[str]
    """Those whose bytes are new."""
    why: dict[str, Saying]
    """Why those were made anew that were."""


class Making:
    """The making of what one writer notes; leaving the block ends what is not done."""

    def __init__(self, writer: PressWriter, context: dict[str, Any], state: SiteState) -> None:
        self._writer, self._context, self._state = writer, context, state
        self._files: dict[str, Published] = {}
        self._looked_at = 0
        """So many of the writer's jobs."""
        self._early: list[_Task] = []
        self._early_made: Iterator[_Put] = iter(())
        self._works: list[Generator[_Put, None, None]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for work in self._works:
            work.close()

    def begin(self) -> None:
        """Lets other processes begin with what is noted so far, if that is much."""
        if self._state.workers > 1 and len(self._writer.jobs) >= _MANY:
            self._early = self._changed()
            self._early_made = begun(self._work(self._early))

    def finish(self, counted: Counted = lambda items, _: items, worth_it: int = WORTH_IT) -> Made:
        """Makes all noted files that changed since the last build, takes the others over.

        Below `worth_it` files no process is started for it.
        """
        known, stage = self._state.known, self._state.stage
        stage.take_over(*self._writer.kept)
        self._files |= {name: known[name] for name in self._writer.kept}
        self._context["published"] = self._files
        changed = self._changed()
        rest = [task for task in changed if not task[0].last]
        last = [task for task in changed if task[0].last]
        todo = [*self._early, *rest, *last]
        made = chain(
            self._early_made, begun(self._work(rest, worth_it)), self._work(last, worth_it)
        )
        new, why = [], {}
        results = counted(made, len(todo))
        for (job, shows, reason), (sha256, same, stamp) in zip(todo, results, strict=True):
            environment = self._state.environment
            self._files[job.name] = Published.of(sha256, environment, shows, stamp)
            if not same:
                new.append(job.name)
            why[job.name] = reason
            if len(why) == len(self._early):
                stage.begin_sync(self._state.workers)
        return Made(self._files, new, why)

    def _changed(self) -> list[_Task]:
        """Of the jobs that nobody looked at yet, those to be done; the others are done with."""
        state, todo = self._state, []
        for job in self._writer.jobs[self._looked_at :]:
            shows, before = job.mark(), state.known.get(job.name)
            holds = before and before.holds(shows, state.environment)
            if before and holds and state.stage.standing.intact(job.name):
                state.stage.take_over(job.name)
                self._files[job.name] = before
            else:
                todo.append((job, shows, self._reason(job.name, shows, before)))
        self._looked_at = len(self._writer.jobs)
        return todo

    def _work(self, tasks: list[_Task], worth_it: int = WORTH_IT) -> Generator[_Put, None, None]:
        """What becomes of the files of `tasks`, one after another."""
        context, stage = self._context, self._state.stage
        together = [
            [job for job, *_ in group]
            for _, group in groupby(tasks, key=lambda task: id(task[0].among or task[0]))
        ]
        work = _each(
            as_they_come(
                lambda jobs: [job.put(context, stage) for job in jobs],
                together,
                self._state.workers,
                worth_it=worth_it,
                most=_AT_A_TIME,
            )
        )
        self._works.append(work)
        return work

    def _reason(self, name: str, shows: str, before: Published | None) -> Saying:
        """Why a file is made anew."""
        if not shows:
            return Saying("lần nào cũng làm lại", "it is made anew each time")
        if before is None:
            return Saying("chưa có trong bộ nhớ đệm", "it is not in the cache yet")
        if before.environment != self._state.environment:
            return Saying(
                "mẫu trang, cấu hình hoặc thanh điều hướng đã đổi",
                "templates, settings or the navigation have changed",
            )
        if before.shows != shows:
            return Saying("những gì trang hiện ra đã đổi", "what it shows has changed")
        if name in self._state.stage.standing.there:
            return Saying(
                "tệp đã đăng không còn như lần dựng trước để lại",
                "the published file is not as the last build left it",
            )
        return Saying("tệp đã đăng bị mất", "the published file was lost")


def _each(groups: Generator[list[_Put], None, None]) -> Generator[_Put, None, None]:
    with closing(groups):
        for group in groups:
            yield from group
