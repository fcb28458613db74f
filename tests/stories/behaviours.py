"""How Zalo may behave where the public sources disagree: each of them at least once, in five towns.

The ordinary run tells every story as the sources mostly say, and a few stories in each of the five towns. All stories
in town N (from 1 to 5), on both of Zalo's channels:

    ZALO_BEHAVES=N .venv/bin/python -m pytest --timeout 900 tests/stories -k "zalo_bot or zalo_oa"

In the first one a queue repeats itself, so each word takes a second until the bot has it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from tests.support import zalo_bot, zalo_oa

POLLED = (
    zalo_bot.Options(errors="http_status", idle="http_408", queue="replay", photo_field="photo", success_code=False),
    zalo_bot.Options(queue="live_only", unsupported="without_message", media_type="html"),
)
CALLED = (
    zalo_bot.Options(body="wrapped", deliveries="twice", probe="signed", errors="http_status"),
    zalo_bot.Options(
        deliveries="disordered", probe="none", verification=False, media_type="octet_stream", seconds=0.02
    ),
    zalo_bot.Options(beyond_users="unanswered", unsupported="without_message"),
)
OFFICIAL_ACCOUNT = (
    zalo_oa.Options(signed_with="app_secret", quota_in_answers=True),
    zalo_oa.Options(signed_for="oa_id", timestamp_header=True, receipts=True),
    zalo_oa.Options(retries="no_connection", twice=True, bad_upload=-233),
    zalo_oa.Options(disorder=True, must_follow=True),
    zalo_oa.Options(media="https"),
)
ZALO: dict[str, Sequence[dict[str, Any]]] = {
    "zalo_bot": [{"zalo_bot": options, "webhook": options in CALLED} for options in (*POLLED, *CALLED)],
    "zalo_oa": [{"zalo_oa": options} for options in OFFICIAL_ACCOUNT],
}
"""What the five towns are opened with, by channel."""

WITHHELD_UNSEEN = "the platform does not even say who sent what it withholds, so nobody can be answered"
NO_ORDER = "the vendor gives no order to messages that it delivers in another one"
CANNOT: dict[tuple[int, str, str], str] = {
    **{
        (town, "zalo_bot", story): WITHHELD_UNSEEN
        for town in (2, 5)
        for story in (
            "test_lan_answers_every_type_of_question",
            "test_what_is_no_photo_is_refused_and_a_sixth_is_too_many",
            "test_below_a_form_that_is_fetched_or_refused_there_is_one_too",
        )
    },
    (4, "zalo_bot", "test_answers_typed_in_a_hurry_keep_their_order"): NO_ORDER,
    (4, "zalo_oa", "test_answers_typed_in_a_hurry_keep_their_order"): NO_ORDER,
}
"""What cannot be told in a town, by its number, channel and story, and why: the vendor's nature, not ours."""

BEHAVES = int(os.environ.get("ZALO_BEHAVES", "0"))


def behaviour_of(channel: str) -> dict[str, Any]:
    """What every town on the channel is opened with, unless the story says otherwise."""
    return ZALO[channel][BEHAVES - 1] if BEHAVES and channel in ZALO else {}


def why_not(channel: str, story: str) -> str:
    """Why the story cannot be told in this run; empty where it can."""
    return CANNOT.get((BEHAVES, channel, story), "")
