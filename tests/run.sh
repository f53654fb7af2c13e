#!/bin/sh
# Sets up and runs the whole suite: sh tests/run.sh [pytest options]
# Needs uv, or else python3 >= 3.11 with pip: uv is then put into .uv/ beside the tests.
set -eu
cd "$(dirname "$0")/.."

export UV_PYTHON_DOWNLOADS=never
[ ! -s /etc/ssl/certs/ca-certificates.crt ] || export UV_SYSTEM_CERTS=true # what this machine trusts, uv may
[ -w "${HOME:-/nonexistent}" ] || export UV_CACHE_DIR="$PWD/.uv/cache" # an account without a home of its own

if command -v uv >/dev/null 2>&1; then
    uv=uv
else
    uv=.uv/bin/uv
    if ! [ -x "$uv" ]; then
        command -v python3 >/dev/null 2>&1 && python3 -m pip --version >/dev/null 2>&1 || {
            echo "tests/run.sh: needs uv, or python3 with pip (Debian: apt-get install python3-pip)" >&2
            exit 2
        }
        # --target leaves the system's packages alone, so an externally managed python (PEP 668) allows it.
        python3 -m pip install --quiet --root-user-action=ignore --target .uv uv
    fi
fi
exec "$uv" run --quiet --group test pytest "$@"
