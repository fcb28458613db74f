"""Uploads: by ending and by what is inside, up to a size, for a week, and so many in a month."""

from __future__ import annotations

import zipfile
from datetime import timedelta
from io import BytesIO

import pytest

from tests.channels.samples import photo
from tests.support.zalo_oa import Options, Person, ZaloOaServer

from .conftest import RawClient


def office(*names: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


DOC = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(9)
DOCX = office("[Content_Types].xml", "word/document.xml")
XLSX = office("[Content_Types].xml", "xl/workbook.xml")


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"%PDF-1.4", "a.pdf"), (DOCX, "Báo cáo.DOCX"), ("hộ;412".encode(), "a.csv"), (DOC, "a.doc")],
)
async def test_documents_are_taken_and_sent_by_their_token(
    content: bytes, name: str, client: RawClient, lan: Person
) -> None:
    token = (await client.upload("file", content, name))["data"]["token"]
    answer = await client.send(lan, {"attachment": {"type": "file", "payload": {"token": token}}})
    assert answer["error"] == 0
    (file,) = (await lan.sees_file()).files
    assert (file.name, file.content) == (name, content)


async def test_a_picture_is_sent_by_its_id(client: RawClient, lan: Person) -> None:
    id = (await client.upload("image", photo(), "anh.jpg"))["data"]["attachment_id"]
    element = {"media_type": "image", "attachment_id": id}
    payload = {"template_type": "media", "elements": [element]}
    answer = await client.send(lan, {"text": "Ảnh lễ", "attachment": {"type": "template", "payload": payload}})
    assert answer["error"] == 0
    assert (await lan.sees("Ảnh lễ")).files[0].content == photo()


@pytest.mark.parametrize(
    "upload",
    [
        ("file", XLSX, "tong-hop.xlsx"),
        ("file", XLSX, "tong-hop.docx"),
        ("file", b"PK\x03\x04", "tong-hop.docx"),
        ("file", b"GIF89a", "a.pdf"),
        ("file", b"a\0b", "a.csv"),
        ("file", b"%PDF-" + bytes(5 * 1024 * 1024), "a.pdf"),
        ("image", b"%PDF-1.4", "a.jpg"),
        ("image", photo(), "a.webp"),
        ("image", photo() + bytes(1024 * 1024), "a.jpg"),
        ("gif", photo(), "a.gif"),
    ],
    ids=range(10),
)
@pytest.mark.parametrize("options", [Options(), Options(bad_upload=-233)])
async def test_other_types_and_larger_files_are_violations(
    upload: tuple[str, bytes, str], options: Options, client: RawClient, zalo: ZaloOaServer
) -> None:
    assert (await client.upload(*upload))["error"] == options.bad_upload
    assert len(zalo.violations) == 1


async def test_an_upload_expires_after_a_week(client: RawClient, zalo: ZaloOaServer, lan: Person) -> None:
    token = (await client.upload("file", b"%PDF-1.4", "a.pdf"))["data"]["token"]
    zalo.clock.advance(timedelta(days=7, seconds=1))
    zalo.tokens.new_pair()
    lan.says("còn đó không")
    answer = await client.send(lan, {"attachment": {"type": "file", "payload": {"token": token}}})
    assert answer["error"] == -100
    assert zalo.violations == []


async def test_the_months_uploads_are_counted(client: RawClient, zalo: ZaloOaServer) -> None:
    zalo.world.assets.monthly = 2
    answers = [await client.upload("file", b"%PDF-1.4", "a.pdf") for _ in range(3)]
    assert [answer["error"] for answer in answers] == [0, 0, -211]
    zalo.clock.advance(timedelta(days=31))
    zalo.tokens.new_pair()
    assert (await client.upload("file", b"%PDF-1.4", "a.pdf"))["error"] == 0
