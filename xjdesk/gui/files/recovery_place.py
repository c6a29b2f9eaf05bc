"""Where what was not saved belongs: to which document, and whether its file is as it was left."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from xjdesk.core.change import ChangeError
from xjdesk.core.difference import difference
from xjdesk.core.errors import UserError
from xjdesk.core.report import Report
from xjdesk.gui.document import Document
from xjdesk.storage.files.presence import is_there
from xjdesk.storage.journals.recovery import Recoverable
from xjdesk.storage.project_store import ProjectStore

_LOG = logging.getLogger("xjdesk.gui")
_ELSEWHERE = "原文件{why}，所以恢复为一份未保存的副本，请另存。"
_MOVED = "这些修改是在“{file}”中做的，那里现在没有这个文件。"


@dataclass(frozen=True, slots=True)
class RecoveryPlace:
    """What became of the file since the program was ended.

    Only where it `is_as_left` do the changes go there. `is_saved`: it holds them already. `remark`
    is what is out of the ordinary, in a sentence, or nothing.
    """

    is_as_left: bool
    is_saved: bool = False
    remark: str = ""


def belongs_to(found: Recoverable, document: Document) -> bool:
    """Whether it may come back in the open document.

    Copies of a file have one document id: what was not saved of one is nothing to the others, as
    long as that one is there. A file that was moved or renamed is not.
    """
    if document.file is None or document.saved_project.document_id != found.base.document_id:
        return False
    return found.file is None or document.file.is_at(found.file) or not is_there(found.file)


def place_of(found: Recoverable, document: Document | None, store: ProjectStore) -> RecoveryPlace:
    """The place in the open document, to which it belongs; without one, in its own file."""
    if document is not None and document.file is not None:
        return _place(found, document.report, document.file.digest)
    if found.file is None:
        return RecoveryPlace(is_as_left=False)
    try:
        opened = store.look(found.file)
    except UserError as error:
        _LOG.info("%s | %s", error.sentence, error.detail)
        return RecoveryPlace(is_as_left=False, remark=_ELSEWHERE.format(why="现在无法打开"))
    return _place(found, opened.project.report, opened.digest)


def _place(found: Recoverable, report: Report, digest: str | None) -> RecoveryPlace:
    if _are_alike(report, found.project.report):
        return RecoveryPlace(is_as_left=True, is_saved=True)
    if digest != found.digest:
        return RecoveryPlace(is_as_left=False, remark=_ELSEWHERE.format(why="后来又被改过"))
    is_moved = found.file is not None and not is_there(found.file)
    return RecoveryPlace(is_as_left=True, remark=_MOVED.format(file=found.file) if is_moved else "")


def _are_alike(one: Report, other: Report) -> bool:
    """Whether they are equal, also in print: 5 and 5.00 are not."""
    try:
        return not difference(one, other)
    except ChangeError:
        return False
