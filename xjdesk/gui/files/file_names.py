"""The file name proposed for a report."""

from __future__ import annotations

import re
from pathlib import Path

from xjdesk.core.document_fields import ISSUER
from xjdesk.gui.document import Document

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST_ISSUER = 40


def document_name(document: Document) -> str:
    """What the document is called in the title bar and in questions."""
    return document.path.name if document.path else f"未保存的{document.report.year}年度报告"


def proposed_path(document: Document, folder: Path, suffix: str, ending: str = "") -> Path:
    """Beside the project and called like it; before the first save, after issuer and year.

    `ending` tells files apart that have the same suffix.
    """
    if document.path is not None:
        return document.path.with_name(f"{document.path.stem}{ending}{suffix}")
    issuer = _NOT_IN_NAMES.sub("", document.report.field(ISSUER)).strip()[:_LONGEST_ISSUER]
    return folder / f"{issuer}{document.report.year}年政府信息公开工作年度报告{ending}{suffix}"
