#!/bin/sh
# Finds the matcher's weights: fit.sh DOCUMENT-FOLDER GOLD-FOLDER [WORK-FOLDER]
#
# Makes tasks of hand-aligned texts, embeds them with the bundled model, fits, prints the figures and writes
# src/match/weights.ts. Under two minutes.
set -eu
documents=$1
gold=$2
work=${3:-$(mktemp -d)}
cd "$(dirname "$0")/../.."
npx tsc -p models/matcher
made=node_modules/.cache/matcher/models/matcher
node $made/make-tasks.js "$documents" "$gold" models/paralign-small "$work"
node $made/fit.js "$work" src/match/weights.ts
npx prettier --write src/match/weights.ts
