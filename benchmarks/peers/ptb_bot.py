"""A plain python-telegram-bot ConversationHandler with PicklePersistence. Started by the benchmark."""

from __future__ import annotations

import os
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.constants import ParseMode
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ContextTypes,
    ConversationHandler,
    Defaults,
    MessageHandler,
    PicklePersistence,
    filters,
)

from benchmarks.peers import form

FIGURES, REMARK, REVIEW = range(3)
Context = ContextTypes.DEFAULT_TYPE


async def begin(update: Update, context: Context) -> int:
    """The first question."""
    answers_of(context).clear()
    await message_of(update).reply_text(form.question(0))
    return FIGURES


async def figure(update: Update, context: Context) -> int:
    """A figure was typed."""
    message = message_of(update)
    text = message.text or ""
    if form.number(text) is None:
        await message.reply_text(form.NOT_A_NUMBER)
        return FIGURES
    answers = answers_of(context)
    answers.append(int(text))
    if len(answers) < len(form.QUESTIONS):
        await message.reply_text(form.question(len(answers), text))
        return FIGURES
    await message.reply_text(form.remark(text), reply_markup=button(form.SKIP, "skip"))
    return REMARK


async def remark(update: Update, context: Context) -> int:
    """A remark was typed."""
    message = message_of(update)
    return await review(message, context, message.text or "")


async def skip(update: Update, context: Context) -> int:
    """There is no remark."""
    if update.callback_query is not None:
        await update.callback_query.answer()
        await update.callback_query.edit_message_text(f"{form.REMARK} –")
    return await review(message_of(update), context, "–")


async def review(message: Message, context: Context, said: str) -> int:
    """All answers, to be read over."""
    await message.reply_text(form.review(answers_of(context), said), reply_markup=button(form.SEND, "send"))
    return REVIEW


async def send(update: Update, context: Context) -> int:
    """The report is right."""
    if update.callback_query is not None:
        await update.callback_query.answer()
    await message_of(update).reply_text(form.SENT)
    return ConversationHandler.END


def answers_of(context: Context) -> list[int]:
    """What the person has answered so far."""
    kept: dict[Any, Any] = context.user_data if context.user_data is not None else {}
    answers: list[int] = kept.setdefault("answers", [])
    return answers


def message_of(update: Update) -> Message:
    """The message that was typed, or whose button was pressed."""
    message = update.effective_message
    if message is None:
        raise LookupError("an update without a message")
    return message


def button(label: str, data: str) -> InlineKeyboardMarkup:
    """One button."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data)]])


def main() -> None:
    """Poll until killed."""
    base = os.environ["TELEGRAM_API_BASE"]
    application = (
        Application.builder()
        .token(os.environ["TELEGRAM_BOT_TOKEN"])
        .base_url(f"{base}/bot")
        .defaults(Defaults(parse_mode=ParseMode.HTML))
        .persistence(PicklePersistence("conversations.pickle"))
        .build()
    )
    typed = filters.TEXT & ~filters.COMMAND
    conversation = ConversationHandler(
        entry_points=[MessageHandler(filters.Text([form.BEGIN]), begin)],
        states={
            FIGURES: [MessageHandler(typed, figure)],
            REMARK: [MessageHandler(typed, remark), CallbackQueryHandler(skip, pattern="^skip$")],
            REVIEW: [CallbackQueryHandler(send, pattern="^send$")],
        },
        fallbacks=[],
        name="report",
        persistent=True,
    )
    application.add_handler(conversation)
    application.run_polling()


if __name__ == "__main__":
    main()
