"""Checks of the repository itself: layers, sizes, texts, registries, documents."""
