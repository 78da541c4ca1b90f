"""Fetching, against a real server on this machine."""

from __future__ import annotations

import gzip
import ipaddress
import itertools
import time
import tracemalloc
import zlib

import pytest

from claims.errors import NotReadable
from claims.fetching import ARCHIVABLE, MAX_REDIRECTS, fetch

HERE = ipaddress.ip_address("127.0.0.1")
METADATA = ipaddress.ip_address("169.254.169.254")


def refusal_of(url, **options):
    with pytest.raises(NotReadable) as refusal:
        fetch(url, **options)
    return refusal.value


def test_a_page_comes_with_its_type_and_address(web):
    url = web.page("/a", "<p>Però</p>")
    fetched = fetch(url + "#fine")
    assert fetched.content.decode() == "<p>Però</p>"
    assert fetched.content_type == "text/html; charset=utf-8"
    assert fetched.final_url == url
    assert fetched.fetched_at.tzinfo is not None


def test_we_say_who_we_are_and_nothing_more(web, settings):
    settings.FETCH_USER_AGENT = "VaglioBot/prova"
    fetch(web.redirect("/vai", "/a") and web.page("/a", "x") and web.url + "/vai")
    for _path, headers in web.seen:
        assert headers["User-Agent"] == "VaglioBot/prova"
        assert headers["Host"] == f"127.0.0.1:{web.port}"
        assert not headers.keys() & {"Cookie", "Authorization", "Referer"}
    assert len(web.seen) == 2


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(web, status):
    web.redirect("/vai", "/arrivo?x=1", status)
    web.page("/arrivo", "qui")
    fetched = fetch(web.url + "/vai")
    assert (fetched.content, fetched.final_url) == (b"qui", web.url + "/arrivo?x=1")


def test_as_many_redirects_as_allowed_are_followed_and_no_more(web):
    for step in range(MAX_REDIRECTS + 1):
        web.redirect(f"/{step}", f"/{step + 1}")
    web.page(f"/{MAX_REDIRECTS}", "arrivo")
    assert fetch(web.url + "/0").content == b"arrivo"
    web.redirect(f"/{MAX_REDIRECTS}", f"/{MAX_REDIRECTS + 1}")
    assert refusal_of(web.url + "/0").code == "too-many-redirects"


def test_a_loop_is_left_at_once(web):
    web.redirect("/a", "/b")
    web.redirect("/b", "/a")
    assert refusal_of(web.url + "/a").code == "too-many-redirects"
    assert len(web.seen) == 2


@pytest.mark.parametrize(
    ("code", "target"),
    [
        ("private-address", "http://169.254.169.254/latest/"),
        ("private-address", "http://[::1]/"),
        ("private-address", "http://192.168.1.1/"),
        ("invalid-url", "file:///etc/passwd"),
        ("invalid-url", "http://nome:parola@127.0.0.1/"),
        ("invalid-url", "http://[non-un-numero/"),
    ],
)
def test_a_redirect_goes_through_the_same_checks(web, code, target):
    assert refusal_of(web.redirect("/vai", target)).code == code


def test_a_private_address_is_refused_without_leave(web, settings):
    settings.FETCH_ALLOWED_NETWORKS = []
    assert refusal_of(web.page("/a", "x")).code == "private-address"
    assert web.seen == []


def test_a_name_that_leads_to_a_private_address_is_refused(settings):
    settings.FETCH_ALLOWED_NETWORKS = []
    answer = refusal_of("http://giornale.example/", resolve=lambda host, port: [METADATA])
    assert answer.code == "private-address"


def test_a_name_that_changes_its_mind_is_asked_once_and_the_checked_address_is_used(web):
    web.page("/a", "qui")
    asked = []

    def rebind(host, port):
        asked.append(host)
        return [HERE] if len(asked) == 1 else [METADATA]

    fetched = fetch(f"http://giornale.example:{web.port}/a", resolve=rebind)
    assert fetched.content == b"qui"
    assert asked == ["giornale.example"]
    assert web.seen[0][1]["Host"] == f"giornale.example:{web.port}"


def test_a_name_that_turns_private_for_the_redirect_is_refused(web):
    web.redirect("/a", f"http://giornale.example:{web.port}/b")
    web.page("/b", "mai")
    answers = iter([[HERE], [METADATA]])
    url = f"http://giornale.example:{web.port}/a"
    assert refusal_of(url, resolve=lambda host, port: next(answers)).code == "private-address"
    assert [path for path, _ in web.seen] == ["/a"]


