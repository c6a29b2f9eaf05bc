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


def proposed_path(document: Document, folder: Path, suffix: str) -> Path:
    """Beside the project and called like it; before the first save, after issuer and year."""
    if document.path is not None:
        return document.path.with_suffix(suffix)
    issuer = _NOT_IN_NAMES.sub("", document.report.field(ISSUER)).strip()[:_LONGEST_ISSUER]
    return folder / f"{issuer}{document.report.year}年政府信息公开工作年度报告{suffix}"
