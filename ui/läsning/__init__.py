"""Reading a dagordning or an exchange file in, and reviewing what was found."""
