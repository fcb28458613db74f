"""Consultation messages: exactly the documented shapes, and what is counted."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from typing import Any

import pytest
from aiohttp import web
from PIL import Image

from tests.support.zalo_oa import Options, Person, ZaloOaServer

from .conftest import RawClient, Violated


def query(number: int, **more: Any) -> dict[str, Any]:
    return {"type": "oa.query.hide", "title": f"Việc {number}", "payload": f"#@{number}", **more}


def with_buttons(*buttons: dict[str, Any], **payload: Any) -> dict[str, Any]:
    return {
        "text": "Chọn một.",
        "attachment": {"type": "template", "payload": {**payload, "buttons": list(buttons)}},
    }


async def test_a_text_is_shown_and_counted(client: RawClient, zalo: ZaloOaServer, lan: Person) -> None:
    answer = await client.send(lan, {"text": "Xin chào <b>&"})
    assert (answer["error"], answer["data"]["user_id"]) == (0, lan.id)
    assert "quota" not in answer["data"]
    assert (await lan.sees("Xin chào <b>&")).message_id == answer["data"]["message_id"]
    assert (lan.standing.received, lan.standing.billed) == (1, 0)
    assert zalo.violations == []


@pytest.mark.parametrize("options", [Options(quota_in_answers=True)])
async def test_the_quota_object_may_be_there(client: RawClient, lan: Person) -> None:
    answer = await client.send(lan, {"text": "Xin chào"})
    assert answer["data"]["quota"] == {"quota_type": "reply", "remain": "8", "total": "8"}


@pytest.mark.parametrize("text", ["k" * 2001, "👍" * 1001])
async def test_what_is_too_long_is_refused_and_not_cut(
    text: str, client: RawClient, lan: Person, violated: Violated
) -> None:
    assert (await client.send(lan, {"text": text}))["error"] == -210
    assert violated("more than 2000")
    assert lan.screen == []


async def test_two_thousand_characters_fit(client: RawClient, lan: Person) -> None:
    assert (await client.send(lan, {"text": "ộ" * 2000}))["error"] == 0


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"text": ""},
        {"text": "  "},
        {"text": 412},
        {"text": unicodedata.normalize("NFD", "hộ")},
        {"text": "Chào", "reply_markup": {}},
        {"text": "Chào", "attachment": {"type": "image", "payload": {"url": "https://a.vn/b.jpg"}}},
        {"attachment": {"type": "file", "payload": {"attachment_id": "file-00000001-q1w2e3"}}},
        {"attachment": {"type": "file", "payload": {"token": "never-uploaded"}}},
        with_buttons(),
        with_buttons(*(query(number) for number in range(6))),
        with_buttons(query(1, title="d" * 101)),
        with_buttons(query(1, payload="x" * 1001)),
        with_buttons(query(1, payload={"url": "https://a.vn"})),
        with_buttons(query(1, type="oa.open.url", payload="https://a.vn")),
        with_buttons(query(1, type="oa.open.url", payload={"url": "http://a.vn"})),
        with_buttons(query(1, type="oa.open.phone", payload={"phone_code": "0901234567"})),
        with_buttons(query(1, type="callback")),
        with_buttons(query(1), template_type="button"),
        {"attachment": with_buttons(query(1))["attachment"]},
        {"attachment": {"type": "template", "payload": {"template_type": "list", "elements": [], "buttons": []}}},
    ],
)
async def test_other_shapes_are_violations(
    message: dict[str, Any], client: RawClient, zalo: ZaloOaServer, lan: Person
) -> None:
    assert (await client.send(lan, message))["error"] == -201
    assert len(zalo.violations) == 1
    assert lan.screen == []


async def test_five_buttons_of_every_type_are_shown(client: RawClient, lan: Person) -> None:
    page = {"type": "oa.open.url", "title": "Mở", "payload": {"url": "https://a.vn/x"}}
    call = {"type": "oa.open.phone", "title": "Gọi", "payload": {"phone_code": "84901234567"}}
    sms = {"type": "oa.open.sms", "title": "Nhắn", "payload": {"phone_code": "84901234567", "content": "Xin giúp"}}
    show = query(2, type="oa.query.show", image_icon="")
    assert (await client.send(lan, with_buttons(query(1), show, page, call, sms)))["error"] == 0
    seen = await lan.sees("Chọn một.")
    assert seen.buttons == ["Việc 1", "Việc 2", "Mở", "Gọi", "Nhắn"]
    assert lan.opens("Mở") == "https://a.vn/x"
    with pytest.raises(AssertionError, match="sends nothing"):
        lan.presses("Gọi")


async def test_name_and_telephone_are_asked_for(client: RawClient, lan: Person) -> None:
    element = {"title": "Xin số", "subtitle": "Để phường gọi lại", "image_url": "https://a.vn/b.png"}
    payload = {"template_type": "request_user_info", "elements": [element]}
    answer = await client.send(lan, {"text": "Chào bà", "attachment": {"type": "template", "payload": payload}})
    assert answer["error"] == 0
    assert (await lan.sees("Để phường gọi lại")).asks_for_info


async def test_version_two_is_over(client: RawClient, lan: Person, violated: Violated) -> None:
    body = {"recipient": {"user_id": lan.id}, "message": {"text": "Xin chào"}}
    answer = await client.call("POST", "/v2.0/oa/message", json=body)
    assert answer["error"] == -240
    assert "please switch to MessageV3" in answer["message"]
    assert violated("version 2")


async def test_nobody_and_the_account_itself_get_no_message(
    client: RawClient, zalo: ZaloOaServer, violated: Violated
) -> None:
    unknown = zalo.person("Tú")
    assert (await client.send(unknown, {"text": "Xin chào"}))["error"] == -201
    assert violated("nobody has this id")
    body = {"recipient": {"user_id": zalo.oa_id}, "message": {"text": "Xin chào"}}
    assert (await client.call("POST", "/v3.0/oa/message/cs", json=body))["error"] == -201
    assert violated("an echo was answered")


async def test_a_picture_at_an_address_is_fetched_twice(client: RawClient, lan: Person, violated: Violated) -> None:
    fetched: list[str] = []

    async def serve(request: web.Request) -> web.Response:
        fetched.append(request.path)
        image = BytesIO()
        Image.new("RGB", (4, 4)).save(image, "PNG")
        once = request.path == "/once.png" and fetched.count("/once.png") > 1
        return web.Response(status=410) if once else web.Response(body=image.getvalue(), content_type="image/png")

    app = web.Application()
    app.router.add_get("/{name}", serve)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    base = f"http://127.0.0.1:{runner.addresses[0][1]}"

    def picture(name: str) -> dict[str, Any]:
        payload = {"template_type": "media", "elements": [{"media_type": "image", "url": f"{base}/{name}"}]}
        return {"text": "Chú thích", "attachment": {"type": "template", "payload": payload}}

    assert (await client.send(lan, picture("bieu-do.png")))["error"] == 0
    assert fetched == ["/bieu-do.png"] * 2
    assert (await lan.sees_file("bieu-do.png")).text == "Chú thích"
    assert (await client.send(lan, picture("once.png")))["error"] == -201
    assert violated("no picture there")
    await runner.cleanup()
