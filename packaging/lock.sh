#!/bin/sh
# Write requirements.lock: what pyproject.toml asks for, resolved for Python 3.11 and later on any platform.
# Called by `make lock` with the path of uv. UPGRADE=1 takes newer versions; without it what is locked stays.
set -eu
cd "$(dirname "$0")/.."
uv=$1
new=$(mktemp)
trap 'rm -f "$new"' EXIT
[ -n "${UPGRADE:-}" ] || [ ! -f requirements.lock ] || cp requirements.lock "$new"
"$uv" pip compile --quiet --extra dev --universal --python-version 3.11 --generate-hashes \
    --no-header --no-annotate --no-emit-index-url --output-file "$new" pyproject.toml
{
    echo "# Every package that \`make setup\` installs, with the hashes of its files. Made by \`make lock\`; never edited."
    cat "$new"
} >requirements.lock
