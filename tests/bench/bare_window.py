"""A window with the same widgets as the program's and nothing behind them, shown."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QMainWindow,
    QPlainTextEdit,
    QTableWidget,
    QTabWidget,
    QTreeWidget,
)
from shown import end_when_painted

application = QApplication(sys.argv)
window = QMainWindow()
tabs = QTabWidget(window)
for _ in range(7):
    tabs.addTab(QPlainTextEdit(), "导语")
tabs.addTab(QTableWidget(63, 4), "统计表")
window.setCentralWidget(tabs)
dock = QDockWidget("审核结果", window)
dock.setWidget(QTreeWidget(dock))
window.addDockWidget(dock.allowedAreas() & dock.allowedAreas().RightDockWidgetArea, dock)
window.menuBar().addMenu("文件").addAction("打开")
window.addToolBar("工具").addAction("保存")
window.resize(1280, 820)
window.show()
end_when_painted()
sys.exit(application.exec())
