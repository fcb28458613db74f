"""Tests of the use cases and their permissions."""
