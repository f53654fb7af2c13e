"""Help: the description of a parser, with examples as they are typed."""

import argparse


def describe(parser: argparse.ArgumentParser, description: str, examples: str) -> None:
    """Add a description and examples; forbid abbreviated options, so new ones break no script."""
    parser.description = description
    parser.epilog = examples
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.allow_abbrev = False
