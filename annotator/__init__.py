"""Annotator: label entities in text, offline, from the keyboard."""

__version__ = "0.1.0"
