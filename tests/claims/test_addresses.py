"""Which addresses may be visited."""

from __future__ import annotations

import ipaddress

import pytest

from claims.addresses import check_addresses, check_url, is_public, normal_url
from claims.errors import NotReadable

PUBLIC = [
    "93.184.215.14",
    "8.8.8.8",
    "2606:4700::6810:84e5",
    "2002:0808:0808::1",
    "64:ff9b::808:808",
]
NOT_PUBLIC = [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.8.9.1",
    "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1",
    "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1",
    "255.255.255.255",
    "::", "::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1",
    "64:ff9b::a00:1", "64:ff9b::7f00:1", "64:ff9b:1::808:808", "2002:7f00:1::", "2002:c0a8:1::1",
    "2001:0:7f00:1::", "2001:db8::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1",
]  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_open_internet_may_be_visited(address):
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_no_other_address_may_be_visited(address):
    assert not is_public(ipaddress.ip_address(address))


def test_one_private_address_among_public_ones_is_enough_to_refuse(settings):
    settings.FETCH_ALLOWED_NETWORKS = []
    both = [ipaddress.ip_address("8.8.8.8"), ipaddress.ip_address("10.0.0.1")]
    with pytest.raises(NotReadable) as refusal:
        check_addresses(both, 80)
    assert refusal.value.code == "private-address"


def test_an_allowed_network_opens_itself_and_nothing_else(settings):
    settings.FETCH_ALLOWED_NETWORKS = ["10.0.0.0/24", "fd00::/64"]
    check_addresses([ipaddress.ip_address("10.0.0.9"), ipaddress.ip_address("fd00::5")], 8080)
    with pytest.raises(NotReadable):
        check_addresses([ipaddress.ip_address("10.0.1.9")], 80)


REFUSED = [
    ("invalid-url", ""),
    ("invalid-url", "giornale.example/x"),
    ("invalid-url", "/percorso"),
    ("invalid-url", "file:///etc/passwd"),
    ("invalid-url", "javascript:alert(1)"),
    ("invalid-url", "gopher://giornale.example/"),
    ("invalid-url", "http://"),
    ("invalid-url", "http://a b.example/"),
    ("invalid-url", "https://giornale.example*"),
    ("invalid-url", "https://giornale..example/"),
    ("invalid-url", "http://giornale.example\\@altro.example/"),
    ("invalid-url", "http://giornale.example/\r\nHost: altro"),
    ("invalid-url", "http://utente@giornale.example/"),
    ("invalid-url", "http://giornale.example:22/"),
    ("invalid-url", "http://giornale.example:99999/"),
    ("invalid-url", "http://" + "a" * 2100 + ".example/"),
    ("private-address", "http://127.0.0.1/"),
    ("private-address", "http://localhost./"),
    ("private-address", "http://[::1]/"),
    ("private-address", "http://10.0.0.1/"),
]


@pytest.mark.parametrize(("code", "url"), REFUSED)
def test_an_address_that_cannot_be_visited_is_refused_at_once(settings, code, url):
    settings.FETCH_ALLOWED_NETWORKS = []
    with pytest.raises(NotReadable) as refusal:
        check_url(url)
    assert refusal.value.code == code


SPELLINGS = [
    ("HTTPS://Giornale.Example:443/A?b=1#fine", "https://giornale.example/A?b=1"),
    ("https://giornale.example", "https://giornale.example/"),
    ("https://giornale.example/a?utm_source=x&id=7&fbclid=y", "https://giornale.example/a?id=7"),
    ("https://giornale.example/a?utm_medium=x", "https://giornale.example/a"),
    ("https://giornale.example/a/../b/./c", "https://giornale.example/b/c"),
    ("https://città.example/però", "https://xn--citt-3na.example/per%C3%B2"),
    ("https://giornale.example/a%20b", "https://giornale.example/a%20b"),
]


@pytest.mark.parametrize(("url", "normal"), SPELLINGS)
def test_an_address_has_one_spelling(url, normal):
    assert normal_url(url) == normal
    assert normal_url(normal) == normal
