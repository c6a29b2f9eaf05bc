"""What the parts of an official document look like in plain text."""

from __future__ import annotations

import re

from xjdesk.core import document_fields as fields
from xjdesk.core.address import FieldAddress

_DIGIT = r"[\d０-９〇○零一二三四五六七八九十]"
DATE = rf"{_DIGIT}{{4}}\s*年\s*{_DIGIT}{{1,3}}\s*月\s*{_DIGIT}{{1,3}}\s*日"

DATE_LINE = re.compile(DATE)
DOCUMENT_NUMBER = re.compile(
    r"[一-鿿]{1,12}\s*[〔\[［（(【﹝〖]\s*\d{4}\s*[〕\]］）)】﹞〗]\s*第?\s*\d+\s*号"
)
SIGNER = re.compile(r"签\s*发\s*人\s*[:：]\s*(?P<value>\S+)")
ANNEX_NOTE = re.compile(r"附\s*件\s*[:：]\s*(?P<value>.+)")
ANNEX_MARK = re.compile(r"附\s*件\s*[:：]?")
PERIOD = re.compile(r"[（(]?\s*(?P<year>\d{4})\s*年度?\s*[）)]?")
COPIES_TO = re.compile(r"抄\s*送\s*[:：]\s*(?P<value>.*)")
PRINTED = re.compile(rf"(?P<by>\S.*?)\s*(?P<on>{DATE})\s*印\s*发")
ORGAN = re.compile(r"[一-鿿（）()]{2,40}(政府|办公室|办公厅|办|局|委|委员会|厅|处|院|中心|社|站)")
TITLE_PIECE = re.compile(r"[一-鿿（）()〈〉《》、\d]+(?<!文件)")
REPORT_TITLE = re.compile(r"[一-鿿（）()〈〉《》、\d]{2,}(报告|年报)")
PAGE_NUMBER = re.compile(r"[—–－─-]\s*\d{1,3}\s*[—–－─-]")
YEAR = re.compile(r"((?:19|20)\d{2})\s*年")

SIGN_OFF_LABELS: tuple[tuple[str, FieldAddress], ...] = (
    (r"填报单位\s*(?:[（(]盖章[）)])?", fields.FILLING_UNIT),
    (r"单位负责人", fields.HEAD),
    (r"审核人", fields.REVIEWER),
    (r"填报人", fields.PREPARER),
    (r"联系电话", fields.PHONE),
    (r"填报日期", fields.FILLED_ON),
)
"""The labels of the lines around the table, as patterns, and the fields they name."""
