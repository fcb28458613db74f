"""Files behind signed links of limited life, for channels that cannot carry them (docs/decisions/0010).

What concerns nobody is there for whoever has the link, as often as you like: some vendors fetch before the person does.
Everything else asks for the code that only the chat shows.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import aiohttp_jinja2
import jinja2
from aiohttp import web

from bot.clock import Clock, local
from bot.conversation.channel import FileLink, ReadFile
from bot.domain.codes import code_within
from bot.domain.errors import Invalid, Missing, Refused
from bot.messages import Address, Attachment, AttachmentKind
from bot.texts import dates
from bot.texts import open_files as say
from channels.web.file_keys import FileKeys
from channels.web.file_ledger import MOST_WRONG, OPEN_FOR, Fetch, FileLedger, LinkedFile
from channels.web.file_problems import tell_file_problems
from channels.web.served_file import ending_of, served
from channels.web.turnstile import Turnstile, client_of, shortened

PATH = "/files"
PUBLIC_LIFE = timedelta(days=14)
"""An announcement is opened days later, too."""
PRIVATE_LIFE = timedelta(days=7)
PER_CLIENT = 300
"""Requests in a minute from one address: a vendor's server fetches the pictures of fifty people, each of them twice."""
PER_LINK = 60
"""Requests in a minute for one link: a film is fetched in parts."""
CACHE = "private, no-store"
SECURITY_HEADERS = {
    "Cache-Control": CACHE,
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    # The address of a page is its key: it must not travel on with a click.
    "Referrer-Policy": "no-referrer",
}
NAME_IN_ADDRESS = "tep"
"""What the file is called in its address, with its ending: its real name may be somebody's."""

_TEMPLATES = Path(__file__).parent / "templates"


