"""The committed modules in xjdesk/gui/forms are what the forms in ui/ compile to."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import build_forms

_ROOT = Path(__file__).resolve().parents[2]
_FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Page</class>
 <widget class="QWidget" name="Page"><property name="windowTitle"><string>{}</string></property>
  <layout class="QVBoxLayout"><item><widget class="QLineEdit" name="name"/></item></layout>
 </widget></ui>
"""


def _write_form(folder: Path, title: str) -> Path:
    folder.mkdir(exist_ok=True)
    form = folder / "page.ui"
    form.write_text(_FORM.format(title), encoding="utf-8")
    return form


def test_the_committed_modules_are_what_the_forms_compile_to() -> None:
    forms, modules = _ROOT / "ui", _ROOT / "xjdesk" / "gui" / "forms"
    assert build_forms.build(forms, modules, check=True) == []


def test_a_compiled_form_is_python_that_names_neither_version_nor_place(tmp_path: Path) -> None:
    text = build_forms.compile_form(_write_form(tmp_path / "ui", "西吉"))
    tree = ast.parse(text)
    assert [node.name for node in tree.body if isinstance(node, ast.ClassDef)] == ["Ui_Page"]
    assert ast.get_docstring(tree, clean=True)
    assert not re.search(r"\d+\.\d+\.\d+", text)
    assert str(tmp_path) not in text


def test_a_changed_form_is_told_and_then_written(tmp_path: Path) -> None:
    forms, modules = tmp_path / "ui", tmp_path / "forms"
    _write_form(forms, "一")
    module = modules / "ui_page.py"
    assert build_forms.build(forms, modules, check=True) == [module]
    assert not module.exists()
    assert build_forms.build(forms, modules, check=False) == [module]
    assert build_forms.build(forms, modules, check=True) == []
    _write_form(forms, "二")
    assert build_forms.build(forms, modules, check=True) == [module]


def test_the_module_of_a_form_that_is_gone_goes_too(tmp_path: Path) -> None:
    forms, modules = tmp_path / "ui", tmp_path / "forms"
    form = _write_form(forms, "一")
    build_forms.build(forms, modules, check=False)
    form.unlink()
    assert build_forms.build(forms, modules, check=True) == [modules / "ui_page.py"]
    build_forms.build(forms, modules, check=False)
    assert list(modules.iterdir()) == []


def test_a_broken_form_is_named(tmp_path: Path) -> None:
    form = tmp_path / "broken.ui"
    form.write_text("<ui version='4.0'><class>", encoding="utf-8")
    with pytest.raises(build_forms.FormBuildError, match=r"broken\.ui"):
        build_forms.compile_form(form)
