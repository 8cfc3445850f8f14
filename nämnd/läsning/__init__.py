"""Text, pages and structure read out of foreign files. Files are data: nothing in them is run."""
