"""The keys that every prompt has, and the guard against a paste that would answer questions.

Text that a terminal pastes without saying so arrives as a burst: keys within a few milliseconds, or with more
input already waiting. Inside a burst Enter is a line break and no letter acts, so that a pasted paragraph
stays in the field it was pasted into and chooses nothing. One line that ends in Enter, after which nothing
comes, is an answer all the same: so a dictation, a text expander or a script types. But only one: were it the
first line of a paste that arrives in pieces, the pieces that follow stay in the next field.
"""

from __future__ import annotations

import asyncio
import select
import sys
import time
from typing import Any, Callable

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition, has_completions
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.keys import Keys

from drafter.interview.asking import Back, Hub, Leave, NotNow

__all__ = ["HelpWanted", "KeyedPrompt", "ask", "typed_text"]

BURST = 0.02
"""Seconds between two keys that no hand presses so fast."""
SILENCE = 0.15
"""Seconds without a key after which a burst is over."""
PIECES = 2.0
"""Seconds within which the pieces of one paste arrive."""


class HelpWanted(NotNow):
    """The person asked why; `draft` is what stood in the field."""


class AllWanted(HelpWanted):
    """The person asked for all of what the screen had no room for."""


class KeyedPrompt:
    """A questionary prompt with drafter's keys. `at` is the row the cursor was on when a letter acted."""

    answered_in_burst = -PIECES
    """When a burst last answered a prompt."""

    def __init__(self, application: Application[Any]) -> None:
        self.application = application
        self.bindings = KeyBindings()
        self._last = self._now = 0.0
        application.key_processor.before_key_press += self._note
        self._add_ways_out()

    def _note(self, _: Any) -> None:
        self._last, self._now = self._now, time.monotonic()

    def in_burst(self) -> bool:
        """Whether the key being handled arrived as part of a paste."""
        return bool(
            self._now - self._last < BURST
            or self.application.key_processor.input_queue
            or _waiting(self.application)
        )

    def _add_ways_out(self) -> None:
        add = self.bindings.add
        for key, raised in (
            ("c-t", Hub),
            ("c-g", HelpWanted),
            ("c-v", AllWanted),
            ("f1", HelpWanted),
            ("c-c", Leave),
            ("c-d", Leave),
        ):
            add(key, eager=True)(_leaving(raised))
        add("s-tab", filter=~has_completions, eager=True)(_leaving(Back))
        add(Keys.BracketedPaste, eager=True, filter=Condition(lambda: not _has_text(self.application)))(
            lambda event: None
        )

    def guard(self, *keys: str) -> None:
        """In a burst these keys do nothing (menus) or are text (fields)."""
        for key in keys:
            self.bindings.add(key, eager=True, filter=Condition(self.in_burst))(_as_text)

    def take_lines(self) -> None:
        """In a burst Enter is a line break, unless it ends the one line that the burst was."""
        self.bindings.add("c-m", eager=True, filter=Condition(self.in_burst))(self._line_break)

    def _line_break(self, event: Any) -> None:
        _as_text(event)
        if event.current_buffer.text.count("\n") == 1 and event.current_buffer.text.endswith("\n"):
            event.app.create_background_task(self._answer_after_silence(event.current_buffer))

    async def _answer_after_silence(self, field: Buffer) -> None:
        """Take the line in `field` as the answer, if no key comes for a while."""
        last, text = self._now, field.text
        await asyncio.sleep(SILENCE)
        again = time.monotonic() - KeyedPrompt.answered_in_burst < PIECES
        if again or self._now != last or field.text != text or self.application.is_done:
            return
        KeyedPrompt.answered_in_burst = time.monotonic()
        field.text = text.removesuffix("\n")
        field.cursor_position = len(field.text)
        field.validate_and_handle()

    def act(self, key: str, result: Callable[[], Any]) -> None:
        """`key` alone ends the prompt with what `result` gives."""
        self.bindings.add(key, eager=True, filter=Condition(lambda: not self.in_burst()))(
            lambda event: event.app.exit(result=result())
        )


def _leaving(raised: type[NotNow]) -> Callable[[Any], None]:
    def handler(event: Any) -> None:
        event.app.exit(exception=raised(typed_text(event.app)), style="class:aborting")

    return handler


def _as_text(event: Any) -> None:
    """A key of a paste: a line break where there is a field (every other key enters itself there), nothing
    where there is none.
    """
    if _has_text(event.app):
        event.app.current_buffer.insert_text("\n" if event.data in ("\r", "\n") else event.data)


def _has_text(application: Application[Any]) -> bool:
    return application.current_buffer.name == "DEFAULT_BUFFER"


def typed_text(application: Application[Any]) -> str:
    """What stands in the field, or nothing for a menu."""
    return str(application.current_buffer.text) if _has_text(application) else ""


def _waiting(application: Application[Any]) -> bool:
    """Whether more input is there already."""
    try:
        return sys.platform != "win32" and bool(select.select([application.input.fileno()], [], [], 0)[0])
    except (OSError, ValueError, NotImplementedError):
        return False


def ask(question: Any, asked: KeyedPrompt) -> Any:
    """Run a questionary question with drafter's keys. Raises Back, Hub, Leave or HelpWanted; what was typed
    ahead is thrown away first.
    """
    application = question.application
    given = application.key_bindings
    application.key_bindings = merge_key_bindings([given, asked.bindings]) if given else asked.bindings
    clear_typeahead(application.input)
    _flush()
    try:
        return question.unsafe_ask()
    except KeyboardInterrupt:
        raise Leave(typed_text(application)) from None
    except EOFError:
        raise Leave(typed_text(application), ended=True) from None


def _flush() -> None:
    """Throw away input that came before the question was there."""
    try:
        import termios

        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)
    except (ImportError, OSError, ValueError, AttributeError):
        return
