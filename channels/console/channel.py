"""The terminal as a channel of the conversation: one person, one chat, no buttons."""

from __future__ import annotations

import asyncio
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from bot.clock import Clock
from bot.conversation.channel import Capabilities, ReadFile, Receive, Shown
from bot.domain.errors import Invalid, SendError
from bot.messages import Address, Attachment, Incoming, RawUpdate, Reply
from bot.texts import console as say
from channels.console import inbound
from channels.console.inbound import NAME, QUIT, PutFile
from channels.console.keyboard import typed_lines
from channels.console.screen import Screen, preview

CAPABILITIES = Capabilities(buttons=False, edits=False, max_text=1_000_000, files=True, joins=True)
"""Text and files; a screen cannot take back what it has shown, but scrolls on for ever.

Nobody counts its messages: joining them makes every conversation here a trial of channels that do.
"""


def terminal_of(chat: str) -> Address:
    """Where somebody is reached at a terminal."""
    return Address(channel=NAME, bot=chat, chat=chat)


class ConsoleChannel:
    """`khombot chat`. `listen` returns when the person has ended the chat and every line is answered.

    chat: whose conversation this is. downloads: the folder for files that the bot sends.
    """

    name = NAME

    def __init__(
        self,
        *,
        chat: str,
        clock: Clock,
        put_file: PutFile,
        read_file: ReadFile,
        downloads: Path,
        keyboard: TextIO | None = None,
        screen: TextIO | None = None,
    ) -> None:
        self.address = terminal_of(chat)
        self._clock = clock
        self._put_file = put_file
        self._read_file = read_file
        self._downloads = downloads
        self._keyboard = keyboard or sys.stdin
        self._screen = Screen(screen or sys.stdout)
        self._run = secrets.token_hex(8)
        self._taken = 0
        self._shown = 0
        self._unanswered: set[str] = set()
        self._all_answered = asyncio.Event()

    @property
    def bot(self) -> str:
        """The chat's own: each terminal is a process, and one must not take up what is meant for another."""
        return self.address.bot

    @property
    def capabilities(self) -> Capabilities:
        """What a terminal can show."""
        return CAPABILITIES

    def parse(self, update: RawUpdate) -> Incoming | None:
        """Understand a stored line."""
        return inbound.parse(update)

    async def fetch(self, attachment: Attachment) -> bytes:
        """Never needed: a file is kept before its line is stored."""
        raise SendError("file_lost", retryable=False)

    async def send(self, address: Address, reply: Reply) -> str:
        """Print it, and save its files."""
        if address != self.address:
            raise SendError("other_terminal", retryable=False)
        self._screen.show(reply)
        for file in reply.attachments:
            if file.digest:
                self._screen.note(say.SAVED.format(path=await self._save(file, file.digest)))
        self._shown += 1
        return str(self._shown)

    def preview(self, reply: Reply) -> Sequence[Shown]:
        """What is printed; the files stand below it."""
        return (Shown(text=preview(reply), files=reply.attachments),)

    async def answered(self, update: RawUpdate) -> None:
        """One line less to wait for at the end."""
        self._unanswered.discard(update.update_id)
        if not self._unanswered:
            self._all_answered.set()

    async def prepare(self) -> None:
        """There is no vendor to ask."""

    async def close(self) -> None:
        """There is nothing to let go of."""

    def invitation_link(self, token: str) -> str:
        """None: who sits at the terminal is known by the command."""
        return ""

    async def listen(self, receive: Receive) -> None:
        """Hand in line by line until /quit or the end of input; then wait for the last answers."""
        self._screen.note(say.WELCOME)
        async for typed in typed_lines(self._keyboard):
            if typed.strip() == QUIT:
                break
            try:
                line = await inbound.read_line(typed, self._put_file)
            except Invalid as problem:
                self._screen.note(str(problem.params["sentence"]))
                continue
            if line is not None:
                await self.take(line, receive)
        if self._unanswered:
            await self._all_answered.wait()

    async def take(self, line: inbound.Line, receive: Receive) -> None:
        """Store one line."""
        self._taken += 1
        at = self._clock()
        update = inbound.update(
            self.address,
            line,
            update_id=f"{self._run}:{self._taken}",
            # Microseconds rise over restarts; the count keeps lines of the same microsecond apart.
            sequence=int(at.timestamp() * 1_000_000) + self._taken,
            at=at,
        )
        self._unanswered.add(update.update_id)
        self._all_answered.clear()
        await receive([update])

    async def _save(self, file: Attachment, digest: str) -> Path:
        content = await self._read_file(digest)
        self._downloads.mkdir(parents=True, exist_ok=True)
        # No hidden file, and nothing that lies there already: its name is a stranger's.
        name = Path(file.name).name.lstrip(".") or digest[:12]
        path = self._downloads / name
        if path.exists() and path.read_bytes() != content:
            path = path.with_stem(f"{path.stem}-{digest[:12]}")
        path.write_bytes(content)
        return path
