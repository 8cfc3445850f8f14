"""The meeting day and its protokoll, in one page."""
