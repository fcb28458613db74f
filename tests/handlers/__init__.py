"""Tests of the menu entries."""
