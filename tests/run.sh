#!/bin/sh
# Sets up and runs the whole suite: sh tests/run.sh [pytest options]
# Needs uv, or else python3 >= 3.11 with pip: uv is then put into .uv/ beside the tests.
set -eu
cd "$(dirname "$0")/.."
. tests/setup.sh
exec "$uv" run --quiet --group test pytest "$@"
