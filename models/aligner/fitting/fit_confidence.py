"""Cross-validated figures, and the calibration: `fit_confidence.py DUMP WEIGHTS-OF-FOLDS`.

Every set is read with weights fitted without it; the calibration of a set is fitted on the other
sets. Prints strict and lax F1 and the expected calibration error of every set and the reliability
table, and adds the calibration fitted on all of them to WEIGHTS/all.json. The inputs are those of
src/align/parallel/confidence.ts.
"""
import json, sys
from pathlib import Path
import numpy as np
from decode import expected, scores_of
from lattices import Lattices, beads_of, counts, f1, read

# Its gold pairs rows by number: what it calls wrong is often right.
UNSOUND = "onestop-en-levels"
LEAST, LARGEST, LIKELY, SURE, UNIT = -8, 20, 3, 8, 8


def above(odds, knot):
    return np.maximum(0, odds - knot) / UNIT


def inputs(lattices, path, probability):
    p = np.clip(probability[path], 1e-9, 1 - 1e-9)
    odds = np.clip(np.log(p / (1 - p)), LEAST, LARGEST)
    d = lattices.documents[0]
    n = d["rows"][d["to"][path]] - d["rows"][d["from"][path]]
    m = d["columns"][d["to"][path]] - d["columns"][d["from"][path]]
    skips = ((n == 0) | (m == 0)).astype(float)
    several = ((skips == 0) & (n + m > 2)).astype(float)
    x = odds / UNIT
    padded = np.concatenate([[LARGEST], odds, [LARGEST]])
    beside = np.minimum(padded[:-2], padded[2:])
    both = ((n > 1) & (m > 1)).astype(float)
    ones = np.ones_like(x)
    return np.stack(
        [ones, x, above(odds, LIKELY), above(odds, SURE), skips, skips * x, several, several * x, both, beside / UNIT, above(beside, SURE)],
        axis=1,
    )


def rank(p, y):
    """Area under the ROC curve: how often a right bead is surer than a wrong one."""
    values, at, count = np.unique(p, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(count) - (count - 1) / 2)[at]
    right, wrong = y.sum(), len(y) - y.sum()
    return (ranks[y == 1].sum() - right * (right + 1) / 2) / max(1, right * wrong)


def logistic(x, y, l2=1.0):
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + l2 * w
        hessian = (x.T * (p * (1 - p))) @ x + l2 * np.eye(len(w))
        w -= np.linalg.solve(hessian, gradient)
    return w


def error(p, y, bins=10):
    at = np.minimum((p * bins).astype(int), bins - 1)
    return sum(abs(p[at == b].sum() - y[at == b].sum()) for b in range(bins)) / len(p)


def main(dump, folder):
    docs = [d for d in read(dump)[0] if d["copy"] == "plain" and d["set"] != UNSOUND]
    folder = Path(folder)
    xs, ys, sets, pooled = [], [], [], {}
    for d in docs:
        lattices = Lattices([d])
        weights = json.loads((folder / f"{d['set']}.json").read_text())["score"]
        scores = scores_of(lattices, weights)
        probability = expected(lattices, lattices.posteriors(scores, weights["run"])[0])
        chosen = lattices.best_path(scores, weights["run"])
        path = np.nonzero(chosen)[0]
        path = path[np.lexsort((d["columns"][d["from"][path]], d["rows"][d["from"][path]]))]
        pooled[d["set"]] = pooled.get(d["set"], 0) + counts(d["gold"], beads_of(lattices, 0, chosen))
        gold = {(tuple(g["a"]), tuple(g["b"])) for g in d["gold"]}
        beads = []
        for e in path:
            i, j = d["rows"][d["from"][e]], d["columns"][d["from"][e]]
            i2, j2 = d["rows"][d["to"][e]], d["columns"][d["to"][e]]
            beads.append((tuple(d["position_a"][i:i2].tolist()), tuple(d["position_b"][j:j2].tolist())))
        xs.append(inputs(lattices, path, probability))
        # A sentence that the gold does not list is unaligned.
        listed_a = {i for g in gold for i in g[0] if g[1]}
        listed_b = {j for g in gold for j in g[1] if g[0]}
        right = [
            b in gold or (not b[1] and b[0][0] not in listed_a) or (not b[0] and b[1][0] not in listed_b)
            for b in beads
        ]
        ys.append(np.array(right, float))
        sets += [d["set"]] * len(beads)
    x, y, sets = np.concatenate(xs), np.concatenate(ys), np.array(sets)
    out = np.zeros(len(y))
    for s in sorted(set(sets)):
        w = logistic(x[sets != s], y[sets != s])
        out[sets == s] = 1 / (1 + np.exp(-x[sets == s] @ w))
        print(f"{s:20} strict {f1(pooled[s]):.3f} lax {f1(pooled[s], 'lax'):.3f} beads {int((sets == s).sum()):5} right {y[sets == s].mean():.3f} confidence {out[sets == s].mean():.3f} ECE {error(out[sets == s], y[sets == s]):.3f} rank {rank(out[sets == s], y[sets == s]):.3f}")
    top = out > 0.98
    print(f"all: ECE {error(out, y):.4f} rank {rank(out, y):.3f}, over .98: {top.sum()} beads, rank {rank(out[top], y[top]):.3f}")
    print("confidence  beads  mean  right")
    for b in range(10):
        at = (np.minimum((out * 10).astype(int), 9)) == b
        if at.any():
            print(f"{b/10:.1f}-{(b+1)/10:.1f}  {at.sum():6}  {out[at].mean():.3f}  {y[at].mean():.3f}")
    weights = json.loads((folder / "all.json").read_text())
    weights["confidence"] = [float(f"{v:.5g}") for v in logistic(x, y)]
    (folder / "all.json").write_text(json.dumps(weights))


main(sys.argv[1], sys.argv[2])
