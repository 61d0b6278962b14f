"""Overrides: what prints instead of a template's paragraph, or after it, or that it is left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafter.complaint.passes.overrides import digest_of
from drafter.document import Inlines
from drafter.markup import prose, written
from drafter.matter_files.draft_records import DraftedBlock
from drafter.proposals import Ground
from drafter.tree.answers import Answers, Change

__all__ = ["TemplateOverrides"]


class TemplateOverrides:
    """Makes the changes of `overrides` for one file.

    court    that of the draft; day  on which it came back; draft  its number
    beneath  the words of each paragraph, by label, as drafter alone would print them now
    """

    def __init__(
        self, answers: Answers, court: str, day: str, draft: str, beneath: Mapping[str, Inlines]
    ) -> None:
        self.answers, self.court, self.day, self.draft, self.beneath = answers, court, day, draft, beneath
        self.last: tuple[str, str] = ("", "")
        """The paragraph after which one was added last, and the override that did."""

    def _entry(self, label: str, after: bool) -> dict[str, Any]:
        """The override there is for a paragraph in this court; empty for none."""
        found = self.answers.get("overrides")
        for each in found if isinstance(found, list) else ():
            if each.get("paragraph") == label and each.get("court") in (None, self.court):
                if bool(each.get("after")) == after:
                    return dict(each)
        return {}

    def _by_id(self, block: DraftedBlock) -> dict[str, Any]:
        """The override that added the paragraph; empty for what the template has."""
        paths = {run[3] for run in block.runs if run[3]}
        own = {path.split(".")[1] for path in paths if path.startswith("overrides.")}
        if len(own) == 1 and len(paths) == 1:
            entry = self.answers.get(f"overrides.{own.pop()}")
            if isinstance(entry, dict) and entry.get("after"):
                return dict(entry)
        return {}

    def over(self, block: DraftedBlock, words: str, ground: Ground) -> list[Change]:
        """`words` instead of the paragraph."""
        added = self._by_id(block)
        if added:
            return [Change(f"overrides.{added['id']}.words", "set", words)]
        return self._made(block.label, {"words": words, **self._beneath(block.label)}, ground)

    def _beneath(self, label: str) -> dict[str, Any]:
        """What tells later whether the words beneath are still the same."""
        beneath = self.beneath.get(label, ())
        over = written(beneath)
        is_whole = bool(over) and digest_of(prose(over).content) == digest_of(beneath)
        return {"beneath": digest_of(beneath), "over": over if is_whole else None}

    def left_out(self, block: DraftedBlock, ground: Ground) -> list[Change]:
        """Nothing in the place of the paragraph."""
        added = self._by_id(block)
        if added:
            return [Change(f"overrides.{added['id']}", "remove")]
        said = {"omit": True, **self._beneath(block.label)}
        return self._made(block.label, said, ground)

    def after(self, block: DraftedBlock, words: str, numbered: bool, ground: Ground) -> list[Change]:
        """A paragraph more behind one."""
        added = self._by_id(block)
        label = str(added.get("paragraph", block.label))
        last = self.last[1] if self.last[0] == block.label else str(added.get("id", ""))
        said = {
            "words": words,
            "after": True,
            "numbered": numbered or None,
            "over": self._beneath(label)["over"],
        }
        entry = self._new(label, said, ground)
        self.last = (block.label, str(entry["id"]))
        return [Change("overrides", "add", entry, last)]

    def _made(self, label: str, said: dict[str, Any], ground: Ground) -> list[Change]:
        there = self._entry(label, after=False)
        if there:
            own = f"overrides.{there['id']}"
            names = ("words", "omit", "over", "beneath")
            return [Change(f"{own}.{name}", "set", said.get(name)) for name in names]
        return [Change("overrides", "add", self._new(label, said, ground))]

    def _new(self, label: str, said: dict[str, Any], ground: Ground) -> dict[str, Any]:
        value = {
            "id": self._id(),
            "paragraph": label,
            "court": self.court,
            **said,
            "by": ground.author or None,
            "on": self.day,
            "draft": self.draft,
        }
        return {name: entry for name, entry in value.items() if entry is not None}

    def _id(self) -> str:
        taken = set(self.answers.keys("overrides"))
        count = len(taken) + 1
        while f"word-{count}" in taken:
            count += 1
        return f"word-{count}"
