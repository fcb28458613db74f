"""The web chat: a page for phones, fed from the log of the chat, that loses no line in either direction."""
