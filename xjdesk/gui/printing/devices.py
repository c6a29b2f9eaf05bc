"""The printers of this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QDialog, QWidget

from xjdesk.core.errors import UserError

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class PrintDevices(Protocol):
    """The printers as dialog and printing see them, by their names."""

    def names(self) -> tuple[str, ...]:
        """All printers, the usual one first. May take seconds."""
        ...

    def turns_sheets(self, name: str) -> bool:
        """Whether the printer prints on both sides by itself."""
        ...

    def opened(self, name: str) -> QPrinter:
        """The printer, ready to be set up; UserError when it is gone."""
        ...

    def ask_properties(self, printer: QPrinter, parent: QWidget) -> bool:
        """Show the system's dialog for the printer; whether it was confirmed."""
        ...


class InstalledPrinters:
    """The printers that the system knows."""

    def names(self) -> tuple[str, ...]:
        """All printers, the usual one first. May take seconds."""
        from PySide6.QtPrintSupport import QPrinterInfo

        usual = QPrinterInfo.defaultPrinterName()
        return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: name != usual))

    def turns_sheets(self, name: str) -> bool:
        """Whether the printer prints on both sides by itself."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        modes = QPrinterInfo.printerInfo(name).supportedDuplexModes()
        return QPrinter.DuplexMode.DuplexLongSide in modes

    def opened(self, name: str) -> QPrinter:
        """The printer, ready to be set up; UserError when it is gone."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        info = QPrinterInfo.printerInfo(name)
        if info.isNull():
            raise UserError(f"找不到打印机“{name}”，请换一台打印机，或先导出 PDF 再打印。")
        return QPrinter(info, QPrinter.PrinterMode.HighResolution)

    def ask_properties(self, printer: QPrinter, parent: QWidget) -> bool:
        """Show the system's dialog for the printer; whether it was confirmed."""
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle("打印机属性")
        for asked_by_us in (
            QAbstractPrintDialog.PrintDialogOption.PrintPageRange,
            QAbstractPrintDialog.PrintDialogOption.PrintToFile,
        ):
            dialog.setOption(asked_by_us, False)
        confirmed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return confirmed
