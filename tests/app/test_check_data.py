from __future__ import annotations

import re
from pathlib import Path

import pytest

from xjdesk.app.check_data import CheckDataSource
from xjdesk.checks.check_data import LoadedCheckData
from xjdesk.core.word_list import WordEntry
from xjdesk.storage.user_words import UserWordFile


@pytest.fixture
def words(tmp_path: Path) -> UserWordFile:
    return UserWordFile(tmp_path / "我的用词表.txt")


def _entries(loaded: LoadedCheckData) -> tuple[WordEntry, ...]:
    assert loaded.data.words is not None
    return loaded.data.words.entries


def test_everything_that_is_shipped_is_loaded(words: UserWordFile) -> None:
    loaded = CheckDataSource(words).load()
    assert loaded.complaints == ()
    assert _entries(loaded)
    assert loaded.data.number_words is not None
    assert loaded.data.document_words is not None
    assert loaded.data.consistency_words is not None
    assert loaded.data.alikeness is not None


def test_the_users_words_come_before_the_shipped_ones_and_are_read_each_time(
    words: UserWordFile,
) -> None:
    source = CheckDataSource(words)
    shipped = _entries(source.load())
    words.path.write_text("固源市 固原市", encoding="utf-8")
    own, *rest = _entries(source.load())
    assert re.search(own.pattern, "在固源市")
    assert own.instead == "固原市"
    assert tuple(rest) == shipped


def test_lines_that_make_no_sense_are_told_and_the_others_used(words: UserWordFile) -> None:
    source = CheckDataSource(words)
    shipped = _entries(source.load())
    words.path.write_text("坏\n固源市 固原市\n", encoding="utf-8")
    loaded = source.load()
    assert len(_entries(loaded)) == len(shipped) + 1
    (complaint,) = loaded.complaints
    assert "第1行没有读懂" in complaint


def test_a_file_that_cannot_be_read_leaves_the_shipped_words(words: UserWordFile) -> None:
    source = CheckDataSource(words)
    before = source.load().data
    words.path.write_bytes(b"\x00\xff")
    loaded = source.load()
    assert loaded.data == before
    assert len(loaded.complaints) == 1