def test_the_next_address_is_tried_when_the_first_is_dead(web):
    web.page("/a", "qui")
    dead = ipaddress.ip_address("127.255.0.1")  # nobody listens there: our server is on .0.0.1

    url = f"http://giornale.example:{web.port}/a"
    assert fetch(url, resolve=lambda host, port: [dead, HERE]).content == b"qui"


def test_a_name_nobody_has_is_unreachable():
    def unknown(host, port):
        raise OSError("unknown name")

    assert refusal_of("http://giornale.example/", resolve=unknown).code == "unreachable"
    assert (
        refusal_of("http://giornale.example/", resolve=lambda host, port: []).code == "unreachable"
    )


def test_a_closed_port_is_unreachable(settings):
    settings.FETCH_ALLOWED_NETWORKS = ["127.0.0.0/8"]
    assert refusal_of("http://127.0.0.1:1/").code == "unreachable"


def test_a_server_without_tls_is_unreachable_by_https(web):
    assert refusal_of(web.url.replace("http:", "https:") + "/a").code == "unreachable"


def test_what_is_not_http_is_unreachable(web):
    assert refusal_of(web.drip("/a", iter([b"SSH-2.0-x\r\n\r\n"]), 0)).code == "unreachable"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429, 500, 503, 304])
def test_an_http_error_says_its_status(web, status):
    answer = refusal_of(web.page("/a", "<p>x</p>", status=status))
    assert (answer.code, answer.extra["http_status"]) == ("http-error", status)


SLOW_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    "pieces",
    [
        [b""] * 100,
        [bytes([letter]) for letter in SLOW_HEAD * 4],
        [SLOW_HEAD + b"\r\n", *[b"<p>una riga</p>"] * 100],
    ],
    ids=["silent", "slow-head", "slow-body"],
)
def test_one_deadline_covers_everything(web, settings, pieces):
    settings.FETCH_SECONDS = 0.6
    begin = time.monotonic()
    assert refusal_of(web.drip("/a", iter(pieces), 0.1)).code == "too-slow"
    assert time.monotonic() - begin < 1.5


def test_a_slow_name_is_too_slow(settings):
    settings.FETCH_SECONDS = 0.3

    def slow(host, port):
        time.sleep(1)
        return [HERE]

    assert refusal_of("http://giornale.example/", resolve=slow).code == "too-slow"


def test_an_announced_size_beyond_the_limit_is_not_read(web, settings):
    settings.FETCH_MAX_BYTES = 1000
    assert refusal_of(web.page("/a", b"x", Content_Length="1001")).code == "too-large"


def test_an_endless_page_is_left_at_the_limit(web, settings):
    settings.FETCH_MAX_BYTES = 100_000
    pieces = itertools.chain([SLOW_HEAD + b"\r\n"], itertools.repeat(b"x" * 10_000))
    assert refusal_of(web.drip("/a", pieces, 0)).code == "too-large"


@pytest.mark.parametrize(
    ("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)]
)
def test_a_packed_page_is_unpacked(web, encoding, pack):
    url = web.page("/a", pack("<p>città</p>".encode() * 9000), Content_Encoding=encoding)
    assert fetch(url).content == "<p>città</p>".encode() * 9000


def test_a_bomb_never_bursts(web, settings):
    settings.FETCH_MAX_BYTES = 1_000_000
    bomb = gzip.compress(bytes(300_000_000), 9)
    assert len(bomb) < 300_000
    url = web.page("/a", bomb, Content_Encoding="gzip")
    tracemalloc.start()
    try:
        assert refusal_of(url).code == "too-large"
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


def test_a_damaged_or_unknown_packing_is_unreachable(web):
    assert refusal_of(web.page("/a", b"non gzip", Content_Encoding="gzip")).code == "unreachable"
    assert refusal_of(web.page("/b", b"x", Content_Encoding="br")).code == "unreachable"


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/json", "video/mp4"])
def test_what_is_no_page_is_not_html(web, kind):
    assert refusal_of(web.page("/a", b"x", kind)).code == "not-html"


def test_a_source_may_also_be_a_pdf(web):
    fetched = fetch(web.page("/a", b"%PDF-1.7", "application/pdf"), media_types=ARCHIVABLE)
    assert fetched.content == b"%PDF-1.7"
