"""Interim reports on programme evaluations that cannot disagree with their data."""

__version__ = "0.1.0"
