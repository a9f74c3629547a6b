"""Checks that everything adds up, so that what does not is told and never hidden.

All findings follow from the study's own tables and declarations. The checks, by subject:

:mod:`~report45.analysis.checks_tables` characteristics and their classes ·
:mod:`~report45.analysis.checks_design` selection, allocation, assumptions, cases ·
:mod:`~report45.analysis.checks_flow` routes, benefit endings, crossovers ·
:mod:`~report45.analysis.checks_outcomes` outcomes and differences ·
:mod:`~report45.analysis.checks_statements` earlier publications against the facts.
"""

from __future__ import annotations

from collections.abc import Callable

from report45.analysis.checks_design import design_findings
from report45.analysis.checks_flow import flow_findings
from report45.analysis.checks_outcomes import outcome_findings
from report45.analysis.checks_statements import statement_findings
from report45.analysis.checks_tables import table_findings
from report45.analysis.findings import Consistency, Discrepancy
from report45.facts import Facts
from report45.study.load import Study


def consistency(study: Study, facts: Callable[[], Facts]) -> Consistency:
    """Run every check the study has the tables for.

    Parameters
    ----------
    study : Study
        The study.
    facts : callable
        Gives every other fact of the study by full path; asked for when the study declares what
        earlier publications state.

    Returns
    -------
    Consistency
    """
    findings: list[Discrepancy] = [
        *design_findings(study),
        *table_findings(study),
        *flow_findings(study),
        *outcome_findings(study),
        *statement_findings(study.config.statements, facts),
    ]
    findings.sort(key=lambda one: one.kind != "error")
    config = study.config
    return Consistency(tuple(findings), len(config.outcomes), len(config.statements))
