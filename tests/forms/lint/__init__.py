"""The gate: one bad form per check, bad files, and ODK Validate as a second opinion."""
