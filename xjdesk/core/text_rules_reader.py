"""Reading what a form says about its narrative: the section `text` of its TOML file."""

from __future__ import annotations

from decimal import Decimal

from xjdesk.core.address import CellAddress, parse_cell_address
from xjdesk.core.formula import Condition
from xjdesk.core.formula_reader import FormulaError, read_formula
from xjdesk.core.phrase import Claim, Phrase, TextRules, TextTopic
from xjdesk.core.severity import Severity
from xjdesk.core.text_demands import Charge, RequiredWords, UnfitWords
from xjdesk.core.toml_section import FormError, TomlSection


def read_text_rules(source: TomlSection) -> TextRules:
    """The topics, phrases and claims of the section; FormError when one cannot be read."""
    return TextRules(
        topics=tuple(map(_topic, source.sections("topics"))),
        phrases=tuple(map(_phrase, source.sections("phrases"))),
        claims=tuple(map(_claim, source.sections("claims"))),
        of_this_year=source.texts("of_this_year"),
        of_other_times=source.texts("of_other_times"),
        of_a_part=source.texts("of_a_part"),
        fillers=source.texts("fillers"),
        required_words=tuple(map(_required, source.sections("required_words"))),
        unfit_words=tuple(map(_unfit, source.sections("unfit_words"))),
        charges=tuple(map(_charge, source.sections("charges"))),
    )


def _topic(source: TomlSection) -> TextTopic:
    return TextTopic(source.text("id"), source.texts("words"))


def _phrase(source: TomlSection) -> Phrase:
    return Phrase(
        cells=tuple(_cell(source, text) for text in source.texts("cells")),
        units=source.texts("units"),
        words=source.texts("words"),
        without=source.texts("without"),
        topic=source.text("topic", ""),
        mistaken_units=source.texts("mistaken_units"),
        or_cells=tuple(
            tuple(_cell(source, text) for text in cells) for cells in source.groups("or_cells")
        ),
    )


def _claim(source: TomlSection) -> Claim:
    return Claim(
        id=source.text("id"),
        words=source.texts("words"),
        condition=_condition(source),
        message=source.text("message"),
        remedies=source.texts("remedies"),
        without=source.texts("without"),
        topic=source.text("topic", ""),
        in_sentence=source.flag("in_sentence"),
    )


def _required(source: TomlSection) -> RequiredWords:
    return RequiredWords(
        id=source.text("id"),
        chapter=source.text("chapter"),
        words=source.words("words"),
        severity=source.choice("severity", Severity, None),
        message=source.text("message"),
        remedies=source.texts("remedies"),
    )


def _unfit(source: TomlSection) -> UnfitWords:
    return UnfitWords(
        id=source.text("id"),
        words=source.words("words"),
        severity=source.choice("severity", Severity, None),
        message=source.text("message"),
        remedies=source.texts("remedies"),
    )


def _charge(source: TomlSection) -> Charge:
    return Charge(
        id=source.text("id"),
        topic=source.text("topic"),
        unit=source.text("unit"),
        step=Decimal(source.number("step")),
        mistaken_units=source.texts("mistaken_units"),
        severity=source.choice("severity", Severity, None),
        message=source.text("message"),
        remedies=source.texts("remedies"),
    )


def _cell(source: TomlSection, text: str) -> CellAddress:
    try:
        return parse_cell_address(text)
    except ValueError as error:
        raise FormError(f"{source.where}: {text} is no address of a cell") from error


def _condition(source: TomlSection) -> Condition:
    try:
        return read_formula(source.text("formula"))
    except FormulaError as error:
        raise FormError(f"{source.where}: {error}") from error
