"""How people are addressed: asked once, and sentences that exist with and without a form of address."""

from __future__ import annotations

from typing import NamedTuple

# "Gọi tui là chú Bảy": one of them, before the word.
CALLING_WORDS = ("gọi", "kêu", "xưng")
QUESTION = "Em nên xưng hô thế nào cho phải ạ?"
HINT = "Chọn một dòng là được. Không chọn cũng không sao ạ."
RATHER_NOT = "Bỏ qua"
CHOSEN = "Dạ, từ nay em gọi là {who}. Muốn đổi, gõ: xưng hô."
NOT_CHOSEN = "Dạ vâng ạ. Khi nào muốn chọn, gõ: xưng hô."
WORDS = ("xưng hô", "đổi xưng hô", "cách xưng hô")

WITH_NAME = "{who} {name}"
"""cô Trần Thị Lan."""


class Said(NamedTuple):
    """One sentence twice: to somebody who is addressed as {who} ("cô"; {Who} begins a sentence), and to anybody."""

    to: str
    plain: str

    def by(self, who: str, **places: object) -> str:
        """The sentence for somebody addressed so; `who` is empty where that is not known."""
        sentence = self.to if who else self.plain
        return sentence.format(who=who, Who=who.capitalize(), **places)
