"""The pages that a person opens: the chat, and the door of an invitation link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import aiohttp_jinja2
from aiohttp import web

from bot.domain.errors import Invalid
from bot.texts import web as say
from channels.web import limits
from channels.web.accounts import JOIN_COOKIE, Accounts, new_secret
from channels.web.desk import Desk
from channels.web.inbound import invitation_line

_TOKEN = re.compile(r"[\w-]{8,128}", re.ASCII)


class Pages:
    """Serves the chat and lets people in."""

    def __init__(self, accounts: Accounts, desk: Desk) -> None:
        self._accounts = accounts
        self._desk = desk

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """Where they are, below /chat."""
        return (
            web.get("/", self.chat),
            web.get("/join/{token}", self.door),
            web.post("/join/{token}", self.enter),
        )

    async def chat(self, request: web.Request) -> web.StreamResponse:
        """The chat; a browser that comes for the first time gets an account, and the conversation asks who it is."""
        secret = self._accounts.secret(request) or new_secret()
        page = {
            "chat": self._accounts.address(secret).chat,
            "say": say.PAGE,
            "limits": {
                "text": limits.MAX_TEXT,
                "file": limits.MAX_FILE,
                "files": limits.MAX_FILES,
                "silence": limits.RECHECK_SECONDS,
            },
        }
        response = _page("chat.html", request, page=page)
        self._accounts.remember(request, response, secret)
        return response

    async def door(self, request: web.Request) -> web.StreamResponse:
        """A button and nothing else happens: previews of the link must not use the token up.

        The account that the button will make is fixed here, in a cookie of this link alone. So a second press, and the
        link opened again next month, lead to the same account and not to a used token.
        """
        path = _door_path(request)
        secret = self._accounts.secret(request, JOIN_COOKIE) or new_secret()
        response = _page("join.html", request, path=path)
        self._accounts.remember(request, response, secret, joined_by=path)
        return response

    async def enter(self, request: web.Request) -> web.StreamResponse:
        """The button was pressed: hand the invitation in, and only then open the chat."""
        self._accounts.check_origin(request)
        path = _door_path(request)
        secret = self._accounts.secret(request, JOIN_COOKIE) or new_secret()
        address = self._accounts.address(secret)
        await self._desk.take(address, invitation_line(address, request.match_info["token"]))
        response = web.Response(status=303, headers={"Location": "/chat/"})
        self._accounts.remember(request, response, secret, joined_by=path)
        self._accounts.remember(request, response, secret)
        return response


def _door_path(request: web.Request) -> str:
    token = request.match_info["token"]
    if not _TOKEN.fullmatch(token):
        raise Invalid("bad_invitation")
    return f"/chat/join/{token}"


def _page(template: str, request: web.Request, **context: Any) -> web.Response:
    return aiohttp_jinja2.render_template(template, request, {"say": say, **context})
