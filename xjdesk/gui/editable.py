"""Whether the open document may be edited, asked before something is done to it."""

from __future__ import annotations

from xjdesk.gui.document import Document
from xjdesk.gui.shell import Shell


def editable_document(shell: Shell) -> Document | None:
    """The open document; None when there is none, or it is only read, which is told."""
    document = shell.document
    if document is not None and not document.access.can_edit:
        shell.tell(document.access.reason)
        return None
    return document
