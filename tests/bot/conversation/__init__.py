"""Tests of the conversation's parts that stories do not reach."""
