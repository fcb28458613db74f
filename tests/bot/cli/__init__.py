"""Tests of the commands, run as an operator types them."""
