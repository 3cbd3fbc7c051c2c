"""The door of the command line."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

import click

from niengiam.console import Desk, debugging
from niengiam.vietnamese_click import Group, speak
from niengiam.words import LANGUAGES, Words

#: Files of `niengiam/commands/`, in the order of `--help`.
COMMANDS = (
    "new",
    "check",
    "serve",
    "build",
    "publish",
    "deploy",
    "status",
    "figures",
    "accept",
    "import",
    "verify",
    "start",
)

INTERRUPTED = 130
FAULT = 70


def command_line(lang: str) -> Group:
    """The whole command in one language."""
    words = Words(lang)
    speak(words)
    group = Group(
        "niengiam",
        help=words("program"),
        params=[click.Option(["--lang"], type=click.Choice(LANGUAGES), help=words("option.lang"))],
    )
    click.version_option(_version(), prog_name="niengiam")(group)
    desk = Desk(words)
    for name in COMMANDS:
        # Each room is loaded by the command that calls it, when it runs.
        module = import_module(f"niengiam.commands.{name}_command")
        group.add_command(module.make(desk), name)
    return group


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; its exit status is as docs/commands.md says."""
    if arguments is None:
        _speak_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    lang, rest = _language(given)
    group = command_line(lang)
    desk = Desk(Words(lang))
    try:
        status = group.main(rest, prog_name="niengiam", standalone_mode=False)
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except (KeyboardInterrupt, click.Abort):
        desk.warn("error.interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has left; nothing is wrong with the site.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as fault:
        if debugging():
            raise
        desk.warn("error.unexpected", kind=type(fault).__name__, message=fault)
        return FAULT
    return status if isinstance(status, int) else 0


def _speak_utf8() -> None:
    """Begins again in UTF-8 where the system's locale would not let names of files be read."""
    if sys.getfilesystemencoding() != "utf-8":
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _language(arguments: list[str]) -> tuple[str, list[str]]:
    """The chosen language and the arguments without `--lang`, wherever it stands."""
    lang = os.environ.get("NIENGIAM_LANG", "vi")
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--lang":
            chosen = next(waiting, "")
        elif argument.startswith("--lang="):
            chosen = argument.partition("=")[2]
        else:
            rest.append(argument)
            continue
        if chosen not in LANGUAGES:
            rest += ["--lang", chosen]
        else:
            lang = chosen
    return (lang if lang in LANGUAGES else "vi"), rest


def _version() -> str:
    try:
        return version("niengiam")
    except PackageNotFoundError:
        return "0"


if __name__ == "__main__":
    sys.exit(main())
