"""`khombot zalo-oa`: link the ward's Official Account, anew where Zalo does not renew the permission any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.settings import Settings
    from channels.zalo_oa.calls import Account
    from channels.zalo_oa.keeper import Pair
    from channels.zalo_oa.oauth import Consent, Oauth
    from storage.store import Store


def add_to(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(help="Link the ward's Official Account on Zalo.", no_args_is_help=True)
    group.command("login")(login)
    group.command("status")(status)
    app.add_typer(group, name="zalo-oa")


def login(
    refresh_token: Annotated[
        bool,
        typer.Option("--refresh-token", help="Ask for a refresh token from the API Explorer, instead of a consent."),
    ] = False,
) -> None:
    """Ask the account's manager for consent, and keep the tokens. A bot that is running notices by itself."""
    from bot.app.zalo_oa import oauth
    from bot.cli.console import with_store
    from bot.clock import utc_now
    from channels.zalo_oa.consent import code_in
    from channels.zalo_oa.webhook import CALLBACK

    settings = _settings()
    way = oauth(settings, utc_now)
    given, consent = "", None
    if refresh_token:
        given = typer.prompt("Refresh token (it is not shown while you paste it)", hide_input=True).strip()
    else:
        consent = way.consent(f"{settings.web_address}{CALLBACK}")
        print("Open this address in the browser of the account's manager, tick everything, and agree:\n")
        print(f"{consent.address}\n")
        given = code_in(typer.prompt("Then paste here the whole address of the page that opens, or its code"))

    async def work(settings: Settings, store: Store) -> Account:
        return await _link(settings, store, await _pair(way, given, consent))

    account = with_store(work)
    print(f"Linked: {account.name} ({account.id}). If khombot is running, it goes on within a minute.")


def status() -> None:
    """Say whether the Official Account is linked, and until when; Zalo is not asked."""
    from bot.app.zalo_oa import stored_tokens
    from bot.cli.console import with_store
    from bot.clock import local, utc_now
    from channels.zalo_oa.limits import REFRESH_LIFE
    from channels.zalo_oa.sentences import LOGIN, NO_TOKEN

    _settings()

    async def work(settings: Settings, store: Store) -> str:
        kept = await stored_tokens(settings, store, utc_now).kept()
        if kept is None:
            return NO_TOKEN
        if kept.is_broken:
            return f"Official Account {kept.account} is not linked any more ({kept.why}); {LOGIN}"
        renewed, until = local(kept.renewed_at), local(kept.renewed_at + REFRESH_LIFE)
        return (
            f"Official Account {kept.account} is linked. Renewed {renewed:%Y-%m-%d %H:%M}, "
            f"good until {until:%Y-%m-%d} even if khombot does not run; times of Vietnam."
        )

    print(with_store(work))


def _settings() -> Settings:
    from bot.domain.errors import Invalid
    from bot.settings import load
    from channels.zalo_oa.sentences import NOT_SET

    settings = load()
    if not settings.has_zalo_oa:
        raise Invalid("settings", problem=NOT_SET)
    return settings


async def _pair(way: Oauth, given: str, consent: Consent | None) -> Pair:
    """The first pair, of a refresh token or of a code; Invalid("settings") with what is wrong and the cure."""
    from bot.domain.errors import Invalid
    from channels.zalo_oa.oauth import NotAsked, OauthRefused, Unanswered
    from channels.zalo_oa.sentences import NOT_ASKED, UNANSWERED

    try:
        return await (way.refresh(given) if consent is None else way.exchange(given, consent.verifier))
    except OauthRefused as refused:
        problem = refused.sentence
    except NotAsked:
        problem = NOT_ASKED
    except Unanswered:
        problem = UNANSWERED
    raise Invalid("settings", problem=problem)


async def _link(settings: Settings, store: Store, pair: Pair) -> Account:
    from bot.app.zalo_oa import oauth, stored_tokens
    from bot.clock import utc_now
    from bot.domain.errors import Invalid, SendError
    from channels.zalo_oa.calls import Calls
    from channels.zalo_oa.sentences import KEPT_UNNAMED, OTHER_ACCOUNT
    from channels.zalo_oa.tokens import Tokens

    keeper = stored_tokens(settings, store, utc_now)
    before = await keeper.account()
    # On disk before it is used for anything.
    await keeper.begin(pair, before)
    calls = Calls(base=settings.zalo_oa_api_base, tokens=Tokens(keeper, oauth(settings, utc_now), utc_now))
    try:
        account = await calls.account()
    except SendError:
        raise Invalid("settings", problem=KEPT_UNNAMED) from None
    finally:
        await calls.close()
    await keeper.name(account.id)
    if before not in {"", account.id}:
        print(OTHER_ACCOUNT.format(before=before))
    return account
