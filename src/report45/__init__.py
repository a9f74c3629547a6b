"""Interim reports on programme evaluations that cannot disagree with their data.

.. include:: ../../docs/architecture.md
"""

__version__ = "0.1.0"
