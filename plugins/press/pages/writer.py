"""Collects the files of a build, makes those that changed, writes each once."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.writers import Writer

from findings import Saying
from press.cache.published import Published
from press.environment import digest
from press.pages.template_fault import template_fault
from press.staging.changes import Changes
from press.staging.manifest import NAME as MANIFEST
from press.staging.manifest import amended, manifest_text
from press.staging.stage import Stage
from press.staging.swap import OutputError

if TYPE_CHECKING:
    from press.pages.making import Made

#: What a page that is remembered must not look at: it is not among what the page shows.
WHOLE_SITE = (
    "newsroom", "documents", "registry", "pictures", "stat_index", "index_facts", "press", "unmoved",
    "index_digest", "published", "roll", "BUILD_TIME",
)  # fmt: skip


class DuplicateAddress(RuntimeError):
    """Two things want one file of the site; the message names both."""


@dataclass(slots=True, eq=False)
class Job:
    """One file to make; open, since tens of thousands are noted in each build."""

    name: str
    """From the root of the site, with forward slashes."""
    make: Callable[[dict[str, Any]], bytes]
    """Its bytes, given the context of the site."""
    shows: Callable[[], str] | None
    """Text that differs whenever the file would; None: make it always."""
    template: str = ""
    last: bool = False
    """Whether it tells of other files: it finds them, made, as `published` in the context."""
    among: object = None
    """The same for files that are made together: one process is to make all of them."""

    def mark(self) -> str:
        """Of what it shows and of its template; empty for a file that is always made."""
        return mark_of(self.template, self.shows()) if self.shows else ""

    def put(self, context: dict[str, Any], stage: Stage) -> tuple[str, bool, str]:
        """Makes it in `stage`: its hash, whether the published one is the same, and its stamp.

        Raises OutputError: where the memory does not suffice for it.
        """
        try:
            data = self.make(context)
        except MemoryError:
            raise OutputError(_too_large(self.name)) from None
        except Exception as error:
            # A worker's traceback, which alone knows the place, does not travel.
            raise template_fault(error) or error from None
        same, stamp = stage.put(self.name, data)
        return hashlib.sha256(data).hexdigest(), same, stamp


def mark_of(template: str, shows: str) -> str:
    """Of a file that is made of `template` and shows what `shows` tells."""
    return digest(f"{template}\0{shows}")


def _too_large(name: str) -> Saying:
    return Saying(
        f"{name}: không đủ bộ nhớ để làm tệp này; chia bài dài thành nhiều bài ngắn hơn,"
        " hoặc dựng trên máy có nhiều bộ nhớ hơn (article-large)",
        f"{name}: there is not enough memory to make this file; cut long articles into shorter"
        " ones, or build where there is more memory (article-large)",
    )


@dataclass(slots=True)
class Written:
    """What became of all files."""

    files: dict[str, Published]
    anew: dict[str, Published]
    """Those that are not just as they were known."""
    gone: frozenset[str]
    """Names of those that were known and are no more."""
    changes: Changes
    made: tuple[str, ...]
    """Those that were made anew, whether that changed them or not."""
    new: tuple[str, ...]
    """Those whose bytes are new."""
    why: Mapping[str, Saying]
    """For each of `made`, why."""
    manifest: str
    """Digest of the manifest."""


def _is_outside(name: str) -> bool:
    return posixpath.normpath(name) != name or name.startswith(("/", "..")) or "\0" in name


def root_of(name: str) -> str:
    """The relative way from the page `name` to the root of the site: `..`, `../..`, `.`"""
    return "/".join([".."] * name.count("/")) or "."


class PressWriter(Writer):
    """Pelican's writer, with making put off until all files are known.

    Replaces upstream `Writer.write_file`, which renders at once, copies the
    whole context for each page and opens the target before it knows that
    rendering succeeds.
    """

    def __init__(self, output_path: str, settings: Mapping[str, Any]) -> None:
        super().__init__(output_path, settings)
        self.root = Path(output_path)
        """A scratch folder for generators that write files themselves."""
        self.jobs: list[Job] = []
        self.kept: list[str] = []
        """Files that are to stay as they are published."""
        self._adopted: set[str] = set()
        self._owners: dict[str, str] = {}
        self._elsewhere: list[str] = []
        self._lean: dict[str, Any] | None = None

    def write_file(
        self,
        name: str,
        template: Any,
        context: Mapping[str, Any],
        relative_urls: bool = True,
        paginated: Any = None,
        template_name: str | None = None,
        override_output: bool = False,
        url: str | None = None,
        shows: Callable[[], str] | None = None,
        **values: Any,
    ) -> None:
        """Notes a page to be rendered; the keyword arguments reach its template.

        With `shows`, the page is rendered only when that text changes; its
        template must then use nothing of the whole site (`WHOLE_SITE`).
        """
        self._claim(name, template.name)

        def make(context: dict[str, Any]) -> bytes:
            if self._lean is None:
                self._lean = lean(context)
            seen = context if shows is None else self._lean
            # Contents resolve their own links against this.
            context["localsiteurl"] = root_of(name)
            return render(name, template, seen, values).encode("utf-8")

        self.jobs.append(Job(name, make, shows, template.name))

    def write_later(
        self,
        name: str,
        shows: Callable[[], str],
        make: Callable[[], bytes],
        among: object = None,
    ) -> None:
        """Notes a file whose bytes are asked for only when `shows` has changed.

        For `among` see `Job`.
        """
        self._claim(name, "tệp")
        self.jobs.append(Job(name, lambda _: make(), shows, among=among))

    def write_last(
        self, name: str, shows: Callable[[], str], make: Callable[[dict[str, Published]], bytes]
    ) -> None:
        """`write_later` of a file that tells of others: it is made when they are there."""
        self._claim(name, "tệp")
        self.jobs.append(Job(name, lambda context: make(context["published"]), shows, last=True))

    def write_bytes(self, name: str, data: bytes) -> None:
        """Notes a file that needs no template."""
        self._claim(name, "tệp")
        self.jobs.append(Job(name, lambda _: data, lambda: digest(data)))

    def write_text(self, name: str, text: str) -> None:
        """`write_bytes` of UTF-8."""
        self.write_bytes(name, text.encode("utf-8"))

    @property
    def names(self) -> frozenset[str]:
        """Of all files that are noted."""
        return frozenset((*self.kept, *self._elsewhere, *(job.name for job in self.jobs)))

    @property
    def claims(self) -> list[tuple[str, str]]:
        """Of all files that are noted, the names and to whom each belongs."""
        return [(name, self._owners[name.casefold()]) for name in self.names]

    def claim(self, claims: Iterable[tuple[str, str]]) -> None:
        """Notes files that another writer makes."""
        claims = list(claims)
        self._claim_all(claims)
        self._elsewhere += [name for name, _ in claims]

    def take_over(self, names: Iterable[str]) -> None:
        """Notes files that are to stay as they are published."""
        names = list(names)
        self._claim_all([(name, "tệp") for name in names])
        self.kept += names

    def adopt(self) -> None:
        """Notes what generators wrote themselves since this was last called."""
        for path in sorted(self.root.rglob("*")):
            name = path.relative_to(self.root).as_posix()
            if path.is_file() and name not in self._adopted:
                self._adopted.add(name)
                self._claim(name, "tệp")
                self.jobs.append(Job(name, _reader(path), None))

    def _claim_all(self, claims: Sequence[tuple[str, str]]) -> None:
        """`_claim` of names that other builds or writers claimed before, and which do lie inside."""
        owners = {name.casefold(): owner for name, owner in claims}
        if len(owners) == len(claims) and self._owners.keys().isdisjoint(owners):
            self._owners |= owners
            return
        for name, owner in claims:
            self._claim(name, owner)

    def _claim(self, name: str, owner: str) -> None:
        if _is_outside(name):
            raise DuplicateAddress(
                Saying(
                    f'Địa chỉ "{name}" nằm ngoài thư mục của trang',
                    f'The address "{name}" lies outside the site',
                )
            )
        folded = name.casefold()
        if folded in self._owners:
            both = f"{self._owners[folded]}, {owner}"
            raise DuplicateAddress(
                Saying(
                    f'Hai trang cùng một địa chỉ "{name}" ({both}); đổi Slug của một bài',
                    f'Two pages want one address "{name}" ({both}); change the Slug of one article',
                )
            )
        self._owners[folded] = owner

    def settle(
        self,
        stage: Stage,
        known: Mapping[str, Published],
        parts: Iterable[Made],
        manifest: str | None = None,
    ) -> Written:
        """What became of all files, once each is made; the stage then holds them and no others.

        What none of `parts` made is as it was `known`; the last of them may have to be waited
        for. `manifest` is that of the known files, where it is at hand.
        """
        names = self.names
        gone = frozenset(known.keys() - names)
        stage.keep_only(names | {MANIFEST})
        files = {name: known[name] for name in self._elsewhere if name in known}
        anew: dict[str, Published] = {}
        new: list[str] = []
        why: dict[str, Saying] = {}
        for made in parts:
            files |= made.files
            # What was taken over is the very object that was known.
            anew |= {name: one for name, one in made.files.items() if known.get(name) is not one}
            new += made.new
            why |= made.why
        if manifest is None:
            text = manifest_text({name: file.sha256 for name, file in files.items()})
        else:
            changed = {name: file.sha256 for name, file in anew.items()}
            text = amended(manifest, changed | dict.fromkeys(gone))
        data = text.encode("utf-8")
        same, _ = stage.put(MANIFEST, data)
        if not same:
            new.append(MANIFEST)
        changes = Changes.between(stage.standing.there, names | {MANIFEST}, new)
        return Written(files, anew, gone, changes, tuple(why), tuple(new), why, digest(data))


def _reader(path: Path) -> Callable[[dict[str, Any]], bytes]:
    return lambda _: path.read_bytes()


def lean(context: dict[str, Any]) -> dict[str, Any]:
    """The context of a page that is remembered: of the site only what frames every page."""
    return {key: value for key, value in context.items() if key not in WHOLE_SITE}


def render(name: str, template: Any, context: dict[str, Any], values: Mapping[str, Any]) -> str:
    """The page's HTML."""
    html: str = template.render(
        {**context, "SITEURL": root_of(name), "output_file": name, **values}
    )
    return html if html.endswith("\n") else html + "\n"
