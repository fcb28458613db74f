"""The database and the attachment files: the only package that knows SQL, whichever database it is."""
