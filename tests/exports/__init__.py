"""Tests of what the officer downloads."""
