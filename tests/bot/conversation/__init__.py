"""Tests of the durable turn."""
