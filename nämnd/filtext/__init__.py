"""The words in any file, and what is to be warned of in it. Nothing in it is run."""
