#!/bin/sh
# Finds the aligner's weights: fit.sh GOLD-FOLDER [MODEL-FOLDER] [WORK-FOLDER]
#
# Reads the hand-aligned documents with the model, fits first pass, score and calibration, prints
# the cross-validated figures, and writes src/align/parallel/weights.ts and
# confidence-weights.ts. Needs python3 with torch and numpy,
# and g++. Half an hour on two cores.
set -eu
gold=$1
model=${2:-$(dirname "$0")/../paralign-small}
work=${3:-$(mktemp -d)}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
model=$(cd "$model" && pwd)
python=${PYTHON:-/usr/bin/python3}
cd "$root"
npx tsc -p models/aligner
dump="node node_modules/.cache/aligner/models/aligner/dump.js $gold"

# 1. First pass: lattices thinned by hand-made weights, then its own weights.
$dump "$work/first" hand "$model"
$python models/aligner/fitting/fit_cheap.py "$work/first" "$work/cheap"
# 2. The score, from features of lattices thinned by those weights.
$dump "$work/second" "$work/cheap" "$model"
$python models/aligner/fitting/fit_score.py "$work/second" "$work/cheap" "$work/rough"
# 3. Once more, with the lexicon that the program learns from the score.
$dump "$work/third" "$work/rough" "$model"
$python models/aligner/fitting/fit_score.py "$work/third" "$work/cheap" "$work/weights" --thirds
$python models/aligner/fitting/ship.py "$work/weights/all.json" src/align/parallel/weights.ts
# 4. Figures and calibration, from what the program does with the weights: lexicon learned from the score.
npx tsc -p models/aligner
node node_modules/.cache/aligner/models/aligner/evaluate.js "$gold" "$model" "$work/weights"
models/aligner/fit-confidence.sh "$gold" "$model" "$work/weights"
