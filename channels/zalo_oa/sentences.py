"""What operators are told of their Official Account, in English, with the cure."""

from __future__ import annotations

LOGIN = "run: khombot zalo-oa login"
"""The cure of every broken chain."""

NO_TOKEN = f"ZALO_OA_APP_ID is set, but no Official Account is linked yet; {LOGIN}"
FOREIGN_KEY = (
    "the tokens of the Official Account cannot be read with this SECRET_KEY; "
    f"put the old key back (DATA_DIR/secret.key, where SECRET_KEY is empty), or {LOGIN}"
)
NO_ANSWER = (
    "ZALO_OA_API_BASE or ZALO_OAUTH_BASE does not answer; the bot has to ask Zalo once which account it speaks for, "
    "so check the network and start again"
)
NO_ACCOUNT = (
    "Zalo does not say which Official Account this is (the line above says why); mend that, "
    f"or where ZALO_OA_REFRESH_TOKEN is used up, {LOGIN}"
)
NOT_SET = "ZALO_OA_APP_ID is not set; docs/huong-dan-zalo-oa.md says how an Official Account is connected"
NO_CODE = (
    "there is no code in that; paste the whole address of the page that opened after agreeing, "
    "which has ?code=... in it, or only what stands between code= and the next &"
)
NOT_ASKED = "ZALO_OAUTH_BASE does not answer; nothing was used up: check the network, and begin anew"
UNANSWERED = (
    "Zalo gave no answer that can be understood, so the code or token may be used up; begin anew with a new one"
)
KEPT_UNNAMED = (
    "the tokens are kept, but Zalo does not say whose they are (the line above says why); "
    "mend that, and start khombot, which asks again"
)
OTHER_ACCOUNT = (
    "This is another Official Account than before ({before}): start khombot anew, and invite everybody again, "
    "for to this account they are strangers."
)
BROKEN = f"Zalo does not renew the permission of the Official Account any more ({{why}}), so it is silent; {LOGIN}"
INTERRUPTED = "a process stopped, or the network failed, while the tokens were being renewed, and the new ones are lost"
USED_UP = "the refresh token was used elsewhere, has expired, or was taken back"

OAUTH = {
    -14002: "ZALO_OA_APP_ID: Zalo does not know this application; copy the id from its page at developers.zalo.me",
    -14003: (
        "Zalo does not know the callback address; enter PUBLIC_URL/zalo-oa/callback at developers.zalo.me, "
        "on the application's page for Official Accounts"
    ),
    -14004: "ZALO_OA_APP_SECRET: Zalo does not accept it; copy it anew from the application's page",
    -14005: "the code is wrong, was used before, or is older than ten minutes; begin anew and be quicker",
    -14014: "the refresh token is wrong, was used before, or is older than three months; get a new one",
}
OTHER_OAUTH = "Zalo refused: {code} {name}; see docs/huong-dan-zalo-oa.md"

API = {
    -204: "the Official Account is disabled; look at oa.zalo.me",
    -205: "the Official Account does not exist; look at oa.zalo.me",
    -209: "the application is not activated; switch it on at developers.zalo.me",
    -212: "the application has not registered this API; add it at developers.zalo.me",
    -219: "the application was removed or disabled; look at developers.zalo.me",
    -221: "the Official Account must be verified first; apply at oa.zalo.me",
    -223: f"the Official Account has not allowed this API; tick it while you agree: {LOGIN}",
    -224: "the Official Account's package does not include the API; buy a larger one at oa.zalo.me",
    -235: "this type of Official Account may not use the API",
    -242: "appsecret_proof is asked for; switch that off on the application's page at developers.zalo.me",
    -320: "paid messages need a Zalo Cloud Account; link one at oa.zalo.me",
    -321: "the Zalo Cloud Account has no money for paid messages; top it up",
    112: "the application is not linked to the Official Account; link them at developers.zalo.me",
}
"""By the error of the OpenAPI, where only an operator can help."""
