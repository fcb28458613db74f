"""Functions of digests and of chance; chance is drawn from the scope's source."""

from __future__ import annotations

import base64
import hashlib
import math
import string
from collections.abc import Callable
from typing import Final
from uuid import UUID

from forms.xpath.functions.table import Function, Takes, function
from forms.xpath.scope import Focus
from forms.xpath.values import Nodes, Value

_ALGORITHMS = {
    "MD5": "md5",
    "SHA-1": "sha1",
    "SHA-256": "sha256",
    "SHA-384": "sha384",
    "SHA-512": "sha512",
}
_LETTERS = string.ascii_letters + string.digits
_PARK_MILLER = 2_147_483_647


def _digest(focus: Focus, text: str, algorithm: str, encoding: str = "base64") -> Value:
    """A digest in base64 or hex; blank for an algorithm that ODK does not have."""
    name = _ALGORITHMS.get(algorithm.upper())
    if name is None:
        return ""
    digest = hashlib.new(name, text.encode(), usedforsecurity=False)
    return digest.hexdigest() if encoding == "hex" else base64.b64encode(digest.digest()).decode()


def _uuid(focus: Focus, length: float | None = None) -> Value:
    """A random UUID, or so many random letters and digits."""
    if length is None:
        return str(UUID(int=focus.scope.random().getrandbits(128), version=4))
    return "".join(focus.scope.random().choices(_LETTERS, k=int(length))) if 0 < length < 1000 else ""


def _randomize(focus: Focus, nodes: Nodes, seed: float | None = None) -> Value:
    """The nodes in another order: the same for the same seed in every ODK client, so the steps are fixed."""
    draw = focus.scope.random().random if seed is None else _park_miller(seed)
    shuffled: Nodes = []
    for last, node in enumerate(nodes):
        place = int(draw() * (last + 1))
        shuffled.append(node)
        shuffled[last], shuffled[place] = shuffled[place], node
    return shuffled


def _park_miller(seed: float) -> Callable[[], float]:
    """The generator of Park and Miller, which ODK seeds with a whole number."""
    state = int(math.fmod(seed, _PARK_MILLER)) if math.isfinite(seed) else 0
    if state <= 0:
        state += _PARK_MILLER - 1

    def draw() -> float:
        nonlocal state
        state = state * 16_807 % _PARK_MILLER
        return (state - 1) / (_PARK_MILLER - 1)

    return draw


HASHING: Final[tuple[Function, ...]] = (
    function("digest", _digest, Takes.TEXT, Takes.TEXT, Takes.TEXT, least=2),
    function("random", lambda focus: focus.scope.random().random(), reads_item=True),
    function("uuid", _uuid, Takes.NUMBER, least=0, reads_item=True),
    function("randomize", _randomize, Takes.NODES, Takes.NUMBER, least=1, gives_nodes=True),
)
