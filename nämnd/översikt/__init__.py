"""What a secretary sees first: the next sammanträde and what to do about it."""
