"""Justering of sets of §§: who is asked, what they answer, what is locked, what is put right."""
