"""The reports that are measured: the founding document printed in every way, and short ones.

Short reports (`brief`) have no table, so where their text ends is decided by its number of lines.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from xjdesk.core import document_fields as fields
from xjdesk.core.address import FieldAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.typesetting.page_options import Letterhead, PageOptions

_PHRASE = "政府信息公开工作年度报告主动依法"
_DOUBLE, _SINGLE = PageOptions(), PageOptions(double_sided=False)


@dataclass(frozen=True, slots=True)
class Variant:
    """How the founding document is changed, and how it is printed."""

    change: Callable[[Report], Report]
    options: PageOptions = _DOUBLE
    has_tables: bool = True

    def form(self, form: Form) -> Form:
        return form if self.has_tables else replace(form, tables=())


def with_fields(report: Report, changed: Mapping[FieldAddress, str]) -> Report:
    """The report with some fields filled otherwise."""
    return replace(report, fields={**report.fields, **changed})


def ideographs(lines: int) -> str:
    """A paragraph without punctuation that fills so many lines of 28, its first indented by two."""
    length = lines * 28 - 2
    return (_PHRASE * (length // len(_PHRASE) + 1))[:length]


def brief(report: Report, *paragraphs: str) -> Report:
    """The report with one chapter without heading and without annex."""
    chapter = Chapter("preface", "", tuple(map(Paragraph, paragraphs)))
    return with_fields(replace(report, chapters=(chapter,)), {fields.ANNEX_NOTE: ""})


def _upward(report: Report) -> Report:
    return with_fields(report, {fields.SIGNER: "马文国"})


def _direction(direction: str) -> Callable[[Report], Report]:
    return lambda report: with_fields(report, {fields.DIRECTION: direction, fields.SIGNER: ""})


def _unsealed(organ: str) -> Callable[[Report], Report]:
    return lambda report: with_fields(
        _upward(report), {fields.SEAL: fields.WITHOUT_SEAL, fields.ORGAN: organ}
    )


def _brief(lines: int, **changed: str) -> Callable[[Report], Report]:
    names = {"copies": fields.COPIES_TO, "addressee": fields.ADDRESSEE, "issuer": fields.ISSUER}
    changes = {names[name]: value for name, value in changed.items()}
    return lambda report: with_fields(brief(_upward(report), ideographs(lines)), changes)


def _elaborate(report: Report) -> Report:
    """Four levels of headings, long title, addressees and copies, two annexes."""
    texts = (
        "（一）加强组织领导。县政府常务会议专题研究政府信息公开工作，及时调整领导小组。",
        "1.健全工作机构。政府办公室配备专职人员。",
        "（1）明确工作职责。各乡镇各部门确定专人负责。",
        ideographs(30),
    )
    chapters = (Chapter("overview", "一、工作开展情况", tuple(map(Paragraph, texts))),)
    towns = "、".join(f"{name}镇人民政府" for name in ("吉强", "兴隆", "平峰", "将台", "新营"))
    return with_fields(
        replace(_upward(report), chapters=chapters),
        {
            fields.TITLE: "西吉县人民政府关于2016年度贯彻落实《中华人民共和国政府信息公开条例》"
            "全面推进政务公开工作和政府信息公开工作情况的年度报告",
            fields.ADDRESSEE: f"固原市人民政府、{towns}",
            fields.ANNEX_NOTE: "西吉县人民政府办公室关于2016年度政府信息公开工作开展情况和"
            "依申请公开办理情况统计表\n西吉县政府信息公开情况说明",
            fields.ANNEX_TITLE: "西吉县人民政府办公室关于2016年度政府信息公开工作开展情况和"
            "依申请公开办理情况统计表",
            fields.COPIES_TO: f"{towns}，\n{towns}",
        },
    )


def _many(line: str, number: int) -> str:
    return "，\n".join([line] * number)


VARIANTS: dict[str, Variant] = {
    "upward": Variant(_upward),
    "unsealed": Variant(_unsealed("西吉县人民政府")),
    "unsealed-short-organ": Variant(_unsealed("西吉县")),
    "single-sided": Variant(_upward, _SINGLE),
    "downward": Variant(_direction(fields.DOWNWARD)),
    "parallel": Variant(_direction(fields.PARALLEL)),
    "preprinted": Variant(_upward, PageOptions(letterhead=Letterhead.PREPRINTED)),
    "website": Variant(_upward, PageOptions(letterhead=Letterhead.NONE)),
    "elaborate": Variant(_elaborate),
    "ideographs": Variant(_brief(80), has_tables=False),
    "township": Variant(_brief(14, issuer="西吉县兴隆镇人民政府"), has_tables=False),
    "addressee-moved": Variant(
        _brief(30, addressee="、".join(["固原市原州区人民政府"] * 30)), has_tables=False
    ),
    "ends-odd": Variant(_brief(36), has_tables=False),
    "ends-even": Variant(_brief(16), has_tables=False),
    "ends-even-without-room": Variant(
        _brief(20, copies=_many("西吉县人民政府各部门", 17)), has_tables=False
    ),
    "single-sided-ends-odd": Variant(_brief(36), _SINGLE, has_tables=False),
    "single-sided-without-room": Variant(
        _brief(20, copies=_many("西吉县人民政府各部门", 17)), _SINGLE, has_tables=False
    ),
}
"""Every variant by its name."""

LETTERHEAD = tuple(name for name in VARIANTS if name not in ("website", "preprinted"))
"""Those with the whole letterhead."""
OFFICIAL = tuple(name for name in VARIANTS if name != "website")
"""Those that are printed as official documents."""
DOUBLE_SIDED = tuple(name for name, variant in VARIANTS.items() if variant.options.double_sided)
SINGLE_SIDED = tuple(name for name in VARIANTS if name not in DOUBLE_SIDED)
UPWARD = tuple(name for name in LETTERHEAD if name not in ("downward", "parallel"))
SAMPLE = ("upward", "unsealed", "single-sided", "downward", "parallel", "preprinted")
"""The founding document, printed officially."""
WITH_TABLES = tuple(name for name, variant in VARIANTS.items() if variant.has_tables)
UNSEALED = ("unsealed", "unsealed-short-organ", "website")
SEALED = tuple(name for name in VARIANTS if name not in UNSEALED)
