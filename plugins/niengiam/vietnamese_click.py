"""click in Vietnamese: its own words come from `data/click.toml`.

click asks the process-wide gettext for them, which needs compiled catalogues
and a locale on the machine; replacing the function that it asks needs neither.
"""

from __future__ import annotations

import re
import sys

import click

from niengiam.words import Words

_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")


def speak(words: Words) -> None:
    """Lets click say its own words in the language of `words`, from now on."""

    def plural(one: str, many: str, number: int) -> str:
        return words.click(one if number == 1 else many)

    for name in _MODULES:
        module = vars(sys.modules.get(f"click.{name}", click))
        for asked, answer in (("_", words.click), ("ngettext", plural)):
            if asked in module:
                module[asked] = answer


# Right for both languages: what stands in brackets is left out or filled in.
_OPTIONS = "[--…]"
_COMMAND = "… [--…]"
#: A name of a value as click makes it: `TITLE`, `INTEGER RANGE`.
_NAME = re.compile(r"[A-Z]{2,}(?: [A-Z]+)?")


class Formatter(click.HelpFormatter):
    """Help as wide as the terminal, up to 100."""

    def __init__(self, width: int | None = None, max_width: int | None = None) -> None:
        super().__init__(width=width, max_width=max_width or 100)


class Context(click.Context):
    """A context that writes help with that formatter."""

    formatter_class = Formatter


class Command(click.Command):
    """A command whose line in the list of commands is the whole first sentence of its help."""

    context_class = Context

    def get_short_help_str(self, limit: int = 45) -> str:
        return (self.help or "").partition(". ")[0].rstrip(".")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        pieces = super().collect_usage_pieces(ctx)
        return [_OPTIONS if piece == "[OPTIONS]" else piece for piece in pieces]


def name_values(command: click.Command, words: Words) -> None:
    """Lets the help of `command` name what follows an option in the language of `words`."""
    context = Context(command)
    for param in command.params:
        plain = param.make_metavar(context)
        named = _NAME.sub(lambda name: words.click(name[0]), plain)
        if named != plain:
            param.metavar = named


class Group(click.Group):
    """A group of such commands, listed in the order in which they were added."""

    context_class = Context
    command_class = Command

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [_COMMAND]

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)
