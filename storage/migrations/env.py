"""Where Alembic begins: on the connection that storage.migrations hands over, in that connection's transaction."""

from alembic import context

from storage.tables import metadata

# Batch mode lets a later migration change a column on SQLite, which can only copy the table.
context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
