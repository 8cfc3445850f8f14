"""Saved mail read into its parts, as it comes and as it was made to harm."""

from datetime import UTC, datetime, timedelta, timezone
from email.message import EmailMessage
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.error_messages import message_for
from nämnd.post.errors import NotAMailError
from nämnd.post.html_text import html_text, read_page
from nämnd.post.reading import read_mail
from tests.nämnd.post.outlook import compound_file, message, msg


def a_mail(**headers):
    mail = EmailMessage()
    given_ = {"Subject": "Remissvar – översyn", "From": "Åsa Öberg <asa@exempel.se>", **headers}
    for name, value in given_.items():
        mail[name] = value
    mail.set_content("Hej!\n\nSe bilagan. Åäö")
    return mail


def read(mail):
    return read_mail(mail.as_bytes(), "brev.eml")


def test_the_parts_of_an_eml():
    mail = a_mail(To="Bo Ek <bo@exempel.se>, c@exempel.se", Date="Mon, 11 Feb 2019 09:12:00 +0100")
    mail.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="Svar å.pdf")
    found = read(mail)
    assert found.subject == "Remissvar – översyn"
    assert found.sender == "Åsa Öberg <asa@exempel.se>"
    assert found.to == ("Bo Ek <bo@exempel.se>", "c@exempel.se")
    assert found.sent == datetime(2019, 2, 11, 9, 12, tzinfo=timezone(timedelta(hours=1)))
    assert found.body == "Hej!\n\nSe bilagan. Åäö"
    assert [(one.name, one.data) for one in found.attached] == [("Svar å.pdf", b"%PDF-1.7")]


def test_plain_text_is_taken_before_html_that_says_the_same():
    mail = a_mail()
    mail.add_alternative("<p>Hej <b>i HTML</b></p>", subtype="html")
    assert read(mail).body == "Hej!\n\nSe bilagan. Åäö"


def test_a_mail_of_html_only_becomes_text():
    mail = a_mail()
    mail.set_content(
        "<html><head><style>p{}</style></head><body><p>Hej</p><script>ont()</script>"
        "<table><tr><td>a</td><td>b</td></tr></table></body></html>",
        subtype="html",
    )
    assert read(mail).body.split() == ["Hej", "a", "b"]


def test_a_mail_in_the_mail_is_attached_whole():
    inner = a_mail(Subject="Den inre")
    outer = a_mail(Subject="VB: Den inre")
    outer.add_attachment(inner)
    (attached,) = read(outer).attached
    assert attached.name == "Den inre.eml"
    assert read_mail(attached.data, attached.name).body == "Hej!\n\nSe bilagan. Åäö"


def parts(mail: EmailMessage) -> list[EmailMessage]:
    return cast("list[EmailMessage]", mail.get_payload())


def test_a_picture_in_the_text_is_told_from_one_that_is_attached():
    mail = a_mail()
    mail.add_alternative("<img src='cid:logo'>", subtype="html")
    parts(mail)[1].add_related(b"\x89PNG", "image", "png", cid="<logo>", filename="l.png")
    mail.add_attachment(b"\x89PNG2", maintype="image", subtype="png", filename="karta.png")
    parts(mail)[-1]["Content-ID"] = "<annan>"
    inline = {one.name: one.inline for one in read(mail).attached}
    assert inline == {"l.png": True, "karta.png": False}

    only_html = a_mail()
    only_html.set_content("<img src='cid:logo'>", subtype="html")
    only_html.add_related(b"\x89PNG", "image", "png", cid="<logo>", filename="l.png")
    (picture,) = read(only_html).attached
    assert (picture.name, picture.inline) == ("l.png", True)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_letters_that_stand_unencoded_in_headers_are_read(encoding):
    data = "Subject: Räksmörgås\nFrom: Åsa <asa@exempel.se>\n\nHej".encode(encoding)
    found = read_mail(data, "a.eml")
    assert (found.subject, found.sender) == ("Räksmörgås", "Åsa <asa@exempel.se>")


def test_names_of_files_are_read_in_every_way_they_are_written():
    head = b"Subject: x\nFrom: a@b.se\nContent-Type: multipart/mixed; boundary=q\n"
    parts = (
        (
            b"Content-Type: application/pdf\nContent-Disposition: attachment;\n"
            b" filename*0*=utf-8''R%C3%A4k;\n filename*1*=sm%C3%B6rg%C3%A5s.pdf\n\nx"
        ),
        b'Content-Type: application/pdf; name="=?utf-8?B?w4UucGRm?="\n\nx',
        (
            b"Content-Type: a/b\nContent-Disposition: attachment;"
            b' filename="=?utf-8?Q?l=C3=A5ngt_?=\n'
            b' =?utf-8?Q?namn.pdf?="\n\nx'
        ),
        b"Content-Type: text/calendar\n\nBEGIN:VCALENDAR",
        b"Content-Type: text/csv\nContent-Disposition: attachment\n\na;b",
    )
    data = head + b"".join(b"\n--q\n" + part for part in parts) + b"\n--q--\n"
    assert [one.name for one in read_mail(data, "a.eml").attached] == [
        "Räksmörgås.pdf",
        "Å.pdf",
        "långt namn.pdf",
        "namnlös.ics",
        "namnlös.csv",
    ]


