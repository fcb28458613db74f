"""Tests of bot/announcements."""
