"""People who do anything at all, on every channel as it is: whatever comes of it is a screen with a way out."""
