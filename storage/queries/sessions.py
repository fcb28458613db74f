"""Where each person is in the conversation, as plain JSON that only the conversation understands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from bot.domain.people import PersonId
from storage.dialects.upsert import insert
from storage.queries.base import Queries
from storage.tables import sessions

_GET = select(sessions.c.state).where(sessions.c.person == bindparam("person"))
_insert = insert(sessions)
_PUT = _insert.on_conflict_do_update(
    index_elements=[sessions.c.person],
    set_={"state": _insert.excluded.state, "updated_at": _insert.excluded.updated_at},
)


class Sessions(Queries):
    """One row per person: a conversation follows the person, not the channel."""

    __slots__ = ()

    def get(self, person: PersonId) -> dict[str, Any]:
        """The state, empty if there is none yet."""
        state = self._connection.execute(_GET, {"person": person}).scalar_one_or_none()
        return {} if state is None else dict(state)

    def put(self, person: PersonId, state: Mapping[str, Any], at: datetime) -> None:
        """Replace the state."""
        self._connection.execute(_PUT, {"person": person, "state": dict(state), "updated_at": at})
