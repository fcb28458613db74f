"""What was acknowledged is on disk: the database with its queries, and the files beside it; all SQL lives here."""
