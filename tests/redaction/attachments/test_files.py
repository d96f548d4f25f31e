"""Files are taken from data/files/ alone, are what they say, and hold nothing beside what is seen."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from problems import Wording
from redaction.attachments.cleaned import Cleaned, Flaw
from redaction.attachments.cleaning import clean
from redaction.attachments.pictures import clean_picture
from redaction.attachments.recognizing import recognize
from redaction.attachments.sources import read_source
from redaction.attachments.tables import clean_table
from redaction.opening.opened import LARGEST
from tests.papers import WORDS, document

PDF = document(WORDS)


def codes(cleaned: Cleaned) -> list[str]:
    return [flaw.wording.code for flaw in cleaned.flaws]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return data/files/ with one file in it, and a secret one beside it."""
    files = tmp_path / "data" / "files"
    (files / "papers").mkdir(parents=True)
    (files / "papers" / "a.csv").write_text("a,b\n1,2\n")
    (tmp_path / "data" / "secret.csv").write_text("a\n")
    return files


def test_a_file_is_read_by_its_path(folder: Path) -> None:
    assert read_source(folder, "papers/a.csv") == b"a,b\n1,2\n"


@pytest.mark.parametrize(
    "name",
    [
        "../secret.csv",
        "papers/../../secret.csv",
        "/etc/hostname",
        "papers\\a.csv",
        "./papers/a.csv",
        "C:a.csv",
    ],
)
def test_a_path_does_not_lead_out(folder: Path, name: str) -> None:
    """Only a plain path further in is taken, in one way of writing it."""
    found = read_source(folder, name)
    assert isinstance(found, Flaw)
    assert found.wording.code == "paper-file-outside"


@pytest.mark.parametrize("name", ["papers/link.csv", "elsewhere/secret.csv", "papers/loop.csv"])
def test_a_link_is_not_followed(folder: Path, name: str) -> None:
    """Neither a linked file nor a linked folder is taken, wherever it leads."""
    (folder / "papers" / "link.csv").symlink_to(folder / "papers" / "a.csv")
    (folder / "elsewhere").symlink_to(folder.parent)
    (folder / "papers" / "loop.csv").symlink_to("loop.csv")
    assert isinstance(read_source(folder, name), Flaw)


def test_what_is_no_file_is_refused(folder: Path) -> None:
    """A missing file, a folder, a pipe, an empty and a giant file each have one line of their own."""
    os.mkfifo(folder / "pipe.csv")
    (folder / "empty.csv").touch()
    with (folder / "giant.csv").open("wb") as giant:
        giant.truncate(LARGEST + 1)
    found = {
        name: read_source(folder, name)
        for name in ("papers", "none.csv", "pipe.csv", "empty.csv", "giant.csv", "a\0.csv")
    }
    said = {name: flaw.wording.code for name, flaw in found.items() if isinstance(flaw, Flaw)}
    assert said == {
        "papers": "paper-file-unreadable",
        "none.csv": "paper-file-missing",
        "pipe.csv": "paper-file-unreadable",
        "empty.csv": "paper-file-too-large",
        "giant.csv": "paper-file-too-large",
        "a\0.csv": "paper-file-unreadable",
    }


ZIP = b"PK\x03\x04..."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..."
KINDS: list[tuple[str, bytes, str]] = [
    ("a.pdf", PDF, "pdf"),
    ("a.PDF", PDF, "pdf"),
    ("a.csv", b"a,b\n", "csv"),
    ("a.jpeg", b"\xff\xd8\xff", "jpeg"),
    ("a.webp", b"RIFF\0\0\0\0WEBP", "webp"),
    *((f"a.{ending}", ZIP, "paper-file-office") for ending in ("docx", "xlsx", "pptx", "odt", "ods", "zip")),
    *((f"a.{ending}", OLE, "paper-file-office") for ending in ("doc", "xls", "ppt", "msg")),
    ("a.eml", b"From: a", "paper-file-office"),
    ("a.rtf", b"{\\rtf1}", "paper-file-office"),
    ("a.pdf", ZIP, "paper-file-office"),
    ("a.pdf", OLE, "paper-file-office"),
    ("a.csv", ZIP, "paper-file-office"),
    ("a.docx", PDF, "paper-file-office"),
    ("a.svg", b"<svg/>", "paper-file-drawing"),
    ("a.png", b"\xef\xbb\xbf <?xml version='1.0'?><svg/>", "paper-file-drawing"),
    ("a.html", b"<p>", "paper-file-drawing"),
    ("a.gif", b"GIF89a", "paper-file-unknown"),
    ("a.txt", b"words", "paper-file-unknown"),
    ("pdf", PDF, "paper-file-unknown"),
    ("a.png", PDF, "paper-file-otherwise"),
    ("a.pdf", b"a,b\n", "paper-file-otherwise"),
    ("a.csv", PDF, "paper-file-otherwise"),
    ("a.webp", b"RIFF\0\0\0\0WAVE", "paper-file-otherwise"),
]


