"""Files in, values out; values in, files out. Losses are reported, never swallowed."""
