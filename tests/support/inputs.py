"""What people who do anything at all may type, press and send."""

from __future__ import annotations

import importlib

from hypothesis import strategies as st

from bot.messages import AttachmentKind
from bot.texts import announcing, conversation, figures, inviting, publishing, report

MODULES = (
    *("addressing", "announcing", "carrying", "conversation", "entrusting", "figures", "helping", "interview"),
    *("publishing", "receiving", "reminders", "report", "several", "sharing"),
)
"""Of bot/texts, those with words that people type or press."""
WORDS = sorted(
    {
        word
        for module in MODULES
        for value in vars(importlib.import_module(f"bot.texts.{module}")).values()
        for word in ((value,) if isinstance(value, str) else value if isinstance(value, tuple) else ())
        if isinstance(word, str) and len(word) < 25 and "{" not in word
    }
)
"""Every word and button of the product that may be typed."""
ANSWERS = (
    *("0", "1", "2", "412", "1.034", "2tr", "1tr2", "850 ngàn", "tổng 412, đạt 398", "khoảng 30", "94%", "-"),
    *("hôm nay", "18/11", "mùng 1", "quý hai", "1, 3", "8h30", "như cũ", "chưa rõ", "ko", "giữ nguyên tất cả"),
    *("079123456789", "Nguyễn Thị Bảy", "một việc tốt cho cả khóm", "Ông Út hiến 40 mét đất làm đường hẻm 12"),
    *("2020-Q4", "2020-H9", "/start", "/tieptuc", "/nothing", "/start khong-co-ma-nay", "10.29, 105.75"),
)
ODD = (
    *("²", "١٢", "99999999999999999999999", "-99999999999999999999999", "1e999", "NaN", "0x10", "1/0", "31/2", "0/0/0"),
    *(
        "k" * 3_000,
        "a\u0301 " * 5_000,
        "👍",
        "👨‍👩‍👧‍👦🏽" * 40,
        "\u202e412",
        "\u0000",
        "4\u200b12",
        "\ufeff5",
        "\uff11\uff12",
    ),
    *("Nguye\u0302\u0303n Thi\u0323 Ba\u0309y", "chuwa rox", "nawm 2020", "giuwx nguyeen", "DDAT3", "TRA^`N THI."),
    *("<b>đậm</b> & *sao* _gạch_ `mã`", "{name} {0} %s %d", "=1+1", "\\n", "a\nb\n\nc", "1\n2\n3", ";" * 50, "1;2;3"),
)
TYPED = st.sampled_from(WORDS) | st.sampled_from(ANSWERS) | st.sampled_from(ODD) | st.text(max_size=30)

NUMBERS = ("", "1", "2", "99", "9" * 30, "²", "x", "1:2", "2:new", "1:khom_dinh_ky", "2020-Q4", "2020-Q9")
PLACES = (
    *("", "home", "nowhere", "interview", "report", "hardship", "good_deed", "mine", "copy", "resume", "address"),
    *("periods", "progress", "export", "trial", "help", "join", "stranger", "forms", "forms:of", "forms:get"),
    *("forms:send", "forms:history", "forms:withdraw", "forms:for", "forms:now", "forms:next", "forms:drop"),
    *(
        "forms:nowhere",
        "carried",
        "carried:1",
        "announce",
        "announce:new",
        "announce:show",
        "announce:go",
        "announcement:show",
        "announcement:chase",
        "notice:read",
        "notice:coming",
        "notice:ask",
        "ward_hardship",
        "received",
        "entrusted",
        "reminder",
        "reminder:1",
        "snooze",
        "reminding",
        "confirm",
        "confirm:1:right",
    ),
)
FORGED = st.builds("@{}:{}".format, st.sampled_from(PLACES), st.sampled_from(NUMBERS)) | st.sampled_from(
    (
        "@",
        "@interview",
        "@snooze",
        "@reminding:now",
        "@reminding:enabled_off",
        "@reminder:1:2:khom_dinh_ky",
        "1.option0",
        "1.line1",
        "1.send",
        "2.take",
        "x.y",
        ".",
        "typed",
        "9" * 64,
    )
)
KINDS = tuple(kind.value for kind in AttachmentKind)
WITHOUT_BUTTONS = tuple(
    text.partition("{")[0]
    for text in (
        figures.EXPORT_COMING,
        publishing.COMING,
        publishing.CHECKING,
        conversation.STALE,
        announcing.PROOF_COMING,
        inviting.COMING,
        *report.COPY_COMING.values(),
    )
)
"""What is said while something is fetched: the card before it stays in force."""
