"""Uploads, which a message then names."""

from __future__ import annotations

from .calls import Answer, Call
from .wire import BrokenRule, JsonObject, success
from .world import World


async def upload(world: World, call: Call) -> JsonObject:
    """A picture or a moving one: an attachment_id. A file: a token."""
    if call.upload is None:
        raise BrokenRule(-201, "an upload without a file", field="file")
    kind = call.path.rpartition("/")[2]
    id = world.assets.keep(kind, call.upload, code=world.options.bad_upload)
    return success({"token" if kind == "file" else "attachment_id": id})


ROUTES: dict[tuple[str, str], Answer] = {
    ("POST", f"/v2.0/oa/upload/{kind}"): upload for kind in ("image", "gif", "file")
}
