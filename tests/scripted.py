"""An asker with a script, for tests of the interview: each prompt is answered by its title, and one that
nobody expected fails loudly.
"""

from __future__ import annotations

from drafter.interview.asking import Back, Chosen


class Scripted:
    """Answers prompts from a list of (words of the prompt's title, answer), in order. An answer that is an
    exception is raised.
    """

    def __init__(self, *script):
        self.script = list(script)
        self.said = []
        self.seen = []

    def _next(self, prompt):
        self.seen.append(prompt)
        assert self.script, f"unexpected prompt: {prompt.title!r} at {prompt.place!r}"
        words, answer = self.script.pop(0)
        assert words in prompt.title, (
            f"expected a prompt on {words!r}, got {prompt.title!r} at {prompt.place!r}"
        )
        if isinstance(answer, BaseException) or (
            isinstance(answer, type) and issubclass(answer, BaseException)
        ):
            raise answer
        return answer

    def say(self, *lines):
        self.said += lines

    def line(self, prompt):
        answer = self._next(prompt)
        assert prompt.check(answer) == "", prompt.check(answer)
        return answer

    text = line

    def menu(self, prompt, rows, keys=(), at=""):
        answer = self._next(prompt)
        key, act = answer if isinstance(answer, tuple) else (answer, "")
        assert act or key in [row.key for row in rows if row.open], (
            f"{key!r} is not among {[row.key for row in rows]}"
        )
        return Chosen(key, act)

    def several(self, prompt, rows, ticked=()):
        answer = self._next(prompt)
        assert set(answer) <= {row.key for row in rows}
        return list(answer)

    def find(self, prompt, rows, at=""):
        answer = self._next(prompt)
        assert not answer or answer in [row.key for row in rows]
        return answer

    def pages(self, title, lines):
        self.said += [title, *lines]


__all__ = ["Back", "Scripted"]
