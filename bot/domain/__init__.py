"""The institution as frozen dataclasses and pure rules; standard library only, so that every layer may speak it."""
