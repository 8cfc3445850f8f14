"""The public version of a sammanträde: nothing of what is masked or withheld is in its files.

reviewing   what there is to review, with its text
planning    what becomes public, and what is masked in it
letters     the letters of a foreign page and where they stand
rebuilding  foreign pages drawn anew without what is masked
copying     a foreign file as it may be published
hidden      what a file says where nobody reads
checking    the finished file once more: is anything left?
making      the public files, all of them or none
"""
