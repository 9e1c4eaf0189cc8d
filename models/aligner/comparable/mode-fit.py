#!/usr/bin/env python3
"""`mode-fit.py FOLDER OUT.ts`: logistic regression of the decision between the modes."""
import json
import sys
from pathlib import Path

import numpy as np

L2 = 0.001
# Documents as they stand count more than those made from them.
MADE = 0.25
# Copies of one text are many and easy.
COPY = 0.05


def fit(x, y, weight):
    """Newton's method; the constant is not shrunk."""
    design = np.concatenate([x, np.ones((len(x), 1))], axis=1)
    w = np.zeros(design.shape[1])
    ridge = L2 * weight.sum() / 10 * np.eye(len(w))
    ridge[-1, -1] = 1e-6
    for _ in range(50):
        p = 1 / (1 + np.exp(-design @ w))
        gradient = design.T @ (weight * (p - y)) + ridge @ w
        hessian = (design * (weight * p * (1 - p))[:, None]).T @ design + ridge
        w = w - np.linalg.solve(hessian, gradient)
    return w


def main():
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    rows = json.loads((folder / "mode.json").read_text())
    x = np.array([r["inputs"] for r in rows])
    y = np.array([r["parallel"] for r in rows], dtype=float)
    made = np.array([r["made"] for r in rows])
    sets = np.array([r["set"] for r in rows])
    weight = np.where(made, MADE, 1.0)
    weight[sets == "copies"] = COPY
    for value in (0, 1):
        weight[y == value] *= len(y) / 2 / weight[y == value].sum()
    mean, scale = x.mean(0), x.std(0) + 1e-6
    z = (x - mean) / scale
    folds = np.random.default_rng(3).integers(8, size=len(y))
    left_out = np.zeros(len(y))
    for f in range(8):
        w = fit(z[folds != f], y[folds != f], weight[folds != f])
        left_out[folds == f] = z[folds == f] @ w[:-1] + w[-1]
    w = fit(z, y, weight)
    logit = z @ w[:-1] + w[-1]
    for name in sorted(set(sets)):
        for is_made in (False, True):
            inside = (sets == name) & (made == is_made)
            if inside.any():
                right = ((logit > 0) == (y > 0))[inside].sum()
                cross = ((left_out > 0) == (y > 0))[inside].sum()
                print(f"{name:26s} {'made' if is_made else '    '} {inside.sum():4d}  right {right:4d}, left out {cross:4d}")
    for r, l in zip(rows, logit):
        if not r["made"] and (l > 0) != (r["parallel"] > 0):
            e = {k: round(float(v), 2) for k, v in r["evidence"].items()}
            print("  wrong:", r["set"], r["name"], round(float(l), 1), e)
    raw = list(w[:-1] / scale) + [w[-1] - (w[:-1] * mean / scale).sum()]
    out.write_text(
        "/** Fitted on hand-aligned documents and written by models/aligner/comparable/fit.sh: do not edit. */\n"
        f"export const modeFeatures = {x.shape[1]};\n"
        "/** One weight an input, then the constant. Positive speaks for parallel. */\n"
        "// prettier-ignore\n"
        f"export const modeWeights: readonly number[] = [{', '.join(f'{v:.5g}' for v in raw)}];\n"
    )


main()
