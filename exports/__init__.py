"""What the ward officer downloads: the workbook and its sheets."""
