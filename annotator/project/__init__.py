"""The door: every change to a project goes through here."""
