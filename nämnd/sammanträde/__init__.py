"""The sammanträde: when and where, its dagordning, and what has gone out."""
