"""The durable turn: one person's next message in, one transaction, replies out; knows no channel and no form."""
