"""Everything that Zalo knows about one bot: its chats, what people sent, its webhook and its quota."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.support.telegram.bell import Bell
from tests.support.telegram.clock import Clock

from .chats import BotMessage, Chat, ChatBook, Content
from .ids import Ids
from .media import MediaHost
from .options import Options
from .quota import Quota
from .updates import Update, UpdateQueue
from .wire import JsonObject


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """Where updates go when nobody polls; an empty url is no webhook."""

    url: str = ""
    secret_token: str = ""
    updated_at: int = 0
    """Milliseconds; 0 when there was never one."""


@dataclass(slots=True)
class Tests:
    """How often testWebhook was called on each day."""

    by_day: dict[int, int] = field(default_factory=dict)


class World:
    """The state behind the server; methods of the platform and people both work on it."""

    def __init__(self, token: str, options: Options) -> None:
        self.options = options
        self.token = token
        self.clock = Clock()
        self.bell = Bell()
        self.ids = Ids(token)
        self.chats = ChatBook(self.ids)
        self.media = MediaHost(self.clock, self.ids, options)
        self.quota = Quota(self.clock, options.most_messages)
        self.updates = UpdateQueue(self.bell, options)
        self.tests = Tests()
        self.screen: list[BotMessage] = []
        self.problems: list[tuple[str, str]] = []
        """What was noticed beside an answer that was good: the method, and what a well-behaved client does not do."""
        self._webhook = Webhook()

    @property
    def webhook(self) -> Webhook:
        """Where updates go."""
        return self._webhook

    @webhook.setter
    def webhook(self, webhook: Webhook) -> None:
        self._webhook = webhook
        self.updates.goes_to_webhook(bool(webhook.url))
        self.bell.ring()

    @property
    def user(self) -> JsonObject:
        """The bot itself."""
        return {
            "id": self.token.split(":", maxsplit=1)[0],
            "account_name": "bot.khomsimulated",
            "account_type": "BASIC",
            "can_join_groups": False,
            "display_name": "Bot Khóm",
        }

    def milliseconds(self) -> int:
        return int(self.clock.now() * 1000)

    def shows(self, chat: Chat, content: Content) -> JsonObject:
        """Lets the person see a message of the bot; what sendMessage and its like answer."""
        self.quota.take(chat)
        message = BotMessage(message_id=self.ids.new("message"), chat_id=chat.chat_id, content=content)
        self.screen.append(message)
        self.bell.ring()
        return {"message_id": message.message_id, "date": self.milliseconds()}

    def hears(self, chat: Chat, event: str, message: JsonObject | None) -> Update:
        """Queues an update about what the person did; `message` without its envelope, None for no message at all."""
        content: JsonObject = {"event_name": event}
        if message is not None:
            content["message"] = {
                "message_id": self.ids.new("message"),
                "date": self.milliseconds(),
                "chat": chat.brief(),
                "from": chat.sender(),
                **message,
            }
        update = Update(content=content, chat_id=chat.chat_id)
        chat.messages_in += 1
        if self._lets_in(chat):
            self.updates.add(update)
        return update

    def _lets_in(self, chat: Chat) -> bool:
        if not chat.heard and self.chats.users >= self.options.most_users:
            if self.options.beyond_users == "unheard":
                return False
            chat.answerable = False
        chat.heard = True
        return True
