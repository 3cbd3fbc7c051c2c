"""The door to a build: what may go wrong around it becomes one Failed."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from findings import Saying, reason_of
from press.cache.store import DAMAGED, UNWRITTEN, Damaged, Store, cache_of
from press.late_readers import load_pelican
from press.lock import Busy, build_lock
from press.report import Report
from press.result import BuildResult, Failed, Looked, errors_said
from press.settings_file import settings_in
from press.staging.standing import Standing, standing_of
from press.workers import Beside, available_workers

if TYPE_CHECKING:
    from press.cache.at_hand import AtHand
    from press.pelican_class import NienGiam
    from press.steps import Build

__all__ = ["BuildResult", "Failed", "Looked", "build", "look", "run_build"]

Done = TypeVar("Done")


def build(
    content: Path,
    output: Path,
    cache: Path | None,
    publish: bool,
    settings_file: Path,
    report: Report,
    *,
    show_drafts: bool = False,
    at_hand: AtHand | None = None,
) -> BuildResult:
    """Builds `content` into `output` with the settings of `settings_file`.

    With `publish` the file `publishconf.py` beside it is read instead, and
    figures that changed without their article must have been accepted.
    `at_hand` is what earlier builds of this process left for the next one.

    Raises Failed: with everything there is to say; the old site stands.
    """
    _need_content(content)
    with _failing(), _looking(output, cache_of({"PRESS_CACHE": cache})) as looked:
        # Pelican is loaded while the other process looks.
        pelican = _pelican(content, output, cache, publish, settings_file, show_drafts=show_drafts)
        pelican.report = report
        return _build(pelican, report, *looked, at_hand)


def look(content: Path, cache: Path | None, settings_file: Path, report: Report) -> Looked:
    """All that a build of `content` would say of it, and what articles say against each other.

    Raises Failed: when the settings are at fault.
    """
    _need_content(content)
    pelican = _pelican(content, Path("output"), cache, False, settings_file)
    from press.cache.at_hand import AtHand
    from press.steps import Build

    with _failing(), ExitStack() as stack:
        try:
            held = stack.enter_context(build_lock(cache_of(pelican.settings)))
        except Busy:
            # Whoever builds keeps what is remembered; looking needs none of it.
            held = False
        return _with_store(Build(pelican, report, AtHand()), held, Build.look)


def _need_content(content: Path) -> None:
    if not content.is_dir():
        raise Failed(
            Saying(
                f'Không có thư mục nội dung "{content}"; viết đúng tên thư mục',
                f'There is no content folder "{content}"; write its name as it is',
            )
        )


def _pelican(
    content: Path,
    output: Path,
    cache: Path | None,
    publish: bool,
    settings_file: Path,
    *,
    show_drafts: bool = False,
) -> NienGiam:
    """Pelican with the settings of a file.

    Raises Failed: when the settings cannot be read.
    """
    load_pelican()
    from press.pelican_class import NienGiam

    file = settings_file.with_name("publishconf.py") if publish else settings_file
    overrides = {
        "PATH": str(content.absolute()),
        "OUTPUT_PATH": str(output.absolute()),
        "PRESS_CACHE": str(cache.absolute()) if cache else "",
        "PRESS_PUBLISH": publish,
    } | ({"SHOW_DRAFTS": True} if show_drafts else {})
    try:
        settings = settings_in(file, overrides)
    except SyntaxError as error:
        place = f"{error.filename}:{error.lineno}"
        raise Failed(
            Saying(f"{place}: lỗi cú pháp: {error.msg}", f"{place}: a syntax error: {error.msg}")
        ) from None
    except Exception as error:
        raise Failed(
            Saying(
                f"{file}: không đọc được cấu hình: {error}",
                f"{file}: the settings cannot be read: {error}",
            )
        ) from error
    return NienGiam(settings)


def run_build(pelican: NienGiam, report: Report) -> BuildResult:
    """Builds the site of `pelican`'s settings.

    Raises Failed: when content, settings or the output folder are at fault.
    """
    output, cache = Path(pelican.output_path), cache_of(pelican.settings)
    with _failing(), _looking(output, cache) as looked:
        return _build(pelican, report, *looked)


@contextmanager
def _looking(output: Path, cache: Path) -> Iterator[tuple[bool, Callable[[], Standing]]]:
    """Holds the build's lock, and looks at the published site in a process beside."""
    with build_lock(cache) as held:
        task = partial(standing_of, output, cache if held else None)
        # Nothing can be put anywhere before that is known.
        with Beside(task, available_workers(), urgent=True) as standing:
            yield held, standing


