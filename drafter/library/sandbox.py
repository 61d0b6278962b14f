"""The environment in which templates run: names of an allow-list, operators and filters with bounds, and a
budget that every loop draws on.

A template sees only what `template_names` of a view gives (a view is any object that has it), Python's texts,
numbers, lists and mappings with a few of their methods, and what Jinja itself makes. Nothing else of any
object is to be had, by any construct: attributes, subscripts, formats and filters all come through `getattr`
and `getitem` here.
"""

from __future__ import annotations

import types
from functools import partial
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError, TemplateAssertionError
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace, pass_context

from drafter.facts.record import Record
from drafter.library.bounded import FILTERS, GLOBALS, METHODS, Bounded
from drafter.library.budget import MOST, Budget, TooMuch
from drafter.library.entries import template_value
from drafter.wording import did_you_mean

__all__ = ["Sandbox", "UndefinedName"]

_LOOP = frozenset(
    "index index0 revindex revindex0 first last length depth depth0 previtem nextitem cycle changed".split()
)
_JINJA: dict[type, frozenset[str]] = {
    LoopContext: _LOOP,
    BlockReference: frozenset(("super",)),
    Cycler: frozenset(("next", "current", "reset")),
}
_CALLABLE = (
    types.FunctionType,
    types.MethodType,
    types.BuiltinMethodType,
    Macro,
    LoopContext,
    BlockReference,
    Cycler,
    Joiner,
    partial,
)
_PRIVATE = range(0xE000, 0xF900)


class UndefinedName(jinja2.StrictUndefined):
    """A name that is not there, or is not a template's; used at all, it is an error that names what is
    near.
    """

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        owner, name = self._undefined_obj, str(self._undefined_name)
        if self._undefined_hint or not hasattr(type(owner), "template_names"):
            return self._undefined_hint or super()._undefined_message
        near = _near(name, owner.template_names())
        return f"{owner_name(owner)} has no “{name}” for templates. {near}".rstrip()


def owner_name(owner: Any) -> str:
    """What messages call a view."""
    named = getattr(type(owner), "template_title", None)
    return f"“{named(owner)}”" if named else f"“{type(owner).__name__}”"


