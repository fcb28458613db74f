"""Adapters to the apps that people chat in; each folder is one vendor and a stranger to the others."""
