"""The peers' form: ten counted figures, a remark that may be skipped, and a review."""

from __future__ import annotations

from benchmarks.script import BEGIN, SEND, SKIP

__all__ = [
    "BEGIN",
    "NOT_A_NUMBER",
    "QUESTIONS",
    "REMARK",
    "SEND",
    "SENT",
    "SKIP",
    "number",
    "question",
    "remark",
    "review",
]

QUESTIONS = (
    "Khóm có tất cả bao nhiêu hộ ạ?",
    "Khóm có tất cả bao nhiêu người (nhân khẩu) ạ?",
    "Năm nay khóm có bao nhiêu hộ đăng ký gia đình văn hóa ạ?",
    "Khóm tổ chức mấy buổi tuyên truyền trong quý ạ?",
    "Khóm nhận bao nhiêu tiền kinh phí nhà nước trong quý ạ?",
    "Khóm vận động được bao nhiêu tiền xã hội hóa trong quý ạ?",
    "Khóm đã chi bao nhiêu tiền cho phong trào trong quý ạ?",
    "Có mấy tập thể được khen trong quý ạ?",
    "Có mấy gia đình được khen trong quý ạ?",
    "Có mấy cá nhân được khen trong quý ạ?",
)
REMARK = "Khóm có khó khăn, vướng mắc gì không ạ?"
SENT = "Đã gửi báo cáo. Xin cảm ơn."
NOT_A_NUMBER = "Xin gõ một số, từ 0 trở lên."


def question(place: int, understood: str = "") -> str:
    """The question at that place, after what was understood of the answer before."""
    heading = f"Đã ghi: {understood}\n" if understood else ""
    return f"{heading}Câu {place + 1}/{len(QUESTIONS) + 1}\n<b>{QUESTIONS[place]}</b>"


def remark(understood: str) -> str:
    """The last question."""
    return f"Đã ghi: {understood}\nCâu {len(QUESTIONS) + 1}/{len(QUESTIONS) + 1}\n<b>{REMARK}</b>"


def review(answers: list[int], said: str) -> str:
    """All answers once more."""
    lines = [
        f"{place}. {text} {answer}" for place, (text, answer) in enumerate(zip(QUESTIONS, answers, strict=True), 1)
    ]
    return "\n".join([*lines, f"{len(lines) + 1}. {REMARK} {said}"])


def number(text: str) -> int | None:
    """The count that was typed; None if it is none."""
    return int(text) if text.isdecimal() else None
