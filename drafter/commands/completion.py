"""`drafter completion`: a file for a shell that completes commands, options and their values at the Tab key.

The words are written into the file: nothing of drafter is started when Tab is pressed.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import Callable, Iterable, NamedTuple

from drafter.commands import COMMANDS
from drafter.library import open_library

__all__ = ["SHELLS", "options", "run"]


class Option(NamedTuple):
    """An option: its names, its help in a line, and the values it may have (empty: any, or none)."""

    names: list[str]
    help: str
    values: list[str]


class Completed(NamedTuple):
    """A command as a shell completes it: its help, its options, and the words that may stand first."""

    help: str
    options: list[Option]
    words: list[str]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter completion` takes."""
    command.add_argument(
        "shell", choices=SHELLS, help="; ".join(f"{name}: {use}" for name, (use, _) in SHELLS.items())
    )


def run(options: argparse.Namespace) -> int:
    """Print the shell's file."""
    print(SHELLS[options.shell][1](_completed()), end="")
    return 0


def _completed() -> dict[str, Completed]:
    courts = open_library().ids("courts", ".yaml")
    made = {}
    for name, command in COMMANDS.items():
        parser = argparse.ArgumentParser(allow_abbrev=False, add_help=False)
        import_module(f"drafter.commands.{command.module or name}").options(parser)
        shown = [action for action in parser._actions if action.help != argparse.SUPPRESS]
        made[name] = Completed(
            command.help,
            [
                Option(
                    list(action.option_strings),
                    _line(action.help),
                    courts if "--court" in action.option_strings else list(map(str, action.choices or ())),
                )
                for action in shown
                if action.option_strings
            ],
            [str(word) for action in shown if not action.option_strings for word in action.choices or ()],
        )
    return made


def _line(help: str | None) -> str:
    return " ".join((help or "").replace("%%", "%").split())


def _bash(commands: dict[str, Completed]) -> str:
    options = "\n".join(
        f"    {name}) words={_lines(word for one in each.options for word in (*one.names, '--help'))};"
        f" first={_lines(each.words)} ;;"
        for name, each in commands.items()
    )
    values = "\n".join(
        f"    '{name} {word}') COMPREPLY=($(compgen -W {_lines(one.values)} -- \"$cur\")); return ;;"
        for name, each in commands.items()
        for one in each.options
        for word in one.names
        if one.values
    )
    names = _lines([*commands, "help", "--help", "--version"])
    return f"""# drafter completion bash > ~/.local/share/bash-completion/completions/drafter
_drafter() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} name=${{COMP_WORDS[1]}}
  local words='' first='' IFS=$'\\n'
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W {names} -- "$cur"))
    return
  fi
  case "$name" in
{options}
    help) COMPREPLY=($(compgen -W {_lines(commands)} -- "$cur")); return ;;
  esac
  case "$name $prev" in
{values}
  esac
  case "$cur" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$cur")) ;;
    *) COMPREPLY=($([ "$COMP_CWORD" -eq 2 ] && compgen -W "$first" -- "$cur"; compgen -f -- "$cur")) ;;
  esac
}}
complete -o filenames -F _drafter drafter
"""


def _lines(words: Iterable[str]) -> str:
    """A string of bash that has each word on a line, so that names with spaces stay whole."""
    return "$'" + "\\n".join(dict.fromkeys(words)) + "'"


def _zsh(commands: dict[str, Completed]) -> str:
    listed = "\n".join(f"    '{name}:{_single(each.help)}'" for name, each in commands.items())
    cases = "\n".join(
        f"    {name}) _arguments {' '.join([*map(_zsh_option, each.options), _zsh_words(each)])} ;;"
        for name, each in commands.items()
    )
    return f"""#compdef drafter
# drafter completion zsh > a file named _drafter in a folder of $fpath
_drafter() {{
  local -a commands
  commands=(
{listed}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
{cases}
    help) _describe command commands ;;
  esac
}}
compdef _drafter drafter
"""


def _zsh_words(each: Completed) -> str:
    first = f"'1:word:({' '.join(each.words)})' " if each.words else ""
    return f"{first}'*:file:_files'"


def _zsh_option(one: Option) -> str:
    about = _single(one.help).replace("[", "(").replace("]", ")").replace(":", " -")
    values = f":value:({' '.join(one.values)})" if one.values else ""
    return " ".join(f"'{name}[{about}]{values}'" for name in one.names)


def _single(text: str) -> str:
    """Text for within single quotes of a shell."""
    return text.replace("'", "’")


def _fish(commands: dict[str, Completed]) -> str:
    lines = ["# drafter completion fish > ~/.config/fish/completions/drafter.fish"]
    for name, each in commands.items():
        lines.append(f"complete -c drafter -n __fish_use_subcommand -f -a {name} -d '{_single(each.help)}'")
        here = f"complete -c drafter -n '__fish_seen_subcommand_from {name}'"
        if each.words:
            lines.append(f"{here} -a '{' '.join(each.words)}'")
        for one in each.options:
            names = " ".join(
                f"-l {word[2:]}" if word.startswith("--") else f"-s {word[1:]}" for word in one.names
            )
            values = f" -x -a '{' '.join(one.values)}'" if one.values else ""
            lines.append(f"{here} {names}{values} -d '{_single(one.help)}'")
    return "\n".join([*lines, ""])


def _powershell(commands: dict[str, Completed]) -> str:
    words = {
        name: [*each.words, *(word for one in each.options for word in one.names)]
        for name, each in commands.items()
    }
    table = "\n".join(
        f"  '{name}' = @({', '.join(repr(word) for word in there)})" for name, there in words.items()
    )
    return f"""# drafter completion powershell >> $PROFILE
$drafterWords = @{{
{table}
}}
Register-ArgumentCompleter -Native -CommandName drafter -ScriptBlock {{
  param($word, $ast, $cursor)
  $given = @($ast.CommandElements | ForEach-Object {{ $_.ToString() }})
  $atCommand = $given.Count -lt 2 -or ($given.Count -eq 2 -and $word)
  $words = if ($atCommand) {{ $drafterWords.Keys | Sort-Object }} else {{ $drafterWords[$given[1]] }}
  $words | Where-Object {{ $_ -like "$word*" }} | ForEach-Object {{
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }}
}}
"""


SHELLS: dict[str, tuple[str, Callable[[dict[str, Completed]], str]]] = {
    "bash": ("into ~/.local/share/bash-completion/completions/drafter", _bash),
    "zsh": ("into a file _drafter in a folder of $fpath", _zsh),
    "fish": ("into ~/.config/fish/completions/drafter.fish", _fish),
    "powershell": ("to the end of $PROFILE", _powershell),
}
"""Every shell, with where its file goes and what writes it."""
