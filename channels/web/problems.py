"""How trouble is answered: the scripts get a code and a sentence as JSON, a person who follows a link gets a page."""

from __future__ import annotations

import uuid
from http import HTTPStatus

import aiohttp_jinja2
import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from bot.domain.errors import BotError, Invalid, Missing, Refused
from bot.texts import web as say

_STATUS = {
    "file_too_big": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "too_many_files": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "body_too_big": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "other_account": HTTPStatus.CONFLICT,
    "link_expired": HTTPStatus.GONE,
    "bad_invitation": HTTPStatus.NOT_FOUND,
    "no_page": HTTPStatus.NOT_FOUND,
    "no_file": HTTPStatus.NOT_FOUND,
    "starting": HTTPStatus.SERVICE_UNAVAILABLE,
    "no_account": HTTPStatus.FORBIDDEN,
    "foreign_origin": HTTPStatus.FORBIDDEN,
    "failed": HTTPStatus.INTERNAL_SERVER_ERROR,
}
"""All others are 400. The page sends a line again after 5xx, and shows the sentence after 4xx."""

log = structlog.get_logger()


@web.middleware
async def tell_problems(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn the errors of the web chat into answers; those of other parts are not ours to explain."""
    try:
        return await handler(request)
    except (Invalid, Missing, Refused) as problem:
        if problem.code not in say.PROBLEMS:
            raise
        return _answer(request, problem)
    except BotError:  # a file is missing or damaged, the database away
        code = uuid.uuid4().hex[:8]
        log.exception("page failed", code=code)
        return _answer(request, Invalid("failed", code=code))
    except web.HTTPRequestEntityTooLarge:
        return _answer(request, Invalid("body_too_big"))
    except (web.HTTPNotFound, web.HTTPMethodNotAllowed):
        return _answer(request, Missing("no_page"))


def _answer(request: web.Request, problem: BotError) -> web.StreamResponse:
    sentence = say.PROBLEMS[problem.code].format_map(problem.params)
    status = _STATUS.get(problem.code, HTTPStatus.BAD_REQUEST)
    if "text/html" in request.headers.get("Accept", ""):
        context = {"say": say, "sentence": sentence}
        return aiohttp_jinja2.render_template("sorry.html", request, context, status=status)
    return web.json_response({"problem": problem.code, "sentence": sentence}, status=status)
