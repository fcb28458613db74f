"""Tests of the institution's rules."""
