"""How both groups compare by one characteristic, and by all: the results and their facts."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from report45.analysis.association import ALPHA, IMBALANCE, Tested
from report45.analysis.groups import PerGroup
from report45.analysis.verdicts import completeness
from report45.facts import Count, Fact, Flag, Mean, Number, Share, Test, Text, Verdict
from report45.rounding import round_half_up, whole_percent
from report45.specs import Specs, specs
from report45.study.people import Characteristic

_DIGITS = 2
_NAMES = {"fisher": "exact", "fisher_freeman_halton": "exact"}
ABOVE = Decimal(str(IMBALANCE)) + Decimal("0.5").scaleb(-_DIGITS)
"""The least standardised mean difference that is printed as more than the limit."""


def balance_verdict(smd: float) -> Verdict:
    """Judge how far the groups differ by one characteristic, as its difference is printed.

    Parameters
    ----------
    smd : float
        Standardised mean difference: infinite when the groups have nothing in common, NaN when it
        cannot be computed.

    Returns
    -------
    Verdict
        On the scale ``balans``: ``gelijk``, printed as 0,00 · ``klein_verschil``, printed as at
        most 0,10 (Austin 2009, Stat Med 28:3083) · ``verschilt``, printed as more, or the groups
        have nothing in common · ``niet_te_bepalen``.
    """
    if math.isnan(smd):
        return Verdict("niet_te_bepalen", "balans")
    if math.isinf(smd) or round_half_up(smd, _DIGITS) > Decimal(str(IMBALANCE)):
        return Verdict("verschilt", "balans")
    return Verdict("klein_verschil" if round_half_up(smd, _DIGITS) else "gelijk", "balans")


def beside(experiment: Fact | None, control: Fact | None) -> Verdict:
    """Judge whether two groups are the same, as their numbers are printed.

    Parameters
    ----------
    experiment, control : Share, Mean or None
        The same of both groups; None where it cannot be computed.

    Returns
    -------
    Verdict
        On the scale ``gedrukt``: ``gelijk``, ``verschillend``, or ``onvolledig`` when a group has
        no number.
    """
    printed = [_printed(one) for one in (experiment, control)]
    if None in printed:
        return Verdict("onvolledig", "gedrukt")
    return Verdict("gelijk" if printed[0] == printed[1] else "verschillend", "gedrukt")


def _printed(fact: Fact | None) -> Decimal | None:
    if isinstance(fact, Share) and fact.base:
        return Decimal(whole_percent(fact))
    return round_half_up(fact.value, fact.digits) if isinstance(fact, Mean) else None


def chance_verdict(test: Tested) -> Verdict:
    """Judge whether chance alone makes groups that differ as much as these, over everything.

    Parameters
    ----------
    test : Tested
        Of all characteristics at once.

    Returns
    -------
    Verdict
        On the scale ``balans_geheel``: ``meer_dan_toeval`` when the test is significant at
        ``ALPHA``, ``toeval`` when it is not, ``niet_te_bepalen`` when it could not be done.
    """
    if math.isnan(test.p):
        return Verdict("niet_te_bepalen", "balans_geheel")
    return Verdict("meer_dan_toeval" if test.p < ALPHA else "toeval", "balans_geheel")


@dataclass(frozen=True)
class CategoryCount:
    """How many clients are in one category, or in a combination of categories.

    Parameters
    ----------
    name, label, says : str
        From the configuration; ``says`` is the predicate prose uses.
    count : PerGroup of int
        Clients per group.
    """

    name: str
    label: str
    says: str
    count: PerGroup[int]


@dataclass(frozen=True)
class Summary:
    """The numbers of one group, without the missing ones. NaN where there are none.

    Parameters
    ----------
    n : int
        Clients whose number is known.
    mean, sd, median, low, high : float
        In the characteristic's unit; ``sd`` is the sample standard deviation.
    """

    n: int
    mean: float
    sd: float
    median: float
    low: float
    high: float


@dataclass(frozen=True)
class Numeric:
    """A characteristic that has a mean.

    Parameters
    ----------
    summary : PerGroup of Summary
        Per group.
    test : Tested
        Welch's test of the means.
    smd : float
        Standardised difference of the means.
    """

    summary: PerGroup[Summary]
    test: Tested
    smd: float


@dataclass(frozen=True)
class Comparison:
    """One characteristic in both groups.

    Parameters
    ----------
    declared : Characteristic
        What the configuration says of it.
    n : PerGroup of int
        All clients of the group.
    missing : PerGroup of int
        Clients for whom it is not registered.
    base : PerGroup of int
        What shares are of: all clients or those registered, as the study declares.
    categories, combinations : tuple of CategoryCount
        In the configured order; empty for a number without classes.
    numeric : Numeric or None
        Means and the like, for numbers, ages and durations.
    test : Tested
        Group against category, or of the means where there are no categories. Missing left out.
    smd : float
        Standardised mean difference that belongs to ``test``.
    """

    declared: Characteristic
    n: PerGroup[int]
    missing: PerGroup[int]
    base: PerGroup[int]
    categories: tuple[CategoryCount, ...]
    combinations: tuple[CategoryCount, ...]
    numeric: Numeric | None
    test: Tested
    smd: float

    @property
    def name(self) -> str:
        """The characteristic's name in fact paths."""
        return self.declared.name

    @property
    def balance(self) -> Verdict:
        """How far the groups differ, on the scale ``balans``."""
        return balance_verdict(self.smd)

    @property
    def imbalanced(self) -> bool:
        """Whether the standardised mean difference is printed as more than 0.1."""
        return self.balance.value == "verschilt"

    @property
    def occurring(self) -> int:
        """Categories that somebody is in; 2 for a number without classes."""
        return sum(one.count.total > 0 for one in self.categories) if self.categories else 2

    @property
    def known(self) -> tuple[int, int]:
        """Clients of each group for whom it is registered."""
        return (
            self.n.experiment - self.missing.experiment,
            self.n.control - self.missing.control,
        )

    @property
    def largest(self) -> CategoryCount | None:
        """The category with most clients, the first of equals; None without categories."""
        return max(self.categories, key=lambda one: one.count.total, default=None)

    def share(self, category: CategoryCount) -> PerGroup[Share]:
        """Give a category's share of each group; of nobody where nobody is registered, never 0."""
        unknown = {group for group, n in self.n.items() if self.missing.of(group) == n}
        return PerGroup(
            *(
                Share(count, 0 if group in unknown else self.base.of(group))
                for group, count in category.count.items()
            )
        )

    states: ClassVar[Specs] = specs(
        "kenmerk",
        (Text, "label titel"),
        (Count, "n.<groep> alle.<groep> geregistreerd.<groep>"),
        (Share, "niet_geregistreerd.<groep> <categorie>.<groep>"),
        (Text, "<categorie>.label <categorie>.zin"),
        (Verdict, "volledigheid volledigheid.<groep>", "volledigheid"),
        (Verdict, "noemer", "noemer"),
        (Verdict, "balans", "balans"),
        (Flag, "onevenwichtig numeriek klassen"),
        (Test, "toets gemiddelde.toets"),
        (Number, "smd gemiddelde.smd"),
        (Mean, "gemiddelde.<groep>", "<eenheid>"),
        (Text, "gemiddelde.zin"),
        (Number, "mediaan.<groep> laagste.<groep> hoogste.<groep>", "<eenheid>"),
        (Share, "grootste.<groep>"),
        (Text, "grootste.label grootste.zin grootste.naam kop.label kop.zin"),
        (Share | Mean, "kop.<groep>", "<eenheid>"),
        (Flag, "kop.is_gemiddelde"),
        (Verdict, "kop.groepen", "gedrukt"),
        (Share, "kop.geregistreerd"),
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts, as far as they can be computed.

        What heads the characteristic, ``kop``, is one of the categories or the mean.
        """
        written: dict[str, Fact] = {
            "label": Text(self.declared.label),
            "titel": Text(self.declared.title),
            "numeriek": Flag(self.numeric is not None),
            "klassen": Flag(bool(self.categories)),
            "toets": self.test.fact(),
            "onevenwichtig": Flag(self.imbalanced),
            "balans": self.balance,
            "volledigheid": completeness(self.missing.total, self.n.total),
            "noemer": self._denominator,
        }
        if math.isfinite(self.smd):
            written["smd"] = Number(self.smd, digits=_DIGITS)
        for group, n in self.n.items():
            missing = self.missing.of(group)
            written[f"n.{group}"] = Count(self.base.of(group))
            written[f"alle.{group}"] = Count(n)
            written[f"geregistreerd.{group}"] = Count(n - missing)
            written[f"niet_geregistreerd.{group}"] = Share(missing, n)
            written[f"volledigheid.{group}"] = completeness(missing, n)
        for category in (*self.categories, *self.combinations):
            written.update(self._category_facts(category.name, category))
        if self.largest is not None:
            written.update(self._category_facts("grootste", self.largest))
            written["grootste.naam"] = Text(self.largest.name)
        written.update(self._numeric_facts())
        written.update(self._heading_facts(written))
        return written

    @property
    def _denominator(self) -> Verdict:
        everyone = bool(self.categories) and self.base == self.n
        return Verdict("alle" if everyone else "geregistreerd", "noemer")

    def _category_facts(self, path: str, category: CategoryCount) -> Iterator[tuple[str, Fact]]:
        for group, share in self.share(category).items():
            yield f"{path}.{group}", share
        yield f"{path}.label", Text(category.label)
        yield f"{path}.zin", Text(category.says)

    def _numeric_facts(self) -> Iterator[tuple[str, Fact]]:
        if self.numeric is None:
            return
        unit, digits = self.declared.unit, self.declared.digits
        for group, found in self.numeric.summary.items():
            if not found.n:
                continue
            sd = None if math.isnan(found.sd) else found.sd
            yield f"gemiddelde.{group}", Mean(found.mean, found.n, sd, unit, digits)
            for name, value in (
                ("mediaan", found.median),
                ("laagste", found.low),
                ("hoogste", found.high),
            ):
                yield f"{name}.{group}", Number(value, unit, digits)
        yield "gemiddelde.zin", Text(self.declared.mean_says)
        yield "gemiddelde.toets", self.numeric.test.fact()
        if math.isfinite(self.numeric.smd):
            yield "gemiddelde.smd", Number(self.numeric.smd, digits=_DIGITS)

    def _heading_facts(self, written: dict[str, Fact]) -> Iterator[tuple[str, Fact]]:
        source = self.declared.heading or ("grootste" if self.categories else "mean")
        path = "gemiddelde" if source == "mean" else source
        for part in ("experiment", "control", "totaal", "label", "zin"):
            if f"{path}.{part}" in written:
                yield f"kop.{part}", written[f"{path}.{part}"]
        if path == "gemiddelde":
            yield "kop.label", Text(self.declared.label)
        elif isinstance(share := written.get(f"{path}.totaal"), Share):
            yield "kop.geregistreerd", Share(share.count, sum(self.known))
        yield "kop.is_gemiddelde", Flag(path == "gemiddelde")
        yield (
            "kop.groepen",
            beside(written.get(f"{path}.experiment"), written.get(f"{path}.control")),
        )


@dataclass(frozen=True)
class Balance:
    """All characteristics together: a glance at what the allocation gave.

    Parameters
    ----------
    comparisons : tuple of Comparison
        In the configured order.
    test : Tested
        Of all characteristics at once.
    expected : float
        How many characteristics chance alone makes differ more than the limit, on average.
    """

    comparisons: tuple[Comparison, ...]
    test: Tested
    expected: float

    @property
    def imbalanced(self) -> tuple[Comparison, ...]:
        """Characteristics whose standardised mean difference is printed as more than 0.1."""
        return tuple(one for one in self.comparisons if one.imbalanced)

    @property
    def measured(self) -> tuple[Comparison, ...]:
        """Characteristics with a standardised mean difference that can be drawn."""
        return tuple(one for one in self.comparisons if math.isfinite(one.smd))

    @property
    def numeric(self) -> tuple[Comparison, ...]:
        """Characteristics that are numbers, and known for somebody."""
        return tuple(
            one
            for one in self.comparisons
            if one.numeric is not None and one.numeric.summary.total.n
        )

    @property
    def significant(self) -> tuple[Comparison, ...]:
        """Characteristics whose test is significant at 5 percent."""
        return tuple(one for one in self.comparisons if one.test.fact().significant)

    @property
    def tested(self) -> tuple[Comparison, ...]:
        """Characteristics that could be tested."""
        return tuple(one for one in self.comparisons if not math.isnan(one.test.p))

    states: ClassVar[Specs] = specs(
        "balans",
        (Count, "aantal aantal_onevenwichtig aantal_significant aantal_getoetst"),
        (Count, "gebruikt.<toets>"),
        (Verdict, "getoetst", "volledigheid"),
        (Verdict, "oordeel", "balans_geheel"),
        (Flag, "onevenwichtig significant <kenmerk>.onevenwichtig"),
        (Test, "geheel <kenmerk>.toets"),
        (Number, "verwacht_onevenwichtig grens <kenmerk>.smd"),
        (Number, "alfa", "procent"),
        (Text, "<kenmerk>.label"),
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts."""
        written: dict[str, Fact] = {
            "aantal": Count(len(self.comparisons)),
            "aantal_onevenwichtig": Count(len(self.imbalanced)),
            "aantal_significant": Count(len(self.significant)),
            "onevenwichtig": Flag(bool(self.imbalanced)),
            "significant": Flag(bool(self.significant)),
            "aantal_getoetst": Count(len(self.tested)),
            "getoetst": completeness(
                len(self.comparisons) - len(self.tested), len(self.comparisons)
            ),
            "oordeel": chance_verdict(self.test),
            "geheel": self.test.fact(),
            "verwacht_onevenwichtig": Number(self.expected, digits=1),
            "grens": Number(IMBALANCE, digits=1),
            "alfa": Number(100 * ALPHA, "procent"),
        }
        for name, count in self._used().items():
            written[f"gebruikt.{name}"] = Count(count)
        for one in self.comparisons:
            own = one.facts()
            for part in ("label", "smd", "toets", "onevenwichtig"):
                if part in own:
                    written[f"{one.name}.{part}"] = own[part]
        return written

    def _used(self) -> dict[str, int]:
        """Count by which test the characteristics were compared."""
        used = dict.fromkeys(("chi2", "exact", "welch", "benaderd"), 0)
        for one in self.tested:
            used[_NAMES.get(one.test.method, one.test.method)] += 1
            used["benaderd"] += one.test.sparse
        return used
