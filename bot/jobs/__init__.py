"""Work that no person waits for: one file per job."""
