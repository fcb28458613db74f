"""A plain aiogram bot: a finite state machine in memory, one update of a chat at a time. Started by the benchmark."""

from __future__ import annotations

import asyncio
import os

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage, SimpleEventIsolation
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from benchmarks.peers import form

router = Router()


class Report(StatesGroup):
    """Where a person is."""

    figures = State()
    remark = State()
    review = State()


@router.message(F.text == form.BEGIN)
async def begin(message: Message, state: FSMContext) -> None:
    """The first question."""
    await state.set_state(Report.figures)
    await state.set_data({"answers": []})
    await message.answer(form.question(0))


@router.message(Report.figures, F.text)
async def figure(message: Message, state: FSMContext) -> None:
    """A figure was typed."""
    text = message.text or ""
    if form.number(text) is None:
        await message.answer(form.NOT_A_NUMBER)
        return
    answers = [*(await state.get_data())["answers"], int(text)]
    await state.update_data(answers=answers)
    if len(answers) < len(form.QUESTIONS):
        await message.answer(form.question(len(answers), text))
        return
    await state.set_state(Report.remark)
    await message.answer(form.remark(text), reply_markup=button(form.SKIP, "skip"))


@router.message(Report.remark, F.text)
async def remark(message: Message, state: FSMContext) -> None:
    """A remark was typed."""
    await review(message, state, message.text or "")


@router.callback_query(Report.remark, F.data == "skip")
async def skip(query: CallbackQuery, state: FSMContext) -> None:
    """There is no remark."""
    await query.answer()
    if isinstance(query.message, Message):
        await query.message.edit_text(f"{form.REMARK} –")
        await review(query.message, state, "–")


@router.callback_query(Report.review, F.data == "send")
async def send(query: CallbackQuery, state: FSMContext) -> None:
    """The report is right."""
    await query.answer()
    await state.clear()
    if isinstance(query.message, Message):
        await query.message.answer(form.SENT)


async def review(message: Message, state: FSMContext, said: str) -> None:
    """All answers, to be read over."""
    await state.set_state(Report.review)
    answers = (await state.get_data())["answers"]
    await message.answer(form.review(answers, said), reply_markup=button(form.SEND, "send"))


def button(label: str, data: str) -> InlineKeyboardMarkup:
    """One button."""
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=label, callback_data=data)]])


async def main() -> None:
    """Poll until killed."""
    server = TelegramAPIServer.from_base(os.environ["TELEGRAM_API_BASE"])
    bot = Bot(
        os.environ["TELEGRAM_BOT_TOKEN"],
        session=AiohttpSession(api=server),
        default=DefaultBotProperties(parse_mode=ParseMode.HTML),
    )
    dispatcher = Dispatcher(storage=MemoryStorage(), events_isolation=SimpleEventIsolation())
    dispatcher.include_router(router)
    await dispatcher.start_polling(bot, handle_signals=False)


if __name__ == "__main__":
    asyncio.run(main())
