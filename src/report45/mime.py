"""Names of what an executed chapter carries for publishing, beside what JupyterLab shows."""

CHAPTER = "application/vnd.report45.chapter+json"
"""Which chapter of which study it is, title data, and the study's own texts."""
FACTS = "application/vnd.report45.facts+json"
"""Facts that prose may quote."""
DISPLAY = "application/vnd.report45.display+json"
"""A table, figure, scheme, story or quotation."""
