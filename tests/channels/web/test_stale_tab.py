"""A tab that was opened before somebody else joined in the same browser neither speaks nor listens in her name."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.messages import Reply
from tests.channels.web.harness import PUBLIC_URL, WebChat, web_chat


@pytest_asyncio.fixture
async def minh() -> AsyncIterator[WebChat]:
    """Minh has joined in Lan's browser, where her tab is still open."""
    async with web_chat() as chat:
        await chat.opens_invitation("the-token-of-minh")
        await chat.reply(Reply(text="Chào anh Minh."))
        yield chat


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/chat/lines"), ("POST", "/chat/upload"), ("GET", "/chat/lines"), ("GET", "/chat/socket")],
)
async def test_whatever_it_asks_for_it_is_told_to_load_the_page_anew(minh: WebChat, method: str, path: str) -> None:
    stored = list(minh.inbox.stored)
    body = {"id": "line-0001", "text": "412"} if method == "POST" else None
    answer = await minh.browser.request(
        method, path, params={"chat": "the chat of Lan"}, json=body, headers={"Origin": PUBLIC_URL}
    )
    told = await answer.json()
    assert (answer.status, told["problem"]) == (409, "other_account")
    assert "tải lại trang" in told["sentence"]
    assert list(minh.inbox.stored) == stored
