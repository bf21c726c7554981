"""Where suggestions come from: rules and lists, memory, patterns of a file, spaCy pipelines. Importing it does not import spaCy."""
