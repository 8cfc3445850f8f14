"""Who is there: the pane of the meeting day, the roll call, frånvaro and who is asked instead."""