@pytest.mark.parametrize(("name", "raw", "expected"), KINDS)
def test_a_file_is_what_its_name_and_its_content_say(name: str, raw: bytes, expected: str) -> None:
    """Both count: an Office file is refused under any name, and a PDF under another one."""
    found = recognize(name, raw)
    assert (found.code if isinstance(found, Wording) else found) == expected


def test_a_table_is_written_in_one_way() -> None:
    """Line ends, a byte order mark, needless quotation marks and empty rows at the end make no difference."""
    cleaned = clean_table(b'\xef\xbb\xbf"Area",Visits\n"North, and east",7\n,\n')
    assert cleaned.content == b'Area,Visits\r\n"North, and east",7\r\n'
    assert cleaned.text == "Area\nVisits\nNorth, and east\n7"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("a,b\n1,é\n".encode("latin-1"), "paper-table-not-text"),
        ("a,b\n1,2\n".encode("utf-16"), "paper-table-not-text"),
        (b"a,b\n1,\0\n", "paper-table-not-text"),
        ("a,b\n1,\u202eabc\n".encode(), "paper-table-not-text"),
        (b"a,b\n1,2,3\n", "paper-table-form"),
        (b"a,b\n1\n", "paper-table-form"),
        (b"a,a\n1,2\n", "paper-table-form"),
        (b"a,\n1,2\n", "paper-table-form"),
        (b'a,b\n"1,2\n', "paper-table-form"),
        (b"\n\n", "paper-table-form"),
        (b"a,b\n1,=1+1\n", "paper-table-formula"),
        (b"a,b\n1,@SUM(A1)\n", "paper-table-formula"),
        (b"a,b\n1,+cmd|x\n", "paper-table-formula"),
        (b"a,b\n1,-2+3\n", "paper-table-formula"),
        (b'a,b\n1,"\t=1"\n', "paper-table-formula"),
        (b"a,b\n1, =1\n", "paper-table-formula"),
        ("a,b\n1,\uff1d1\n".encode(), "paper-table-formula"),
        (b"=a,b\n1,2\n", "paper-table-formula"),
    ],
)
def test_a_table_that_is_none_or_acts_is_refused(raw: bytes, code: str) -> None:
    """Each with the row to look at; nothing is changed to make it pass."""
    cleaned = clean_table(raw)
    assert (codes(cleaned), cleaned.content) == ([code], b"")


@pytest.mark.parametrize("cell", ["-3.5", "+44", "-1,200", "12%", "-", "a=b", "a-b", "1-7", "-.5%"])
def test_numbers_and_dashes_are_no_formulas(cell: str) -> None:
    assert codes(clean_table(f'a,b\n1,"{cell}"\n'.encode())) == []


def picture(kind: str, mode: str = "RGB", **more: object) -> bytes:
    drawn = Image.new(mode, (40, 20), "white")
    drawn.paste("black", (0, 0, 20, 10))
    written = io.BytesIO()
    drawn.save(written, kind, **more)
    return written.getvalue()


def data(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E] = "secretplace"
    exif[0x0112] = orientation
    return exif


