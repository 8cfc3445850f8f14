"""An ärende's way: what has happened in it, what waits for a dagordning, how it gets there."""
