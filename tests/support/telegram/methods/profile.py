"""What the bot is and shows of itself: getMe, its commands, names and menu button."""

from __future__ import annotations

import json
import re

from tests.support.telegram import limits
from tests.support.telegram.wire import BrokenRule, Call, JsonObject
from tests.support.telegram.world import World

from .family import Method

COMMAND = re.compile(rf"[a-z0-9_]{{1,{limits.MAX_COMMAND}}}")


async def get_me(world: World, call: Call) -> JsonObject:
    return world.user | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        **MORE_ABILITIES,
    }


MORE_ABILITIES = {
    "has_topics_enabled": False,
    "allows_users_to_create_topics": False,
    "can_manage_bots": False,
    "supports_guest_queries": False,
    "supports_join_request_queries": False,
}
"""Fields of newer versions of the Bot API, all of which this bot does without."""


def _scope(call: Call) -> tuple[str, str]:
    scope = call.values.get("scope") or {"type": "default"}
    return json.dumps(scope, sort_keys=True), call.text("language_code")


def _check_scope(world: World, call: Call) -> None:
    scope = call.values.get("scope") or {}
    if "chat_id" in scope:
        world.chats.find(scope["chat_id"])


async def set_my_commands(world: World, call: Call) -> bool:
    commands = call.values["commands"]
    if len(commands) > limits.MAX_COMMANDS:
        raise BrokenRule("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.fullmatch(command["command"].removeprefix("/")):
            raise BrokenRule("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= limits.MAX_COMMAND_DESCRIPTION:
            raise BrokenRule("BOT_COMMAND_DESCRIPTION_INVALID")
    _check_scope(world, call)
    world.profile.commands[_scope(call)] = commands
    return True


async def get_my_commands(world: World, call: Call) -> list[JsonObject]:
    return world.profile.commands.get(_scope(call), [])


async def delete_my_commands(world: World, call: Call) -> bool:
    world.profile.commands.pop(_scope(call), None)
    return True


def sets_text(field: str, limit: int) -> Method:
    """setMyName and its two relatives; an empty text takes it away."""

    async def set_text(world: World, call: Call) -> bool:
        if len(call.text(field)) > limit:
            raise BrokenRule(f"{field} is too long")
        world.profile.texts[field, call.text("language_code")] = call.text(field)
        return True

    return set_text


def gets_text(field: str) -> Method:
    async def get_text(world: World, call: Call) -> JsonObject:
        return {field: world.profile.texts.get((field, call.text("language_code")), "")}

    return get_text


async def set_chat_menu_button(world: World, call: Call) -> bool:
    chat_id = call.number("chat_id")
    if chat_id:
        world.chats.find(chat_id)
    world.profile.menu_buttons[chat_id] = call.values.get("menu_button") or {"type": "default"}
    return True


async def get_chat_menu_button(world: World, call: Call) -> JsonObject:
    return world.profile.menu_buttons.get(call.number("chat_id"), {"type": "commands"})


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": sets_text("name", limits.MAX_BOT_NAME),
    "getMyName": gets_text("name"),
    "setMyDescription": sets_text("description", limits.MAX_BOT_DESCRIPTION),
    "getMyDescription": gets_text("description"),
    "setMyShortDescription": sets_text("short_description", limits.MAX_BOT_SHORT_DESCRIPTION),
    "getMyShortDescription": gets_text("short_description"),
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
}
