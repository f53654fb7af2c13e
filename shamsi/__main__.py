"""The command from a bare checkout: ``python3 -m shamsi``."""

from shamsi.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
