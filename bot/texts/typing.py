"""What is said of choices where nothing can be pressed."""

from __future__ import annotations

# Below something that was said by the way. words: "Hỏi lại, Về menu".
BY_THE_WAY = "Cần thì gõ: {words}."
