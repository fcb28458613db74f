"""A member's phone with the chat open, in Chromium."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, FilePayload, Page, ViewportSize, expect

from screenshots.pictures import write

CHROMIUM = Path("/usr/bin/chromium")
CHROMIUM_ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE: ViewportSize = {"width": 360, "height": 740}
SHARPNESS = 2
"""Pixels of the picture per pixel of the page: letters stay clear on paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """One member's phone with the chat open."""

    page: Page

    def enters(self, link: str) -> None:
        """Open an invitation and go in."""
        self.page.goto(link)
        self.page.get_by_role("button").click()
        expect(self.page.locator(".heard .choices")).to_have_count(1)
        self._settles()

    def types(self, *lines: str) -> None:
        """Answer, line by line."""
        for line in lines:
            heard = self._newest()
            self.page.locator("#text").fill(line)
            self.page.keyboard.press("Enter")
            self._hears(heard)

    def presses(self, label: str) -> None:
        """Press the newest button with that label."""
        heard = self._newest()
        self.page.get_by_role("button", name=label, exact=True).last.click()
        self._hears(heard)

    def sends(self, photo: FilePayload) -> None:
        """Send a photo."""
        heard = self._newest()
        self.page.locator("#files").set_input_files([photo])
        self._hears(heard)

    def picture(self, name: str) -> None:
        """Write what the phone shows now."""
        self._settles()
        write(name, self.page.screenshot())

    def labelled(self, beginning: str) -> str:
        """The newest button whose label begins so."""
        labels = self.page.locator(".choices button").all_text_contents()
        return next(label for label in reversed(labels) if label.startswith(beginning))

    def shows_from(self, words: str) -> None:
        """Scroll the newest card with these words to the top."""
        self.page.locator(".card", has_text=words).last.evaluate("card => card.scrollIntoView({ block: 'start' })")

    def shows_to_the_end(self) -> None:
        """Scroll down, to the newest card's buttons."""
        self.page.locator("#log").evaluate("log => log.scrollTo(0, log.scrollHeight)")

    def _newest(self) -> str:
        return self.page.locator(".heard").last.get_attribute("data-id") or ""

    def _hears(self, before: str) -> None:
        expect(self.page.locator(".heard").last).not_to_have_attribute("data-id", before)
        expect(self.page.locator(".own").last).to_have_attribute("data-fate", "taken")
        self._settles()

    def _settles(self) -> None:
        """A turn may say several things: wait until nothing new has come for a moment."""
        cards, before = self.page.locator(".card"), -1
        while before != cards.count():
            before = cards.count()
            self.page.wait_for_timeout(350)


def phone(browser: Browser) -> Phone:
    """A phone of its own for a member."""
    context = browser.new_context(
        viewport=PHONE,
        device_scale_factor=SHARPNESS,
        has_touch=True,
        is_mobile=True,
        locale="vi-VN",
        reduced_motion="reduce",
    )
    return Phone(page=context.new_page())
