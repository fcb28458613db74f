"""Who the bot is, asked without loading aiogram: commands that only print a link start in a blink."""

from __future__ import annotations

import aiohttp

from bot.domain.errors import Invalid

TIMEOUT = aiohttp.ClientTimeout(total=10)


async def username_of(token: str, api_base: str) -> str:
    """The bot's user name, without the @; Invalid("settings") if Telegram refuses or is away."""
    url = f"{api_base.rstrip('/')}/bot{token}/getMe"
    try:
        async with aiohttp.ClientSession(timeout=TIMEOUT) as http, http.get(url) as response:
            answer = await response.json()
    except (aiohttp.ClientError, TimeoutError, ValueError):
        problem = f"TELEGRAM_API_BASE: {api_base} does not answer; check the address and the network"
        raise Invalid("settings", problem=problem) from None
    if not answer.get("ok"):
        raise Invalid(
            "settings", problem="TELEGRAM_BOT_TOKEN: Telegram does not accept it; copy it anew from @BotFather"
        )
    return str(answer["result"]["username"])


def invitation_link(username: str, token: str) -> str:
    """The deep link that opens the bot with the token: /start <token>."""
    return f"https://t.me/{username}?start={token}"
