"""The door of the command line."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

import click

from niengiam.console import Desk, debugging
from niengiam.vietnamese_click import Group, name_values, speak
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


def command_line(lang: str, names: Sequence[str] = COMMANDS) -> Group:
    """The whole command in one language, or those of its parts that are called `names`."""
    words = Words(lang)
    speak(words)
    group = Group(
        "niengiam",
        help=words("program"),
        params=[click.Option(["--lang"], type=click.Choice(LANGUAGES), help=words("option.lang"))],
    )
    group.params.append(_version_option(words))
    desk = Desk(words)
    for name in names:
        # Each room is loaded by the command that calls it, when it runs.
        module = import_module(f"niengiam.commands.{name}_command")
        command = module.make(desk)
        name_values(command, words)
        group.add_command(command, name)
    return group


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; its exit status is as docs/commands.md says.

    Without `arguments` it is the program, which ends here.
    """
    if arguments is not None:
        return _run(arguments)
    _speak_utf8()
    status = _run(sys.argv[1:])
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    # Python would let go of an archive's million values one by one, which takes half a second.
    os._exit(status)


def _run(given: Sequence[str]) -> int:
    lang, rest = _language(list(given))
    called = next((name for name in rest if not name.startswith("-")), "")
    group = command_line(lang, [called] if called in COMMANDS else COMMANDS)
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
            # In front, where the command itself says which languages there are.
            rest = ["--lang", chosen, *rest]
        else:
            lang = chosen
    return (lang if lang in LANGUAGES else "vi"), rest


def _version_option(words: Words) -> click.Option:
    """`--version`; only then is it looked up."""

    def say(context: click.Context, _: click.Parameter, wanted: bool) -> None:
        if wanted and not context.resilient_parsing:
            click.echo(words.click("%(prog)s, version %(version)s") % _program())
            context.exit()

    return click.Option(
        ["--version"], is_flag=True, expose_value=False, is_eager=True, callback=say,
        help=words.click("Show the version and exit."),
    )  # fmt: skip


def _program() -> dict[str, str]:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return {"prog": "niengiam", "version": version("niengiam")}
    except PackageNotFoundError:
        return {"prog": "niengiam", "version": "0"}


if __name__ == "__main__":
    sys.exit(main())
