"""Who proposes spans: memory, patterns, spaCy pipelines. spaCy is imported inside functions only."""
