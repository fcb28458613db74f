"""Makes the pictures of the guide to forms: Hoa changes the quarterly report in a running sample ward.

Run it again after a change of wording or look, and look at what it wrote:

    .venv/bin/python docs/make_form_screenshots.py

It needs Chromium, and LibreOffice Calc with pdftoppm for the pictures of the sheets.
"""

from __future__ import annotations

from collections.abc import Collection
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import FilePayload, expect, sync_playwright
from screenshots.phone import CHROMIUM, CHROMIUM_ARGS, Phone, phone
from screenshots.pictures import IMAGES, first_page, write
from screenshots.sample_ward import HOA, sample_ward

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TITLE = "Báo cáo định kỳ của khóm"
BEHIND = "so_buoi_tuyen_truyen"
QUESTIONS = (
    {
        "type": "integer",
        "name": "nguoi_du_hop",
        "label": "Buổi đông nhất có bao nhiêu người dự ạ?",
        "hint": "Ví dụ: 60",
        "required": "yes",
        "relevant": f"${{{BEHIND}}} > 0",
        "constraint": ". >= 1 and . <= 2000",
        "constraint_message": "Em đọc là ${nguoi_du_hop} người. Xin gõ lại (từ 1 đến 2.000).",
        "bind::khom:unit": "người",
        "bind::khom:short": "Người dự buổi đông nhất",
    },
    {
        "type": "select_one noi_hop",
        "name": "noi_hop",
        "label": "Buổi đó họp ở đâu ạ?",
        "required": "yes",
        "relevant": f"${{{BEHIND}}} > 0",
        "bind::khom:short": "Nơi họp",
    },
)
LIST = (("noi_hop", "nha_vh", "Nhà văn hóa"), ("noi_hop", "nha_dan", "Nhà dân"), ("noi_hop", "khac", "Nơi khác"))
SURVEY_WIDTHS = {"type": 20, "name": 22, "label": 34, "relevant": 28, "constraint": 22, "constraint_message": 34}
TWO_LINES = 27
"""Points."""
ADDED = PatternFill("solid", fgColor="FFF2CC")
BEFORE_MEETINGS = ("412", "1650", "410", "389", "12", "120")


def column(sheet: Worksheet, heading: str) -> int:
    """The number of the column under a heading."""
    return [cell.value for cell in sheet[1]].index(heading) + 1


def row_of(sheet: Worksheet, name: str) -> int:
    """The number of the row of a question."""
    return [cell.value for cell in sheet[get_column_letter(column(sheet, "name"))]].index(name) + 1


def with_questions(downloaded: bytes) -> Workbook:
    """The workbook with two more questions and their list, as the guide says."""
    book = load_workbook(BytesIO(downloaded))
    survey, choices = book["survey"], book["choices"]
    for number, question in enumerate(QUESTIONS, start=row_of(survey, BEHIND) + 1):
        survey.insert_rows(number)
        for heading, text in question.items():
            cell = survey.cell(number, column(survey, heading), text)
            cell.font, cell.alignment = Font(name="Arial", size=10), Alignment(wrap_text=True, vertical="top")
    last = max(row[0].row for row in choices.iter_rows() if row[0].value)
    for number, item in enumerate(LIST, start=last + 1):
        for place, text in enumerate(item, start=1):
            choices.cell(number, place, text)
    return book


def saved(book: Workbook) -> FilePayload:
    """The workbook as it is sent."""
    content = BytesIO()
    book.save(content)
    return FilePayload(name="bao-cao-quy.xlsx", mimeType=XLSX, buffer=content.getvalue())


def the_officer(hoa: Phone) -> bytes:
    """Hoa takes the form away, sends it back with a mistake, mends it, tries it and publishes it; what she got."""
    hoa.presses("Biểu mẫu")
    hoa.picture("bieu-mau")
    hoa.presses(TITLE)
    hoa.presses("Tải về Excel")
    expect(hoa.page.locator("a.file")).to_have_count(1)
    hoa.picture("bieu-mau-tai-ve")
    with hoa.page.expect_download() as download:
        hoa.page.locator("a.file").click()
    content: bytes = download.value.path().read_bytes()
    wrong = with_questions(content)
    wrong["survey"].cell(row_of(wrong["survey"], "noi_hop"), 1, "select_one noi_hopp")
    _sends(hoa, saved(wrong), "chưa dùng được")
    hoa.picture("bieu-mau-can-sua")
    _sends(hoa, saved(with_questions(content)), "dùng được: bản mới")
    hoa.shows_from("dùng được: bản mới")
    hoa.picture("bieu-mau-dung-duoc")
    hoa.presses("Thử phiếu")
    hoa.types(*BEFORE_MEETINGS, "3")
    hoa.picture("thu-phieu")
    hoa.types("để sau")
    hoa.presses("Dùng ngay")
    hoa.picture("bieu-mau-dung-ngay")
    return content


def _sends(hoa: Phone, file: FilePayload, answer: str) -> None:
    hoa.sends(file)
    expect(hoa.page.locator(".card", has_text=answer).last).to_be_visible(timeout=20_000)


def pictures_of_the_sheets(downloaded: bytes, folder: Path) -> None:
    """The new rows among their neighbours, and the list."""
    book = with_questions(downloaded)
    survey, choices = book["survey"], book["choices"]
    first = row_of(survey, BEHIND) - 1
    _only(survey, {1, *range(first, first + 5)}, {column(survey, heading) for heading in SURVEY_WIDTHS})
    for heading, width in SURVEY_WIDTHS.items():
        survey.column_dimensions[get_column_letter(column(survey, heading))].width = width
    for number in range(first, first + 5):
        survey.row_dimensions[number].height = TWO_LINES
    for number in (first + 2, first + 3):
        for cell in survey[number]:
            cell.fill = ADDED
    _only(choices, {1, *range(2, 2 + 2 + len(LIST))}, {1, 2, 3})
    for number in range(4, 4 + len(LIST)):
        for cell in choices[number][:3]:
            cell.fill = ADDED
    for sheet, name in ((survey, "trang-survey"), (choices, "trang-choices"), (book["Hướng dẫn"], "trang-huong-dan")):
        _picture(book, sheet, name, folder)


def _only(sheet: Worksheet, rows: Collection[int], columns: Collection[int]) -> None:
    """Hide all other rows and columns."""
    for number in range(1, sheet.max_row + 1):
        sheet.row_dimensions[number].hidden = number not in rows
    for number in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(number)].hidden = number not in columns
    for row in sheet.iter_rows():
        for cell in row:
            cell.comment = None


def _picture(book: Workbook, sheet: Worksheet, name: str, folder: Path) -> None:
    for other in book.worksheets:
        other.sheet_state = "visible" if other is sheet else "hidden"
    book.active = sheet
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.gridLines = sheet.print_options.headings = True
    file = folder / f"{name}.xlsx"
    book.save(file)
    write(name, first_page(file, 115))


def main() -> None:
    """All pictures, from one play of the sample ward."""
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as name, sample_ward(Path(name)) as links, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        hoa = phone(browser)
        hoa.enters(links[HOA])
        downloaded = the_officer(hoa)
        browser.close()
        pictures_of_the_sheets(downloaded, Path(name))


if __name__ == "__main__":
    main()
