#!/bin/sh
# Brings together what the live page runs, in build/extra/runtime: the wheel of this checkout, and Pyodide from npm.
set -eu
cd "$(dirname "$0")/../.."
. tests/setup.sh
pyodide=314.0.7
runtime=build/extra/runtime
mkdir -p "$runtime" build/npm
if [ "$(cat "$runtime/pyodide/version" 2>/dev/null)" != "$pyodide" ]; then
    npm() { if command -v npm >/dev/null 2>&1; then command npm "$@"; else "$uv" run --quiet --group docs npm "$@"; fi; }
    npm pack --silent --pack-destination build/npm "pyodide@$pyodide" >/dev/null
    rm -rf "$runtime/pyodide"
    mkdir "$runtime/pyodide"
    for name in pyodide.mjs pyodide.asm.mjs pyodide.asm.wasm python_stdlib.zip pyodide-lock.json; do
        tar -xzf "build/npm/pyodide-$pyodide.tgz" -C "$runtime/pyodide" --strip-components=1 "package/$name"
    done
    echo "$pyodide" >"$runtime/pyodide/version"
fi
rm -rf build/wheel
"$uv" build --quiet --wheel --out-dir build/wheel
cp build/wheel/shamsi-*.whl "$runtime/shamsi.whl"
