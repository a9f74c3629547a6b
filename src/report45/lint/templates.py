"""What prose quotes, read from its template and not only from the branches that are taken.

Loops are followed over the facts there are, and conditions are asked of the sandbox that renders
prose. In a branch that this study does not take, a fact may be missing that another study has:
there only a name is blamed that is nearly one that exists.
"""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from report45.errors import Place
from report45.facts import Facts, Interval, Mean, Money, Number
from report45.lint.meaning import DEAD_REFERENCE, FAILURES, OPEN, Meaning, Missing, Scope, keys
from report45.lint.rules.messages import TEMPLATE_SYNTAX, UNKNOWN_SENTENCE, Called
from report45.lint.rules.rule import Rule
from report45.prose.markup import REFERENCE
from report45.prose.names import Names
from report45.prose.narrative import Narrator
from report45.prose.nodes import Node, QuoteError
from report45.prose.refusals import plain_syntax, unknown
from report45.prose.spoken import Spoken
from report45.wording.notices import Finding, Notice, notice, notice_of

MISSING_FACT = Rule("missing-fact")
SUPPRESSED_FACT = Rule("suppressed-fact")
UNKNOWN_TEXT = Rule("unknown-text")

_REFERENCE = re.compile(r"\bref\.(?:\w+\.)?(\w+)")
_DEFINED = frozenset({"defined", "undefined"})
_FORGIVING = frozenset({"default", "d"})


