"""The window (PySide6): shows and asks."""
