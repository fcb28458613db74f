"""Tests of the shipped forms, walked as people walk them."""
