"""All beslut, to find them again: by year, ärende and outcome."""
