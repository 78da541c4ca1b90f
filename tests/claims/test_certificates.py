"""Servers whose certificate says who they are, and such as can't be believed."""

from __future__ import annotations

import contextlib
import datetime
import ipaddress
import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.conf import LazySettings

from claims.errors import NotReadable
from claims.fetching import fetch
from claims.posting import post

HERE = ipaddress.ip_network("127.0.0.1/32")
DAY = datetime.timedelta(days=1)


class Quiet(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


def make_certificate(file: Path, *, address: str, days_left: int) -> Path:
    """Write a key and the certificate that it signed itself into one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "prova")])
    ends = datetime.datetime.now(datetime.UTC) + days_left * DAY
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(ends - 9 * DAY)
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))]), False
        )
        .sign(key, hashes.SHA256())
    )
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    file.write_bytes(key.private_bytes(pem, form, plain) + built.public_bytes(pem))
    return file


@contextlib.contextmanager
def serving_with(certificate: Path) -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Quiet)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None  # type: ignore[method-assign] # who hangs up is wanted
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"https://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("address", "days_left", "is_known"),
    [("127.0.0.1", 3, False), ("127.0.0.2", 3, True), ("127.0.0.1", -1, True)],
    ids=["signed by nobody known", "another's", "expired"],
)
def test_a_certificate_that_can_not_be_trusted_is_told_of(
    tmp_path: Path,
    settings: LazySettings,
    monkeypatch: pytest.MonkeyPatch,
    address: str,
    days_left: int,
    is_known: bool,
) -> None:
    settings.FETCH_ALLOWED_NETWORKS = [str(HERE)]
    certificate = make_certificate(tmp_path / "a.pem", address=address, days_left=days_left)
    if is_known:
        trust(certificate, monkeypatch)
    with serving_with(certificate) as url:
        for send in (lambda: fetch(url), lambda: post_to(url)):
            with pytest.raises(NotReadable) as refusal:
                send()
            assert refusal.value.code == "untrusted-certificate"


def test_one_that_can_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    certificate = make_certificate(tmp_path / "a.pem", address="127.0.0.1", days_left=3)
    trust(certificate, monkeypatch)
    with serving_with(certificate) as url:
        assert post_to(url) == 204


def trust(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let both doors trust what this certificate signed."""
    context = ssl.create_default_context(cafile=str(certificate))
    for door in ("fetching", "posting"):
        monkeypatch.setattr(f"claims.{door}.tls_context", lambda: context)


def post_to(url: str) -> int:
    return post(url, body=b"{}", headers={}, seconds=5, allowed=[HERE]).http_status
