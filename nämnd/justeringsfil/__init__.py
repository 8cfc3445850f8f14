"""The two files that pass between secretary and chair: `….justering` and `….svar`. No database.

A package is a zip: `manifest.json`, `protokoll.pdf`, `innehall.json`, `sigill.json`. One under
sekretess is a zip with `kryptering.json` and `paket.bin`, which is the first, encrypted. An answer
is one JSON object, or a zip with `kryptering.json` and `svar.bin`. Both are foreign when they are
read: nothing in them is trusted for a name, a size or a path.

Each can be written in one way only (`canonical`, `strict_zip`). What is read is written again and
compared, so that no byte of it can be another without being noticed.
"""
