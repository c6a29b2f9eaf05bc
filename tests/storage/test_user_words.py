from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.storage.files.file_reading import ReadError
from xjdesk.storage.files.write_error import WriteError
from xjdesk.storage.user_words import (
    UserWordFile,
    UserWords,
    UserWordsError,
    WordPair,
    read_pairs,
)

_NAME = "我的用词表.txt"


@pytest.fixture
def file(tmp_path: Path) -> UserWordFile:
    return UserWordFile(tmp_path / "xjdesk" / _NAME)


def _read(file: UserWordFile, data: bytes) -> UserWords:
    file.path.parent.mkdir(exist_ok=True)
    file.path.write_bytes(data)
    return file.read()


def test_without_a_file_there_are_no_words_and_nothing_to_complain_of(file: UserWordFile) -> None:
    assert file.read() == UserWords()
    assert file.complaint(file.read()) == ""


@pytest.mark.parametrize(
    "line",
    [
        "固源市\t固原市",
        "固源市 固原市",
        "  固源市　　固原市 ",
        "固源市→固原市",
        "固源市 -> 固原市",
        "固源市=>固原市",
        "\t固源市\t\t固原市\t",
    ],
)
def test_tab_spaces_and_arrows_part_the_two_words(file: UserWordFile, line: str) -> None:
    assert _read(file, line.encode()).pairs == (WordPair("固源市", "固原市"),)


def test_a_tab_lets_words_hold_spaces_and_arrows(file: UserWordFile) -> None:
    assert _read(file, b"a b->c\td e").pairs == (WordPair("a b->c", "d e"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_what_editors_save_as_is_read(file: UserWordFile, encoding: str) -> None:
    text = "固源市 固原市\r\n回答 答复\r\n"
    assert _read(file, text.encode(encoding)).pairs == (
        WordPair("固源市", "固原市"),
        WordPair("回答", "答复"),
    )


def test_lines_that_are_no_pair_are_told_by_number_and_remarks_are_not(
    file: UserWordFile,
) -> None:
    words = _read(file, "# 地名\n固源市 固原市\n\n坏\n甲 乙 丙\n固源市 固源\n甲 甲\n".encode())
    assert words.pairs == (WordPair("固源市", "固原市"),)
    assert words.unread == (4, 5, 6, 7)
    complaint = file.complaint(words)
    assert complaint.startswith(f"“{_NAME}”第4、5、6、7行没有读懂")
    assert complaint.count("。") == 1


def test_a_file_full_of_nonsense_is_one_short_sentence(file: UserWordFile) -> None:
    complaint = file.complaint(_read(file, "坏\n".encode() * 500))
    assert "第1、2、3、4、5等行" in complaint


def test_saving_loses_no_line_that_was_not_understood(file: UserWordFile) -> None:
    words = _read(file, "# 地名\n固源市 → 固原市\n坏\n旧词 新词\n".encode())
    file.write(words.with_pairs([WordPair("另", "又"), WordPair("固源市", "固原")]))
    assert file.path.read_text(encoding="utf-8-sig").splitlines() == [
        "# 地名",
        "固源市\t固原",
        "坏",
        "另\t又",
    ]


def test_a_line_that_stays_the_same_is_left_as_it_was_written(file: UserWordFile) -> None:
    words = _read(file, "固源市 → 固原市".encode())
    assert words.with_pairs(words.pairs) == words


def test_older_editors_on_windows_see_that_it_is_utf_8(file: UserWordFile) -> None:
    file.write(UserWords().with_pairs([WordPair("甲", "乙")]))
    assert file.path.read_bytes() == b"\xef\xbb\xbf" + "甲\t乙\r\n".encode()


_WORDS = st.text(min_size=1, max_size=12).map(lambda text: " ".join(text.split()))


@given(pairs=st.lists(st.builds(WordPair, _WORDS, _WORDS), unique_by=lambda pair: pair.wrong))
def test_every_list_without_a_problem_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[WordPair]
) -> None:
    good = [pair for pair in pairs if not pair.problem]
    file = UserWordFile(tmp_path_factory.mktemp("words") / _NAME)
    file.write(UserWords().with_pairs(good))
    assert list(file.read().pairs) == good


@given(data=st.binary(max_size=200))
def test_whatever_the_file_holds_it_is_read_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    file = UserWordFile(tmp_path_factory.mktemp("words") / _NAME)
    file.path.write_bytes(data)
    with suppress(UserWordsError):
        assert not any(pair.problem for pair in file.read().pairs)


def test_a_file_that_is_no_text_is_refused_and_not_taken_for_an_empty_list(
    file: UserWordFile,
) -> None:
    with pytest.raises(UserWordsError, match="不是文本文件"):
        _read(file, b"PK\x03\x04\x00\x00")


def test_a_folder_in_its_place_is_told_and_not_taken_for_an_empty_list(
    file: UserWordFile,
) -> None:
    file.path.mkdir(parents=True)
    with pytest.raises(ReadError):
        file.read()
    with pytest.raises(WriteError):
        file.write(UserWords())


def test_a_failed_write_leaves_the_file_as_it_was(
    file: UserWordFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = _read(file, "甲 乙".encode())

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(WriteError):
        file.write(words.with_pairs([]))
    assert file.path.read_text(encoding="utf-8") == "甲 乙"


def test_two_columns_of_a_worksheet_are_pairs_also_with_an_empty_cell() -> None:
    assert read_pairs("固源市\t固原市\r\n\t答复\r\n回答\t\r\n") == (
        WordPair("固源市", "固原市"),
        WordPair("", "答复"),
        WordPair("回答", ""),
    )


@pytest.mark.parametrize(
    ("pair", "problem"),
    [
        (WordPair("甲", ""), "都要填"),
        (WordPair("甲", "甲"), "相同"),
        (WordPair("#甲", "乙"), "不能以“#”开头"),
        (WordPair("甲\t", "乙"), "看不见的字符"),
        (WordPair("甲" * 41, "乙"), "超过40个字"),
        (WordPair("甲", "乙"), ""),
    ],
)
def test_what_cannot_be_searched_for_is_said(pair: WordPair, problem: str) -> None:
    assert problem in pair.problem
    assert bool(problem) == bool(pair.problem)
