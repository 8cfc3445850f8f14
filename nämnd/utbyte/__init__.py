"""One JSON file that holds what the program knows of a nämnd, or of one sammanträde.

`objects` is the format itself: the classes that read the file, write it and make its schema.
`export` writes a file; `preparing` and `commands` read one. Nothing is imported here: the sentences
of the errors are needed by programs that never see a file.
"""
