"""Fillings and sendings as ODK instance XML: other tools read them, and we read back what they say."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from bot.domain.submissions import Empty
from forms.interchange import InstanceError, Sent, instance_xml, read_instance, sent_xml
from forms.trace import Walk
from tests.support.forms import Conversation, around, form_of

FORM = form_of("""
| survey |
| | type           | name  | label | relevant       | bind::khom:empty | bind::khom:privacy | calculation |
| | integer        | so_ho | Hộ?   |                | unknown nothing  |                    |             |
| | begin_group    | nha   | Nhà   |                |                  |                    |             |
| | text           | chu   | Chủ?  |                |                  | personal           |             |
| | text           | xua   | Xưa?  | ${so_ho} > 100 |                  |                    |             |
| | end_group      |       |       |                |                  |                    |             |
| | begin_repeat   | con   | Con   |                |                  |                    |             |
| | text           | ten   | Tên?  |                |                  |                    |             |
| | integer        | tuoi  | Tuổi? |                | unknown          |                    |             |
| | begin_repeat   | viec  | Việc  |                |                  |                    |             |
| | text           | gi    | Gì?   |                |                  |                    |             |
| | end_repeat     |       |       |                |                  |                    |             |
| | end_repeat     |       |       |                |                  |                    |             |
| | calculate      | dem   |       |                |                  |                    | count(${con}) |
| settings |
| | form_id | version |
| | ho_dan  | 7       |
""")


def sent() -> Sent:
    """What Lan sent about two children; the figure of the households is not known yet."""
    talk = Conversation(FORM)
    talk.says(
        "chưa rõ", "Trần Thị <Bảy> & con", "An", "9", "quét nhà", "đủ rồi", "thêm nữa", "Bình", "chưa rõ", "không"
    )
    talk.says("đủ rồi")
    completed = talk.filling.complete()
    return Sent(values=completed.values, empties=completed.empties, instance_id="uuid:2", deprecated_id="uuid:1")


def test_what_was_sent_is_read_back_as_it_was() -> None:
    original = sent()
    assert original.empties == {"so_ho": Empty.UNKNOWN, "con[2]/tuoi": Empty.UNKNOWN}
    received = read_instance(FORM, sent_xml(FORM, original))
    assert received.values == original.values
    assert received.empties == original.empties
    assert (received.version, received.instance_id, received.deprecated_id) == ("7", "uuid:2", "uuid:1")


def test_other_tools_find_the_form_its_version_and_the_identity_and_a_blank_where_a_figure_is_missing() -> None:
    root = fromstring(sent_xml(FORM, sent()))
    assert (root.tag, root.get("id"), root.get("version")) == ("data", "ho_dan", "7")
    assert root.findtext("meta/instanceID") == "uuid:2"
    assert root.findtext("so_ho") == ""
    assert [row.findtext("ten") for row in root.iterfind("con")] == ["An", "Bình"]
    assert root.findtext("con/viec/gi") == "quét nhà"
    assert root.findtext("nha/chu") == "Trần Thị <Bảy> & con"


def test_personal_answers_can_be_withheld_and_leave_a_mark() -> None:
    original = sent()
    xml = sent_xml(FORM, Sent(values=original.values, instance_id="uuid:2", withheld={"chu"}))
    assert "Bảy" not in xml
    assert read_instance(FORM, xml).withheld == {"chu"}


def test_a_filling_that_is_under_way_shows_blanks_and_leaves_out_what_is_hidden() -> None:
    walk = Walk(FORM, around())
    walk.take(["/data/nha/xua", "có"])
    walk.take(["/data/so_ho", "7"])
    xml = instance_xml(walk.instance)
    assert "<so_ho>7</so_ho><nha><chu/></nha>" in xml
    walk.take(["/data/so_ho", "101"])
    assert "<nha><chu/><xua>có</xua></nha>" in instance_xml(walk.instance)


def test_a_character_that_xml_cannot_hold_is_left_out() -> None:
    xml = sent_xml(FORM, Sent(values={"chu": "Lan\x0b\x00 Trần"}, instance_id="uuid:2"))
    assert read_instance(FORM, xml).values == {"chu": "Lan Trần"}


def test_an_instance_of_another_tool_may_have_a_namespace_and_elements_that_we_do_not_know() -> None:
    xml = """<data xmlns="http://opendatakit.org/submissions" xmlns:orx="http://openrosa.org/xforms" id="ho_dan">
      <so_ho>7</so_ho> <la>?</la> <con><ten>An</ten></con> <orx:meta><orx:instanceID>uuid:9</orx:instanceID></orx:meta>
    </data>"""
    received = read_instance(FORM, xml)
    assert received.values == {"so_ho": "7", "con": [{"ten": "An"}]}
    assert received.instance_id == "uuid:9"


@pytest.mark.parametrize(
    "xml",
    [
        "<data id='khac'/>",
        "<ho id='ho_dan'/>",
        "no XML",
        "<!DOCTYPE d [<!ENTITY a 'b'>]><data id='ho_dan'>&a;</data>",
    ],
)
def test_what_is_no_instance_of_the_form_is_refused(xml: str) -> None:
    with pytest.raises(InstanceError):
        read_instance(FORM, xml)
