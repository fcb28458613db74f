"""The product's table of contents: one module per menu entry, listed here in menu order."""
