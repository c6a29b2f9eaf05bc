"""The view of the pages: size, place, painting, clicks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xjdesk.core.errors import UserError
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.gui.page_painter import PagePainter
from xjdesk.gui.preview.page_view import PageView
from xjdesk.gui.preview.page_view_guides import Guides
from xjdesk.gui.preview.page_view_pictures import BAND_PX, PagePictures
from xjdesk.gui.preview.page_view_stack import PagePoint
from xjdesk.gui.preview.page_view_zoom import MARGIN_PX, PERCENTS, Fit
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.page_map import Spot
from xjdesk.typesetting.pages import Page, PageSet

NO_GUIDES = Guides(grid=False, seal=False)


class CountingPainter(PagePainter):
    """Keeps what it painted."""

    def __init__(self, fonts: FontSet) -> None:
        super().__init__(fonts)
        self.painted: list[Page] = []

    def paint(self, page: Page, painter: QPainter, units_per_mm: float) -> None:
        self.painted.append(page)
        super().paint(page, painter, units_per_mm)


class FailingPainter(PagePainter):
    """Has a font that cannot be opened."""

    def paint(self, page: Page, painter: QPainter, units_per_mm: float) -> None:
        raise UserError("字体“仿宋”的文件无法读取，请重新安装该字体或本程序。")


@pytest.fixture(scope="module")
def pages(sample: Report, form: Form, fonts: FontSet) -> PageSet:
    return typeset(sample, form, fonts)


@pytest.fixture
def painter(fonts: FontSet) -> CountingPainter:
    return CountingPainter(fonts)


@pytest.fixture
def view(qtbot: QtBot, pages: PageSet, painter: CountingPainter) -> PageView:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(460, 640)
    view.show_guides(NO_GUIDES)
    view.show_pages(pages, painter)
    view.show()
    qtbot.waitExposed(view)
    return view


def _grabbed(view: PageView) -> QImage:
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _wheel(view: PageView, at: QPointF, delta: int) -> None:
    event = QWheelEvent(
        at,
        QPointF(view.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_pages_are_as_wide_as_the_view(view: PageView) -> None:
    assert view.zoom is Fit.WIDTH
    for width in (460, 700):
        view.resize(width, 640)
        stack = view.stack
        room = view.viewport().width()
        assert stack.page(1).width() == pytest.approx(room - 2 * MARGIN_PX, abs=1e-6)
        assert view.horizontalScrollBar().maximum() == 0


def test_a_whole_page_fits_the_view(view: PageView) -> None:
    view.set_zoom(Fit.PAGE)
    for size in ((460, 640), (900, 300)):
        view.resize(*size)
        page = view.stack.page(1)
        assert page.height() <= view.viewport().height() - 2 * MARGIN_PX + 1
        assert page.width() <= view.viewport().width() - 2 * MARGIN_PX + 1


def test_a_hundred_percent_is_the_size_of_the_paper(view: PageView) -> None:
    view.set_zoom(100)
    assert view.stack.page(1).width() == pytest.approx(210 / 25.4 * view.logicalDpiX())
    assert view.horizontalScrollBar().maximum() > 0


def test_zoom_goes_in_steps_from_where_it_is_to_the_ends(view: PageView) -> None:
    view.set_zoom(100)
    view.step_zoom(1)
    assert view.zoom == 125
    view.step_zoom(-2)
    assert view.zoom == 75
    view.step_zoom(99)
    assert view.zoom == PERCENTS[-1]
    view.step_zoom(-99)
    assert view.zoom == PERCENTS[0]
    # Fitted to this width, a page has about 52 %.
    view.set_zoom(Fit.WIDTH)
    view.step_zoom(1)
    assert view.zoom == 75


def test_turning_the_wheel_with_ctrl_keeps_what_is_under_the_pointer(view: PageView) -> None:
    view.turn_to(3)
    at = QPointF(200, 300)
    before = view.point_at(at)
    for _ in range(3):
        # Three parts of a touchpad make a step.
        _wheel(view, at, 40)
    assert view.zoom == 75
    _wheel(view, at, 240)
    assert view.zoom == 125
    after = view.point_at(at)
    assert after.page_number == before.page_number == 3
    assert (after.x_mm, after.y_mm) == pytest.approx((before.x_mm, before.y_mm), abs=0.4)


def test_another_width_of_the_view_keeps_the_place_at_its_top(view: PageView) -> None:
    view.turn_to(5)
    view.resize(800, 640)
    top = view.point_at(QPointF(0, MARGIN_PX))
    assert (top.page_number, top.y_mm) == (5, pytest.approx(0.0, abs=3.0))


def test_turning_pages_stops_at_the_last(view: PageView, pages: PageSet) -> None:
    assert view.page_count == len(pages.pages)
    view.turn_to(4)
    assert view.page_number == 4
    view.turn_to(99)
    assert view.page_number == len(pages.pages)
    view.turn_to(-3)
    assert view.page_number == 1


def test_a_spot_is_revealed_only_when_it_is_not_in_view(view: PageView) -> None:
    view.turn_to(3)
    before = view.verticalScrollBar().value()
    view.reveal(Spot(3, 40.0, 120.0, 5.6))
    assert view.verticalScrollBar().value() == before
    elsewhere = Spot(7, 40.0, 250.0, 5.6)
    view.reveal(elsewhere)
    assert 0 < view.position_of(elsewhere).y() < view.viewport().height() - 30
    view.set_zoom(400)
    view.reveal(Spot(2, 180.0, 250.0, 5.6))
    corner = view.point_at(QPointF(0, 0))
    far = view.point_at(QPointF(view.viewport().width(), view.viewport().height()))
    assert corner.page_number == far.page_number == 2
    assert corner.x_mm < 180.0 < far.x_mm
    assert corner.y_mm < 250.0 < far.y_mm


def test_zooming_keeps_the_mark_in_view(view: PageView) -> None:
    spot = Spot(2, 60.0, 200.0, 5.6)
    view.show_mark(spot)
    view.reveal(spot)
    before = view.position_of(spot)
    view.set_zoom(300)
    after = view.position_of(spot)
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()), abs=1.0)


def test_a_click_tells_the_point_of_the_page(view: PageView, qtbot: QtBot) -> None:
    view.turn_to(2)
    corner = view.stack.page(2).topLeft() - QPointF(0, view.verticalScrollBar().value())
    at = (corner + QPointF(100, 50) * view.stack.px_per_mm).toPoint()
    with qtbot.waitSignal(view.pressed) as pressed:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert pressed.args is not None
    (point,) = pressed.args
    assert point.page_number == 2
    assert (point.x_mm, point.y_mm) == pytest.approx((100.0, 50.0), abs=0.5)


def test_a_click_beside_the_pages_tells_nothing(view: PageView, qtbot: QtBot) -> None:
    told: list[PagePoint] = []
    view.pressed.connect(told.append)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 200))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=QPoint(200, 200))
    assert told == []


def test_only_what_changed_is_painted_again(
    view: PageView, pages: PageSet, painter: CountingPainter
) -> None:
    view.viewport().grab()
    painter.painted.clear()
    same = replace(pages, pages=tuple(replace(page) for page in pages.pages))
    view.show_pages(same, painter)
    view.viewport().grab()
    assert painter.painted == []
    first = pages.pages[0]
    last_line = max(first.runs[:-1], key=lambda run: run.baseline_mm)
    changed = replace(
        first, runs=tuple(run for run in first.runs if run.baseline_mm != last_line.baseline_mm)
    )
    view.show_pages(replace(pages, pages=(changed, *pages.pages[1:])), painter)
    view.viewport().grab()
    bands = {number for number in range(9) if _shows(last_line.baseline_mm, number, view)}
    assert len(painter.painted) == len(bands) < 4


def _shows(baseline_mm: float, number: int, view: PageView) -> bool:
    """Whether a line of 三号 characters reaches into a band."""
    band_mm = BAND_PX / view.stack.px_per_mm
    return number * band_mm - 3.4 < baseline_mm < (number + 1) * band_mm + 7.4


def test_pages_that_are_not_seen_are_not_painted(
    view: PageView, painter: CountingPainter, pages: PageSet
) -> None:
    painter.painted.clear()
    view.turn_to(6)
    view.viewport().grab()
    assert {page.number for page in painter.painted} <= {6, 7}


def test_the_bands_of_a_page_make_the_page(fonts: FontSet, pages: PageSet, qtbot: QtBot) -> None:
    scale = 3.1
    whole = QImage(round(210 * scale), round(297 * scale), QImage.Format.Format_RGB32)
    whole.fill(QColor("white"))
    joined = whole.copy()
    painter = QPainter(whole)
    PagePainter(fonts).paint(pages.pages[0], painter, scale)
    painter.end()
    pictures = PagePictures(PagePainter(fonts))
    painter = QPainter(joined)
    for number in range(4):
        band = pictures.band(pages.pages[0], number, scale)
        painter.drawPixmap(0, number * BAND_PX, band)
    painter.end()
    assert joined == whole


def test_what_is_painted_fits_the_pixels_of_the_screen(
    view: PageView, fonts: FontSet, pages: PageSet
) -> None:
    scale = view.stack.px_per_mm
    alone = QImage(round(210 * scale), round(297 * scale), QImage.Format.Format_RGB32)
    alone.fill(QColor("white"))
    painter = QPainter(alone)
    PagePainter(fonts).paint(pages.pages[0], painter, scale)
    painter.end()
    text = alone.rect().adjusted(20, 20, -20, -alone.height() // 2)
    shown = _grabbed(view).copy(text.translated(MARGIN_PX, MARGIN_PX))
    assert shown == alone.copy(text)


def test_guides_are_painted_over_pages_and_never_in_them(
    view: PageView, pages: PageSet, painter: CountingPainter
) -> None:
    assert pages.seal is not None
    view.turn_to(pages.seal.page_number)
    plain = _grabbed(view)
    painter.painted.clear()
    for guides in (Guides(grid=True, seal=False), Guides(grid=False, seal=True)):
        view.show_guides(guides)
        assert _grabbed(view) != plain
    view.show_guides(NO_GUIDES)
    assert _grabbed(view) == plain
    assert painter.painted == []


def test_the_seal_is_a_red_circle_around_its_place(view: PageView, pages: PageSet) -> None:
    seal = pages.seal
    assert seal is not None
    view.turn_to(seal.page_number)
    view.show_guides(Guides(grid=False, seal=True))
    picture = _grabbed(view)
    red = [
        view.point_at(QPointF(x, y))
        for x in range(picture.width())
        for y in range(picture.height())
        if (c := picture.pixelColor(x, y)).red() > 200 and c.green() < 80
    ]
    xs, ys = [point.x_mm for point in red], [point.y_mm for point in red]
    radius = seal.diameter_mm / 2
    assert (min(xs), max(xs)) == pytest.approx((seal.x_mm - radius, seal.x_mm + radius), abs=1.5)
    assert (min(ys), max(ys)) == pytest.approx((seal.y_mm - radius, seal.y_mm + radius), abs=1.5)


def test_a_font_that_cannot_be_opened_is_told(
    view: PageView, fonts: FontSet, pages: PageSet
) -> None:
    told: list[UserError] = []
    view.failed.connect(told.append)
    view.show_pages(pages, FailingPainter(fonts))
    view.viewport().grab()
    assert [error.sentence[:2] for error in told] == ["字体"]
    view.viewport().grab()
    assert len(told) == 1


def test_a_sentence_stands_in_place_of_pages(view: PageView) -> None:
    view.show_message("")
    empty = _grabbed(view)
    view.show_message("缺少仿宋体字体，无法排版，请重新安装本程序。")
    assert _grabbed(view) != empty
    assert (view.page_number, view.page_count) == (0, 0)
    assert view.verticalScrollBar().maximum() == 0
