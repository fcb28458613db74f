"""Tests of files behind links."""
