"""A ward as the workbook sees it: four khóms worked by hand, with Lan's and Minh's reports and Hoa's export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

from bot.domain.carrying import Standing
from bot.domain.people import PersonId
from bot.domain.periods import PeriodId, ReportingPeriod, Span
from bot.domain.submissions import Empty, FormId, Revision, Status, SubmissionId
from bot.domain.targets import Target
from bot.domain.units import Level, Unit, UnitId
from exports.data import ColumnKind, FiledRecord, FormColumn, Records, UnitReport, WorkbookData

Answers = Mapping[str, str | Empty]

MADE_AT = datetime(2020, 12, 20, 2, 30, tzinfo=UTC)
SENT_AT = datetime(2020, 12, 17, 17, 5, tzinfo=UTC)
"""Already 18/12 in Vietnam: the khóm's due day."""

NAME_IN_NEED = "Nguyễn Thị Bảy"
NAME_PRAISED = "Trần Văn Tám"
NAME_UNWILLING = "Lê Thị Chín"

WARD = Unit(
    id=UnitId(100),
    code="TQD",
    name="Phường Tân Quy Đông",
    level=Level.WARD,
    parent=None,
    valid_from=date(2000, 1, 1),
)

COUNTED = (
    FormColumn(name="tong_so_ho", label="Tổng số hộ trong khóm", unit="hộ"),
    FormColumn(name="ho_dang_ky_gdvh", label="Số hộ đăng ký gia đình văn hóa", unit="hộ"),
    FormColumn(name="ho_dat_gdvh", label="Số hộ được công nhận đạt gia đình văn hóa", unit="hộ"),
)
YEAR_FORM = (
    *COUNTED,
    FormColumn(name="dang_ky_khom_vmdt", label="Khóm đăng ký văn minh đô thị", kind=ColumnKind.YES_NO),
    FormColumn(name="kp_xa_hoi_hoa", label="Xã hội hóa (tiền)", unit="đồng", kind=ColumnKind.MONEY),
    FormColumn(name="kp_da_chi", label="Đã chi", unit="đồng", kind=ColumnKind.MONEY),
    FormColumn(name="so_khen_ca_nhan", label="Số cá nhân được khen", unit="lượt"),
    FormColumn(name="kho_khan_vuong_mac", label="Khó khăn, vướng mắc", kind=ColumnKind.TEXT),
)
HARDSHIP_FORM = (
    FormColumn(name="nguoi_dai_dien", label="Họ tên người đại diện hộ", kind=ColumnKind.TEXT, personal=True),
    FormColumn(name="nam_sinh", label="Năm sinh", kind=ColumnKind.TEXT, personal=True),
    FormColumn(name="so_nhan_khau", label="Số người trong hộ", unit="người"),
    FormColumn(
        name="nhom_hoan_canh",
        label="Nhóm hoàn cảnh",
        kind=ColumnKind.CHOICE,
        choices={"om_dau": "ốm đau dài ngày", "nha_dot": "nhà dột nát", "neo_don": "già yếu neo đơn"},
    ),
    FormColumn(name="mo_ta_ngan", label="Mô tả ngắn", kind=ColumnKind.TEXT),
    FormColumn(name="ngay_ghi", label="Ngày ghi", kind=ColumnKind.DAY),
)
GOOD_DEED_FORM = (
    FormColumn(name="ten", label="Họ tên hoặc tên tập thể", kind=ColumnKind.TEXT, personal=True),
    FormColumn(name="viec_lam", label="Việc tốt", kind=ColumnKind.TEXT),
    FormColumn(name="gia_tri_uoc", label="Giá trị ước tính", unit="đồng", kind=ColumnKind.MONEY),
    FormColumn(name="minh_chung", label="Ảnh", kind=ColumnKind.FILES),
    FormColumn(name="dong_y_neu_guong", label="Đồng ý nêu gương", kind=ColumnKind.YES_NO),
)


def khom(number: int, name: str) -> Unit:
    """One khóm of the ward."""
    return Unit(
        id=UnitId(number),
        code=f"K{number}",
        name=name,
        level=Level.KHOM,
        parent=WARD.id,
        valid_from=date(2000, 1, 1),
        position=number,
    )


def revision(
    submission: int, answers: Answers, *, number: int = 1, at: datetime = SENT_AT, by: str = "Lan"
) -> Revision:
    """One sending with the answers; an empty state stands where a value would."""
    return Revision(
        submission=SubmissionId(submission),
        number=number,
        form=FormId(1),
        values={name: value for name, value in answers.items() if not isinstance(value, Empty)},
        empties={name: value for name, value in answers.items() if isinstance(value, Empty)},
        sent_by=PersonId(1),
        sent_by_name=by,
        sent_at=at,
    )


def report(unit: Unit, answers: Answers | None, *, at: datetime = SENT_AT, number: int = 1) -> UnitReport:
    """A khóm's report, or that it has not sent one."""
    if answers is None:
        return UnitReport(unit=unit)
    sent = revision(unit.id, answers, at=at, number=number)
    return UnitReport(unit=unit, status=Status.SUBMITTED, revision=sent, first_sent_at=SENT_AT)


def target(indicator: str, amount: str, out_of: str | None = None) -> Target:
    """A target of the ward's plan for 2020."""
    return Target(
        unit=WARD.id,
        indicator=indicator,
        amount=Decimal(amount),
        out_of=Decimal(out_of) if out_of else None,
        valid_from=date(2020, 1, 1),
        valid_to=date(2020, 12, 31),
        source="Kế hoạch 219/KH-BCT",
    )


