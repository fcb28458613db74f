"""Tests of the database and the files, on SQLite and PostgreSQL."""
