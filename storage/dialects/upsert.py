"""INSERT ... ON CONFLICT, which both databases spell alike though SQL has no standard for it.

SQLAlchemy has the construct once per dialect. SQLite's compiler renders PostgreSQL's one correctly, so one statement
serves both; every query that uses it is tested on both.
"""

from sqlalchemy.dialects.postgresql import insert

__all__ = ["insert"]
