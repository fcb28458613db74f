"""The same form in two plain bots of the usual libraries, as their own documentation would have them written."""
