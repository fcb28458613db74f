"""Questions about the account itself and about the people who talk with it."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.clock import VIETNAM

from . import limits
from .calls import Answer, Call
from .reading import fields
from .windows import Standing
from .wire import BrokenRule, JsonObject, Refusal, success
from .world import OA_ID, OA_NAME, World


async def account(world: World, call: Call) -> JsonObject:
    """Who the account is."""
    return success(
        {
            "oaid": OA_ID,
            "name": OA_NAME,
            "is_verified": True,
            "oa_type": 4,
            "package_name": "Growth",
            "num_follower": sum(person.follows for person in world.people.values()),
        }
    )


async def person(world: World, call: Call) -> JsonObject:
    """Who somebody is; only of followers."""
    found = _person(world, call)
    if not found.follows:
        raise Refusal(-213)
    return success(
        {
            "user_id": found.user_id,
            "user_id_by_app": found.by_app,
            "user_external_id": "",
            "display_name": found.name,
            "user_alias": found.name,
            "is_sensitive": False,
            "user_last_interaction_date": _day(found.last_interaction),
            "user_is_follower": True,
            "avatar": "https://s120-ava-talk.zadn.vn/default",
            "avatars": {"120": "https://s120-ava-talk.zadn.vn/default", "240": "https://s240-ava-talk.zadn.vn/default"},
            "tags_and_notes_info": {"notes": [], "tag_names": []},
            "shared_info": {"address": "", "city": "", "district": "", "phone": 0, "name": ""},
        }
    )


async def people(world: World, call: Call) -> JsonObject:
    """Followers, page by page."""
    found = fields(
        call.values, "data", needs=("offset", "count"), may=("tag_name", "last_interaction_period", "is_follower")
    )
    if not 0 <= found["offset"] <= limits.MAX_LIST_OFFSET or not 1 <= found["count"] <= limits.MAX_LISTED:
        raise BrokenRule(-210, f"a page of {found['count']} from {found['offset']}", field="count")
    ids = [{"user_id": each.user_id} for each in world.people.values() if each.follows]
    page = ids[found["offset"] : found["offset"] + found["count"]]
    return success({"total": len(ids), "count": found["count"], "offset": found["offset"], "users": page})


async def quota(world: World, call: Call) -> JsonObject:
    """When somebody was last heard of."""
    last = _person(world, call).last_interaction
    counted = {"remain": 8, "total": 8}
    return success({"last_interaction": str(int((last or 0) * 1000)), "cs_reply": counted, "promotion": counted})


def _person(world: World, call: Call) -> Standing:
    user_id = fields(call.values, "data", needs=("user_id",))["user_id"]
    found = world.people.get(user_id) if isinstance(user_id, str) else None
    if found is None or not found.was_here:
        raise BrokenRule(-201, f"nobody has this id here: {user_id!r}", field="user_id")
    return found


def _day(at: float | None) -> str:
    return f"{datetime.fromtimestamp(at, UTC).astimezone(VIETNAM):%d/%m/%Y}" if at is not None else ""


ROUTES: dict[tuple[str, str], Answer] = {
    ("GET", "/v2.0/oa/getoa"): account,
    ("GET", "/v3.0/oa/user/detail"): person,
    ("GET", "/v3.0/oa/user/getlist"): people,
    ("POST", "/v3.0/oa/quota/message"): quota,
}
