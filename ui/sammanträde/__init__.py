"""Sammanträden: the list, the dagordning, and sending the kallelse."""
