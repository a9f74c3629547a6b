"""What the rules know of a study: its facts by subject, and what a sentence is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from report45.facts import Facts, Test, Verdict
from report45.lint.figures import Figure, figures
from report45.lint.lexicon import ELSEWHERE, POLICY
from report45.lint.numbers import Typed
from report45.lint.prose import Sentence
from report45.lint.subjects import Mention, Subjects


@dataclass(frozen=True)
class Read:
    """A sentence as a rule reads it.

    Parameters
    ----------
    sentence : Sentence
    typed : sequence of Typed
        The numbers that were typed in it.
    chapter : str
        The chapter it stands in; empty where it stands in none.
    """

    sentence: Sentence
    typed: Sequence[Typed]
    chapter: str


class Knowledge:
    """The facts of a study as the rules look them up.

    Parameters
    ----------
    facts : mapping of str to Fact
        By full path.
    groups : mapping of str to str
        ``experiment`` and ``control`` to what the study calls them.
    person, persons : str
        What it calls the people it is about.
    currency : str
        In which it counts money.
    """

    def __init__(
        self, facts: Facts, groups: Mapping[str, str], person: str, persons: str, currency: str
    ) -> None:
        self.facts = facts
        self.subjects = Subjects(facts, groups, person, persons)
        self.figures = figures(facts, self.subjects, persons, currency)
        self._of: dict[str, list[Figure]] = defaultdict(list)
        for one in self.figures:
            self._of[one.subject].append(one)

    def of(self, subject: str) -> Sequence[Figure]:
        """Give the numbers that stand under a subject."""
        return self._of[subject]

    def at(self, path: str) -> Figure | None:
        """Give the number of a fact, in percent for a share; None for a fact without."""
        return next((one for one in self.figures if one.path == path), None)

    def is_elsewhere(self, text: str) -> bool:
        """Whether a sentence is about something that is not the study's own."""
        if any(self.subjects.groups_in(text)):
            return False
        return bool(ELSEWHERE.search(text))

    def is_policy(self, text: str) -> bool:
        """Whether a sentence is about rules and money of government."""
        return not any(self.subjects.groups_in(text)) and bool(POLICY.search(text))

    def verdict(self, subject: str) -> str:
        """Give the verdict on an outcome; empty where the subject is none."""
        name = subject.rpartition(".")[2]
        for path in (f"resultaten.effect.{name}.oordeel", f"{subject}.oordeel"):
            fact = self.facts.get(path)
            if isinstance(fact, Verdict) and fact.scale == "effect":
                return fact.value
        return ""

    def tests(self, subject: str) -> dict[str, bool]:
        """Give the tests of the difference between the groups on a subject: path, significant.

        A category is tested with its characteristic.
        """
        for above in (subject, subject.rpartition(".")[0]):
            paths = (f"{above}.toets", f"{above}.gemiddelde.toets")
            found = {path: self.facts[path] for path in paths if path in self.facts}
            tested = {path: one.significant for path, one in found.items() if isinstance(one, Test)}
            if tested:
                return tested
        return {}


def clusters(mentions: Sequence[Mention]) -> int:
    """How many different things are named: two that share no word are about different ones."""
    groups: list[set[str]] = []
    for one in mentions:
        if one.words:
            near = [group for group in groups if group & one.words]
            merged = set(one.words).union(*near)
            groups = [group for group in groups if group not in near] + [merged]
    return len(groups) + any(not one.words for one in mentions)
