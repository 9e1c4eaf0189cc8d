"""The calibration of confidence: `fit_confidence.py BEADS.json ../../../src/align/parallel/confidence-weights.ts`.

BEADS.json is written by dump-confidence.ts, with the program's own inputs. Two steps: logistic regression over the
inputs, in which beads that hold a stranger count as wrong (weight .1), and a line with two bends, fitted on unchanged
texts and cut ones only, which brings its log odds to the truth. Prints for every set, fitted on the others, how well
confidence ranks (area under the ROC curve; also over sure beads only, and for strangers against right beads) and its
expected calibration error, then the reliability table; and writes the weights fitted on all of them.
"""
import json, sys
from pathlib import Path
import numpy as np

KNOTS = (0.0, 3.0)
WEIGHT = {"plain": 1.0, "cut": 0.5, "strangers": 0.1}
# Its gold pairs rows by number: much of what it calls wrong is right.
UNSOUND = "onestop-en-levels"
CLEAN = 0.95


def logistic(x, y, weight, l2, free=0):
    """Newton's method; the first `free` coefficients are not held down."""
    w = np.zeros(x.shape[1])
    hold = np.full(len(w), l2)
    hold[:free] = 0
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (weight * (p - y)) + hold * w
        hessian = (x.T * (weight * p * (1 - p))) @ x + np.diag(hold) + 1e-9 * np.eye(len(w))
        w -= np.linalg.solve(hessian, gradient)
    return w


def line(z):
    return np.stack([np.ones_like(z), z, *(np.maximum(0, z - knot) for knot in KNOTS)], axis=1)


def fit(x, y, weight, natural):
    scale = np.maximum(x.std(0), 1e-6)
    scale[0] = 1
    linear = logistic(x / scale, y, weight, 1.0) / scale
    bend = logistic(line(x[natural] @ linear), y[natural], weight[natural], 0.1)
    slopes = np.cumsum(bend[1:])
    assert (slopes > 0.02).all(), f"confidence would fall where evidence grows: {slopes}"
    return linear, bend


def apply(model, x):
    linear, bend = model
    return 1 / (1 + np.exp(-line(x @ linear) @ bend))


def error(p, y, bins=10):
    at = np.minimum((p * bins).astype(int), bins - 1)
    return sum(abs(p[at == b].sum() - y[at == b].sum()) for b in range(bins)) / max(1, len(p))


def rank(p, y):
    """How often a right bead is surer than a wrong one (area under the ROC curve)."""
    _, at, count = np.unique(p, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(count) - (count - 1) / 2)[at]
    right, wrong = y.sum(), len(y) - y.sum()
    return (ranks[y == 1].sum() - right * (right + 1) / 2) / (right * wrong) if right * wrong else float("nan")


def report(name, p, y, strangers):
    clean = p >= CLEAN
    both = np.concatenate([p[y == 1], strangers]), np.concatenate([np.ones(int(y.sum())), np.zeros(len(strangers))])
    print(
        f"{name:20} beads {len(y):5} wrong {int((1 - y).sum()):4} rank {rank(p, y):.3f} ECE {error(p, y):.4f}"
        f"  clean {clean.sum():5} wrong {int((1 - y[clean]).sum()):3} rank {rank(p[clean], y[clean]):.3f}"
        f" values {len(np.unique(p[clean].round(6))):5}  strangers {len(strangers):3} rank {rank(*both):.3f}"
    )


def main(source, target):
    data = json.loads(Path(source).read_text())
    beads = data["beads"]
    x = np.array([b["inputs"] for b in beads])
    y = np.array([b["right"] for b in beads], float)
    sets = np.array([b["set"] for b in beads])
    copies = np.array([b["copy"] for b in beads])
    weight = np.array([WEIGHT[c] for c in copies])
    natural = copies != "strangers"
    out = np.zeros(len(y))
    for s in sorted(set(sets)):
        rest = (sets != s) & (sets != UNSOUND)
        out[sets == s] = apply(fit(x[rest], y[rest], weight[rest], natural[rest]), x[sets == s])
        plain = (sets == s) & (copies == "plain")
        report(s, out[plain], y[plain], out[(sets == s) & ~natural])
    sound = sets != UNSOUND
    plain, cut, odd = (copies == "plain") & sound, (copies == "cut") & sound, (copies == "strangers") & sound
    report("all sound", out[plain], y[plain], out[odd])
    report("all with cuts", out[cut], y[cut], out[odd])
    print("confidence  beads  mean  right")
    for b in range(10):
        at = plain & (np.minimum((out * 10).astype(int), 9) == b)
        if at.any():
            print(f"{b/10:.1f}-{(b+1)/10:.1f}  {at.sum():6}  {out[at].mean():.3f}  {y[at].mean():.3f}")
    linear, bend = fit(x[sound], y[sound], weight[sound], natural[sound])
    for name, value in zip(data["names"], linear):
        print(f"{value:9.4f}  {name}")
    numbers = ", ".join(f"{v:.5g}" for v in linear)
    bends = ", ".join(f"{{ knot: {knot:g}, slope: {slope:.5g} }}" for knot, slope in zip(KNOTS, bend[2:]))
    Path(target).write_text(
        "import type { ConfidenceWeights } from './confidence.js';\n\n"
        "/** Fitted on hand-aligned documents and written by models/aligner/fit-confidence.sh: do not edit. */\n"
        "// prettier-ignore\n"
        "export const confidenceWeights: ConfidenceWeights = {\n"
        f"  linear: [{numbers}],\n"
        f"  shift: {bend[0]:.5g},\n"
        f"  slope: {bend[1]:.5g},\n"
        f"  bends: [{bends}],\n"
        "};\n"
    )


main(sys.argv[1], sys.argv[2])
