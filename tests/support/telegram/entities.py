"""Reads Telegram's HTML as the public server's parse_html does, with its complaints and byte offsets."""

from __future__ import annotations

from dataclasses import dataclass, field

from .wire import BrokenRule, JsonObject

TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
EXPANDABLE = "expandable"
"""The only attribute that stands without a value, on blockquote."""
CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPACES = " \t\r\n\0\v"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormattedText:
    """A text and where it is bold: offsets count UTF-16 units, as everywhere in the Bot API."""

    text: str
    entities: list[JsonObject] = field(default_factory=list)

    def trimmed(self) -> FormattedText:
        """Telegram cuts white space off both ends, and moves the entities along."""
        text = self.text.strip(" \t\r\n")
        if text == self.text:
            return self
        lead = utf16_length(self.text[: len(self.text) - len(self.text.lstrip(" \t\r\n"))])
        end = utf16_length(text)
        moved = []
        for entity in self.entities:
            start = max(entity["offset"] - lead, 0)
            stop = min(entity["offset"] - lead + entity["length"], end)
            if stop > start:
                moved.append(entity | {"offset": start, "length": stop - start})
        return FormattedText(text=text, entities=moved)


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> FormattedText:
    """`<b>Khóm 1</b>` becomes the text "Khóm 1" with a bold entity; a broken tag is a BrokenRule."""
    return _HtmlReader(source).read()


@dataclass(slots=True, kw_only=True)
class _OpenTag:
    name: str
    argument: str
    offset: int
    start: int


