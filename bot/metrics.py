"""What is counted for /metrics: flows and failures, never anything about a person."""

from __future__ import annotations

from prometheus_client import Counter, Gauge, Histogram

RECEIVED = Counter("khombot_updates_received_total", "Updates stored in the inbox", ["channel"])
TURNS = Counter("khombot_turns_total", "Updates answered", ["channel"])
PARKED = Counter("khombot_updates_parked_total", "Updates given up after repeated failures", ["channel"])
IGNORED = Counter("khombot_updates_ignored_total", "Updates that need no answer, not stored", ["channel", "why"])
REFUSED = Counter("khombot_webhook_calls_refused_total", "Webhook calls refused", ["channel", "why"])
ZALO_SIGNED = Counter("khombot_zalo_oa_webhook_calls_signed_total", "Webhook calls of Zalo", ["with_id", "with_secret"])
SENT = Counter("khombot_messages_sent_total", "Messages delivered", ["channel"])
UNSENT = Counter("khombot_messages_given_up_total", "Messages that could not be delivered", ["channel"])
ZALO_UNLINKED = Gauge("khombot_zalo_oa_unlinked", "1 while an operator has to link the Official Account anew")
MOVED = Counter("khombot_messages_moved_total", "Messages sent over another channel of the person", ["channel", "to"])
CODES_REFUSED = Counter("khombot_codes_refused_total", "Invitation codes refused: wrong, or too many", ["channel"])
CODES_LOCKED = Counter("khombot_codes_locked_total", "Times a channel took no more codes for a while", ["channel"])
TURN_SECONDS = Histogram(
    "khombot_turn_seconds",
    "From the start of a turn to its commit",
    buckets=(0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)
SENT_THIS_MONTH = Gauge("khombot_messages_this_month", "Messages that a bot with a quota has sent", ["channel", "bot"])
MOST_THIS_MONTH = Gauge("khombot_messages_a_month_limit", "Messages that its vendor allows", ["channel", "bot"])
PEOPLE = Gauge("khombot_people", "People who have written to a bot with a quota", ["channel", "bot"])
MOST_PEOPLE = Gauge("khombot_people_limit", "People that its vendor allows", ["channel", "bot"])
