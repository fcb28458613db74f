"""How a month's messages are told: what is used, what runs out, and what that means."""

from __future__ import annotations

from datetime import date

from bot.domain.quotas import Usage
from bot.texts import quotas as words
from bot.texts.channel_names import called
from forms.values.numerals import show_number


def used(usage: Usage, today: date) -> str:
    """One line: this month's messages and the people so far, each of how many, if there is a limit."""
    if usage.is_over:
        return words.OVER.format(name=called(usage.channel), month=_month(today))
    limits = (usage.quota.messages is not None, usage.quota.people is not None)
    wording = {(True, True): words.USED, (True, False): words.USED_MESSAGES, (False, True): words.USED_PEOPLE}
    return wording.get(limits, words.USED_UNLIMITED).format(
        name=called(usage.channel),
        month=_month(today),
        messages=show_number(usage.messages),
        most_messages=show_number(usage.quota.messages or 0),
        people=show_number(usage.people),
        most_people=show_number(usage.quota.people or 0),
    )


def messages_run_out(usage: Usage, today: date) -> str:
    """The month's warning."""
    return words.WARN_MESSAGES.format(used=used(usage, today))


def people_run_out(usage: Usage) -> str:
    """The other warning."""
    of_people = words.USED_PEOPLE.format(
        name=called(usage.channel), people=show_number(usage.people), most_people=show_number(usage.quota.people or 0)
    )
    return words.WARN_PEOPLE.format(used=of_people)


def _month(day: date) -> str:
    return f"{day:%m/%Y}"
