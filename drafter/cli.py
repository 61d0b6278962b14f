"""The command line: the commands and the exit codes. What a command does is in `drafter.commands`, or in
`drafter.interview`.

0 done; 1 done, with findings of severity error; 2 unusable input or usage; 70 a mistake in drafter, told
without a word of the sheet; 130 interrupted, nothing lost.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from importlib import import_module
from typing import Callable

from drafter import __version__
from drafter.commands.wrapping import wrapped_output
from drafter.errors import DrafterError
from drafter.options import (
    accept_options,
    chain_options,
    changes_options,
    check_options,
    customize_options,
    draft_options,
    edit_options,
    explain_options,
    export_options,
    find_options,
    import_options,
    lint_options,
    list_options,
    migrate_options,
    new_options,
    profile_options,
    schema_options,
    show_options,
    siblings_options,
    where_options,
)
from drafter.printable import printable

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
        with printable(not words or words[0] not in _TALKING):
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


def _open_what_is_closed() -> None:
    """Who runs it with an output closed is told nothing there; the command goes its way."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))


def _run(words: list[str]) -> int:
    options = _parser(words[0] if words else "").parse_args(words)
    module, _, name = options.run.partition(":")
    with wrapped_output(
        words[0] in _READ
        and getattr(options, "format", "text") == "text"
        and not getattr(options, "text", False)
    ):
        return int(getattr(import_module(module), name)(options))


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

_TALKING = ("new", "edit")
"""The commands whose front end speaks to the terminal itself."""

_READ = (
    "draft",
    "check",
    "chain",
    "explain",
    "accept",
    "changes",
    "siblings",
    "where",
    "list",
    "show",
    "lint-templates",
)
"""The commands whose text is read, and nothing asked: at a terminal its long lines are folded."""


def _parser(wanted: str = "") -> argparse.ArgumentParser:
    """The command line's parser; with the name of a command, only that one's part of it is built."""
    parser = argparse.ArgumentParser(
        prog="drafter",
        description="Draft a class-action complaint in Word from a fact sheet.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"drafter {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, prog="drafter")
    for name, (run, help, fill) in _COMMANDS.items():
        if wanted not in _COMMANDS or wanted == name:
            command = commands.add_parser(
                name, help=help, description=f"{help[0].upper()}{help[1:]}.", allow_abbrev=False
            )
            command.set_defaults(run=run)
            fill(command)
    return parser


_COMMANDS: dict[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]] = {
    "new": ("drafter.interview.command:new", "make a fact sheet by answering questions", new_options),
    "edit": (
        "drafter.interview.command:edit",
        "go on with a fact sheet by answering questions",
        edit_options,
    ),
    "import": ("drafter.commands.intake:take_in", "take plaintiffs in from a spreadsheet", import_options),
    "draft": ("drafter.commands.draft:draft", "write the Word draft of a fact sheet", draft_options),
    "check": ("drafter.commands.check:check", "list what is missing or weak", check_options),
    "chain": (
        "drafter.commands.chain:show_chain",
        "show what each element of each claim rests on",
        chain_options,
    ),
    "explain": ("drafter.commands.check:explain", "say what a check looks for, and why", explain_options),
    "accept": (
        "drafter.commands.accept:accept",
        "accept a finding, with a name and a reason",
        accept_options,
    ),
    "find": (
        "drafter.commands.find:find",
        "find matters by party, cause, fact, exhibit or counsel",
        find_options,
    ),
    "changes": (
        "drafter.commands.changes:changes",
        "list what changed since a draft was made",
        changes_options,
    ),
    "siblings": (
        "drafter.commands.siblings:siblings",
        "draft one matter for several courts, and say what differs",
        siblings_options,
    ),
    "profile": (
        "drafter.commands.profile:profile",
        "list profiles, or save one out of a sheet",
        profile_options,
    ),
    "export": (
        "drafter.commands.export:export",
        "write the whole sheet as one file, or a redacted copy of it",
        export_options,
    ),
    "migrate": (
        "drafter.commands.migrate:migrate",
        "bring a sheet of an older version to this one",
        migrate_options,
    ),
    "where": ("drafter.commands.where:where", "say which file and line each value comes from", where_options),
    "list": (
        "drafter.commands.library:list_entries",
        "list causes of action, courts or checks",
        list_options,
    ),
    "show": ("drafter.commands.library:show", "show a cause of action or a court", show_options),
    "customize": (
        "drafter.commands.library:customize",
        "put a cause into the firm's own folder",
        customize_options,
    ),
    "lint-templates": (
        "drafter.commands.library:lint_templates",
        "check a folder of templates",
        lint_options,
    ),
    "schema": ("drafter.commands.library:schema", "print the JSON Schema of the fact sheet", schema_options),
}
"""The commands: the function that runs it, as module:name so that only its own module is imported; its line
of help; its options.
"""
