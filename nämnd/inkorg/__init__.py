"""Files that come in, one or a whole folder, and become handlingar."""
