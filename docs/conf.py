"""The site: its pages, its extensions, its look."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# The package of this checkout, and the extensions of this site.
sys.path[:0] = [str(HERE.parent), str(HERE / "_ext")]

import shamsi  # noqa: E402

project = "shamsi"
author = "shamsi contributors"
copyright = author
release = version = shamsi.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx_design", "sphinx_copybutton"]
extensions += ["sources", "direction", "head"]
exclude_patterns = ["_ext", "_templates", "examples"]
templates_path = ["_templates"]
suppress_warnings = ["myst.nested_header"]
default_role = "code"  # docstrings put code between single backticks

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_inherit_docstrings = False
autodoc_mock_imports = ["spacy"]  # large, and only its names are needed
autodoc_preserve_defaults = True
autodoc_default_options = {
    "members": True,
    "exclude-members": "cache_ok, ColumnCheck, Rejected, Report",
}
python_maximum_signature_line_length = 88
python_use_unqualified_type_names = True
add_module_names = False

copybutton_exclude = ".linenos, .gp, .go"

html_theme = "furo"
html_title = "shamsi"
html_favicon = "_static/favicon.svg"
html_static_path = ["_static"]
html_css_files = ["site.css"]
# What the live page runs.
html_extra_path = [path for path in ("../build/extra",) if (HERE / path).is_dir()]
html_copy_source = False
html_show_sphinx = False

linkcheck_ignore = [r"https?://"]  # pages of others come and go; held are the links within the site

# Files of the repository that are pages of the site, too, and where.
repository_pages = {
    "README.md": "overview",
    "CHANGELOG.md": "changelog",
    "CONTRIBUTING.md": "contributing",
    "SECURITY.md": "security",
    "benchmarks/README.md": "explanation/benchmarks",
}