def chunk() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "secretplace")
    info.add_itxt("Author", "secretplace", zip=True)
    return info


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("jpeg", picture("JPEG", exif=data(), comment=b"secretplace", xmp=b"<x>secretplace</x>")),
        ("png", picture("PNG", exif=data(), pnginfo=chunk())),
        ("webp", picture("WEBP", exif=data(), xmp=b"<x>secretplace</x>")),
        ("jpeg", picture("JPEG") + b"secretplace"),
        ("png", picture("PNG") + b"secretplace"),
    ],
)
def test_a_picture_loses_its_data(kind: str, raw: bytes) -> None:
    """What a camera or program wrote into it, and what follows it, does not stay."""
    cleaned = clean_picture(kind, raw)
    assert (codes(cleaned), cleaned.width, cleaned.height) == ([], 40, 20)
    with Image.open(io.BytesIO(cleaned.content)) as opened:
        assert (dict(opened.getexif()), opened.info.get("comment"), opened.info.get("xmp")) == (
            {},
            None,
            None,
        )
    assert (b"secretplace" in raw or kind == "png", b"secretplace" in cleaned.content) == (True, False)


def test_a_picture_is_turned_the_right_way_up() -> None:
    """A photograph taken sideways stands upright although nothing says any more how it was held."""
    cleaned = clean_picture("jpeg", picture("JPEG", exif=data(orientation=6)))
    assert (cleaned.width, cleaned.height) == (20, 40)


def test_colours_without_their_profile_are_those_of_the_web() -> None:
    """A profile is data too: the colours are worked out, and it goes."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    with Image.open(
        io.BytesIO(clean_picture("jpeg", picture("JPEG", icc_profile=profile)).content)
    ) as opened:
        assert opened.info.get("icc_profile") is None


def test_colours_with_a_damaged_profile_are_taken_as_they_are() -> None:
    """A profile that says nothing is no reason to refuse a photograph."""
    cleaned = clean_picture("jpeg", picture("JPEG", icc_profile=b"no profile"))
    with Image.open(io.BytesIO(cleaned.content)) as opened:
        assert (codes(cleaned), opened.size, opened.info.get("icc_profile")) == ([], (40, 20), None)


def test_points_that_nobody_sees_have_no_colour() -> None:
    """What is under full transparency cannot be brought back."""
    drawn = Image.new("RGBA", (2, 1), (200, 10, 10, 0))
    drawn.putpixel((1, 0), (1, 2, 3, 255))
    written = io.BytesIO()
    drawn.save(written, "PNG")
    with Image.open(io.BytesIO(clean_picture("png", written.getvalue()).content)) as opened:
        assert [opened.getpixel((0, 0)), opened.getpixel((1, 0))] == [(0, 0, 0, 0), (1, 2, 3, 255)]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_sort_of_png_can_be_published(mode: str) -> None:
    """Grey, colours by a palette, many shades: all of them, without the palette."""
    written = io.BytesIO()
    Image.new(mode, (3, 2)).save(written, "PNG")
    cleaned = clean_picture("png", written.getvalue())
    with Image.open(io.BytesIO(cleaned.content)) as opened:
        assert (opened.size, opened.mode in {"L", "RGB", "RGBA"}) == ((3, 2), True)


def moving() -> bytes:
    written = io.BytesIO()
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "green")]
    frames[0].save(written, "WEBP", save_all=True, append_images=frames[1:], duration=100)
    return written.getvalue()


def giant(side: int) -> bytes:
    written = io.BytesIO()
    Image.new("1", (side, side)).save(written, "PNG")
    return written.getvalue()


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("png", picture("PNG")[:60]),
        ("png", picture("JPEG")),
        ("jpeg", b"\xff\xd8\xff nothing"),
        ("webp", moving()),
        ("png", giant(20_000)),
        ("png", giant(7_000)),
    ],
)
def test_a_picture_that_cannot_be_seen_whole_is_refused(kind: str, raw: bytes) -> None:
    """Damaged, of another type, moving, or with more points than a machine should unpack."""
    assert codes(clean_picture(kind, raw)) == ["paper-picture-unreadable"]


def test_a_picture_says_what_it_shows() -> None:
    """A picture without words for those who cannot see it is refused; other files need none."""
    assert codes(clean("a.png", picture("PNG"))[1]) == ["paper-picture-not-told"]
    assert codes(clean("a.png", picture("PNG"), alternative="A map.")[1]) == []


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_same_picture_gives_the_same_bytes(kind: str) -> None:
    once, again = (clean_picture(kind.lower(), picture(kind)).content for _ in range(2))
    assert once == again
