"""Articles that can't be read or split."""

# ruff: noqa: E501 - sentences stay on one line, as translators see them

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from annotations.pages.problem_texts.problem import ProblemText

READING = (
    ProblemText(
        "empty-text", 422, _("The text is empty."),
        _("There was nothing in the text or file. Send the words of the article."),
    ),
    ProblemText(
        "whitespace-only", 422, _("The text holds nothing but white space."),
        _("Spaces and line ends alone make no article. Send the words of the article."),
    ),
    ProblemText(
        "binary-text", 422, _("This isn't text."),
        _("The file holds bytes that no text has: a picture, a program, or a document in a format of its own. Send plain text or HTML."),
    ),
    ProblemText(
        "too-long", 422, _("The text is too long."),
        _("One article may hold a megabyte of text; where less may be sent, limit in the answer says how many characters. Send longer works in parts."),
    ),
    ProblemText(
        "wrong-encoding", 422, _("The characters can’t be decoded."),
        _("The bytes don’t fit the encoding that was named or found. Save the text as UTF-8 and send it again."),
    ),
    ProblemText(
        "unsupported-language", 422, _("This language isn’t served."),
        _("Articles are read in Italian and English. If the text is in one of the two and was taken for another, name the language when you add it."),
    ),
    ProblemText(
        "invalid-url", 422, _("This is not a web address."),
        _("An address starts with http:// or https:// and names a public host, without user name or password."),
    ),
    ProblemText(
        "private-address", 422, _("The address leads into a private network."),
        _("The reader visits public addresses only, also after redirects. The person who runs the site can allow a newsroom’s own network."),
    ),
    ProblemText(
        "too-many-redirects", 422, _("The address redirects in circles or too often."),
        _("Open the page in a browser and send the address at which it ends up."),
    ),
    ProblemText(
        "too-slow", 422, _("The server took too long to answer."),
        _("Try again later, or send the article’s text or file instead of its address."),
    ),
    ProblemText(
        "too-large", 422, _("The page or file is too large."),
        _("Only pages and files up to a limit are read. Send the article’s text instead."),
    ),
    ProblemText(
        "not-html", 422, _("The address leads to something that isn’t a web page."),
        _("Pictures, films, PDF files and data aren’t read from an address. Send the article’s text or file."),
    ),
    ProblemText(
        "http-error", 422, _("The server refused to give the page."),
        _("The other site answered with an error; http_status in the answer says which. The page may be gone or need a subscription. Send the article’s text or file instead."),
    ),
    ProblemText(
        "unreachable", 422, _("The server can't be reached."),
        _("The host doesn’t exist, refuses connections or sends damaged answers. Check the address and try again later."),
    ),
    ProblemText(
        "untrusted-certificate", 422, _("The server's certificate can't be trusted."),
        _("It has expired, is for another name, or no known authority signed it or what stands between. Have it renewed, with its whole chain, and try again."),
    ),
    ProblemText(
        "nothing-to-read", 422, _("No article was found on the page."),
        _("The page holds menus, pictures or a script, but no running text. Send the article’s text instead."),
    ),
    ProblemText(
        "reading-failed", 422, _("The article couldn’t be read."),
        _("Something went wrong on our side while reading the page. Try again; if it fails once more, tell the person who runs the site."),
    ),
    ProblemText(
        "worker-lost", 422, _("The worker stopped each time it was tried."),
        _("The program that reads or splits the article was stopped several times in the middle of it. Start it again; if it fails once more, tell the person who runs the site."),
    ),
    ProblemText(
        "interrupted", 422, _("The copy’s fetching was interrupted each time."),
        _("The program that fetches copies was stopped several times in the middle of it. Fetch the copy again, or attach one you saved yourself."),
    ),
    ProblemText(
        "splitting-failed", 422, _("The article couldn’t be split into claims."),
        _("Something went wrong on our side; the article is kept. Start the splitting again; if it fails once more, tell the person who runs the site."),
    ),
)  # fmt: skip
