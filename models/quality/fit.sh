#!/bin/sh
# Finds the weights of quality: fit.sh NEWS-FOLDER CORPORA-FOLDER [MODEL-FOLDER]
#
# Makes noise of good pairs, fits, prints the areas under the ROC curve with languages left out, and writes
# src/quality/weights.ts, src/quality/language-lengths.ts and, for the benchmark, models/quality/folds.json: the weights
# fitted without each fifth of the languages. Needs xz. Five minutes. The features use the lengths of the run before: run it
# twice if the texts are others.
set -eu
news=$(cd "$1" && pwd)
corpora=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
model=$(cd "${3:-$here/../paralign-small}" && pwd)
cd "$here/../.."
npx tsc -p models/quality
features=$(mktemp)
trap 'rm -f "$features" "$features.lengths"' EXIT
made=node_modules/.cache/quality/models/quality
node $made/dump.js "$news" "$corpora" "$model" "$features"
node $made/fit.js "$features" src/quality/weights.ts src/quality/language-lengths.ts models/quality/folds.json
npx prettier --write src/quality/weights.ts src/quality/language-lengths.ts
