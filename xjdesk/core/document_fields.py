"""The fields of the official document around narrative and tables.

They are those of GB/T 9704-2012 (letterhead, addressee, signature, imprint) and of the sign-off
lines under the statistics table, and what the tables are to be filled in by; they are the same for
every form.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xjdesk.core.address import FieldAddress


class FieldKind(StrEnum):
    """How a field is filled: one line, several lines, a date, or one of a few choices."""

    LINE = "line"
    LINES = "lines"
    DATE = "date"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Field:
    """A field: where it stands, its name on screen, how it is filled, what to put there."""

    address: FieldAddress
    label: str
    kind: FieldKind
    hint: str
    required: bool = False
    choices: tuple[str, ...] = ()
    usual: str = ""


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """The fields edited together under one title."""

    title: str
    fields: tuple[Field, ...]


NUMBER = FieldAddress("letterhead", "number")
ISSUER = FieldAddress("letterhead", "issuer")
DIRECTION = FieldAddress("letterhead", "direction")
SIGNER = FieldAddress("letterhead", "signer")
TITLE = FieldAddress("letterhead", "title")
ADDRESSEE = FieldAddress("letterhead", "addressee")
ANNEX_NOTE = FieldAddress("signoff", "annex_note")
ORGAN = FieldAddress("signoff", "organ")
DATE = FieldAddress("signoff", "date")
SEAL = FieldAddress("signoff", "seal")
ANNEX_TITLE = FieldAddress("signoff", "annex_title")
FILLING_UNIT = FieldAddress("signoff", "filling_unit")
HEAD = FieldAddress("signoff", "head")
REVIEWER = FieldAddress("signoff", "reviewer")
PREPARER = FieldAddress("signoff", "preparer")
PHONE = FieldAddress("signoff", "phone")
FILLED_ON = FieldAddress("signoff", "filled_on")
COPIES_TO = FieldAddress("imprint", "copies_to")
PRINTED_BY = FieldAddress("imprint", "printed_by")
PRINTED_ON = FieldAddress("imprint", "printed_on")
BLANKS = FieldAddress("checks", "blanks")
LEVEL = FieldAddress("unit", "level")
SCOPE = FieldAddress("unit", "scope")

UPWARD, DOWNWARD, PARALLEL = "上行文", "下行文", "平行文"
WITH_SEAL, WITHOUT_SEAL = "加盖印章", "不加盖印章"
ZERO_REQUIRED, MAY_STAY_BLANK = "填0", "可以留空"
PROVINCE, CITY, COUNTY = "省级政府", "设区的市、自治州政府", "县级政府"
TOWNSHIP, DEPARTMENT = "乡镇政府、街道办事处", "政府部门"
OWN_UNIT, OWN_LEVEL, WHOLE_REGION = "本单位", "本级", "行政区域汇总"

_LINE, _LINES, _DATE = FieldKind.LINE, FieldKind.LINES, FieldKind.DATE

LETTERHEAD = FieldGroup(
    "公文信息",
    (
        Field(ISSUER, "发文机关", _LINE, "全称或规范化简称，如：西吉县人民政府", required=True),
        Field(NUMBER, "发文字号", _LINE, "如：西政发〔2017〕12号", required=True),
        Field(
            DIRECTION,
            "行文方向",
            FieldKind.CHOICE,
            "报上级机关的为上行文，须标注签发人",
            choices=(UPWARD, DOWNWARD, PARALLEL),
        ),
        Field(SIGNER, "签发人", _LINE, "上行文填机关主要负责人姓名"),
        Field(TITLE, "标题", _LINES, "发文机关、事由和文种，可分行", required=True),
        Field(ADDRESSEE, "主送机关", _LINE, "如：固原市人民政府", required=True),
    ),
)

UNIT = FieldGroup(
    "单位与范围",
    (
        Field(
            LEVEL,
            "机关层级",
            FieldKind.CHOICE,
            "不选的按发文机关名称判断；可以制定规章的只有省级政府和设区的市、自治州政府",
            choices=(PROVINCE, CITY, COUNTY, TOWNSHIP, DEPARTMENT),
        ),
        Field(
            SCOPE,
            "统计范围",
            FieldKind.CHOICE,
            "本级指政府及其部门；行政区域汇总指本级和下级合计",
            choices=(OWN_UNIT, OWN_LEVEL, WHOLE_REGION),
        ),
    ),
)
"""Whose numbers the tables hold."""

SIGNATURE = FieldGroup(
    "落款与附件",
    (
        Field(ANNEX_NOTE, "附件说明", _LINES, "附件名称，每行一件，不加书名号和标点"),
        Field(ORGAN, "署名", _LINE, "发文机关署名，与印章一致", required=True),
        Field(DATE, "成文日期", _DATE, "如：2017年1月19日", required=True),
        Field(
            SEAL,
            "印章",
            FieldKind.CHOICE,
            "不填按加盖印章排版，署名与日期之上留出盖章位置",
            choices=(WITH_SEAL, WITHOUT_SEAL),
            usual=WITH_SEAL,
        ),
        Field(ANNEX_TITLE, "附件标题", _LINE, "与附件说明一致"),
    ),
)

TABLE_SIGN_OFF = FieldGroup(
    "统计表签署",
    (
        Field(FILLING_UNIT, "填报单位（盖章）", _LINE, "一般留空，打印后加盖公章"),
        Field(HEAD, "单位负责人", _LINE, "姓名", required=True),
        Field(REVIEWER, "审核人", _LINE, "姓名", required=True),
        Field(PREPARER, "填报人", _LINE, "姓名", required=True),
        Field(PHONE, "联系电话", _LINE, "区号-号码", required=True),
        Field(FILLED_ON, "填报日期", _DATE, "如：2017年1月19日", required=True),
    ),
)

IMPRINT = FieldGroup(
    "版记",
    (
        Field(COPIES_TO, "抄送", _LINES, "抄送机关，每行一组"),
        Field(PRINTED_BY, "印发机关", _LINE, "如：西吉县人民政府办公室"),
        Field(PRINTED_ON, "印发日期", _DATE, "如：2017年1月19日"),
    ),
)

FILLING = FieldGroup(
    "填报要求",
    (
        Field(
            BLANKS,
            "没有发生的数",
            FieldKind.CHOICE,
            "不选按填0审核；上级允许的可以留空，合计数仍要填写",
            choices=(ZERO_REQUIRED, MAY_STAY_BLANK),
            usual=ZERO_REQUIRED,
        ),
    ),
)
"""What the report is checked for; nothing of it is printed."""

GROUPS: tuple[FieldGroup, ...] = (LETTERHEAD, UNIT, SIGNATURE, TABLE_SIGN_OFF, IMPRINT, FILLING)


def field_at(address: FieldAddress) -> Field:
    """The field that stands at `address`; KeyError when there is none."""
    for group in GROUPS:
        for field in group.fields:
            if field.address == address:
                return field
    raise KeyError(str(address))
