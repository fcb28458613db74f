"""A server certificate for this machine, which the tests' own clients trust."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import aiohttp.connector
import pytest


@cache
def server_context() -> ssl.SSLContext:
    """Made once per process; skips the test where there is no openssl to make it with."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("there is no openssl to make a certificate with")
    with tempfile.TemporaryDirectory() as folder:
        key, certificate = Path(folder) / "key.pem", Path(folder) / "certificate.pem"
        subprocess.run(
            [
                *(openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"),
                *("-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate),
            ],
            check=True,
            capture_output=True,
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        _trust(certificate.read_text())
    return context


def _trust(certificate: str) -> None:
    # aiohttp makes its context when it is imported, so that no variable can name the certificate later.
    aiohttp.connector._SSL_CONTEXT_VERIFIED.load_verify_locations(cadata=certificate)
