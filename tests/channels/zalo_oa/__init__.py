"""Tests of the channel of an Official Account, against the strict simulator."""
