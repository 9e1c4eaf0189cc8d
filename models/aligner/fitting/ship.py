"""Writes weights into the program: `ship.py WEIGHTS.json ../../../src/align/parallel/weights.ts`."""
import json, sys
from pathlib import Path

weights = json.loads(Path(sys.argv[1]).read_text())


def numbers(values):
    return "[" + ",".join(f"{v:g}" for v in values) + "]"


score = weights["score"]
lines = [
    "// prettier-ignore",
    "import type { FittedWeights } from './reading.js';",
    "",
    "/** Fitted on hand-aligned documents and written by models/aligner/fit.sh: do not edit. */",
    "// prettier-ignore",
    "export const weights: FittedWeights = {",
    f"  cheap: {{ linear: {numbers(weights['cheap']['linear'])}, run: {weights['cheap']['run']:g} }},",
    "  score: {",
    *(f"    {key}: {numbers(score[key])}," for key in ("linear", "inner", "bias", "outer")),
    f"    run: {score['run']:g},",
    "  },",
    "};",
    "",
]
Path(sys.argv[2]).write_text("\n".join(lines[1:]))
