"""Values and rules. Imports nothing of ours, and of others only `regex`."""
