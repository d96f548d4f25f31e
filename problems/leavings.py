"""What is no problem: files that computers and editors leave in folders by themselves."""

from __future__ import annotations

import re

LEFT_BY_FILE_MANAGERS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What a computer writes into folders, and writes again when it is removed."""

_LEFT_BY_EDITORS = re.compile(
    r"\._.+"  # macOS, on drives of another system
    r"|~\$.+"  # Word and Excel, while a file is open
    r"|\.~lock\..+#"  # LibreOffice, while a file is open
    r"|.+\.sw[op]"  # Vim, while a file is open
    r"|.+~|#.+#"  # earlier states of a file
)


def is_left_behind(name: str) -> bool:
    """Return whether a file of this name was left by a computer or an editor. Nobody wrote it to be read."""
    return name in LEFT_BY_FILE_MANAGERS or _LEFT_BY_EDITORS.fullmatch(name) is not None