def test_a_mail_as_outlook_sends_it():
    data = (
        b"Subject: =?iso-8859-1?Q?R=E4ksm=F6rg=E5s_och?=\r\n =?iso-8859-1?Q?_=F6l?=\r\n"
        b'From: "Berg, Anna" <a@b.se>\r\nTo: =?utf-8?Q?=C3=85ke?= <k@l.se>,\r\n c@d.se\r\n'
        b"Content-Type: multipart/related; boundary=r\r\n\r\n--r\r\n"
        b"Content-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\n"
        b"Content-Type: text/plain; charset=windows-1252\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\nH=E4r =96 nu=\r\n d=E5\r\n--a\r\n"
        b'Content-Type: text/html\r\n\r\n<img src="cid:image001.png@01D4">\r\n--a--\r\n--r\r\n'
        b"Content-Type: image/png; name=image001.png\r\nContent-ID: <image001.png@01D4>\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n--r--\r\n"
    )
    found = read_mail(data, "a.eml")
    assert (found.subject, found.sender) == ("Räksmörgås och öl", "Berg, Anna <a@b.se>")
    assert (found.to, found.body) == (("Åke <k@l.se>", "c@d.se"), "Här – nu då")
    assert [(one.name, one.data, one.inline) for one in found.attached] == [
        ("image001.png", b"\x89PNG", True)
    ]


@pytest.mark.parametrize("charset", ["x-unknown", "utf-8", "us-ascii", "\x00"])
def test_letters_of_a_body_are_read_whatever_it_says_of_them(charset):
    data = f"From: a@b.se\nSubject: x\nContent-Type: text/plain; charset={charset}\n\nåäö"
    assert read_mail(data.encode(), "a.eml").body == "åäö"
    assert read_mail(data.encode("cp1252"), "a.eml").body == "åäö"


def test_a_mail_in_the_mail_in_base64_is_read():
    data = (
        b"From: a@b.se\nSubject: x\nContent-Type: multipart/mixed; boundary=s\n\n--s\n"
        b"Content-Type: message/rfc822; name=brev.eml\nContent-Transfer-Encoding: base64\n\n"
        b"U3ViamVjdDogaW5yZQpGcm9tOiBhQGIuc2UKCmhlag==\n--s--\n"
    )
    (attached,) = read_mail(data, "a.eml").attached
    assert read_mail(attached.data, attached.name).subject == "inre"


def test_names_of_files_lead_nowhere_and_hide_nothing():
    mail = a_mail()
    for name in ("../../etc/passwd", "C:\\Windows\\system.ini", "a\u202efdp.exe", "rad\tett"):
        mail.add_attachment(b"x", maintype="application", subtype="pdf", filename=name)
    names = [one.name for one in read(mail).attached]
    assert names == ["passwd", "system.ini", "afdp.exe", "rad ett"]


def test_what_is_too_many_or_too_large_is_named(monkeypatch):
    monkeypatch.setattr("nämnd.post.parts.MOST_ATTACHED", 2)
    mail = a_mail()
    for number in range(4):
        mail.add_attachment(b"x", maintype="a", subtype="b", filename=f"{number}.bin")
    found = read(mail)
    assert ([one.name for one in found.attached], found.left_out) == (
        ["0.bin", "1.bin"],
        ("2.bin", "3.bin"),
    )


def test_a_msg_of_outlook():
    data = msg(
        "VB: Ämne",
        "Hej\r\nÅäö",
        sent=1_550_000_000,
        to=(("Bo Ek", "bo@exempel.se"), ("Inne i huset", "/O=EXCHANGE/CN=X")),
        html=b"<p>Hej <img src='cid:cid1'></p>",
        attached=(("Bilaga å.pdf", b"%PDF" * 2000, None), ("logo.png", b"\x89PNG", "cid1")),
    )
    found = read_mail(data, "brev.msg")
    assert (found.subject, found.body) == ("VB: Ämne", "Hej\nÅäö")
    assert found.sender == "Åsa Öberg <asa@exempel.se>"
    assert found.to == ("Bo Ek <bo@exempel.se>", "Inne i huset")
    assert found.sent == datetime(2019, 2, 12, 19, 33, 20, tzinfo=UTC)
    assert [(one.name, len(one.data), one.inline) for one in found.attached] == [
        ("Bilaga å.pdf", 8000, False),
        ("logo.png", 4, True),
    ]


