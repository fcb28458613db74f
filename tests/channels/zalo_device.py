"""A device with Zalo, on which a file that concerns people is a link to our server and six digits that open it."""

from __future__ import annotations

import re

from bot.conversation.channel import FileLink
from bot.messages import Address, Attachment
from bot.texts import zalo as say
from tests.channels.device import Device

CODE = "482117"
FILE = re.compile(re.escape(say.FILE).replace(r"\{name\}", "(.+)").replace(r"\{link\}", r"https?://\S+"))


class ZaloDevice(Device):
    """`url` is the address of our server."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url

    async def link_file(self, address: Address, file: Attachment) -> FileLink:
        assert address == self.lan
        return FileLink(url=f"{self.url}/files/{file.digest}", code="" if file.public else CODE)


def linked(text: str) -> list[str]:
    """The names of the files that a message links to."""
    return FILE.findall(text)