class _HtmlReader:
    """One pass over the source; `at` is where it reads, and a NUL stands for "no more" as in the original."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text: list[str] = []
        self.length = 0
        self.open: list[_OpenTag] = []
        self.entities: list[JsonObject] = []

    def read(self) -> FormattedText:
        while self.at < len(self.source):
            character = self.peek()
            if character == "&":
                self.append(self.read_character() or self.take())
            elif character != "<":
                self.append(self.take())
            elif self.source[self.at + 1 : self.at + 2] == "/":
                self.read_end_tag()
            else:
                self.read_start_tag()
        if self.open:
            raise _complaint(f"Can't find end tag corresponding to start tag {self.open[-1].name}")
        ordered = sorted(self.entities, key=lambda entity: (entity["offset"], -entity["length"]))
        return FormattedText(text="".join(self.text), entities=ordered)

    def peek(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else "\0"

    def take(self) -> str:
        character = self.peek()
        self.at += 1
        return character

    def append(self, character: str) -> None:
        self.text.append(character)
        self.length += utf16_length(character)

    def byte_offset(self, position: int) -> int:
        return len(self.source[:position].encode())

    def skip_spaces(self) -> None:
        while self.at < len(self.source) and self.peek() in SPACES:
            self.at += 1

    def read_character(self) -> str | None:
        """The character behind `&lt;` or `&#7929`; None leaves the "&" as it stands."""
        end = self.at + 1
        if self.source[end : end + 1] == "#":
            end += 1
            base = 16 if self.source[end : end + 1] == "x" else 10
            end += base == 16
            digits = _run(self.source, end, "0123456789abcdefABCDEF" if base == 16 else "0123456789")
            code = int(digits, base) if digits else 0
            found = chr(code) if 0 < code < 0x10FFFF and len(digits) < 10 else None
            end += len(digits)
        else:
            name = _run(self.source, end, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
            found = CHARACTERS.get(name)
            end += len(name)
        if found is None:
            return None
        self.at = end + (self.source[end : end + 1] == ";")
        return found

    def read_start_tag(self) -> None:
        begin = self.at
        self.at += 1
        while self.peek() not in SPACES + ">":
            self.at += 1
        if self.peek() == "\0":
            raise _complaint(f"Unclosed start tag at byte offset {self.byte_offset(begin)}")
        name = self.source[begin + 1 : self.at].lower()
        if name not in TYPES:
            raise _complaint(f'Unsupported start tag "{name}" at byte offset {self.byte_offset(begin)}')
        argument = ""
        while self.peek() != ">":
            self.skip_spaces()
            if self.peek() == ">":
                break
            argument = self.read_attribute(name, begin) or argument
        self.at += 1
        if name == "span" and argument != "spoiler":
            raise _complaint(f'Tag "span" must have class "tg-spoiler" at byte offset {self.byte_offset(begin)}')
        self.open.append(_OpenTag(name=name, argument=argument, offset=self.length, start=len(self.text)))

    def read_attribute(self, tag: str, begin: int) -> str:
        """Returns what the attribute means for the tag, or nothing when the tag does not care for it."""
        where = self.byte_offset(begin)
        start = self.at
        if tag == "blockquote" and self.source.startswith(EXPANDABLE, start):
            self.at += len(EXPANDABLE)
            return EXPANDABLE
        while self.peek() not in SPACES + "=":
            self.at += 1
        attribute = self.source[start : self.at]
        if not attribute:
            raise _complaint(f'Empty attribute name in the tag "{tag}" at byte offset {where}')
        self.skip_spaces()
        if self.peek() != "=":
            expected = "Expected equal sign in declaration of an attribute of the tag"
            raise _complaint(f'{expected} "{tag}" at byte offset {where}')
        self.at += 1
        self.skip_spaces()
        if self.peek() == "\0":
            raise _complaint(f'Unclosed start tag "{tag}" at byte offset {where}')
        value = self.read_attribute_value()
        if self.peek() == "\0":
            raise _complaint(f"Unclosed start tag at byte offset {where}")
        return _meaning(tag, attribute, value)

    def read_attribute_value(self) -> str:
        if self.peek() not in "'\"":
            start = self.at
            while self.peek().isascii() and (self.peek().isalnum() or self.peek() in ".-"):
                self.at += 1
            if self.peek() not in SPACES + ">":
                raise _complaint(f"Unexpected end of name token at byte offset {self.byte_offset(start)}")
            return self.source[start : self.at].lower()
        quote = self.take()
        value: list[str] = []
        while self.peek() not in (quote, "\0"):
            decoded = self.read_character() if self.peek() == "&" else None
            value.append(decoded or self.take())
        if self.peek() == quote:
            self.at += 1
        return "".join(value)

    def read_end_tag(self) -> None:
        begin = self.at
        where = self.byte_offset(begin)
        if not self.open:
            raise _complaint(f"Unexpected end tag at byte offset {where}")
        self.at += 1
        while self.peek() not in SPACES + ">":
            self.at += 1
        name = self.source[begin + 2 : self.at].lower()
        self.skip_spaces()
        if self.peek() != ">":
            raise _complaint(f"Unclosed end tag at byte offset {where}")
        self.at += 1
        tag = self.open.pop()
        if name and name != tag.name:
            raise _complaint(f'Unmatched end tag at byte offset {where}, expected "</{tag.name}>", found "</{name}>"')
        if self.length > tag.offset:
            self.close(tag)

    def close(self, tag: _OpenTag) -> None:
        span: JsonObject = {"offset": tag.offset, "length": self.length - tag.offset}
        entity: JsonObject = {"type": TYPES[tag.name], **span}
        if tag.argument == EXPANDABLE:
            entity["type"] = "expandable_blockquote"
        elif tag.name == "a":
            url = tag.argument or "".join(self.text[tag.start :])
            if "." not in url and "://" not in url:
                return  # not a link: Telegram shows the words and drops the entity
            entity["url"] = url
        elif tag.name == "tg-emoji":
            if not tag.argument.isdigit():
                raise _complaint("Invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = tag.argument
        elif tag.name == "pre" and self.entities and self.entities[-1] == {"type": "code", **span}:
            self.entities.pop()
        self.entities.append(entity)


def _meaning(tag: str, attribute: str, value: str) -> str:
    if (tag, attribute) in {("a", "href"), ("tg-emoji", "emoji-id")}:
        return value
    if (tag, attribute) == ("span", "class"):
        return value.removeprefix("tg-")
    return ""


def _run(text: str, start: int, allowed: str) -> str:
    end = start
    while end < len(text) and text[end] in allowed:
        end += 1
    return text[start:end]


def _complaint(description: str) -> BrokenRule:
    return BrokenRule(f"can't parse entities: {description}")
