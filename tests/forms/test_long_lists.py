"""Lists that are too long for one message: page by page, by words, and 10,000 lines of which few are shown."""

from __future__ import annotations

from forms.prompt import Accepted, Narrowed, Prompt
from forms.state import View
from tests.support.forms import Conversation, form_of, refused, understood

PLACES = ("Khóm 1", "Khóm 2", "Khóm 3", "Khóm Tân An", "Khóm Tân Thuận", "Khóm Tân Hòa", "Ấp Phú An", "Ấp Phú Thuận",
          "Ấp Phú Hòa", "Ấp Sa Nhiên", "Chợ Bà Tư", "Chợ Nàng Hai")  # fmt: skip


def table(kind: str, labels: tuple[str, ...] = PLACES, **columns: str) -> str:
    names, cells = "".join(f" {name} |" for name in columns), "".join(f" {cell} |" for cell in columns.values())
    return "\n".join(
        [
            "| survey |",
            f"| | type | name | label |{names}",
            f"| | {kind} noi | noi | Ở đâu ạ? |{cells}",
            f"| | text | het | Hết? |{' |' * len(columns)}",
            "| choices |",
            "| | list_name | name | label |",
            *(f"| | noi | n{number} | {label} |" for number, label in enumerate(labels, start=1)),
        ]
    )


ONE = form_of(table("select_one"))
SEVERAL = form_of(table("select_multiple"))


def prompt(talk: Conversation) -> Prompt:
    shown = talk.filling.prompt()
    assert shown is not None
    return shown


def labels(talk: Conversation) -> list[str]:
    return [choice.label for choice in prompt(talk).choices]


def turn(talk: Conversation) -> None:
    filling = talk.filling
    filling.turn_page()
    talk.state = filling.state


def test_ten_choices_are_shown_at_once_and_twelve_are_not() -> None:
    short = Conversation(form_of(table("select_one", PLACES[:10])))
    assert len(labels(short)) == 10
    assert prompt(short).listing is None
    long = Conversation(ONE)
    assert labels(long) == list(PLACES[:8])
    listing = prompt(long).listing
    assert listing is not None
    assert (listing.total, listing.found, listing.first, listing.has_more) == (12, 12, 0, True)


def test_pages_are_turned_and_come_round_to_the_first() -> None:
    talk = Conversation(ONE)
    turn(talk)
    assert labels(talk) == list(PLACES[8:])
    turn(talk)
    assert labels(talk) == list(PLACES[:8])


def test_a_number_means_the_line_that_is_shown() -> None:
    talk = Conversation(ONE)
    turn(talk)
    assert understood(talk.says("3")) == "Chợ Bà Tư"
    assert talk.asks() == "het"
    assert "view" not in talk.state


def test_words_narrow_the_list_and_narrow_it_again() -> None:
    talk = Conversation(ONE)
    outcome = talk.says("thuan")
    assert outcome == Narrowed(text="Có 2 dòng có chữ “thuan”.")
    assert labels(talk) == ["Khóm Tân Thuận", "Ấp Phú Thuận"]
    assert understood(talk.says("2")) == "Ấp Phú Thuận"


def test_the_whole_list_comes_back() -> None:
    talk = Conversation(ONE)
    talk.says("thuận")
    filling = talk.filling
    filling.show_whole_list()
    talk.state = filling.state
    assert labels(talk) == list(PLACES[:8])


def test_a_name_is_found_on_any_page() -> None:
    talk = Conversation(ONE)
    assert understood(talk.says("chợ nàng hai")) == "Chợ Nàng Hai"


def test_words_that_fit_nothing_leave_what_is_shown() -> None:
    talk = Conversation(ONE)
    turn(talk)
    assert "chưa thấy dòng nào có chữ “Cao Lãnh”" in refused(talk.says("Cao Lãnh"))
    assert labels(talk) == list(PLACES[8:])


def test_going_elsewhere_forgets_where_one_was_looking() -> None:
    talk = Conversation(ONE)
    talk.says("thuận")
    talk.goes_to("het")
    talk.goes_to("noi")
    assert labels(talk) == list(PLACES[:8])


def test_several_are_gathered_over_pages_and_searches() -> None:
    talk = Conversation(SEVERAL)
    talk.says("1, 2")
    assert talk.asks() == "noi", "more may follow"
    turn(talk)
    talk.presses("n11")
    assert labels(talk) == list(PLACES[8:]), "a press leaves the page"
    talk.says("phú hòa")
    assert understood(talk.keeps()) == "Khóm 1, Khóm 2, Ấp Phú Hòa, Chợ Bà Tư"
    assert talk.sent()["noi"] == "n1 n2 n9 n11"


def test_a_shuffled_list_keeps_its_order_from_turn_to_turn() -> None:
    talk = Conversation(form_of(table("select_one", PLACES[:9], parameters="randomize=true")))
    shown = labels(talk)
    assert sorted(shown) == sorted(PLACES[:9])
    assert labels(talk) == shown
    assert understood(talk.says("4")) == shown[3]


def test_ten_thousand_choices_are_found_and_never_all_shown() -> None:
    many = tuple(f"Hộ số {number} khóm {number % 7 + 1}" for number in range(1, 10_001))
    talk = Conversation(form_of(table("select_one", many)))
    assert len(labels(talk)) == 8
    assert isinstance(talk.says("khom 7"), Narrowed)
    assert isinstance(talk.says("hộ số 9999"), Accepted)
    assert talk.sent()["noi"] == "n9999"


def test_where_one_looks_is_kept_as_plain_json() -> None:
    talk = Conversation(ONE)
    talk.says("thuận")
    assert talk.state["view"] == ["/data/noi", "thuận", 0]
    assert View(key="/data/noi", words="thuận").first == 0
