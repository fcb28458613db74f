"""A head resigns: the officer sees who holds which post, ends it after one question, and everybody concerned knows."""

from __future__ import annotations

import pytest

from bot.actions.installation import person_called
from bot.clock import local_date
from storage.transaction import Transaction
from tests.handlers.room import CAST, Ward
from tests.handlers.test_plain_text import newest, says

BINH_OF_KHOM_2 = ("người phụ trách", "khóm 2", "1")
SURE = "Cho Lê Văn Bình thôi làm Trưởng ban vận động Khóm 2 ạ?"
DONE = "Lê Văn Bình đã thôi làm Trưởng ban vận động Khóm 2 từ lúc này."


def posts_of(ward: Ward, who: str) -> list[str]:
    def work(tx: Transaction) -> list[str]:
        person = person_called(tx, CAST[who], local_date(ward.now))
        return [f"{post.role} {post.unit.code}" for post in person.posts]

    return ward.reads(work)


def test_the_officer_sees_who_holds_which_post(ward: Ward) -> None:
    shown = says(ward, "hoa", "ai phu trach")
    assert "Khóm 1: Trần Thị Lan (Trưởng ban vận động), Nguyễn Văn Minh (Phó ban vận động)" in shown
    assert "Phường Tân Quy Đông: Nguyễn Thị Hoa (Cán bộ văn hóa)" in shown


def test_it_is_said_what_it_means_before_it_is_done(ward: Ward) -> None:
    asked = says(ward, "hoa", *BINH_OF_KHOM_2)
    assert asked.startswith(SURE)
    assert "Từ lúc này Lê Văn Bình không làm, không xem được báo cáo của Khóm 2" in asked
    assert posts_of(ward, "binh") == ["head K2"]
    assert "Ở Khóm 2, ai thôi nhiệm vụ ạ?" in says(ward, "hoa", "không")
    assert posts_of(ward, "binh") == ["head K2"]


@pytest.mark.parametrize("yes", ["1", "đồng ý cho thôi", "ừ"])
def test_it_ends_with_one_yes_and_the_officer_can_invite_who_follows(ward: Ward, yes: str) -> None:
    done = says(ward, "hoa", *BINH_OF_KHOM_2, yes)
    assert done.startswith(f"{DONE}\nKhóm 2 giờ chưa có ai làm báo cáo.")
    assert posts_of(ward, "binh") == []
    assert "Xin gõ họ và tên Trưởng ban vận động Khóm 2." in says(ward, "hoa", "mời người thay")
    assert "Khóm 2: chưa có ai" in says(ward, "hoa", "người phụ trách")


def test_who_resigned_is_told_and_can_do_nothing_there_any_more(ward: Ward) -> None:
    says(ward, "binh", "1", "305")
    says(ward, "hoa", *BINH_OF_KHOM_2, "1")
    told = newest(ward, "binh")
    assert told.startswith("Từ hôm nay bác thôi làm Trưởng ban vận động Khóm 2 trên trợ lý này.")
    assert "Nếu có nhầm lẫn, xin gọi chị Nguyễn Thị Hoa:" in told
    refused = says(ward, "binh", "1.220")
    assert refused.startswith("Em chỉ nhận báo cáo của khóm mình phụ trách ạ.")
    assert "Hiện bác không phụ trách phần nào trên trợ lý này." in refused
    assert "Việc này dành cho người khác phụ trách" in says(ward, "binh", "báo cáo")


def test_an_old_button_does_not_put_out_who_was_let_in_again(ward: Ward) -> None:
    ward.does("hoa", choice="@posts:ask:3:3:head")
    assert newest(ward, "hoa").startswith(SURE)
    button = ward.room.shown["hoa"][-1].rows[0][0].id
    says(ward, "hoa", "menu")
    ward.does("hoa", choice=button, pressed="1")
    assert posts_of(ward, "binh") == ["head K2"]


@pytest.mark.parametrize("who", ["lan", "minh", "binh"])
@pytest.mark.parametrize("choice", ["@posts", "@posts:3", "@posts:ask:3:3:head"])
def test_nobody_of_a_khom_sees_or_ends_posts(ward: Ward, who: str, choice: str) -> None:
    ward.does(who, choice=choice)
    assert "Việc này dành cho người khác phụ trách" in newest(ward, who)
    assert "Người phụ trách" not in says(ward, who, "menu")
    ward.does(who, text="người phụ trách")
    assert "Việc này dành cho người khác phụ trách" in newest(ward, who)
    assert posts_of(ward, "binh") == ["head K2"]


def test_the_officer_does_not_end_her_own_post(ward: Ward) -> None:
    assert "Ở Phường Tân Quy Đông không có ai để cho thôi ạ." in says(ward, "hoa", "người phụ trách", "1")
    ward.does("hoa", choice="@posts:ask:1:1:ward_officer")
    assert "Không tự cho mình thôi được ạ." in newest(ward, "hoa")
    assert posts_of(ward, "hoa") == ["ward_officer TQD"]


@pytest.mark.parametrize("argument", ["99", "ask:99:3:head", "ask:3:99:head", "ask:3:3:deputy", "ask:3:3:x", "²"])
def test_what_is_not_there_is_refused_with_a_way_on(ward: Ward, argument: str) -> None:
    ward.does("hoa", choice=f"@posts:{argument}")
    assert "Về menu" in newest(ward, "hoa") or "Cần em giúp việc gì ạ?" in newest(ward, "hoa")
    assert posts_of(ward, "binh") == ["head K2"]
