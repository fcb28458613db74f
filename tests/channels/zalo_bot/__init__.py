"""Tests of the channel of the Zalo Bot Platform, against the strict simulator."""
