#!/bin/sh
# Finds the weights of quality: fit.sh NEWS-FOLDER CORPORA-FOLDER [MODEL-FOLDER]
#
# Makes noise of good pairs, fits, prints the areas under the ROC curve with languages left out, and writes
# src/quality/weights.ts and src/quality/language-lengths.ts. Needs xz. Five minutes.
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
node $made/fit.js "$features" src/quality/weights.ts src/quality/language-lengths.ts
npx prettier --write src/quality/weights.ts src/quality/language-lengths.ts
