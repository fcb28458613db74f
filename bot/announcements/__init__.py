"""Telling many people: how it looks, who gets it next, how fast, and what a channel's answer means for the ledger."""
