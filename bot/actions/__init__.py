"""Use cases, each with the permission that it asks for; the only callers of storage."""
