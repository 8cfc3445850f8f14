"""The chair's window: reads a package and answers it. No database, no network."""
