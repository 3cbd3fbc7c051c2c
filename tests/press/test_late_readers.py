"""Pelican's readers are loaded only where somebody asks for one, and are then the real ones."""

from __future__ import annotations

import subprocess
import sys

_BEGIN = "import sys; from press.late_readers import load_pelican; load_pelican()\n"


def _python(program: str) -> str:
    run = [sys.executable, "-c", _BEGIN + program]
    return subprocess.run(run, check=True, capture_output=True, text=True).stdout.strip()


def test_a_generator_loads_none() -> None:
    """Neither Pelican nor a generator that is made brings docutils along."""
    said = _python(
        "from pelican.generators import PagesGenerator\n"
        "from pelican.settings import DEFAULT_CONFIG\n"
        "PagesGenerator({}, DEFAULT_CONFIG, '', DEFAULT_CONFIG['THEME'], '')\n"
        "print('docutils' in sys.modules)"
    )
    assert said == "False"


def test_who_asks_gets_the_real_ones() -> None:
    """A generator's readers know every kind of file, and are what the module calls so."""
    said = _python(
        "from pelican.generators import PagesGenerator\n"
        "from pelican.settings import DEFAULT_CONFIG\n"
        "made = PagesGenerator({}, DEFAULT_CONFIG, '', DEFAULT_CONFIG['THEME'], '').readers\n"
        "print(sorted(made.extensions), 'docutils' in sys.modules)\n"
        "import pelican.readers\n"
        "print(isinstance(made, pelican.readers.Readers))"
    )
    kinds, same = said.splitlines()
    assert "'md'" in kinds
    assert kinds.endswith("True")
    assert same == "True"


def test_a_plugin_finds_the_module_as_it_is() -> None:
    """Whoever imports a reader of Pelican's gets it, whether before or after a generator."""
    said = _python(
        "import pelican\n"
        "from pelican.readers import MarkdownReader, Readers\n"
        "print(MarkdownReader.__module__, Readers.__mro__[1].__name__)"
    )
    assert said == "pelican.readers FileStampDataCacher"


def test_a_plugin_that_wants_to_know_of_readers_is_told() -> None:
    """`readers_init` is sent as ever, with readers to which it may add."""
    said = _python(
        "import pelican\n"
        "from pelican.plugins import signals\n"
        "from pelican.generators import PagesGenerator\n"
        "from pelican.settings import DEFAULT_CONFIG\n"
        "def told(readers): print('md' in readers.reader_classes)\n"
        "signals.readers_init.connect(told)\n"
        "PagesGenerator({}, DEFAULT_CONFIG, '', DEFAULT_CONFIG['THEME'], '')"
    )
    assert said == "True"
