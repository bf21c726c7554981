"""The command: shows and asks."""
