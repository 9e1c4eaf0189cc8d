#!/bin/sh
# fit.sh GOLD [MODEL]: fits the scores of comparable mode on the hand-aligned documents in GOLD and
# writes src/align/comparable/weights.ts. Needs python3 with numpy and torch; about five minutes
# on two cores. Prints every set's figures from weights fitted without it.
set -eu
cd "$(dirname "$0")/../../.."
gold=$1
model=${2:-models/paralign-small}
python=${PYTHON:-/usr/bin/python3}
work=node_modules/.cache/aligner
npx tsc -p models/aligner
# Compiled code finds the models beside it.
run="node --max-old-space-size=6000 $work/models/aligner/comparable"
data=$work/comparable-data
rm -rf "$data"
$run/dump.js "$gold" "$data" "$PWD/$model"
"$python" models/aligner/comparable/fit.py "$data" 1
$run/dump-context.js "$gold" "$data" 2 "$PWD/$model"
"$python" models/aligner/comparable/fit.py "$data" 2
$run/dump-context.js "$gold" "$data" 3
"$python" models/aligner/comparable/fit.py "$data" 3
$run/report.js "$data"
"$python" models/aligner/comparable/export.py "$data" src/align/comparable/weights.ts
# The decision between the modes is made from what the scores just fitted find.
npx tsc -p models/aligner
$run/mode-dump.js "$gold" "$data" "$PWD/$model"
"$python" models/aligner/comparable/mode-fit.py "$data" src/align/mode/weights.ts
