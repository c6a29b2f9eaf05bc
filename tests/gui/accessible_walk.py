"""What a screen reader is told of every control of a window, and what it would not understand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTabWidget,
    QTextBrowser,
    QTextEdit,
    QTreeView,
    QWidget,
)

_Role = QAccessible.Role
_ROLES: tuple[tuple[type[QWidget], frozenset[QAccessible.Role]], ...] = (
    (QTableView, frozenset({_Role.Table})),
    (QTreeView, frozenset({_Role.Tree})),
    (QListView, frozenset({_Role.List})),
    (QComboBox, frozenset({_Role.ComboBox})),
    (QAbstractSpinBox, frozenset({_Role.SpinBox})),
    (QLineEdit, frozenset({_Role.EditableText})),
    (QTextBrowser, frozenset({_Role.EditableText, _Role.StaticText, _Role.Document})),
    (QTextEdit, frozenset({_Role.EditableText, _Role.StaticText, _Role.Document})),
    (QPlainTextEdit, frozenset({_Role.EditableText, _Role.StaticText, _Role.Document})),
    (
        QAbstractButton,
        frozenset({_Role.Button, _Role.CheckBox, _Role.RadioButton, _Role.ButtonMenu}),
    ),
)
"""What each kind of control must say that it is; the first kind that fits counts."""
_INPUTS = (QAbstractItemView, QComboBox, QAbstractSpinBox, QLineEdit, QTextEdit, QPlainTextEdit)
"""What is filled in or chosen from: its name alone does not say what to do there."""
_QT_OWN = re.compile(r"qt_.*|Scroll(Left|Right)Button")
_CHINESE = re.compile(r"[一-鿿]")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is not said, or said wrongly, of a control."""

    control: str
    what: str


def controls(root: QWidget) -> Iterator[QWidget]:
    """What can be worked in a window: whatever takes the focus, and all buttons."""
    for widget in (root, *root.findChildren(QWidget)):
        takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        is_worked = takes_focus or isinstance(widget, QAbstractButton)
        if is_worked and widget.isVisibleTo(root) and not _is_part(widget):
            yield widget


def faults(root: QWidget) -> list[Fault]:
    """All that a screen reader would say wrongly of the controls in `root`."""
    return [
        Fault(_path(control, root), what) for control in controls(root) for what in _faults(control)
    ]


def _faults(control: QWidget) -> Iterator[str]:
    interface = QAccessible.queryAccessibleInterface(control)
    if interface is None:
        yield "is unknown to screen readers"
        return
    name = control.accessibleName() or interface.text(QAccessible.Text.Name)
    if not _CHINESE.search(name):
        yield f"is named {name!r}"
    if isinstance(control, _INPUTS) and not _CHINESE.search(_description(control, interface)):
        yield "is not described"
    expected = next((roles for kind, roles in _ROLES if isinstance(control, kind)), None)
    if expected is not None and interface.role() not in expected:
        yield f"says that it is a {interface.role().name}"
    yield from _wrong_states(control, interface)


def _wrong_states(control: QWidget, interface: QAccessibleInterface) -> Iterator[str]:
    if _says(interface, "disabled") is control.isEnabled():
        yield "says wrongly whether it can be used"
    match control:
        case QLineEdit() | QTextEdit() | QPlainTextEdit():
            if _says(interface, "readOnly") is not control.isReadOnly():
                yield "says wrongly whether it can be written into"
        case QAbstractButton() if control.isCheckable():
            if _says(interface, "checked") is not control.isChecked():
                yield "says wrongly whether it is ticked"
        case _:
            pass


def _says(interface: QAccessibleInterface, state: str) -> bool:
    # PySide6 does not tell type checkers what a state is made of.
    return bool(getattr(interface.state(), state))


def _description(control: QWidget, interface: QAccessibleInterface) -> str:
    return (
        control.accessibleDescription()
        or interface.text(QAccessible.Text.Description)
        or control.toolTip()
    )


def _is_part(widget: QWidget) -> bool:
    """Whether it is a part of another control, which speaks for it."""
    if _QT_OWN.fullmatch(widget.objectName()) or isinstance(widget, QHeaderView | QMenuBar | QMenu):
        return True
    # Words that can be marked take the focus too; they are their own name.
    if isinstance(widget, QLabel) and not widget.text():
        return True
    # The bar of a tab widget names its tabs; Qt makes bars for docks in advance.
    if isinstance(widget, QTabWidget) or (isinstance(widget, QTabBar) and not widget.count()):
        return True
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractSpinBox | QAbstractItemView | QMenuBar):
            return True
        parent = parent.parentWidget()
    return False


def _path(widget: QWidget, root: QWidget) -> str:
    """The control and what it stands in, by name or kind."""
    parts: list[str] = []
    at: QWidget | None = widget
    while at is not None and at is not root:
        parts.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    return "/".join(reversed(parts))
