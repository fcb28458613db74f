"""Pictures and voices from Zalo: as long as their links can be opened, whatever its host says that they are."""

from __future__ import annotations

import pytest

from bot.domain.errors import SendError
from tests.channels import samples
from tests.channels.zalo_bot.harness import opened
from tests.support.zalo_bot import Options


@pytest.mark.parametrize("media_type", ["octet_stream", "html"])
async def test_a_photo_is_had_from_zalo_though_its_host_lies(media_type: str) -> None:
    async with opened(Options(media_type=media_type)) as phone:  # type: ignore[arg-type]  # one of its words
        await phone.sends_photo(samples.photo())
        incoming = phone.channel.parse(phone.inbox.stored[-1])
        assert incoming is not None
        assert await phone.channel.fetch(incoming.attachments[0]) == samples.photo()


async def test_a_photo_whose_link_has_expired_is_lost() -> None:
    async with opened(Options(media_seconds=60, photo_field="photo")) as phone:
        await phone.sends_photo(samples.photo())
        phone.zalo.clock.advance(61)
        incoming = phone.channel.parse(phone.inbox.stored[-1])
        assert incoming is not None
        with pytest.raises(SendError, match="file_lost"):
            await phone.channel.fetch(incoming.attachments[0])
