"""Help: how a verb's parser tells what it is for, with examples as they are typed."""

import argparse


def describe(parser: argparse.ArgumentParser, description: str, examples: str) -> None:
    """Say what a parser is for and give examples; no option may be abbreviated, so that a new one breaks no script."""
    parser.description = description
    parser.epilog = examples
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.allow_abbrev = False
