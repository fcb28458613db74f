"""The Zalo Bot Platform as a channel: long poll or webhook in, its Bot API out. No library is fit for it."""
