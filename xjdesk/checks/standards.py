"""The standards and regulations that findings appeal to, as the user is told them."""

from __future__ import annotations

PUNCTUATION = "GB/T 15834《标点符号用法》"
DIGITS = "GB/T 15835《出版物上数字用法》"
LAYOUT = "GB/T 9704《党政机关公文格式》"

DISCLOSURE = "《中华人民共和国政府信息公开条例》"

_DOCUMENTS = "《党政机关公文处理工作条例》"
PARTS_OF_DOCUMENTS = f"{_DOCUMENTS}第九条"
"""What a document is made of: numbers, signer, title, addressees, dates, copies."""

WAYS_OF_DOCUMENTS = f"{_DOCUMENTS}第十五条"
"""To whom a document goes, and what one that goes up must not ask."""
