"""The year: what happens when, and the planning of the next one."""