def test_a_msg_of_html_only_becomes_text():
    assert read_mail(msg("x", "", html=b"<p>Hej &aring;</p>"), "a.msg").body == "Hej å"


def test_a_mail_in_a_msg_is_attached_as_eml():
    inner = message("Den inre", "Inre text", sent=1_550_000_000, attached=(("a.txt", b"A", None),))
    (attached,) = read_mail(compound_file(message("Yttre", "", inner=inner)), "a.msg").attached
    assert attached.name == "Den inre.eml"
    found = read_mail(attached.data, attached.name)
    assert (found.subject, found.body) == ("Den inre", "Inre text")
    assert found.sender == "Åsa Öberg <asa@exempel.se>"
    assert [(one.name, one.data) for one in found.attached] == [("a.txt", b"A")]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"bara text utan huvuden",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        msg("a", "b")[:1500],
        compound_file(message("a", "b")).replace("IPM".encode("utf-16-le"), b"REPORT"),
    ],
    ids=["empty", "text", "no-sectors", "cut-off", "no-mail"],
)
def test_what_is_no_mail_is_refused_and_told(data):
    with pytest.raises(NotAMailError) as refused:
        read_mail(data, "brev.msg")
    assert "«brev.msg» går inte att läsa som e-post" in message_for(refused.value)


def test_a_mail_nested_without_end_is_refused_or_read():
    data = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (number, number)
        for number in range(5000)
    )
    with pytest.raises(NotAMailError):
        read_mail(b"From: a@b.se\nSubject: x\n" + data, "djup.eml")


def test_headers_of_any_length_are_read_quickly():
    data = b"From: " + b'"a" <a@b.se>, ' * 30_000 + b"\nSubject: " + b"=?utf-8?q?x?= " * 30_000
    found = read_mail(data + b"\n\nHej", "lång.eml")
    assert found.body == "Hej"


@pytest.mark.parametrize("data", [b"a:\n" * 1_000_000, b"\n" * 5_000_001, b"--x\n\n" * 99_999])
def test_more_headers_lines_or_parts_than_a_mail_has_are_refused(data):
    with pytest.raises(NotAMailError):
        read_mail(b"From: a@b.se\nSubject: x\n" + data, "många.eml")


@given(st.binary(max_size=2000))
def test_any_bytes_after_the_headers_are_read(data):
    read_mail(b"From: a@b.se\nSubject: x\n" + data, "a.eml")


@given(st.binary(min_size=1, max_size=40), st.integers(0, 5000))
def test_a_damaged_msg_is_read_or_refused(damage, at):
    whole = msg("Ämne", "Text", attached=(("a.txt", b"A" * 5000, None),))
    at %= len(whole)
    try:
        read_mail(whole[:at] + damage + whole[at + len(damage) :], "a.msg")
    except NotAMailError:
        return


@given(st.text(alphabet="<>/=\"' abscriptp!-[]&;#x0\n", max_size=300))
def test_any_html_is_read(html):
    assert "\0" not in html_text(html)


@pytest.mark.parametrize(
    "piece", ["<!--", "<a ", "</", "<a '", '<a "', "<![CDATA[", "<title>a", "&"]
)
def test_a_page_made_to_take_for_ever_does_not(piece):
    read_page("<html>" + piece * 200_000)


def test_words_of_a_page_with_odd_tags():
    page = read_page(
        "<html><head><title>Ti &amp; tel</title></head><body><H1 class='a>b'>Ru<b>brik</b></H1>"
        '<!-- bort > --><p data-x="</p>">1 < 2 &aring;<br/>ny<p>sl<script>bort</script>ut'
    )
    assert (page.title, page.heading) == ("Ti & tel", "Rubrik")
    assert page.text.split("\n") == ["Rubrik", "", "1 < 2 å", "ny", "slut"]


def test_what_a_page_would_fetch_or_run_is_seen():
    assert read_page("<img src=' HTTP://x/y.png'>").fetches
    assert read_page("<p style=\"background:url('//x/y')\">").fetches
    assert read_page("<link rel=stylesheet href=https://x/y.css>").fetches
    assert not read_page("<a href='https://x'>länk</a><img src='cid:a'>").fetches
    assert read_page("<body onload=x()>").scripted
    assert not read_page("<p>monday = x</p>").scripted
