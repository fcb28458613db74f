"""Tests of the Telegram channel, against the strict simulator."""
