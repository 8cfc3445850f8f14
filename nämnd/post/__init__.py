"""Saved mail (.eml, .msg) read into its parts. Nothing in it is run or fetched."""
