"""What a published file says, read in ways that share nothing with the verification."""

from __future__ import annotations

import gzip
import html
import io
import re
import unicodedata
from pathlib import Path
from urllib.parse import unquote

import pypdf


def words_in(path: Path) -> str:
    """Return all that a file says in small letters, read in ways that are not those of the verification."""
    raw = path.read_bytes()
    texts = [raw.decode("utf-8", "replace")]
    if "\ufffd" in texts[0] or "\0" in texts[0]:  # What is plain UTF-8 says the same in no other way.
        texts += [raw.decode("latin-1"), raw.decode("utf-16-le", "replace")]
    if raw[:2] == b"\x1f\x8b":
        texts.append(gzip.decompress(raw).decode("utf-8", "replace"))
    if path.suffix == ".pdf":
        reader = pypdf.PdfReader(io.BytesIO(raw))
        texts += [page.extract_text() for page in reader.pages] + [str(reader.metadata)]
    texts += [html.unescape(text) for text in texts[:1]]
    texts += [re.sub(r"<[^>]*>|[*_\u00ad\u200b]|\r\n ", "", text) for text in texts]
    texts += [unquote(text) for text in texts if "%" in text]
    texts.append(re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), texts[0]))
    return unicodedata.normalize("NFKC", "\n".join(dict.fromkeys(texts))).lower()
