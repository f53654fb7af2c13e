#!/bin/sh
# Sets up and builds the site: sh docs/build.sh [FOLDER]; without a folder it is build/html.
# Any warning is an error, and so is a link within the site that leads nowhere. Needs what tests/run.sh needs.
set -eu
cd "$(dirname "$0")/.."
. tests/setup.sh
out=${1:-build/html}
sh docs/live/runtime.sh
site() { "$uv" run --quiet --group docs sphinx-build -W --keep-going --quiet -d build/doctrees "$@"; }
site -b html docs "$out"
site -b linkcheck docs build/linkcheck
echo "$out/index.html"
