"""How prose is laid out, so that an editor finds a sentence where it stands and can read it.

One sentence a line, no line over 200 characters, at most one ``if`` in a paragraph and none inside
a sentence; and no judgement: what the numbers say is decided in analysis, once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from report45.lint.rules.rule import Rule
from report45.prose.markup import COMMENT, line_numbers
from report45.wording.notices import Finding, Notice, notice

LONG_LINE = Rule("long-line", "warning")
IF_IN_SENTENCE = Rule("if-in-sentence", "warning")
MANY_SENTENCES = Rule("many-sentences", "warning", fixable=True)
MANY_IFS = Rule("many-ifs", "warning")
JUDGEMENT = Rule("judgement-in-prose")

LONGEST = 200
"""Characters a line of prose may have."""
_TAG = re.compile(r"\{%[-+]?\s*+(\w++)[^{%]*+(?:(?:%(?!\})|\{(?!%))[^{%]*+)*+%\}")
_QUOTE = re.compile(r"\{\{[^{}]*+(?:(?:\}(?!\})|\{(?!\{))[^{}]*+)*+\}\}")
_COMMENT = re.compile(rf"\{{#[\s\S]*?(?:#\}}|\Z)|{COMMENT.pattern}")
_CHOICES = ("if", "elif", "else", "endif")
_IF = re.compile(r"\sif\s")
_OPENING = re.compile(r"^[\s>#*\-]*(?:\d+[.)]\s)?")
_ENDED = re.compile(r"[.!?:…][)\"”’*_]*\s*$")
_STOP = re.compile(r"[.!?…][)\"”’*_]*\s+(?=[^\sa-z])")
_SHORT = re.compile(r"(?:\b(?:bijv|ca|circa|nr|art|dr|drs|mr|ing|ir|prof|vgl|zgn|resp)|\b\w)\.$")
_BLANK = re.compile(
    r"\n[ \t]*\n|\n(?=(?:[ \t]*\{%(?:(?!%\}).)*%\}[ \t]*\n)?[ \t]*(?:[-*]|\d+[.)])[ \t])"
)
"""Between paragraphs; an item of a list is one, with the tag that stands before it."""
_RUN_IN = re.compile(r"^\s*(?:[-*]\s+)?\*\*[^*\n]+[.:]\*\*")
"""A heading within its paragraph."""


def laid_out(prose: str) -> Iterator[Finding]:
    """Find where prose is not laid out as it should be.

    Parameters
    ----------
    prose : str
        Markdown with Jinja.

    Yields
    ------
    Finding
        ``long-line``, ``if-in-sentence``, ``many-ifs`` or ``many-sentences``.
    """
    bare = _COMMENT.sub(_kept, prose)
    for number, line in enumerate(bare.split("\n"), start=1):
        if len(line) > LONGEST:
            told = notice("lange-regel", tekens=len(line), hoogste=LONGEST)
            yield LONG_LINE.at(number, told)
        if if_in_sentence(line):
            yield IF_IN_SENTENCE.at(number, notice("keuze-in-zin"))
        if len(sentences_of(line)) > 1:
            yield MANY_SENTENCES.at(number, notice("zinnen-op-regel"))
    for number, paragraph in _paragraphs(bare):
        if sum(tag[1] == "if" for tag in _TAG.finditer(paragraph)) > 1:
            yield MANY_IFS.at(number, notice("keuzes-in-alinea"))


def if_in_sentence(line: str) -> bool:
    """Say whether a line of a template chooses words within a sentence."""
    said = _said(line)
    if any(_IF.search(one[0]) for one in _QUOTE.finditer(line)) and len(_OPENING.sub("", said)) > 1:
        return True
    for tag in _TAG.finditer(line):
        if tag[1] in _CHOICES:
            before = _OPENING.sub("", _said(line[: tag.start()]))
            if before.strip() and not _ENDED.search(before):
                return True
    return False


def sentences_of(line: str) -> list[str]:
    """Cut a line of a template into the sentences that begin on it."""
    said = _said(line)
    if said.lstrip().startswith("|"):
        return [said]
    said = _RUN_IN.sub("", said)
    found, begin = [], 0
    for stop in _STOP.finditer(said):
        if not _SHORT.search(_OPENING.sub("", said[begin : stop.start() + 1])):
            found.append(said[begin : stop.end()].strip())
            begin = stop.end()
    return [one for one in [*found, said[begin:].strip()] if one]


def judgements(prose: str, environment: Environment) -> Iterator[Finding]:
    """Find where a template weighs facts to choose its words.

    Whether something is there may be asked, and what one judgement or flag is. Comparing numbers,
    and joining flags, decides a claim anew beside the one that analysis has decided.

    Parameters
    ----------
    prose : str
        Markdown with Jinja.
    environment : Environment
        The sandbox that renders prose.

    Yields
    ------
    Finding
        ``judgement-in-prose``.
    """
    try:
        template = environment.parse(prose)
    except TemplateSyntaxError:
        return  # reading the template says so
    for node in template.find_all((nodes.If, nodes.CondExpr, nodes.For)):
        tests = [node.test] if node.test is not None else []  # type: ignore[attr-defined]
        for told in dict.fromkeys(one for test in tests for one in _weighs(test)):
            yield JUDGEMENT.at(node.lineno, told)


def _weighs(test: nodes.Node) -> Iterator[Notice]:
    for one in (test, *test.find_all(nodes.Node)):
        if isinstance(one, nodes.Compare) and not _names(one):
            yield notice("weegt-getallen")
        elif isinstance(one, nodes.And | nodes.Or) and not (_asks(one.left) or _asks(one.right)):
            yield notice("weegt-feiten")
        elif isinstance(one, nodes.Filter) and one.name == "vergelijk":
            yield notice("weegt-aandelen")


def _names(compared: nodes.Compare) -> bool:
    """Whether a value is compared with words, a judgement's or a name's, or looked for."""
    return all(
        one.op in ("in", "notin") or (one.op in ("eq", "ne") and _is_words(one.expr))
        for one in compared.ops
    )


def _is_words(node: Any) -> bool:
    if isinstance(node, nodes.List | nodes.Tuple):
        return all(_is_words(one) for one in node.items)
    return isinstance(node, nodes.Const) and isinstance(node.value, str)


def _asks(node: nodes.Node) -> bool:
    """Whether nothing but presence is asked."""
    if isinstance(node, nodes.And | nodes.Or):
        return _asks(node.left) and _asks(node.right)
    if isinstance(node, nodes.Not):
        return _asks(node.node)
    return isinstance(node, nodes.Test) and node.name in ("defined", "undefined")


def _said(line: str) -> str:
    return _TAG.sub("", _QUOTE.sub("▮", line))


def _kept(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Give every paragraph, with the number of its first line."""
    begin, line_of = 0, line_numbers(text)
    for blank in (*_BLANK.finditer(text), None):
        end = blank.start() if blank else len(text)
        if text[begin:end].strip():
            first = begin + len(text[begin:end]) - len(text[begin:end].lstrip("\n"))
            yield line_of(first), text[begin:end]
        begin = blank.end() if blank else end
