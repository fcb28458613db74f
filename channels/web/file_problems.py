"""How trouble with a file's link is answered: always a small page, which says what to do next."""

from __future__ import annotations

import uuid
from http import HTTPStatus

import aiohttp_jinja2
import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from bot.domain.errors import BotError
from bot.texts import open_files as say

_STATUS = {
    "not_whole": HTTPStatus.NOT_FOUND,
    "expired": HTTPStatus.GONE,
    "used_up": HTTPStatus.GONE,
    "locked": HTTPStatus.FORBIDDEN,
    "too_fast": HTTPStatus.TOO_MANY_REQUESTS,
}

log = structlog.get_logger()


@web.middleware
async def tell_file_problems(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn refusals into pages; the same one for every link that is not ours, whatever is wrong with it."""
    try:
        return await handler(request)
    except BotError as problem:  # a refusal; or the file is missing or damaged, the database away
        return _explained(request, problem) if problem.code in _STATUS else _failed(request)
    except web.HTTPNotFound:
        return _page(request, say.PROBLEMS["not_whole"], HTTPStatus.NOT_FOUND)


def _explained(request: web.Request, problem: BotError) -> web.Response:
    sentence = say.PROBLEMS[problem.code].format_map(problem.params)
    response = _page(request, sentence, _STATUS[problem.code])
    if "seconds" in problem.params:
        response.headers["Retry-After"] = str(problem.params["seconds"])
    return response


def _failed(request: web.Request) -> web.Response:
    """Called while the failure is at hand. What is signed in the address stays out of the log."""
    code = uuid.uuid4().hex[:8]
    number = request.match_info.get("link", "").partition("-")[0]
    log.exception("file not opened", code=code, file_link=number)
    return _page(request, say.PROBLEMS["failed"].format(code=code), HTTPStatus.INTERNAL_SERVER_ERROR)


def _page(request: web.Request, sentence: str, status: HTTPStatus) -> web.Response:
    context = {"say": say, "sentence": sentence}
    return aiohttp_jinja2.render_template("file_sorry.html", request, context, status=status)
