"""The queries, one module per aggregate; a table is written only by the module of its aggregate."""
