"""The archive folder of a sammanträde: made whole or not at all, and checked again later."""
