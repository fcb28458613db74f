"""What operators read, in English: one sentence per problem, with the cure."""

from __future__ import annotations

from bot.domain.errors import BotError

WARD_CREATED = "Created {ward} with {count} khóm. {officer} is person {person}."
PERIOD_LINE = "{code:8} {state}, khóm due {khom_due}, ward due {ward_due}"
PERIOD_IS_OPEN = "open from {day}"
PERIOD_IS_CLOSED = "closed"
ANNOUNCED = "Announced to {count} people, {unreachable} of them without any channel; khombot run sends it."
WOULD_ANNOUNCE = "It would go to {count} people, {unreachable} of them without any channel. Nothing is sent."
SILENT_PAID = (
    "{free} of them get it free of charge; {paid} have been silent on Zalo for over 48 hours: each message costs."
)
SILENT_SHUT = "{count} have been silent on Zalo for over 7 days and cannot be written to; call them: {names}."
SHORT = "{channel} has {left} messages left for announcements in {month}, and this one needs {needed}."
SHORT_ELSEWHERE = "For want of messages {count} get it on another channel: {names}."
SHORT_CALL = "For want of messages {count} do not get it; call them: {names}."
RECIPIENT = "  {unit}: {name}{state}"
UNREACHABLE = " (has no channel)"
STATES = {
    "paid": " (silent on Zalo for over 48 hours: the message costs)",
    "shut": " (silent on Zalo for over 7 days: cannot be written to, call instead)",
}

ZALO_BOT = "Zalo knows this bot as {name}."
ZALO_CALLS = "It has a webhook: what people write goes to {url}"
ZALO_IS_POLLED = "It has no webhook: what people write goes to whoever polls."
ZALO_WEBHOOK_REMOVED = "Removed the webhook at {url}"
ZALO_NO_WEBHOOK = "There is no webhook, so nothing is removed."

SENTENCES = {
    "settings": "{problem}",
    "no_ward": "there is no ward yet; create one with: khombot init --ward NAME --khoms 4 --officer NAME",
    "ward_exists": "this database has a ward already; set DATA_DIR or DATABASE_URL to an empty one for another ward",
    "unit": "there is no unit {code}; the known ones are listed by: khombot units",
    "unit_code": "the code {code} is taken by another unit",
    "person": "nobody here is called {name}; the members are listed by: khombot people",
    "phone": "{typed} is no phone number that can be called; write it like 0901 234 567 or +84 901 234 567",
    "phone_of_whom": "say whose phone number it is, with --name or --person",
    "person_and_name": "give --person for a member or --name for somebody new, not both",
    "name_not_unique": "several people are called {name}; give the number that khombot people shows",
    "period": "that period has not been opened; open it with: khombot periods open CODE",
    "period_code": "{code} is no period; write 2020-Q4 for a quarter, 2020-H1 for a half-year or 2020 for a year",
    "period_open": "that period is open already",
    "period_closed": "that period is closed",
    "form_family": "there is no form {family}; the forms in force are: {known}",
    "form_file": "{problem}",
    "media_image": "{name} is no picture that can be shown, or it is damaged; give a .jpg or .png",
    "media_audio": "{name} is no sound that can be played, or it is damaged; give a .mp3 or .m4a",
    "media_video": "{name} is no film that can be played, or it is damaged; give a .mp4",
    "media_too_big": "{name} is too large; each file that a form shows may have {limit} MB",
    "media_too_much": "the files that the form shows have more than {limit} MB together; make them smaller",
    "form_version": "{family} has no version {version}; the newest is {last}",
    "consent_missing": "it may not be sent without consent: keep the question {question} with the choice {value}",
    "file_exists": "{path} is there already; move it away, or give another folder with --to",
    "file": "{path} cannot be read: {problem}",
    "steps": "the steps in {name} cannot be used: {problem}; write for example: "
    '[["/data/age", "17"], ["+/data/child"], ["-/data/child", 0], ["@lang", "English (en)"]]',
    "given": "{value} says nothing; write NAME=VALUE, for example ky_loai=quarter",
    "audience": "{word} names nobody; write a role, the code of a unit, not-sent:2020-Q4 or person:12",
    "moment": '{text} is no time; write "2020-12-18 08:00", in the time of Vietnam',
    "announced_file": "{path} is larger than {limit} MB; put it somewhere, and give its address with --link",
    "no_recipients": "nobody is meant, so nothing is sent; say with --to who is",
    "no_text": "there is no text, so nothing is sent",
    "text_too_long": "the text has {length} characters, and {limit} are possible; send the rest as a file",
    "time_is_past": "that time has passed, so nothing is sent",
    "bad_link": "{link} is no web address; write https://...",
    "no_such_field": "nobody knows what belongs into {{{field}}}; known are {{tên}}, {{khóm}}, {{kỳ}} and {{hạn}}",
    "no_period_for_field": "{{{field}}} needs a period; give it with --period",
    "not_in_ward": "somebody of them is not of this ward, so nothing is sent",
    "announced_just_now": "the same was announced less than {minutes} minutes ago; if it is meant, add --again",
    "folder": "{path} cannot be written to: {problem}",
    "no_zalo_bot": "no Zalo bot is set; put its token into .env as ZALO_BOT_TOKEN",
}


def english(problem: BotError) -> str:
    """The sentence for the problem; its own words where it has no sentence."""
    template = SENTENCES.get(problem.code)
    if template is None:
        return str(problem)
    try:
        return template.format_map(problem.params)
    except KeyError:
        return str(problem)