def _build(
    pelican: NienGiam,
    report: Report,
    held: bool,
    standing: Callable[[], Standing],
    at_hand: AtHand | None = None,
) -> BuildResult:
    from press.cache.at_hand import AtHand
    from press.edits.ahead import reading_ahead
    from press.steps import Build

    build = Build(pelican, report, at_hand or AtHand())
    # It takes longest after an edit, so it begins before anything else is looked at.
    with reading_ahead(build) if held else nullcontext():
        _guard(pelican)
        if not held:
            report.say(UNWRITTEN)
        return _with_store(build, held, partial(Build.run, standing=standing))


@contextmanager
def _failing() -> Iterator[None]:
    """Turns what may go wrong around a build into Failed."""
    # An archive is a million small values that stay: looking through them again and again for
    # garbage took a third of a rebuild.
    threshold = gc.get_threshold()
    gc.set_threshold(1_000_000, 20, 100)
    try:
        yield
    except Failed:
        raise
    except Exception as problem:
        failed = _failed(problem)
        if failed is None:
            raise
        raise failed from None
    finally:
        # Whatever is there is old now: as young, all of it would be looked through at once, which
        # takes a fourteenth of a rebuild.
        gc.freeze()
        gc.unfreeze()
        gc.set_threshold(*threshold)


def _failed(problem: Exception) -> Failed | None:
    """What `problem` means to an editor; None for a fault of the program."""
    from concurrent.futures.process import BrokenProcessPool

    from press.pages.template_fault import template_fault
    from press.pages.writer import DuplicateAddress
    from press.reader.examined import TooLarge
    from press.site import SettingsError
    from press.staging.swap import OutputError

    if isinstance(problem, (Busy, OutputError, SettingsError, DuplicateAddress)):
        return Failed(problem.args[0])
    if isinstance(problem, TooLarge):
        return Failed(errors_said(1), [problem.finding()])
    if isinstance(problem, (MemoryError, BrokenProcessPool)):
        return Failed(
            Saying(
                "Máy dừng một phần việc giữa chừng, thường vì hết bộ nhớ; đóng bớt chương trình rồi"
                " dựng lại, hoặc dựng trên máy có nhiều bộ nhớ hơn",
                "The machine stopped a part of the work, mostly for want of memory; close other"
                " programs and build again, or build where there is more memory",
            )
        )
    if isinstance(problem, OSError):
        place = f' "{problem.filename}"' if problem.filename else ""
        reason = reason_of(problem)
        return Failed(
            Saying(
                f"Không dựng được trang: {reason}{place}",
                f"The site could not be built: {reason.english}{place}",
            )
        )
    fault = template_fault(problem)
    return Failed(fault.message, [fault.finding()]) if fault else None


def _guard(pelican: NienGiam) -> None:
    """Refuses settings and folders with which a build would lose something.

    Raises OutputError or SettingsError.
    """
    from press.ground import guard_ground
    from press.site import SettingsError

    guard_ground(
        Path(pelican.output_path),
        pelican.content_root,
        [Path.cwd(), Path(pelican.theme), Path(__file__)],
    )
    for plugin in pelican.missing_plugins:
        raise SettingsError(
            Saying(
                f"pelicanconf.py: không nạp được plugin “{plugin}” trong PLUGINS;"
                " cài plugin ấy hoặc bỏ tên khỏi PLUGINS (plugin)",
                f"pelicanconf.py: the plugin “{plugin}” of PLUGINS cannot be loaded;"
                " install it or remove its name from PLUGINS (plugin)",
            )
        )


def _with_store(build: Build, held: bool, task: Callable[[Build, Store], Done]) -> Done:
    """Does it with what is remembered; if that turns out to be damaged, once more without."""
    from press.environment import code_digest, digest
    from press.steps import Build

    environment = digest(code_digest(), os.path.relpath(build.content))
    store = build.at_hand.store(build.cache if held else None, environment)

    def say_notice() -> None:
        if notice := store.take_notice():
            build.report.say(notice)

    try:
        say_notice()
        try:
            return task(build, store)
        except Damaged:
            store.drop(DAMAGED)
            say_notice()
            return task(Build(build.pelican, build.report, build.at_hand), store)
    finally:
        say_notice()
        store.close()
