#!/bin/sh
# Runs the property tests again and again, each time from an empty store: sh tests/chance.sh [TIMES [pytest options]]
# Stops at the first run that fails and prints its seed; pytest --hypothesis-seed=SEED repeats it.
set -eu
cd "$(dirname "$0")/.."
times=${1:-20}
[ $# -eq 0 ] || shift
store=$(mktemp -d)
trap 'rm -rf "$store"' EXIT
run=0
while [ "$run" -lt "$times" ]; do
    run=$((run + 1))
    seed=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')
    rm -rf "$store/examples"
    HYPOTHESIS_STORAGE_DIRECTORY=$store/examples sh tests/run.sh -m hypothesis -q -p no:cacheprovider \
        "--hypothesis-seed=$seed" "$@" > "$store/log" || {
        cat "$store/log"
        echo "run $run failed, seed $seed" >&2
        exit 1
    }
    echo "run $run: $(tail -n 1 "$store/log"), seed $seed"
done