class _Counting(CodeGenerator):
    """Compiles a template so that each turn of a loop, and all that is printed, is counted."""

    def visit_For(self, node: nodes.For, frame: Any) -> None:
        step = nodes.EnvironmentAttribute("step", lineno=node.lineno)
        node.body.insert(0, nodes.ExprStmt(step, lineno=node.lineno))
        if node.test is not None:
            node.test = nodes.And(step, node.test, lineno=node.lineno)
        super().visit_For(node, frame)

    def visit_EnvironmentAttribute(self, node: nodes.EnvironmentAttribute, frame: Any) -> None:
        if node.name == "step":
            self.write("environment.step()")
        else:
            super().visit_EnvironmentAttribute(node, frame)

    def visit_Output(self, node: nodes.Output, frame: Any) -> None:
        literal = sum(len(part.data) for part in node.nodes if isinstance(part, nodes.TemplateData))
        if literal and not (frame.require_output_check and self.has_known_extends):
            self.writeline(f"environment.wrote({literal})", node)
        super().visit_Output(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Any) -> None:
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def _held(self, node: Any, frame: Any, visit: Any) -> None:
        """A list or mapping written out, counted unless it is of constants alone."""
        counted = getattr(node, "ctx", "load") == "load" and not all(
            isinstance(part, nodes.Const) for part in node.iter_child_nodes()
        )
        if counted:
            self.write("environment.held(")
        visit(node, frame)
        if counted:
            self.write(")")

    def visit_List(self, node: nodes.List, frame: Any) -> None:
        self._held(node, frame, super().visit_List)

    def visit_Tuple(self, node: nodes.Tuple, frame: Any) -> None:
        self._held(node, frame, super().visit_Tuple)

    def visit_Dict(self, node: nodes.Dict, frame: Any) -> None:
        self._held(node, frame, super().visit_Dict)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, closed to everything but views."""

    code_generator_class = _Counting
    intercepted_binops = frozenset("+ * ** %".split())

    def __init__(self, loader: jinja2.BaseLoader, extensions: list[Any]) -> None:
        @pass_context
        def printed(context: Any, value: Any) -> str:
            made = self.bounded.text(value)
            self.budget.write(len(made))
            return made

        super().__init__(
            loader=loader,
            undefined=UndefinedName,
            extensions=extensions,
            autoescape=False,
            optimized=False,
            finalize=printed,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.budget = Budget()
        self.bounded = Bounded(lambda: self.budget, self)
        self.binop_table |= self.bounded.operators()
        self.joined, self.held = self.bounded.joined, self.bounded.held
        self.filters = self.bounded.filters(self.filters)
        self.globals = {name: value for name, value in self.globals.items() if name in GLOBALS}
        self.globals["range"] = self._range

    # --- counting

    def step(self) -> bool:
        return self.budget.step()

    def wrote(self, characters: int) -> None:
        self.budget.write(characters)

    def _range(self, *bounds: int) -> range:
        made = range(*bounds)
        if len(made) > MOST:
            raise TooMuch(f"a range of {len(made):,} numbers; {MOST:,} are the most")
        return made

    # --- what is looked up

    def names_of(self, owner: Any) -> frozenset[str]:
        """What a template may name of `owner`."""
        names = getattr(type(owner), "template_names", None)
        if names is not None:
            found: frozenset[str] = names(owner)
            return found
        for kind, there in (*METHODS.items(), *_JINJA.items()):
            if isinstance(owner, kind):
                return there
        return frozenset()

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute`: of a view, only what it shows; of a mapping, its methods and then its entries."""
        if attribute in self.names_of(obj):
            if isinstance(obj, str) and not hasattr(type(obj), "template_names"):
                return self.bounded.method(obj, attribute)
            try:
                return _entries(getattr(obj, attribute))
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        if isinstance(obj, str) and attribute in METHODS[str]:
            return self.bounded.method(obj, attribute)
        return self._entry(obj, attribute)

    def _entry(self, obj: Any, name: str) -> Any:
        """What stands under a name in a mapping, a namespace, a module of macros or among the blocks; nothing
        of anything else.
        """
        if isinstance(obj, dict):
            return _entries(obj[name]) if name in obj else self.undefined(obj=obj, name=name)
        if isinstance(obj, (Namespace, TemplateModule)) and not name.startswith("_"):
            return getattr(obj, name, None) if name in _own(obj) else self.undefined(obj=obj, name=name)
        if type(obj).__name__ == "TemplateReference" and not name.startswith("_"):
            try:
                return obj[name]
            except LookupError:
                pass
        if isinstance(obj, jinja2.Undefined):
            str(obj)
        return self.undefined(obj=obj, name=name)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`obj[argument]`: an entry of a list, text or mapping by its position or key; else as an
        attribute.
        """
        if isinstance(argument, str) and not isinstance(obj, dict):
            return self.getattr(obj, str(argument))
        if isinstance(obj, jinja2.Undefined):
            return obj[argument]
        if isinstance(obj, (str, list, tuple, dict, range)):
            try:
                return _entries(self.bounded.paid(obj[argument]))
            except (TypeError, LookupError):
                pass
        return self.undefined(obj=obj, name=argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return attr in self.names_of(obj)

    def is_safe_callable(self, obj: Any) -> bool:
        return isinstance(obj, _CALLABLE) or any(obj is there for there in self.globals.values())

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: B902, N805
        __self.budget.step()
        if isinstance(__obj, jinja2.Undefined):
            return __obj()
        if not __self.is_safe_callable(__obj):
            raise SecurityError("what is called here is no function")
        if any(isinstance(given, _CALLABLE[:3]) for given in (*args, *kwargs.values())):
            raise SecurityError("a function cannot be handed to another")
        if any(isinstance(given, (str, list, tuple, dict, set)) for given in (*args, *kwargs.values())):
            __self.held((args, kwargs))
        return _entries(__self.bounded.paid(__context.call(__obj, *args, **kwargs)))

    # --- what is read

    def _parse(self, source: str, name: Any, filename: Any) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all(
            (nodes.Const, nodes.TemplateData, nodes.EvalContextModifier, nodes.Filter, nodes.Test)
        ):
            self._allowed(node, name, filename)
        return tree

    def _allowed(self, node: Any, name: Any, filename: Any) -> None:
        wrong = ""
        if isinstance(node, nodes.EvalContextModifier):
            wrong = "there is no tag “autoescape” here"
        elif isinstance(node, nodes.Filter) and node.name not in FILTERS:
            wrong = f"there is no filter “{node.name}”. {_near(node.name, FILTERS)}"
        elif isinstance(node, nodes.Test) and node.name not in self.tests:
            wrong = f"there is no test “{node.name}”. {_near(node.name, self.tests)}"
        elif (
            isinstance(node, nodes.Const)
            and isinstance(node.value, str)
            and any(ord(sign) in _PRIVATE for sign in node.value)
        ):
            wrong = "a character of Unicode’s private use stands here, which no template may have"
        if wrong:
            raise TemplateAssertionError(wrong, node.lineno, name, filename)


def _entries(value: Any) -> Any:
    """`value`, or what templates see of it where it is a record, or a list of records."""
    if isinstance(value, (list, tuple)) and not (value and isinstance(value[0], Record)):
        return value
    return template_value(value) if isinstance(value, (Record, list, tuple)) else value


def _own(obj: Any) -> Any:
    """The names in a namespace, or those that a module of macros exports."""
    return vars(obj) if isinstance(obj, TemplateModule) else object.__getattribute__(obj, "_Namespace__attrs")


def _near(name: str, there: Any) -> str:
    all_there = f"There are: {', '.join(sorted(there))}." if len(there) <= 40 else ""
    return did_you_mean(name, sorted(there)) or all_there
