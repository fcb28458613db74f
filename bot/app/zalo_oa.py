"""The Official Account's channel, made of the settings; and which account it is, which only Zalo knows."""

from __future__ import annotations

from bot.app.zalo_tokens import StoredTokens
from bot.clock import Clock
from bot.conversation.channel import LinkFile
from bot.domain.errors import Invalid, SendError
from bot.messages import Served
from bot.settings import Settings
from bot.signing_key import signing_key
from channels.zalo_oa.calls import Calls
from channels.zalo_oa.channel import ZaloOaChannel
from channels.zalo_oa.oauth import Oauth
from channels.zalo_oa.sentences import NO_ACCOUNT, NO_ANSWER, NO_TOKEN
from channels.zalo_oa.tokens import Tokens
from storage.store import Store


def stored_tokens(settings: Settings, store: Store, clock: Clock, beside: Served = ()) -> StoredTokens:
    """The tokens in the database."""
    app, key = settings.zalo_oa_app_id, signing_key(settings)
    return StoredTokens(store=store, app_id=app, secret_key=key, clock=clock, beside=beside)


def oauth(settings: Settings, clock: Clock) -> Oauth:
    """The application's way to tokens."""
    return Oauth(
        base=settings.zalo_oauth_base,
        app_id=settings.zalo_oa_app_id,
        app_secret=settings.zalo_oa_app_secret.get_secret_value(),
        clock=clock,
    )


async def account_of(settings: Settings, store: Store, clock: Clock) -> str:
    """Zalo's id of the account, which is part of every address; asked once, then known.

    Invalid("settings") if there is none yet: the bot cannot begin without, and later it does not need Zalo to start.
    """
    keeper = stored_tokens(settings, store, clock)
    kept = await keeper.kept()
    if kept is None:
        first = settings.zalo_oa_refresh_token.get_secret_value()
        if not first:
            raise Invalid("settings", problem=NO_TOKEN)
        await keeper.plant(first)
    elif kept.account:
        return kept.account
    calls = Calls(base=settings.zalo_oa_api_base, tokens=Tokens(keeper, oauth(settings, clock), clock))
    try:
        account = await calls.account()
    except SendError as failure:
        problem = NO_ANSWER if failure.code == "unreachable" else NO_ACCOUNT
        raise Invalid("settings", problem=problem) from None
    finally:
        await calls.close()
    await keeper.name(account.id)
    return account.id


def channel(
    settings: Settings,
    store: Store,
    clock: Clock,
    *,
    account: str,
    public_url: str,
    link_file: LinkFile,
    beside: Served,
) -> ZaloOaChannel:
    """The channel of that account, beside the others."""
    tokens = Tokens(stored_tokens(settings, store, clock, beside), oauth(settings, clock), clock)
    return ZaloOaChannel(
        account=account,
        app_id=settings.zalo_oa_app_id,
        secrets={
            "ZALO_OA_SECRET_KEY": settings.zalo_oa_secret_key.get_secret_value(),
            "ZALO_OA_APP_SECRET": settings.zalo_oa_app_secret.get_secret_value(),
        },
        api_base=settings.zalo_oa_api_base,
        public_url=public_url,
        tokens=tokens,
        clock=clock,
        read_file=store.files.read,
        link_file=link_file,
    )
