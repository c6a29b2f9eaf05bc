"""The tabs in which the fields of the official document are filled in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from xjdesk.core.address import Address, FieldAddress, Place, YearAddress
from xjdesk.core.document_fields import NUMBER, SIGNER, Field, FieldGroup, FieldKind
from xjdesk.gui.caret_watch import CaretWatch
from xjdesk.gui.document import Document, Edit
from xjdesk.gui.field_editors import FieldEditor, LineEditor, field_editor
from xjdesk.gui.fields.number_picker import NumberPicker
from xjdesk.gui.fields.proposal_bar import ProposalBar
from xjdesk.gui.fields.proposal_line import ProposalLine
from xjdesk.gui.fields.proposals import FieldProposals
from xjdesk.gui.fields.signer_rule import SignerRule
from xjdesk.gui.findings.field_sign import FieldSign
from xjdesk.gui.page import Page
from xjdesk.gui.plain_label import PlainLabel
from xjdesk.gui.plain_tip import plain_tip
from xjdesk.gui.severity_look import SeverityLook
from xjdesk.gui.year_editor import YearControl, year_control
from xjdesk.typesetting.pages import Origin

_WIDEST_PX = 860
_BESIDE, _SIGN = 1, 2
"""Columns of the row of a field, behind its control."""


class FieldsPage(Page):
    """Some groups of fields, one below the other; the first tab also shows year and form."""

    def __init__(
        self,
        document: Document,
        title: str,
        groups: Sequence[FieldGroup],
        look: SeverityLook,
        *,
        with_year: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(document, title, parent)
        self._look = look
        self._editors: dict[FieldAddress, FieldEditor] = {}
        self._carets: dict[FieldAddress, CaretWatch] = {}
        self._last: FieldAddress | None = None
        self._signer: SignerRule | None = None
        self._year = year_control(document, self) if with_year else None
        addresses = [field.address for group in groups for field in group.fields]
        self.proposals = FieldProposals(document, addresses, self)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._content(groups))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        self.setFocusProxy(next(iter(self._editors.values())))

    def refresh(self, edit: Edit) -> None:
        for editor in self._editors.values():
            editor.refresh()
        if self._year is not None:
            self._year.refresh()
        self.proposals.refresh()
        if self._signer is not None:
            self._signer.refresh()

    def show_place(self, place: Place, offset: int | None = None) -> None:
        if isinstance(place, FieldAddress):
            if place in self._editors:
                self._carets[place].put(offset)
                # A tab that is opened now has not laid out its controls yet.
                QTimer.singleShot(0, self, partial(self._bring_into_view, self._editors[place]))
        elif self._year is not None:
            self._scroll.ensureWidgetVisible(self._year)
            self._year.setFocus()

    def reveal(self, address: Address) -> None:
        if isinstance(address, FieldAddress) and address in self._editors:
            QTimer.singleShot(0, self, partial(self._bring_into_view, self._editors[address]))

    def here(self) -> Origin | None:
        return Origin(self._last, self._carets[self._last].offset) if self._last else None

    def _bring_into_view(self, editor: QWidget) -> None:
        # QScrollArea.ensureWidgetVisible is content with the line of the cursor.
        content = self._scroll.widget()
        area = QRect(editor.mapTo(content, QPoint()), editor.size())
        for corner in (area.bottomRight(), area.topLeft()):
            self._scroll.ensureVisible(corner.x(), corner.y())

    def _content(self, groups: Sequence[FieldGroup]) -> QWidget:
        column = QWidget()
        column.setMaximumWidth(_WIDEST_PX)
        layout = QVBoxLayout(column)
        layout.setSpacing(12)
        layout.addWidget(ProposalBar(self.proposals, column))
        if self._year is not None:
            layout.addWidget(self._about_report(self._year))
        for group in groups:
            layout.addWidget(self._group_box(group))
        layout.addStretch(1)
        content = QWidget()
        centred = QHBoxLayout(content)
        centred.addStretch(1)
        centred.addWidget(column, 100)
        centred.addStretch(1)
        return content

    def _about_report(self, year: YearControl) -> QWidget:
        box = QGroupBox("报告", self)
        form = _form_layout(box)
        sign = FieldSign(self.document, YearAddress(), self._look, year, box)
        form.addRow(_label("报告年度", year), _with_sign(year, sign))
        name = PlainLabel(box, self.document.form.name)
        name.setToolTip(plain_tip(self.document.form.basis))
        name.setWordWrap(True)
        form.addRow(_label("报表格式", None), name)
        return box

    def _group_box(self, group: FieldGroup) -> QWidget:
        box = QGroupBox(group.title, self)
        form = _form_layout(box)
        for field in group.fields:
            editor = self._editors[field.address] = field_editor(self.document, field, box)
            sign = FieldSign(self.document, field.address, self._look, editor, box)
            self._carets[field.address] = caret = CaretWatch(editor)
            caret.moved.connect(partial(self._on_caret_moved, field.address))
            if field.address == SIGNER and isinstance(editor, LineEditor):
                self._signer = SignerRule(self.document, editor)
            row = _with_sign(editor, sign)
            self._add_help(row, field, editor, box)
            form.addRow(_label(field.label, editor), row)
        return box

    def _add_help(
        self, row: QGridLayout, field: Field, editor: FieldEditor, box: QGroupBox
    ) -> None:
        """Put beside and below the control of a field what helps to fill it in."""
        if not self.document.access.can_edit:
            return
        if field.kind is FieldKind.DATE and isinstance(editor, LineEditor):
            # There is none on the first tab, which is there sooner without.
            from xjdesk.gui.fields.date_picker import DatePicker

            row.addWidget(DatePicker(editor, box), 0, _BESIDE, Qt.AlignmentFlag.AlignVCenter)
        if field.address == NUMBER and isinstance(editor, LineEditor):
            picker = NumberPicker(editor, self._last_number, box)
            row.addWidget(picker, 0, _BESIDE, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(ProposalLine(self.proposals, field, editor, box), 1, 0)

    def _last_number(self) -> str:
        last_year = self.document.last_year
        return "" if last_year is None else last_year.report.field(NUMBER)

    def _on_caret_moved(self, field: FieldAddress) -> None:
        self._last = field
        self.place_changed.emit(self.here())


def _form_layout(box: QGroupBox) -> QFormLayout:
    form = QFormLayout(box)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setHorizontalSpacing(12)
    form.setVerticalSpacing(8)
    return form


def _label(text: str, editor: QWidget | None) -> QLabel:
    label = QLabel(text)
    # One width for all groups, so that the controls of the tab stand in one line.
    label.setMinimumWidth(label.fontMetrics().horizontalAdvance("填报单位（盖章）"))
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if editor is not None:
        label.setBuddy(editor)
    return label


def _with_sign(editor: QWidget, sign: FieldSign) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(6)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(0, 1)
    grid.addWidget(editor, 0, 0)
    grid.addWidget(sign, 0, _SIGN, Qt.AlignmentFlag.AlignVCenter)
    return grid
