"""The account of an indicator as a page of rich text, with the places its links lead to."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.core.address import CellAddress, Place
from xjdesk.gui.indicator.account import Citation, IndicatorAccount
from xjdesk.gui.indicator.stated_relation import Piece, StatedRelation, Verdict

_BLANK = "空"
_READ_FOR = "正文写到这一项的数，审核时与此格核对。"
_NONE = "选中统计表里的一格，这里说明该指标的含义、勾稽关系和正文中引用它的地方。"


@dataclass(frozen=True, slots=True)
class PageColours:
    """Names of colours as style sheets write them: of what is wrong, and of what matters less."""

    wrong: str
    quiet: str


@dataclass(frozen=True, slots=True)
class AccountPage:
    """Rich text; the link called by a number leads to the place of that number."""

    text: str
    places: tuple[Place, ...]


def empty_page() -> AccountPage:
    """What is shown while no cell is the current one."""
    return AccountPage(f"<p>{html.escape(_NONE)}</p>", ())


def account_page(account: IndicatorAccount, colours: PageColours) -> AccountPage:
    """The page about a cell."""
    writer = _Writer(account, colours)
    text = "".join(writer.page())
    return AccountPage(text, tuple(writer.places))


class _Writer:
    def __init__(self, account: IndicatorAccount, colours: PageColours) -> None:
        self._account = account
        self._colours = colours
        self.places: list[Place] = []

    def page(self) -> Iterator[str]:
        account = self._account
        yield f"<h3>{html.escape(account.name)}</h3>"
        if len(account.labels) > 1:
            yield self._quiet(" › ".join(account.labels))
        if account.definition:
            yield f"<p>{html.escape(account.definition)}</p>"
        if account.note:
            yield "<p>备注：" + "<br>".join(map(html.escape, account.note.splitlines())) + "</p>"
        yield "<p>" + "<br>".join(map(html.escape, self._numbers())) + "</p>"
        yield from self._list("审核结果", self._findings())
        yield from self._list("勾稽关系", map(self._relation, account.relations))
        yield from self._list("计入", map(self._piece, account.totals))
        yield from self._list("正文引用", self._in_narrative())

    def _numbers(self) -> Iterator[str]:
        account = self._account
        if account.unit:
            yield f"单位：{account.unit}"
        yield f"本年：{account.now or '未填'}"
        if account.last_year:
            yield account.last_year

    def _findings(self) -> Iterator[str]:
        for finding in self._account.findings:
            yield f"<b>{finding.severity.label}</b>　{html.escape(finding.message)}"

    def _list(self, title: str, lines: Iterator[str]) -> Iterator[str]:
        found = list(lines)
        if found:
            yield f"<h4>{title}</h4>"
            yield from (f"<p>{line}</p>" for line in found)

    def _relation(self, relation: StatedRelation) -> str:
        told = "".join(map(self._piece, relation.pieces))
        outcome = html.escape(relation.outcome)
        if relation.verdict is not Verdict.BROKEN:
            return f"{told} {outcome}"
        wrong = f'<b style="color:{self._colours.wrong}">{outcome}</b>'
        return f"{told} {wrong}<br>{self._grey(relation.message)}"

    def _piece(self, piece: Piece) -> str:
        if piece.cell is None and not piece.number:
            return html.escape(piece.text)
        name = self._link(piece.text, piece.cell) if piece.cell else html.escape(piece.text)
        return f"{name} <b>{html.escape(piece.number or _BLANK)}</b>"

    def _in_narrative(self) -> Iterator[str]:
        yield from map(self._citation, self._account.citations)
        if self._account.is_read_for:
            yield self._grey(_READ_FOR)

    def _citation(self, citation: Citation) -> str:
        where = self._link(citation.where, citation.place)
        before, behind = html.escape(citation.before), html.escape(citation.behind)
        return f"{where}<br>……{before}<b>{html.escape(citation.number)}</b>{behind}……"

    def _link(self, text: str, place: Place) -> str:
        if place == self._account.cell and isinstance(place, CellAddress):
            return html.escape(text)
        self.places.append(place)
        return f'<a href="{len(self.places) - 1}">{html.escape(text)}</a>'

    def _quiet(self, text: str) -> str:
        return f"<p>{self._grey(text)}</p>"

    def _grey(self, text: str) -> str:
        return f'<span style="color:{self._colours.quiet}">{html.escape(text)}</span>'
