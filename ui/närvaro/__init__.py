"""Who is there: the pane of the meeting day, the roll call, absence and who is asked instead."""
