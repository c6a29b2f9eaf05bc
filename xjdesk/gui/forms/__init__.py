"""Window shells drawn in Qt Designer, compiled by packaging/build_forms.py."""