class TemplateReader:
    """Reads the prose of one chapter.

    Parameters
    ----------
    narrator : Narrator
        Renders the chapter's prose; its sandbox says what a name means.
    facts : mapping of str to Fact
        The facts by full path.
    texts : mapping of str to str
        The study's own prose by file name.
    open_ : sequence of str
        How the fact paths begin that are not known without execution.
    shown : tuple of str
        How the names of displays begin that are not known without execution.

    Attributes
    ----------
    found : dict of Finding
        What is wrong, each once, in the order found.
    mentioned : set of str
        Displays and chapters that prose refers to, by path.
    unread : set of str
        What prose refers to in branches that are not taken, by path, and the names it seems to
        refer to where it cannot be read.
    called : list of Called
        The messages it calls.
    """

    def __init__(
        self,
        narrator: Narrator,
        facts: Facts,
        texts: Mapping[str, str],
        open_: Sequence[str] = (),
        shown: tuple[str, ...] = (),
    ) -> None:
        self._shown = shown
        self._meaning = Meaning(narrator, open_)
        self._environment = self._meaning.environment
        self._facts, self._texts = facts, texts
        self._parsed: dict[str, nodes.Template | None] = {}
        self._blamed: set[int] = set()
        self._within: list[str] = []
        self.found: dict[Finding, None] = {}
        self.mentioned: set[str] = set()
        self.unread: set[str] = set()
        self.called: list[Called] = []
        self._sentences = narrator.sentences

    @property
    def included(self) -> frozenset[str]:
        """The study's texts that were read."""
        return frozenset(self._parsed)

    def read(self, prose: str) -> None:
        """Read one cell."""
        template = self._parse(prose, "")
        if template is not None:
            self._body(template.body, {}, live=True)

    def look_at(self, text: str) -> None:
        """See whether a text that no chapter includes can be read at all."""
        if text not in self._parsed:
            self._parsed[text] = self._parse(self._texts[text], text)

    def _parse(self, prose: str, text: str) -> nodes.Template | None:
        try:
            return self._environment.parse(prose)
        except TemplateSyntaxError as error:
            told = plain_syntax(error, self._environment)
            self.found[TEMPLATE_SYNTAX.at(Place(text=text, line=error.lineno), told)] = None
            self.unread.update(_REFERENCE.findall(prose))
            return None

    def _blame(self, node: nodes.Node, rule: Rule, told: Notice) -> None:
        if id(node) not in self._blamed:
            self._blamed.add(id(node))
            text = self._within[-1] if self._within else ""
            self.found[rule.at(Place(text=text, line=node.lineno), told)] = None

    # Statements

    def _body(self, body: Sequence[nodes.Node], scope: Scope, *, live: bool) -> None:
        for node in body:
            self._statement(node, scope, live=live)

    def _statement(self, node: nodes.Node, scope: Scope, *, live: bool) -> None:
        match node:
            case nodes.If():
                self._if(node, scope, live=live)
            case nodes.For():
                self._for(node, scope, live=live)
            case nodes.Assign():
                self._expression(node.node, scope, live=live, quoted=False)
                self._bind(node.target, self._meaning.value(node.node, scope), scope)
            case nodes.Include():
                self._include(node, scope, live=live)
            case nodes.Macro():  # refused when rendered; its own names are no facts
                scope[node.name] = OPEN
                inner = scope | {one.name: OPEN for one in node.args}
                self._body(node.body, inner, live=live)
            case _:
                self._other(node, scope, live=live)

    def _other(self, node: nodes.Node, scope: Scope, *, live: bool) -> None:
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Stmt):
                self._statement(child, scope, live=live)
            elif not isinstance(child, nodes.Name) or child.ctx == "load":
                self._expression(child, scope, live=live)

    def _bind(self, target: nodes.Node, value: Any, scope: Scope) -> None:
        for name in target.find_all(nodes.Name):
            scope[name.name] = OPEN
        if isinstance(target, nodes.Name):
            scope[target.name] = value

    def _if(self, node: nodes.If, scope: Scope, *, live: bool) -> None:
        for branch in (node, *node.elif_):
            self._expression(branch.test, scope, live=live)
            taken = self._meaning.truth(branch.test, scope) if live else False
            inner = scope if taken is not False else dict(scope)
            self._body(branch.body, inner, live=taken is not False)
            live = live and taken is not True
        self._body(node.else_, scope if live else dict(scope), live=live)

    def _for(self, node: nodes.For, scope: Scope, *, live: bool) -> None:
        self._expression(node.iter, scope, live=live, quoted=False)
        found = self._meaning.value(node.iter, scope)
        try:
            values = [OPEN] if found is OPEN else list(found)
        except FAILURES:
            values = [OPEN]
        for value in values or [OPEN]:
            inner = scope | {"loop": OPEN}
            self._bind(node.target, value, inner)
            if node.test is not None:
                self._expression(node.test, inner, live=live)
            taken = node.test is None or self._meaning.truth(node.test, inner) is not False
            self._body(node.body, inner, live=live and bool(values) and taken)
        self._body(node.else_, dict(scope), live=live and not values)

    def _include(self, node: nodes.Include, scope: Scope, *, live: bool) -> None:
        self._expression(node.template, scope, live=live)
        name = self._meaning.value(node.template, scope)
        if not isinstance(name, str) or str(name) in self._within:
            return
        name = str(name)
        if name not in self._texts:
            if live and not node.ignore_missing:
                self._blame(node, UNKNOWN_TEXT, notice("tekst-onbekend", naam=name))
            return
        self.look_at(name)
        template = self._parsed[name]
        if template is not None:
            self._within.append(name)
            self._body(template.body, dict(scope), live=live)
            self._within.pop()

    # Expressions

    def _expression(
        self, node: nodes.Node, scope: Scope, *, live: bool, quoted: bool = True
    ) -> None:
        match node:
            case nodes.Name() | nodes.Getattr() | nodes.Getitem():
                self._path(node, scope, live=live, quoted=quoted)
            case nodes.Test():
                self._test(node, scope, live=live)
            case nodes.Filter():
                self._filter(node, scope, live=live)
            case nodes.And() | nodes.Or():
                self._expression(node.left, scope, live=live)
                decided = self._meaning.truth(node.left, scope) is isinstance(node, nodes.Or)
                self._expression(node.right, scope, live=live and not decided)
            case nodes.CondExpr():
                self._expression(node.test, scope, live=live)
                taken = self._meaning.truth(node.test, scope)
                self._expression(node.expr1, scope, live=live and taken is not False)
                if node.expr2 is not None:
                    self._expression(node.expr2, scope, live=live and taken is not True)
            case nodes.Operand():
                self._expression(node.expr, scope, live=live, quoted="in" not in node.op)
            case nodes.Call():
                self._call(node, scope, live=live)
            case _:
                for child in node.iter_child_nodes():
                    self._expression(child, scope, live=live)

    def _test(self, node: nodes.Test, scope: Scope, *, live: bool) -> None:
        if node.name not in self._environment.tests:
            self._unknown(node, "test-onbekend", node.name, self._environment.tests)
        if node.name not in _DEFINED:
            self._expression(node.node, scope, live=live)
        for child in node.args:
            self._expression(child, scope, live=live)

    def _filter(self, node: nodes.Filter, scope: Scope, *, live: bool) -> None:
        if node.name not in self._environment.filters:
            self._unknown(node, "filter-onbekend", node.name, self._environment.filters)
        forgiven = node.name in _FORGIVING or node.node is None
        for child in node.iter_child_nodes():
            if not (forgiven and child is node.node):
                self._expression(child, scope, live=live)

    def _call(self, node: nodes.Call, scope: Scope, *, live: bool) -> None:
        for child in node.iter_child_nodes():
            self._expression(child, scope, live=live)
        called = node.node.name if isinstance(node.node, nodes.Name) else ""
        if called in ("zin", "frase"):
            self._says(node, scope, live=live)
        if called != "toon" or not live:
            return
        shown = self._meaning.value(node.args[0], scope) if node.args else OPEN
        if shown is OPEN or str(shown).startswith(self._shown):
            return
        try:
            self._meaning.evaluate(node, scope)
        except QuoteError as error:
            self._blame(node, DEAD_REFERENCE, notice_of(error))
        except FAILURES:
            return

    def _says(self, node: nodes.Call, scope: Scope, *, live: bool) -> None:
        """Look at the call of a message, in a branch that is taken or not."""
        if not node.args:
            return
        first, *rest = node.args
        if isinstance(first, nodes.Concat) and isinstance(first.nodes[0], nodes.Const):
            begin = str(first.nodes[0].value)
            self.called.append(Called(begin, whole=False, given=frozenset(), lacks={}))
        name = self._meaning.value(first, scope)
        if name is OPEN:
            return
        if str(name) not in self._sentences.messages:
            if not live and not isinstance(first, nodes.Const):
                return  # put together of what this branch never holds
            near = difflib.get_close_matches(str(name), self._sentences.messages, n=2)
            told = notice("zin-onbekend", naam=str(name), bedoeld=near)
            self._blame(node, UNKNOWN_SENTENCE, told)
            return
        given = frozenset(one.key for one in node.kwargs)
        under = [self._meaning.value(one, scope) for one in rest]
        lacks = {}
        if not any(one is OPEN for one in under):
            asked = self._sentences.variables(str(name)) - given
            lacks = {one: self._lacks(one, under) for one in sorted(asked)}
        self.called.append(Called(str(name), whole=True, given=given, lacks=lacks))

    def _lacks(self, name: str, under: Sequence[Any]) -> bool:
        try:
            return not Spoken(under, {}, {}, self._environment.getattr, str).holds(name)
        except FAILURES:
            return True

    def _unknown(self, node: nodes.Node, told: str, name: str, known: Mapping[str, Any]) -> None:
        self._blame(node, TEMPLATE_SYNTAX, unknown(told, name, known))

    def _path(self, node: nodes.Node, scope: Scope, *, live: bool, quoted: bool) -> None:
        for key in keys(node):
            self._expression(key, scope, live=live)
        try:
            value = self._meaning.lookup(node, scope)
        except QuoteError as error:
            if live:
                self._blame(node, SUPPRESSED_FACT, notice_of(error))
            return
        if isinstance(value, Missing):
            self._missing(node, value, live=live)
        elif quoted:
            self._refers(value, live=live)
            if live:
                self._quoted(node, value)

    def _missing(self, node: nodes.Node, missing: Missing, *, live: bool) -> None:
        # What might have been meant is looked for among all facts: not for what is known already.
        if id(node) not in self._blamed and (live or missing.nearly):
            self._blame(node, *missing.told())

    def _refers(self, value: Any, *, live: bool) -> None:
        if isinstance(value, Names | str):
            try:
                found = {target for _, target in REFERENCE.findall(str(value))}
            except QuoteError:  # a group that prints nothing; rendering says so
                return
            (self.mentioned if live else self.unread).update(found)

    def _quoted(self, node: nodes.Node, value: Any) -> None:
        fact = self._facts.get(repr(value)) if isinstance(value, Node) else None
        if fact is None:
            return
        if getattr(fact, "suppressed", False):
            self._blame(node, SUPPRESSED_FACT, notice("feit-afgeschermd", pad=repr(value)))
        elif isinstance(fact, Number | Mean | Money | Interval) and not _computed(fact.value):
            self._blame(node, MISSING_FACT, notice("feit-niet-berekend", pad=repr(value)))


def _computed(value: float | tuple[float, float]) -> bool:
    return all(map(math.isfinite, value if isinstance(value, tuple) else (value,)))
