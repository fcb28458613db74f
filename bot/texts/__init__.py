"""Everything that people read, in Vietnamese, one module per subject."""
