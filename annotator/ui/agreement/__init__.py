"""The agreement screen: how far annotators agree, with what was counted and what was left out."""
