"""Telegram as a channel: long poll or webhook in, the Bot API out. The only folder that knows aiogram.

Nothing is imported here: what needs a vendor only for a link does not pay for loading its library.
"""
