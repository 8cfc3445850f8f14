"""What may be published of a sammanträde: the review, and what in a text points at private persons."""
