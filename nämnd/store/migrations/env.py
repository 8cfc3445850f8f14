"""Alembic's entry: the connection and its transaction come from nämnd.store.schema."""

from alembic import context

from nämnd.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transaction_per_migration=False,
    render_as_batch=True,
)
context.run_migrations()
