"""What may be published of a sammanträde, and what in a text points at private persons."""
