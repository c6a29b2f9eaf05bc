"""The second step of a new report: whose it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from xjdesk.core.address import FieldAddress
from xjdesk.core.document_fields import ISSUER
from xjdesk.core.issuer_profile import IssuerProfile
from xjdesk.gui.captions import caption
from xjdesk.gui.entered_text import one_line

_NONE = "（不用）"
_WITHOUT = "还没有保存过单位资料。报告填好后，用“文件→单位资料”保存一次，以后新建就能直接带入。"
_WITH = "带入发文机关、主送机关、签署人等每年一样的内容；带入后都可以改。"


class IssuerStep(QWidget):
    """A profile, the first one unless another is chosen, or just a name; both may be left out."""

    def __init__(self, profiles: Sequence[IssuerProfile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profiles = tuple(profiles)
        self.profile = QComboBox(self)
        self.profile.setObjectName("new-profile")
        self.profile.setAccessibleName("单位资料")
        self.profile.setAccessibleDescription("带入每年一样的内容，↑↓选择")
        for profile in self._profiles:
            self.profile.addItem(caption(profile.name))
        self.profile.addItem(_NONE)
        self.profile.setEnabled(bool(self._profiles))
        self.issuer = QLineEdit(self)
        self.issuer.setObjectName("new-issuer")
        self.issuer.setAccessibleName("发文机关")
        self.issuer.setAccessibleDescription("全称或规范化简称，可以以后再填")
        self.issuer.setPlaceholderText("全称或规范化简称，如：西吉县人民政府；可以以后再填")
        remark = QLabel(_WITH if self._profiles else _WITHOUT, self)
        remark.setWordWrap(True)
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addRow("单位资料(&U)：", self.profile)
        rows.addRow("发文机关(&I)：", self.issuer)
        rows.addRow(remark)
        self.setFocusProxy(self.profile if self._profiles else self.issuer)
        self.profile.currentIndexChanged.connect(self._show_issuer)
        self._show_issuer()

    def fields(self) -> Mapping[FieldAddress, str]:
        """The fields of the profile, with the issuer as it was written."""
        profile = self._chosen()
        found = dict(profile.fields) if profile is not None else {}
        issuer = one_line(self.issuer.text()).strip()
        if issuer:
            found[ISSUER] = issuer
        else:
            found.pop(ISSUER, None)
        return found

    def _chosen(self) -> IssuerProfile | None:
        row = self.profile.currentIndex()
        return self._profiles[row] if row < len(self._profiles) else None

    def _show_issuer(self) -> None:
        profile = self._chosen()
        self.issuer.setText(profile.fields.get(ISSUER, "") if profile is not None else "")
