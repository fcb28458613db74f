"""Courtesy that people put around the words that they were told to type."""

from __future__ import annotations

BEFORE_WORDS = ("dạ", "thưa", "vâng", "thôi", "ừ", "ờ", "cho", "mà")
AFTER_WORDS = (
    *("ạ", "nha", "nhé", "nghe", "nghen", "hen", "đó", "đi", "luôn", "em", "con", "cháu"),
    *("giùm", "dùm", "giúp", "với", "vậy"),
)
# "Quay lại giùm cô": the favour, and for whom it is asked.
FAVOUR_WORDS = ("giùm", "dùm", "giúp")
FOR_WHOM_WORDS = ("cô", "chú", "bác", "ông", "bà", "dì", "anh", "chị", "tôi", "mình")
# "Làm báo cáo quý": before what the menu calls by its name alone.
DOING_WORDS = ("làm", "nộp", "gửi", "ghi", "viết")
