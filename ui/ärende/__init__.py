"""The diarium, and an ärende's own page."""
