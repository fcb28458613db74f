"""OAuth v4: pairs of tokens, of which a refresh token is good once and an access token until the next refresh."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from . import limits
from .clock import Clock
from .wire import JsonObject, Refusal

REASONS = {
    -14002: "Invalid app id.",
    -14004: "Invalid secret key.",
    -14005: "Invalid authorization code.",
    -14014: "Invalid refresh token.",
    -14018: "Invalid grant type.",
}


class OauthRefusal(Exception):
    """A refusal of the token endpoint, which comes with HTTP 200 too."""

    def __init__(self, code: int, problem: str = "") -> None:
        super().__init__(f"{code} {REASONS[code]}")
        self.code = code
        self.problem = problem
        """Set where a correct client never gets so far."""

    def body(self) -> JsonObject:
        name = REASONS[self.code]
        return {
            "error": self.code,
            "error_name": name,
            "error_reason": name,
            "error_description": name,
            "ref_doc": "https://developers.zalo.me/docs/official-account/bat-dau/xac-thuc-va-uy-quyen",
        }


@dataclass(slots=True, kw_only=True)
class Grant:
    """A refresh token, or the code of the consent page."""

    kind: str
    dies_at: float
    used: bool = False
    answered: bool = False
    """Whether whoever used it has heard what came of it."""


class Tokens:
    """`code()` is what the consent page hands out, `first_refresh_token` what the console shows."""

    def __init__(self, clock: Clock, *, app_id: str, app_secret: str) -> None:
        self.app_id = app_id
        self.app_secret = app_secret
        self.refreshes = 0
        self._clock = clock
        self._grants: dict[str, Grant] = {}
        self._access: tuple[str, float] = ("", 0.0)
        self.first_refresh_token = self._new_grant("refresh_token", limits.REFRESH_SECONDS)

    @property
    def access_token(self) -> str:
        """The one that is good now, if it has not expired."""
        return self._access[0]

    def code(self) -> str:
        """The person in charge of the account has agreed."""
        return self._new_grant("code", limits.CODE_SECONDS)

    def answer(self, form: Mapping[str, str], secret: str) -> JsonObject:
        """A new pair; OauthRefusal else."""
        if form.get("app_id") != self.app_id:
            raise OauthRefusal(-14002)
        if not hmac.compare_digest(secret, self.app_secret):
            raise OauthRefusal(-14004)
        match form.get("grant_type"):
            case "refresh_token":
                self._use(form.get("refresh_token", ""), "refresh_token", -14014)
            case "authorization_code":
                self._use(form.get("code", ""), "code", -14005)
            case _:
                raise OauthRefusal(-14018, "an unknown grant type")
        return self.new_pair()

    def new_pair(self) -> JsonObject:
        """Tokens that take the place of the ones before."""
        self.refreshes += 1
        token = secrets.token_urlsafe(48)
        self._access = (token, self._clock.seconds() + limits.ACCESS_SECONDS)
        return {
            "access_token": token,
            "refresh_token": self._new_grant("refresh_token", limits.REFRESH_SECONDS),
            "expires_in": str(limits.ACCESS_SECONDS),
        }

    def was_answered(self, form: Mapping[str, str]) -> None:
        """The answer has reached whoever asked."""
        grant = self._grants.get(form.get("refresh_token") or form.get("code", ""))
        if grant is not None:
            grant.answered = True

    def revoke(self) -> None:
        """Somebody has taken the permission back: no token is good any more."""
        self._access = ("", 0.0)
        for grant in self._grants.values():
            # Whoever still uses one cannot know it.
            grant.used, grant.answered = True, False

    def check(self, token: str) -> None:
        """Refusal unless this is the access token in force."""
        if not token or not hmac.compare_digest(token, self._access[0]):
            raise Refusal(-216)
        if self._clock.seconds() > self._access[1]:
            raise Refusal(-220)

    def _use(self, token: str, kind: str, code: int) -> None:
        grant = self._grants.get(token)
        if grant is None or grant.kind != kind:
            raise OauthRefusal(code)
        if grant.used:
            raise OauthRefusal(code, f"a {kind} was used twice" if grant.answered else "")
        if self._clock.seconds() > grant.dies_at:
            raise OauthRefusal(code)
        grant.used = True

    def _new_grant(self, kind: str, seconds: float) -> str:
        token = secrets.token_urlsafe(64)
        self._grants[token] = Grant(kind=kind, dies_at=self._clock.seconds() + seconds)
        return token
