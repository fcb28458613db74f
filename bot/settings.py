"""Settings from the environment or `.env`; half-set or unknown ones refuse to start, naming the cure."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.domain.errors import Invalid
from bot.domain.quotas import ZALO_BOT_FREE

ENV_FILE = ".env"
OWN_PREFIXES = ("TELEGRAM_", "ZALO_")
"""Variables that begin so are ours alone: an unknown one is a typing slip, not somebody else's variable."""

USELESS_ALONE = {
    "telegram_webhook_secret": "telegram_bot_token",
    "zalo_bot_webhook_secret": "zalo_bot_token",
    "zalo_oa_app_secret": "zalo_oa_app_id",
    "zalo_oa_secret_key": "zalo_oa_app_id",
    "zalo_oa_refresh_token": "zalo_oa_app_id",
}
"""Secrets of an app that is off without the other setting: whoever gave the one has forgotten the other."""
SECRET_LENGTH = (8, 256)
"""What the Zalo Bot Platform takes as a webhook's secret."""


LIMITS = ("zalo_bot_messages", "zalo_bot_people")
"""What a plan allows: an empty one could mean none as well as any."""
UNLIMITED = "unlimited"
LIMIT_CURE = f"write the number of the bot's plan without dots, such as 3000, or {UNLIMITED}; or remove the setting"


class Settings(BaseSettings):
    """What an operator may set. Everything that a ward changes itself is data, not a setting."""

    model_config = SettingsConfigDict(env_file=ENV_FILE, extra="ignore", env_ignore_empty=True)

    database_url: str = Field(default="", description="sqlite:///path or postgresql://…; empty: SQLite in DATA_DIR.")
    data_dir: Path = Field(default=Path("data"), description="Folder of the database and of the received files.")
    host: str = Field(default="127.0.0.1", description="Address that the web server listens on.")
    port: int = Field(
        default=8080, ge=0, le=65535, description="Port that the web server listens on; 0 takes a free one."
    )
    public_url: str = Field(
        default="", description="How people reach the web server, for links; empty: http://HOST:PORT."
    )
    telegram_bot_token: SecretStr = Field(
        default=SecretStr(""), description="Token of the Telegram bot; empty: no Telegram."
    )
    telegram_api_base: str = Field(default="https://api.telegram.org", description="Bot API server, if it is your own.")
    telegram_mode: Literal["poll", "webhook"] = Field(default="poll", description="How Telegram's updates arrive.")
    telegram_webhook_secret: SecretStr = Field(default=SecretStr(""), description="Shared secret of webhook mode.")
    zalo_bot_token: SecretStr = Field(default=SecretStr(""), description="Token of the Zalo bot; empty: no Zalo bot.")
    zalo_bot_api_base: str = Field(
        default="https://bot-api.zaloplatforms.com", description="Server of the Zalo Bot Platform."
    )
    zalo_bot_mode: Literal["poll", "webhook"] = Field(default="poll", description="How the Zalo bot's updates arrive.")
    zalo_bot_webhook_secret: SecretStr = Field(default=SecretStr(""), description="Shared secret of webhook mode.")
    zalo_bot_messages: int | None = Field(
        default=ZALO_BOT_FREE.messages, description="Messages that the Zalo bot's plan allows in a month; or unlimited."
    )
    zalo_bot_people: int | None = Field(
        default=ZALO_BOT_FREE.people, description="People who may write to the Zalo bot in its plan; or unlimited."
    )
    zalo_oa_app_id: str = Field(default="", description="Zalo application of the Official Account; empty: no account.")
    zalo_oa_app_secret: SecretStr = Field(default=SecretStr(""), description="The application's secret key.")
    zalo_oa_secret_key: SecretStr = Field(default=SecretStr(""), description="The secret that signs its webhooks.")
    zalo_oa_refresh_token: SecretStr = Field(
        default=SecretStr(""), description="The first refresh token; later ones are kept in the database."
    )
    zalo_oa_api_base: str = Field(default="https://openapi.zalo.me", description="Server of the Zalo OpenAPI.")
    zalo_oauth_base: str = Field(default="https://oauth.zaloapp.com", description="Server that gives out its tokens.")
    jobs_url: str = Field(
        default="", description="postgresql://… for the job engine's own tables; empty: a SQLite file in DATA_DIR."
    )
    instance_id: str = Field(default="", description="Name of this process, where several share a database.")
    secret_key: SecretStr = Field(
        default=SecretStr(""),
        description="Signs links and web logins; empty: made once and kept in DATA_DIR.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="Least level that is logged."
    )

    @field_validator(*LIMITS, mode="before")
    @classmethod
    def _limit_is_a_number(cls, given: object) -> object:
        text = str(given).strip()
        if text.lower() == UNLIMITED or given is None:
            return None
        if not re.fullmatch(r"[1-9]\d{0,8}", text, re.ASCII):
            raise ValueError(f"{given!r} is no limit: {LIMIT_CURE}")
        return int(text)

    @model_validator(mode="after")
    def _webhook_needs_secret_and_address(self) -> Self:
        if self.telegram_mode == "webhook" and self.has_telegram:
            if not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", self.telegram_webhook_secret.get_secret_value()):
                raise ValueError(
                    "TELEGRAM_MODE=webhook needs TELEGRAM_WEBHOOK_SECRET: set it to 16 to 256 of A-Z, a-z, 0-9, _ and -"
                )
            self._require_https("TELEGRAM_MODE=webhook")
        return self

    @model_validator(mode="after")
    def _nothing_is_half_set(self) -> Self:
        for name, other in USELESS_ALONE.items():
            if getattr(self, name) and not getattr(self, other):
                raise ValueError(f"{name.upper()} is set without {other.upper()}: set both, or neither")
        return self

    @model_validator(mode="after")
    def _jobs_have_a_database(self) -> Self:
        if self.jobs_url and not self.jobs_url.startswith(("postgresql://", "postgres://")):
            raise ValueError("JOBS_URL must begin with postgresql://, or be empty: then jobs have a file in DATA_DIR")
        return self

    @model_validator(mode="after")
    def _token_looks_like_one(self) -> Self:
        token = self.telegram_bot_token.get_secret_value()
        if token and not re.fullmatch(r"\d+:[\w-]{30,}", token):
            raise ValueError(
                "TELEGRAM_BOT_TOKEN does not look like a token: copy it whole from @BotFather (123456:ABC…)"
            )
        return self

    @model_validator(mode="after")
    def _zalo_bot_is_whole(self) -> Self:
        if not self.has_zalo_bot:
            return self
        if not re.fullmatch(r"\d+:\S{3,}", self.zalo_bot_token.get_secret_value()):
            raise ValueError(
                "ZALO_BOT_TOKEN does not look like a token: copy it whole from Zalo Bot Manager (12345689:abc-xyz)"
            )
        if self.zalo_bot_mode == "webhook":
            if not SECRET_LENGTH[0] <= len(self.zalo_bot_webhook_secret.get_secret_value()) <= SECRET_LENGTH[1]:
                raise ValueError("ZALO_BOT_MODE=webhook needs ZALO_BOT_WEBHOOK_SECRET: set it to 8 to 256 letters")
            self._require_https("ZALO_BOT_MODE=webhook")
        return self

    @model_validator(mode="after")
    def _zalo_account_is_whole(self) -> Self:
        if not self.has_zalo_oa:
            return self
        secrets_of_it = {
            "ZALO_OA_APP_SECRET": (self.zalo_oa_app_secret, "the application's page at developers.zalo.me"),
            "ZALO_OA_SECRET_KEY": (self.zalo_oa_secret_key, "the webhook's page of the application"),
        }
        for name, (value, place) in secrets_of_it.items():
            if not value.get_secret_value():
                raise ValueError(f"ZALO_OA_APP_ID needs {name}: copy it from {place}")
        self._require_https("ZALO_OA_APP_ID")
        return self

    def _require_https(self, whatever: str) -> None:
        if not self.public_url.startswith("https://"):
            raise ValueError(f"{whatever} needs PUBLIC_URL: set it to the https:// address of this server")

    @property
    def web_address(self) -> str:
        """How people reach the web server, without a slash at the end."""
        return self.public_url.rstrip("/") or f"http://{self.host}:{self.port}"

    @property
    def database(self) -> str:
        """The address of the database in force."""
        return self.database_url or f"sqlite:///{(self.data_dir / 'khombot.sqlite').absolute()}"

    @property
    def has_telegram(self) -> bool:
        """Whether a Telegram bot is set."""
        return bool(self.telegram_bot_token.get_secret_value())

    @property
    def has_zalo_bot(self) -> bool:
        """Whether a bot of the Zalo Bot Platform is set."""
        return bool(self.zalo_bot_token.get_secret_value())

    @property
    def has_zalo_oa(self) -> bool:
        """Whether a Zalo Official Account is set."""
        return bool(self.zalo_oa_app_id)


