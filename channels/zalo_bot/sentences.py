"""What operators are told of their Zalo bot, with the cure."""

from __future__ import annotations

WRONG_KEY = "ZALO_BOT_TOKEN: Zalo does not accept it; copy it anew from Zalo Bot Manager"
NEW_KEY_NEEDED = (
    "Zalo does not accept ZALO_BOT_TOKEN any more, so the Zalo bot is silent: "
    "copy the token anew from Zalo Bot Manager into .env and start khombot again"
)
FOREIGN_WEBHOOK = (
    "ZALO_BOT_MODE=poll: this bot has a webhook at {host}, and Zalo lets nobody poll beside one. "
    "If nobody needs it, remove it with: khombot zalo-bot remove-webhook; else set ZALO_BOT_MODE=webhook"
)
NO_POLLING = (
    "somebody has set a webhook for the Zalo bot, so it gets no messages here; "
    "if nobody needs it, remove it with: khombot zalo-bot remove-webhook"
)
WEBHOOK_TAKEN = (
    "the Zalo bot's webhook is not ours any more, so no message arrives here: somebody else uses the same bot; "
    "start khombot again to take it back"
)
NO_ANSWER = "ZALO_BOT_API_BASE: {base} does not answer ({problem}); check the address and the network"
REFUSED = "Zalo refuses: {problem}"
WEBHOOK_REFUSED = "ZALO_BOT_MODE=webhook: Zalo does not take {url}: {description}"

REACHABLE = "Zalo reaches the webhook"
UNREACHABLE = "Zalo has kept the webhook but cannot reach it, so no message arrives"

CURES = {
    "webhook.http.403": "a firewall or Cloudflare refuses Zalo: allow the User-Agent Java/* without any bot protection",
    "webhook.http.404": "PUBLIC_URL must lead to khombot itself, with every path below it",
    "webhook.http.5xx": "khombot or the proxy before it does not answer: look whether PUBLIC_URL/healthz says ok",
    "webhook.http.other": "PUBLIC_URL must answer without a login or a redirect",
    "webhook.err.tls": "the https certificate of PUBLIC_URL is not valid: renew it, with its whole chain",
    "webhook.err.dns": "the name in PUBLIC_URL is not known: look at its DNS entry",
    "webhook.err.blocked": "PUBLIC_URL must be an address on the Internet, not localhost or one of your network",
}
"""By what Zalo's trial of the webhook came to."""
ANY_CURE = "look whether PUBLIC_URL/healthz opens on a phone that uses mobile data"
