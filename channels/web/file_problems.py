"""How trouble with a file's link is answered: always a small page, which says what to do next."""

from __future__ import annotations

from http import HTTPStatus

import aiohttp_jinja2
from aiohttp import web
from aiohttp.typedefs import Handler

from bot.domain.errors import Invalid, Missing, Refused
from bot.texts import open_files as say

_STATUS = {
    "not_whole": HTTPStatus.NOT_FOUND,
    "expired": HTTPStatus.GONE,
    "used_up": HTTPStatus.GONE,
    "locked": HTTPStatus.FORBIDDEN,
    "too_fast": HTTPStatus.TOO_MANY_REQUESTS,
}


@web.middleware
async def tell_file_problems(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn refusals into pages; the same one for every link that is not ours, whatever is wrong with it."""
    try:
        return await handler(request)
    except (Invalid, Missing, Refused) as problem:
        if problem.code not in _STATUS:
            raise
        sentence = say.PROBLEMS[problem.code].format_map(problem.params)
        response = _page(request, sentence, _STATUS[problem.code])
        if "seconds" in problem.params:
            response.headers["Retry-After"] = str(problem.params["seconds"])
        return response
    except web.HTTPNotFound:
        return _page(request, say.PROBLEMS["not_whole"], HTTPStatus.NOT_FOUND)


def _page(request: web.Request, sentence: str, status: HTTPStatus) -> web.Response:
    context = {"say": say, "sentence": sentence}
    return aiohttp_jinja2.render_template("file_sorry.html", request, context, status=status)
