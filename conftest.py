"""Where spaCy is not installed, its component has no examples to run."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("spacy") else ["shamsi/spacy.py"]