TARGETS = (
    target("ty_le_dang_ky", "100"),
    target("ty_le_dat_tren_tong", "94"),
    target("ty_le_dat_tren_dang_ky", "94"),
    target("khom_dat_vmdt", "4", "4"),
    target("dang_ky_khom_vmdt", "4", "4"),
)


def period(code: str = "2020-Q4") -> ReportingPeriod:
    """The period with the dates of the rule."""
    span = Span.parse(code)
    return ReportingPeriod(
        id=PeriodId(1),
        ward=WARD.id,
        span=span,
        opens_on=span.opens,
        khom_due_on=span.khom_due,
        ward_due_on=span.ward_due,
    )


def workbook_data(
    reports: Sequence[UnitReport],
    *,
    columns: tuple[FormColumn, ...] = YEAR_FORM,
    targets: tuple[Target, ...] = TARGETS,
    hardship: Records | None = None,
    good_deeds: Records | None = None,
    may_see_names: bool = False,
) -> WorkbookData:
    """What Hoa's export is made from."""
    return WorkbookData(
        ward=WARD,
        period=period(),
        made_at=MADE_AT,
        made_by="Hoa",
        reports=tuple(reports),
        columns=columns,
        targets=targets,
        hardship=hardship or Records(columns=HARDSHIP_FORM),
        good_deeds=good_deeds or Records(columns=GOOD_DEED_FORM),
        may_see_names=may_see_names,
    )


def figures(households: int, registered: int, recognised: int | Empty, **others: str | Empty) -> dict[str, str | Empty]:
    """The three counts of the example, and what else was answered."""
    return {
        "tong_so_ho": str(households),
        "ho_dang_ky_gdvh": str(registered),
        "ho_dat_gdvh": recognised if isinstance(recognised, Empty) else str(recognised),
        **others,
    }


def four_khoms(recognised_in_d: int | Empty = Empty.UNKNOWN) -> tuple[UnitReport, ...]:
    """The example: A, B and C are complete; khóm D's recognised households are given."""
    more = {"dang_ky_khom_vmdt": "yes", "kp_xa_hoi_hoa": "25000000", "kp_da_chi": "18500000"}
    return (
        report(
            khom(1, "Khóm A"),
            figures(512, 512, 489, **more, so_khen_ca_nhan="3", kho_khan_vuong_mac="Thiếu chỗ sinh hoạt cộng đồng."),
        ),
        report(khom(2, "Khóm B"), figures(1034, 1030, 961, **more, so_khen_ca_nhan="12")),
        report(
            khom(3, "Khóm C"),
            figures(287, 287, 270, **more | {"kp_da_chi": "0"}, so_khen_ca_nhan=Empty.NOTHING),
            at=datetime(2020, 12, 19, 1, 0, tzinfo=UTC),
            number=2,
        ),
        report(
            khom(4, "Khóm D"),
            figures(648, 641, recognised_in_d, **more | {"dang_ky_khom_vmdt": "no"}, so_khen_ca_nhan="0"),
        ),
    )


def hardship_cases() -> Records:
    """One case with a name, one with text that a spreadsheet could mistake for a formula."""
    first = revision(
        11,
        {
            "nguoi_dai_dien": NAME_IN_NEED,
            "nam_sinh": "1957",
            "so_nhan_khau": "2",
            "nhom_hoan_canh": "om_dau nha_dot",
            "mo_ta_ngan": "Mái nhà dột nhiều chỗ, con ốm phải nghỉ làm dài ngày; cần sửa mái trước mùa mưa.",
            "ngay_ghi": "2020-12-10",
        },
    )
    second = revision(
        12, {"so_nhan_khau": Empty.UNKNOWN, "nhom_hoan_canh": "neo_don", "mo_ta_ngan": "=1+1 người, -2 con"}, by="Minh"
    )
    return Records(
        columns=HARDSHIP_FORM,
        filed=(
            FiledRecord(unit=khom(1, "Khóm A"), code="KK-K1-2020-001", revision=first, standing=Standing.NEW),
            FiledRecord(unit=khom(2, "Khóm B"), code="KK-K2-2020-001", revision=second, standing=Standing.UNCONFIRMED),
        ),
    )


def good_deeds() -> Records:
    """One person who agreed to be named and one who did not."""
    agreed = {
        "ten": NAME_PRAISED,
        "viec_lam": "Hiến 40 m² đất mở rộng hẻm và vận động bà con góp ngày công.",
        "gia_tri_uoc": "120000000",
        "minh_chung": "a1 b2",
        "dong_y_neu_guong": "yes",
    }
    unwilling = {
        "ten": NAME_UNWILLING,
        "viec_lam": "Nấu cháo cho người bệnh mỗi tuần.",
        "gia_tri_uoc": Empty.UNKNOWN,
        "dong_y_neu_guong": "no",
    }
    return Records(
        columns=GOOD_DEED_FORM,
        filed=(
            FiledRecord(unit=khom(1, "Khóm A"), code="NT-K1-2020-001", revision=revision(21, agreed)),
            FiledRecord(unit=khom(3, "Khóm C"), code="NT-K3-2020-001", revision=revision(22, unwilling)),
        ),
    )


def whole_workbook(*, may_see_names: bool = False, recognised_in_d: int | Empty = Empty.UNKNOWN) -> WorkbookData:
    """The example with cases, good deeds and a fifth khóm that has not sent."""
    return workbook_data(
        (*four_khoms(recognised_in_d), report(khom(5, "Khóm E"), None)),
        hardship=hardship_cases(),
        good_deeds=good_deeds(),
        may_see_names=may_see_names,
    )
