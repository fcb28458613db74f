"""The Telegram simulator is checked against two client libraries and against the limits table."""
