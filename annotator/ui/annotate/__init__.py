"""The annotate screen: what is in hand, what can be done to it, and how it is shown."""
