"""First-pass weights: `fit_cheap.py DUMP OUT`. One file a set, fitted without it, and all.json."""
import json, sys
from pathlib import Path
import numpy as np
from lattices import read, Lattices, table
from model import fit, scores_of

docs, index = read(sys.argv[1])
out = Path(sys.argv[2]); out.mkdir(parents=True, exist_ok=True)
for left_out in sorted({d["set"] for d in docs}) + ["all"]:
    train = Lattices([d for d in docs if d["set"] != left_out])
    score, scale = fit(train, "cheap", steps=60, rate=0.1, l2=0.001)
    w = (score.linear.detach().numpy() / scale).astype(float)
    run = float(f"{score.run.item():.5g}")
    (out / f"{left_out}.json").write_text(json.dumps({"cheap": {"linear": [float(f"{x:.5g}") for x in w], "run": run}, "score": None}))
    test = Lattices([d for d in docs if d["set"] == left_out and d["copy"] == "plain"] or docs)
    s = test.features("cheap") @ w
    post = test.posteriors(s, run)[0]
    print(left_out, {k: round(v[0], 3) for k, v in table(test, test.best_path(s, run)).items()}, "edges", len(s), "over 1e-5", int((post > 1e-5).sum()), "gold lost", int((test.exact.astype(bool) & (post <= 1e-5)).sum()), flush=True)
