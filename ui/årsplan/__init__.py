"""The year: its page, and the planning of the next one."""
