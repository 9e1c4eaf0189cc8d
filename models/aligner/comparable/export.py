#!/usr/bin/env python3
"""`export.py FOLDER OUT.ts`: writes what fit.py found as the data file that the aligner reads."""
import json
import sys
from pathlib import Path

folder, out = Path(sys.argv[1]), Path(sys.argv[2])
parts = []
for which, name in (("1", "firstScore"), ("2", "secondScore"), ("3", "thirdScore")):
    fitted = json.loads((folder / f"weights{which}.json").read_text())
    networks = ",\n".join("  " + json.dumps(n, separators=(", ", ": ")) for n in fitted["networks"])
    parts.append(
        f"/** Inputs: {', '.join(fitted['names'])}. */\n// prettier-ignore\n"
        f"export const {name}: readonly Network[] = [\n{networks},\n];\n"
    )
calibration = json.loads((folder / "calibration.json").read_text())
parts.append(
    "/** Log odds of a chosen candidate to those of its confidence: a line. */\n"
    f"export const calibration = {{ slope: {round(calibration['slope'], 4)}, shift: {round(calibration['shift'], 4)} }};\n"
)
out.write_text(
    "import type { Network } from './network.js';\n\n"
    "// Fitted on hand-aligned documents and written by models/aligner/comparable/fit.sh: do not edit.\n\n"
    + "\n".join(parts)
)