class OpenFiles:
    """Makes the links (it is the LinkFile of a channel), and follows them."""

    def __init__(
        self, *, secret_key: bytes, public_url: str, clock: Clock, read_file: ReadFile, ledger: FileLedger
    ) -> None:
        self._keys = FileKeys(secret_key)
        self._public_url = public_url.rstrip("/")
        self._clock = clock
        self._read_file = read_file
        self._ledger = ledger
        self._clients = Turnstile(PER_CLIENT, clock)
        self._links = Turnstile(PER_LINK, clock)

    def mount(self, app: web.Application) -> None:
        """Add the pages and the files to the server."""
        files = web.Application(middlewares=[tell_file_problems])
        aiohttp_jinja2.setup(files, loader=jinja2.FileSystemLoader(_TEMPLATES), autoescape=True)
        files.on_response_prepare.append(_guard)
        files.add_routes(
            [
                web.get("/{link}", self.look),
                web.post("/{link}", self.enter),
                web.get("/{link}/{ticket}", self.look),
                web.get("/{link}/{ticket}/{name}", self.download),
            ]
        )
        app.add_subapp(PATH, files)

    async def link(self, address: Address, file: Attachment) -> FileLink:
        """A link to the kept file for the person at that address; with a code, unless the file is public."""
        if file.digest is None:
            raise Missing("digest", name=file.name)
        now = self._clock()
        expires_at = (now + (PUBLIC_LIFE if file.public else PRIVATE_LIFE)).replace(microsecond=0)
        id = await self._ledger.give(address, file, expires_at=expires_at, at=now)
        url = f"{self._public_url}{PATH}/{self._keys.link(id, expires_at)}"
        if file.public:
            # Some vendors judge an address by its ending.
            return FileLink(url=f"{url}/{NAME_IN_ADDRESS}{ending_of(file.name, _mime(file))}")
        return FileLink(url=url, code=self._keys.code(id, file.digest, expires_at))

    async def look(self, request: web.Request) -> web.StreamResponse:
        """A public file at once; else the page that asks for the code, or with its ticket the page with the file."""
        link = await self._asked_for(request)
        if link.public:
            return await self._file(request, link)
        if "ticket" in request.match_info:
            self._require_ticket(request, link)
            return self._ready(request, link)
        self._require_closed(link)
        await self._note(request, link, Fetch.ASKED)
        return _ask(request)

    async def enter(self, request: web.Request) -> web.StreamResponse:
        """A code was given: on to the file if it is right."""
        link = await self._asked_for(request)
        if link.public:
            raise Missing("not_whole")
        self._require_closed(link)
        typed = await _typed(request)
        code = code_within(typed)
        if not code:
            return _ask(request, typed=typed, complaint=say.NO_CODE)
        client, now = shortened(client_of(request)), self._clock()
        if self._keys.is_code(code, link):
            opened = await self._ledger.open(link.id, client=client, at=now)
            if opened is None:
                raise Refused("locked")
            return web.Response(status=303, headers={"Location": f"{request.path}/{self._keys.ticket(opened)}"})
        refused = await self._ledger.refuse(link.id, client=client, at=now)
        if refused is None or refused.is_locked:
            raise Refused("locked")
        return _ask(request, typed=typed, complaint=say.WRONG.format(left=MOST_WRONG - refused.wrong))

    async def download(self, request: web.Request) -> web.StreamResponse:
        """The file, for whoever has the ticket."""
        link = await self._asked_for(request)
        if link.public:
            raise Missing("not_whole")
        self._require_ticket(request, link)
        return await self._file(request, link)

    async def _asked_for(self, request: web.Request) -> LinkedFile:
        """The link, if it is whole, known and alive; nothing is looked up for what we did not sign."""
        self._pass(self._clients, client_of(request))
        signed = self._keys.read(request.match_info["link"])
        if signed is None:
            raise Missing("not_whole")
        id, expires_at = signed
        self._pass(self._links, str(id))
        if expires_at < self._clock():
            raise Missing("expired")
        link = await self._ledger.find(id)
        # After a backup was restored, a number may be given out a second time.
        if link is None or link.expires_at != expires_at:
            raise Missing("not_whole")
        return link

    def _pass(self, turnstile: Turnstile, key: str) -> None:
        if seconds := turnstile.seconds_to_wait(key):
            raise Invalid("too_fast", seconds=seconds)

    def _require_closed(self, link: LinkedFile) -> None:
        """Whether a code may still be given. One that was right may be given again while the link is open."""
        if link.is_used_up(self._clock()):
            raise Refused("used_up")
        if link.is_locked:
            raise Refused("locked")

    def _require_ticket(self, request: web.Request, link: LinkedFile) -> None:
        if not self._keys.is_ticket(request.match_info["ticket"], link) or link.opened_at is None:
            raise Missing("not_whole")
        if not link.is_open(self._clock()):
            raise Refused("used_up")

    def _ready(self, request: web.Request, link: LinkedFile) -> web.Response:
        until = local((link.opened_at or self._clock()) + OPEN_FOR)
        name = f"{NAME_IN_ADDRESS}{ending_of(link.name, '')}"
        context = {
            "say": say,
            "name": link.name,
            "path": f"{request.path}/{name}",
            "hint": say.READY_HINT.format(time=dates.time(until)),
        }
        return aiohttp_jinja2.render_template("file_ready.html", request, context)

    async def _file(self, request: web.Request, link: LinkedFile) -> web.Response:
        response = served(request, await self._read_file(link.digest), link.name, cache=CACHE)
        await self._note(request, link, Fetch.FETCHED)
        return response

    async def _note(self, request: web.Request, link: LinkedFile, what: Fetch) -> None:
        await self._ledger.note(link.id, what, client=shortened(client_of(request)), at=self._clock())


def _mime(file: Attachment) -> str:
    # Photos lose their name and type on the way, and all are kept as JPEG.
    return file.mime or ("image/jpeg" if file.kind is AttachmentKind.PHOTO else "")


def _ask(request: web.Request, *, typed: str = "", complaint: str = "") -> web.Response:
    context = {"say": say, "path": request.path, "typed": typed, "complaint": complaint}
    return aiohttp_jinja2.render_template("file_code.html", request, context, status=422 if complaint else 200)


async def _typed(request: web.Request) -> str:
    """What stands in the field; blank where our page did not send it."""
    try:
        code = (await request.post()).get("code")
    except (ValueError, LookupError):  # parts without a boundary, letters of an unknown kind
        return ""
    return code if isinstance(code, str) else ""


async def _guard(request: web.Request, response: web.StreamResponse) -> None:
    for name, value in SECURITY_HEADERS.items():
        response.headers[name] = value
