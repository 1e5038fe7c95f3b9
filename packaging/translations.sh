#!/bin/sh
# Bring resources/translations up to date with the source, and compile it. Texts without a translation are
# listed by the unit tests; edit the .ts files by hand or with Qt Linguist, then run this again.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin
folder=resources/translations
sources=$(find app/cohong/desktop -name '*.py' | LC_ALL=C sort)
for language in zh_HK zh_CN; do
    # shellcheck disable=SC2086  # the names are separate words
    $bin/pyside6-lupdate $sources -ts "$folder/cohong_$language.ts" \
        -source-language en -target-language "$language" -locations none -no-obsolete -silent
done
# English is the source; its catalogue has the plurals alone.
# shellcheck disable=SC2086
$bin/pyside6-lupdate $sources -ts "$folder/cohong_en.ts" \
    -source-language en -target-language en -locations none -no-obsolete -pluralonly -silent
$bin/pyside6-lrelease -silent "$folder"/cohong_*.ts
