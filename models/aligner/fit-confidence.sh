#!/bin/sh
# Finds the calibration of confidence: fit-confidence.sh GOLD-FOLDER [MODEL-FOLDER] [FOLDS]
#
# Aligns the hand-aligned documents, each set with the weights of FOLDS that were fitted without it (models/aligner/folds
# if not named), prints how confidence ranks and how well it is calibrated, cross-validated by set, and writes
# src/align/parallel/confidence-weights.ts. To be run again whenever the score's weights change. Needs python3 with
# numpy. Two minutes.
set -eu
gold=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
model=$(cd "${2:-$here/../paralign-small}" && pwd)
folds=$(cd "${3:-$here/folds}" && pwd)
python=${PYTHON:-/usr/bin/python3}
cd "$here/../.."
npx tsc -p models/aligner
beads=$(mktemp)
trap 'rm -f "$beads"' EXIT
node node_modules/.cache/aligner/models/aligner/dump-confidence.js "$gold" "$model" "$folds" "$beads"
$python models/aligner/fitting/fit_confidence.py "$beads" src/align/parallel/confidence-weights.ts
