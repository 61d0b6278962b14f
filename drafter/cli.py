"""The command line: the commands and the exit codes. What a command takes and does is in `drafter.commands`.

0 done; 1 done, with findings of severity error; 2 unusable input or usage; 70 a mistake in drafter, told
without a word of the sheet; 130 interrupted, nothing lost.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from importlib import import_module

from drafter import __version__
from drafter.commands import COMMANDS, GROUPS
from drafter.errors import DrafterError, UsageError
from drafter.printable import printable

TYPE_CHECKING = False  # importing `typing` takes a tenth of the help of the program
if TYPE_CHECKING:
    from typing import Any

__all__ = ["entry", "main"]


def entry() -> None:
    """Run the command and leave at once: taking a large document apart piece by piece at exit takes longer
    than writing it.
    """
    os._exit(main())


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code; all that it prints is out, or it is told that it could
    not be.
    """
    words = sys.argv[1:] if arguments is None else arguments
    if not words or words[0] not in _STAYING:
        gc.disable()  # it lives for a fraction of a second: collecting costs more than it frees
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        with printable(not words or not _talks(words[0])):
            code = _run(words)
            _flush()
            return code
    except SystemExit as left:  # help was printed, or the words are none of a command
        _let_go_where_full()
        return int(left.code or 0)
    except DrafterError as error:
        return _print_error(2, error.message, error.hint)
    except KeyboardInterrupt:
        return _print_error(130, "interrupted; nothing was changed")
    except BrokenPipeError:
        _let_go()
        return 0
    except OSError as error:
        _let_go()
        return _print_error(
            2,
            f"the system did not let it be done: {error.strerror or type(error).__name__}",
            "Look at the disk and at where the output goes.",
        )
    except Exception as error:  # noqa: BLE001 - whatever it is, its words may be a client's
        return _print_mistake(error)


def _talks(name: str) -> bool:
    """Whether the command's front end speaks to the terminal itself."""
    return name in COMMANDS and COMMANDS[name].talks


def _open_what_is_closed() -> None:
    """Who runs it with an output closed is told nothing there; the command goes its way."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))


def _run(words: list[str]) -> int:
    if not words:
        return int(import_module("drafter.commands.guide").run())
    name = next((word for word in words if not word.startswith("-")), "")
    if name == "help":
        words = [*(word for word in words if word != "help"), "--help"]
        name = next((word for word in words if not word.startswith("-")), "")
    if name and name not in COMMANDS:
        raise _unknown(name)
    if name in COMMANDS:
        from drafter.compiled_patterns import take_up

        take_up()
    options = _parser(name).parse_args(words)
    from drafter.commands.wrapping import wrapped_output

    with wrapped_output(
        COMMANDS[name].wrapped
        and getattr(options, "format", "text") == "text"
        and not getattr(options, "text", False)
    ):
        return int(_module(name).run(options))


def _unknown(name: str) -> UsageError:
    from drafter.wording import did_you_mean

    hint = did_you_mean(name, COMMANDS) or "`drafter --help` lists the commands."
    return UsageError(f"drafter has no command “{name[:40]}”", hint)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        stream.flush()


def _let_go_where_full() -> None:
    try:
        _flush()
    except OSError:
        _let_go()


def _let_go() -> None:
    """What waits to be printed cannot be: nothing tries it again at the end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError):
        pass


def _print_error(code: int, message: str, hint: str = "") -> int:
    """Tell it where errors go; where nothing can be told there, the exit code must do."""
    try:
        with printable(True):
            print(
                f"drafter: {message}", *([f"  {hint}"] if hint else []), sep="\n", file=sys.stderr, flush=True
            )
            sys.stdout.flush()
    except (OSError, ValueError):
        _let_go()
    return code


def _print_mistake(error: Exception) -> int:
    """Say where drafter failed, in a line that can be sent to anybody: no message of the exception, no value,
    nothing of the sheet.
    """
    from traceback import walk_tb

    steps = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    own = [
        f"{os.path.relpath(file, os.path.dirname(__file__))}:{line}"
        for file, line in steps
        if file.startswith(os.path.dirname(__file__))
    ]
    where = " < ".join(own[:0:-1][:6] or own)
    message = (
        f"this is a mistake in drafter {__version__}, not in your sheet: {type(error).__name__} at {where}"
    )
    return _print_error(
        70,
        message,
        "What was saved before stands. Report this line, and not the sheet, to whoever maintains drafter; it"
        " has nothing of the sheet in it.",
    )


_STAYING = ("new", "edit", "find")
"""The commands that may stay for hours."""


class _Parser(argparse.ArgumentParser):
    """The parser of the whole command line, whose help lists the commands by group."""

    def format_help(self) -> str:
        width = max(map(len, COMMANDS)) + 2
        lines = [self.format_usage(), f"{self.description}", ""]
        for title, commands in GROUPS.items():
            lines += [f"{title}:", *(f"    {name:{width}}{each.help}" for name, each in commands.items()), ""]
        options = ("-h, --help", "show this help"), ("--version", "show the version")
        lines += ["options:", *(f"  {name:{width + 2}}{help}" for name, help in options), ""]
        return "\n".join([*lines, "What a command takes: drafter COMMAND --help\n"])


class _Help(argparse.HelpFormatter):
    """Formats the usage of the program, one line that asks no terminal for its width."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=100)


class _Version(argparse.Action):
    """Prints the version, and what of the package's compiled part does not fit and is made anew."""

    def __call__(self, parser: argparse.ArgumentParser, *more: Any) -> None:
        print(import_module("drafter.commands.version").version_text())
        parser.exit()


def _parser(wanted: str = "") -> argparse.ArgumentParser:
    """The command line's parser; of the commands, it has the one that is named: the help lists the others."""
    parser = _Parser(
        formatter_class=_Help,
        prog="drafter",
        description="Draft a class-action complaint in Word from a fact sheet.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0)
    commands = parser.add_subparsers(
        title="commands",
        metavar="COMMAND",
        required=True,
        prog="drafter",
        parser_class=argparse.ArgumentParser,
    )
    if wanted:
        command = COMMANDS[wanted]
        about = f"{command.help[0].upper()}{command.help[1:]}."
        own = commands.add_parser(wanted, help=command.help, description=about, allow_abbrev=False)
        _module(wanted).options(own)
    return parser


def _module(name: str) -> Any:
    """The module of a command, imported when it is the one that runs."""
    return import_module(f"drafter.commands.{COMMANDS[name].module or name}")
