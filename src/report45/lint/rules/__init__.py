"""The rules by which prose is held against the facts: one a module, each with its code.

A rule speaks up only where it is sure which fact a sentence is about. What contradicts that fact
is an error, what only repeats it a warning, and what is in doubt is left alone. A rule proposes a
quotation only of a fact with the same subject, the same group and the same unit.
"""

from report45.lint.rules import change, dates, direction, quantities, quotes, significance
from report45.lint.rules.knowledge import Knowledge, Read

__all__ = ["RULES", "Knowledge", "Read"]

RULES = (
    *(quantities.check, quotes.check, direction.check),
    *(significance.check, change.check, dates.check),
)
"""Each takes a sentence as it is read and what is known, and yields what it found."""
