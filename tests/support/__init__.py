"""What the tests stand on: the cast, the simulators of the channels, and ways to talk to the bot."""
