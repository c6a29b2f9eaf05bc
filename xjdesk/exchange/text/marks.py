"""What the parts of an official document look like in plain text."""

from __future__ import annotations

import re

from xjdesk.core import document_fields as fields
from xjdesk.core.address import FieldAddress

_CHINESE_DIGITS = "〇○零一二三四五六七八九"
_DIGIT = rf"[\d０-９{_CHINESE_DIGITS}十]"
_YEAR = rf"(?:(?:19|20)\d{{2}}|[{_CHINESE_DIGITS}０-９]{{4}})"
DATE = rf"{_DIGIT}{{4}}\s*年\s*{_DIGIT}{{1,3}}\s*月\s*{_DIGIT}{{1,3}}\s*日"

DATE_LINE = re.compile(DATE)
DOCUMENT_NUMBER = re.compile(
    r"[一-鿿]{1,12}\s*[〔\[［（(【﹝〖]\s*\d{4}\s*[〕\]］）)】﹞〗]\s*第?\s*\d+\s*号"
)
SIGNER = re.compile(r"签\s*发\s*人\s*[:：]\s*(?P<value>\S+(?:[ 　]{1,2}\S+)*)")
ANNEX_NOTE = re.compile(r"附\s*件\s*[:：]\s*(?P<value>.+)")
ANNEX_MARK = re.compile(rf"附\s*[件表]\s*[\d{_CHINESE_DIGITS}]*\s*[:：]?")
ANNEX_TITLE = re.compile(
    r"(?:附\s*[件表]\s*\d*\s*[:：]\s*)?(?P<value>[^。]{2,40}表(?:[（(].*[）)])?)"
)
PERIOD = re.compile(rf"[（(]?\s*(?P<year>{_YEAR})\s*年度?\s*[）)]?")
COPIES_TO = re.compile(r"抄\s*送\s*[:：]\s*(?P<value>.*)")
PRINTED = re.compile(rf"(?P<by>[^\s《。，][^《。，]*?)\s*(?P<on>{DATE})\s*印\s*发")
ORGAN = re.compile(
    r"[一-鿿（）()]{2,40}(?:政府|办公室|办公厅|委员会|办事处|大队|支队|总队|办|局|委|厅|处|院"
    r"|中心|社|站|所|馆|会|学校|公司|部)"
)
ADDRESSEES = re.compile(
    r"(?!.*(?:如下|现将|根据|按照|规定|报告|情况))[一-鿿（）()、，,\s]{2,60}"
    r"(?:政府|办公室|办公厅|办|局|委|会|厅|处|院|部门|单位|机关|中心|人大|政协|镇|乡|街道|部)"
)
REPORT_TITLE = re.compile(
    r"(?:附\s*件\s*\d*\s*[:：]\s*)?"
    r"(?P<value>[一-鿿（）()〈〉《》“”、\d○ 　]{2,}(?:报告|年报)(?:\s*[（(][^（）()]{2,12}[）)])?)"
)
TITLE_PIECE = re.compile(r"[一-鿿（）()〈〉《》、\d 　]+(?<!文件)")
TITLE_END = re.compile(r"(?P<value>[一-鿿]{0,4}(?:报告|告))")
"""What a title ends with whose last line is too short to be told by itself."""

PAGE_NUMBER = re.compile(r"[—–－─-]\s*\d{1,3}\s*[—–－─-]")
YEAR_OF_REPORT = re.compile(rf"(?P<year>{_YEAR})\s*年度")
YEAR = re.compile(rf"(?P<year>{_YEAR})\s*年(?!\s*{_DIGIT}{{1,3}}\s*月)")
LABEL = re.compile(r"(?<=\s)[一-鿿](?:[ 　]?[一-鿿]){1,7}(?:[（(]盖章[）)])?\s*[:：]")
GAP = re.compile(r"\t+|[ 　]{3,}")
BESIDE_ARTICLE = re.compile(
    r"[【\[（(]?\s*(?:索\s*引\s*号|(?:发布|成文|生成|公开|发文|更新|生效|废止)(?:日期|机构|时间|单位)|信息来源"
    r"|来\s*源|发布人|作者|浏览|访问|阅读|点击|字\s*号|字\s*体|分享|打印|文\s*号|主题分类|公开方式|公开范围"
    r"|当前位置|您.{0,4}位置|首页|组配分类|有\s*效\s*性|名\s*称|关\s*键\s*[词字]|标\s*题|责任编辑|时\s*间|时效)"
)
"""How a line begins in which a website says when and by whom an article was published."""

BELOW_ARTICLE = re.compile(
    r"打印|关闭|返回顶部|分享|上一[篇条]|下一[篇条]|相关(?:链接|附件|信息|解读|文档|阅读|新闻)|附件下载|扫一扫"
    r"|责任编辑|信息来源|主办单位|承办单位|主办[：:]|承办[：:]|版权所有|网站地图|网站标识码|ICP备|公网安备"
    r"|浏览次数|访问次数|阅读次数|联系我们|使用帮助|无障碍|适老"
)
"""What a website prints below an article."""

HEADER_WORDS = ("序号", "指标", "项目", "计量单位", "数量", "数值", "数", "备注")
"""Words in the header row of a table beside the captions of the form."""

SIGN_OFF_LABELS: tuple[tuple[str, FieldAddress], ...] = (
    (r"填\s*报\s*单\s*位\s*(?:[（(]\s*盖\s*章\s*[）)])?", fields.FILLING_UNIT),
    (r"(?:单位)?负\s*责\s*人", fields.HEAD),
    (r"审\s*核\s*人", fields.REVIEWER),
    (r"填\s*[报表]\s*人", fields.PREPARER),
    (r"(?:联系)?电\s*话", fields.PHONE),
    (r"填\s*[报表]\s*[日时]\s*[期间]", fields.FILLED_ON),
)
"""The labels of the lines around the table, as patterns, and the fields they name."""


def year_in(text: str) -> int:
    """The year written in Arabic, full-width or Chinese digits; ValueError when it is none."""
    return int("".join(_plain_digit(character) for character in text))


def _plain_digit(character: str) -> str:
    if character in "〇○零":
        return "0"
    at = _CHINESE_DIGITS.find(character)
    return character if at < 0 else str(at - 2)
