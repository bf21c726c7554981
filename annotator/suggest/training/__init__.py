"""Training the bundled model from open corpora: `python -m annotator.suggest.training FOLDER --out DIR`. Not needed at run time."""