def load() -> Settings:
    """Settings from the environment and `.env`; Invalid("settings") with one clear English sentence otherwise."""
    given = _given()
    _refuse_unknown(given)
    _refuse_empty_limits(given)
    try:
        return Settings()
    except ValidationError as failure:
        raise Invalid(
            "settings", problem="; ".join(_sentence(error["loc"], error["msg"]) for error in failure.errors())
        ) from None


def _sentence(location: tuple[int | str, ...], message: str) -> str:
    name = str(location[0]).upper() if location else ""
    text = message.removeprefix("Value error, ")
    return f"{name}: {text}" if name else text


def _given() -> dict[str, str]:
    """What is set of ours, by its name in capitals; the environment comes before the file."""
    return _in_env_file() | {
        name.upper(): value for name, value in os.environ.items() if name.upper().startswith(OWN_PREFIXES)
    }


def _refuse_unknown(given: Collection[str]) -> None:
    known = {name.upper() for name in Settings.model_fields}
    for name in sorted(set(given) - known):
        near = difflib.get_close_matches(name, known, n=1)
        cure = f"did you mean {near[0]}?" if near else "remove it."
        raise Invalid("settings", problem=f"{name} is no setting of khombot: {cure}")


def _refuse_empty_limits(given: Mapping[str, str]) -> None:
    for name in map(str.upper, LIMITS):
        if not given.get(name, "set").strip(" '\""):
            raise Invalid("settings", problem=f"{name} is empty: {LIMIT_CURE}")


def _in_env_file() -> dict[str, str]:
    file = Path(ENV_FILE)
    if not file.exists():
        return {}
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    parts = (line.removeprefix("export ").partition("=") for line in lines if line and line[0] != "#")
    return {name.strip().upper(): value.partition(" #")[0].strip() for name, _, value in parts}
