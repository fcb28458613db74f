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
_TAKE = _GET.with_for_update()
_insert = insert(sessions)
_BEGIN = _insert.on_conflict_do_nothing()
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

    def take(self, person: PersonId, at: datetime) -> dict[str, Any]:
        """The state; the person is kept from other processes until the transaction ends."""
        found = self._connection.execute(_TAKE, {"person": person})
        if not found:
            # There must be a row to be locked; whoever was a moment faster has put the same one there.
            self._connection.execute(_BEGIN, {"person": person, "state": {}, "updated_at": at})
            found = self._connection.execute(_TAKE, {"person": person})
        return dict(found.scalar_one())

    def put(self, person: PersonId, state: Mapping[str, Any], at: datetime) -> None:
        """Replace the state."""
        self._connection.execute(_PUT, {"person": person, "state": dict(state), "updated_at": at})
