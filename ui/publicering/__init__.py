"""The review before anything is published."""
