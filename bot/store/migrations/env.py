"""Runs the steps on the connection that `bot.store.migrate` has opened, inside the transaction that it has begun."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
