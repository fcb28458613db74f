"""What a large form costs: loading it, a turn in it, a cascade over its choices, an open draft in memory.

    python -m benchmarks.large_form [--questions 300] [--choices 10000]

The form has groups of ten questions: numbers with constraints, conditions and sums, texts, short and cascading selects.
Its choices are one list of places in three levels, of which each cascade asks the third. CPU time, on this machine.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
import tracemalloc
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

from forms.filling import Filling, begin
from forms.prompt import Prompt, Surroundings
from forms.xform import Form, parse_xform
from forms.xlsform import to_xform

AROUND = Surroundings(now=datetime(2020, 12, 18, 9, 0, tzinfo=timezone(timedelta(hours=7))), username="Lan")
WARDS_IN_TOWN, PLACES_IN_WARD = 10, 20


def table(questions: int, choices: int) -> str:
    """The form as a Markdown table."""
    survey = [row for group in range(questions // 10) for row in _group(group)]
    wards = max(choices // PLACES_IN_WARD, 1)
    listed = [
        *(f"| | town | t{town} | Thị xã {town} | | |" for town in range(wards // WARDS_IN_TOWN + 1)),
        *(f"| | ward | w{ward} | Phường {ward} | t{ward // WARDS_IN_TOWN} | |" for ward in range(wards)),
        *(f"| | place | p{place} | Khóm {place} | | w{place // PLACES_IN_WARD} |" for place in range(choices)),
    ]
    return "\n".join(
        [
            "| survey |",
            "| | type | name | label | relevant | constraint | calculation | choice_filter |",
            *survey,
            "| choices |",
            "| | list_name | name | label | town | ward |",
            *listed,
        ]
    )


def _group(number: int) -> Iterator[str]:
    a, b = f"a{number}", f"b{number}"
    before = f"${{a{number - 1}}} >= 0 or ${{a{number - 1}}} = ''" if number else ""
    yield f"| | begin_group | g{number} | Phần {number} | {before} | | | |"
    yield f"| | integer | {a} | Số {a}? | | . >= 0 and . < 100000 | | |"
    yield f"| | integer | {b} | Trong đó {b}? | | . <= ${{{a}}} | | |"
    yield f"| | text | c{number} | Ghi chú của ${{{a}}}? | ${{{b}}} > 10 | | | |"
    yield f"| | decimal | d{number} | Tỷ lệ? | ${{{a}}} > 0 | . <= 100 | | |"
    yield f"| | select_one town | t{number} | Thị xã nào? | | | | |"
    yield f"| | select_one ward | w{number} | Phường nào? | | | | town = ${{t{number}}} |"
    yield f"| | select_one place | p{number} | Khóm nào? | | | | ward = ${{w{number}}} |"
    yield f"| | date | e{number} | Ngày nào? | | . <= today() | | |"
    yield f"| | calculate | s{number} | | | | ${{{a}}} + ${{{b}}} | |"
    total = f"${{s{number - 1}}} + ${{s{number}}}" if number else f"${{s{number}}}"
    yield f"| | calculate | z{number} | | | | {total} | |"
    yield "| | end_group | | | | | | |"


def answer(prompt: Prompt) -> tuple[str, str | None]:
    """A plausible answer: typed text, or the value of a choice."""
    if prompt.choices:
        return "", prompt.choices[len(prompt.choices) // 2].value
    return {"integer": "12", "decimal": "50", "date": "1/12/2020"}.get(prompt.type, "Mới sáp nhập tổ 5"), None


def walk(form: Form) -> tuple[list[float], dict[str, list[float]], dict[str, object]]:
    """CPU ms of every turn of a whole filling, also by type; and the state at the end."""
    state = begin(form, AROUND)
    turns: list[float] = []
    by_type: dict[str, list[float]] = {}
    while True:
        started = time.process_time_ns()
        filling = Filling(form, state, AROUND)
        prompt = filling.prompt()
        if prompt is None:
            return turns, by_type, dict(state)
        text, choice = answer(prompt)
        filling.answer(text, choice)
        filling.prompt()
        state = filling.state
        turns.append((time.process_time_ns() - started) / 1e6)
        by_type.setdefault(prompt.type, []).append(turns[-1])


def cascade(form: Form, state: dict[str, object]) -> float:
    """CPU ms to find the choices of a third-level select, the index being made."""
    filling = Filling(form, state, AROUND)
    filling.go_to("p0")
    runs = 200
    started = time.process_time_ns()
    for _ in range(runs):
        instance = filling._instance
        entry = instance.entry("/data/g0/p0")
        source = entry.question.choices
        assert source is not None
        assert source.nodes is not None
        assert instance.found(source.nodes, entry.node)
    return (time.process_time_ns() - started) / 1e6 / runs


def draft_memory(form: Form, state: dict[str, object]) -> int:
    """Bytes that a full draft takes while it is worked on."""
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    filling = Filling(form, state, AROUND)
    filling.prompt()
    taken = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert filling is not None
    return taken


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="What a large form costs.")
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--choices", type=int, default=10_000)
    given = parser.parse_args()
    started = time.process_time()
    xform = to_xform(table(given.questions, given.choices), file_type=".md", family="lon").xform
    published = time.process_time() - started
    started = time.process_time()
    gc.disable()  # as bot.actions.forms does while it loads a form
    form = parse_xform(xform)
    gc.enable()
    loaded = time.process_time() - started
    gc.freeze()  # as the product does with what it has loaded at the start
    walk(form)
    turns, by_type, state = walk(form)
    print(f"{given.questions} questions, {given.choices} choices, {len(xform) / 1e6:.1f} MB of XForm")
    print("| what | measured | wanted |\n|---|---|---|")
    print(f"| publishing (check and convert), once | {published:.1f} s | |")
    print(f"| loading a published form | {loaded * 1000:.0f} ms | 300 ms |")
    print(f"| a turn, median / most | {statistics.median(turns):.2f} / {max(turns):.2f} ms | 10 ms |")
    for name, spans in sorted(by_type.items()):
        print(f"| a turn of type {name}, median | {statistics.median(spans):.2f} ms | 10 ms |")
    print(f"| a cascade by index | {cascade(form, state):.3f} ms | 1 ms |")
    print(f"| an open draft in memory | {draft_memory(form, state) / 1000:.0f} kB | 100 kB |")


if __name__ == "__main__":
    main()
