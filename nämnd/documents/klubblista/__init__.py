"""The klubblista: what the ordförande says and asks, punkt by punkt, to have on the table.

    script      the questions of a §, with answers and what is said then
    standing    the same for standing punkter that have no förslag
    reminders   what to keep in mind, before and during the sammanträde

Source: PRACTICE.md section 5 (the week before): the chair's manus.
"""

from nämnd.documents.klubblista.build import build_klubblista

__all__ = ["build_klubblista"]
