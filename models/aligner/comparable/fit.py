#!/usr/bin/env python3
"""Fits the scores of comparable mode: `fit.py FOLDER PASS` after dump.ts.

A score is the mean of small networks (one hidden layer of tanh units beside a linear part) that
give the log odds that a candidate is exactly a bead of the gold. Every set's figures come from
networks fitted without that set; the shipped ones are fitted on all.
"""
import json
import sys
from pathlib import Path

import numpy as np
import torch

HIDDEN = 10
NETWORKS = 3
EPOCHS = 8
BATCH = 2048
RATE = 0.01
L2 = 0.00002
# Of the candidates that are wrong one in so many is fitted on (and counts as many times).
SAMPLE = 4
# A candidate that touches no gold in a set whose gold is not exhaustive is wrong more often than not.
UNSURE = 0.3
# Later passes: candidates whose score before is below this are not looked at again.
LEAST_LOGIT = -6.0


def load(folder, which):
    meta = json.loads((folder / "index.json").read_text())
    index = meta["index"]
    labels = np.fromfile(folder / "labels.bin", dtype=np.uint8)
    rows = np.fromfile(folder / "features.bin", dtype=np.float32).reshape(len(labels), -1)
    names = list(meta["featureNames"])
    if which != "1":
        context = np.fromfile(folder / f"context{which}.bin", dtype=np.float32).reshape(len(labels), -1)
        found = np.fromfile(folder / "found.bin", dtype=np.float32).reshape(len(labels), -1)
        rows = np.concatenate([rows, found, context], axis=1)
        names += meta["foundNames"] + meta["contextNames"]
    sets = np.zeros(len(labels), dtype=np.int64)
    order = sorted({entry["set"] for entry in index})
    for entry in index:
        sets[entry["start"]:entry["start"] + entry["count"]] = order.index(entry["set"])
    return index, names, order, sets, labels, rows


def weigh(sets, labels):
    """Sets count by the square root of their beads, and unsure negatives less."""
    weight = np.where(labels == 2, UNSURE, 1.0).astype(np.float32)
    for s in np.unique(sets):
        inside = sets == s
        positives = max(1, int((labels[inside] == 1).sum()))
        weight[inside] /= np.sqrt(positives)
    return weight / weight.sum()


def fit(rows, labels, weight, seed):
    torch.manual_seed(seed)
    mean = (rows * weight[:, None]).sum(0) / weight.sum()
    scale = np.sqrt((weight[:, None] * (rows - mean) ** 2).sum(0) / weight.sum()) + 1e-3
    x = torch.tensor(np.clip((rows - mean) / scale, -8, 8), dtype=torch.float32)
    y = torch.tensor((labels == 1).astype(np.float32))
    w = torch.tensor((weight / weight.sum()).astype(np.float32))
    width = rows.shape[1]
    hidden = torch.randn(HIDDEN, width + 1) * 0.3 / np.sqrt(width)
    out = torch.randn(HIDDEN) * 0.1
    direct = torch.zeros(width + 1)
    direct[width] = -3.0
    parts = [p.requires_grad_() for p in (hidden, out, direct)]
    optimiser = torch.optim.Adam(parts, lr=RATE)
    count = len(rows)
    steps = EPOCHS * (count // BATCH + 1)
    step = 0
    generator = torch.Generator().manual_seed(seed)
    for _ in range(EPOCHS):
        order = torch.randperm(count, generator=generator)
        for at in range(0, count, BATCH):
            some = order[at:at + BATCH]
            for group in optimiser.param_groups:
                group["lr"] = RATE * (1 - step / steps)
            xs = x[some]
            logit = direct[width] + xs @ direct[:width]
            logit = logit + torch.tanh(xs @ hidden[:, :width].T + hidden[:, width]) @ out
            loss = torch.nn.functional.binary_cross_entropy_with_logits(logit, y[some], reduction="none")
            loss = (w[some] * loss).sum() * (count / len(some))
            loss = loss + L2 * ((hidden ** 2).sum() + (out ** 2).sum() + (direct[:width] ** 2).sum())
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            step += 1
    hidden, out, direct = (p.detach().numpy() for p in parts)
    return {"mean": mean, "scale": scale, "hidden": hidden, "out": out, "direct": direct}


def run(networks, rows):
    total = np.zeros(len(rows), dtype=np.float64)
    for n in networks:
        x = np.clip((rows - n["mean"]) / n["scale"], -8, 8)
        h = np.tanh(x @ n["hidden"][:, :-1].T + n["hidden"][:, -1])
        total += x @ n["direct"][:-1] + n["direct"][-1] + h @ n["out"]
    return (total / len(networks)).astype(np.float32)


def train(rows, labels, weight, keep, networks):
    """Fits on everything right and a sample of what is wrong."""
    sample = SAMPLE if keep.sum() > 150_000 else 1
    drawn = np.random.default_rng(7).integers(sample, size=len(labels)) == 0
    chosen = keep & ((labels == 1) | drawn)
    counts = np.where(labels == 1, 1, sample) * weight
    return [fit(rows[chosen], labels[chosen], counts[chosen], seed) for seed in range(networks)]


def as_text(networks):
    def short(value):
        return float(np.format_float_positional(float(value), precision=5, fractional=False, trim="-"))

    def listed(value):
        return [listed(v) for v in value] if getattr(value, "ndim", 0) > 0 else short(value)

    return [{key: listed(np.asarray(value)) for key, value in n.items()} for n in networks]


def main():
    folder, which = Path(sys.argv[1]), sys.argv[2]
    torch.set_num_threads(1)
    second = which != "1"
    index, names, order, sets, labels, rows = load(folder, which)
    usable = np.ones(len(labels), dtype=bool)
    if second:
        usable = rows[:, names.index("logit")] > LEAST_LOGIT
    weight = weigh(sets, labels)
    logits = np.full(len(labels), -20.0, dtype=np.float32)
    for left_out in range(len(order)):
        inside = (sets == left_out) & usable
        networks = train(rows, labels, weight, (sets != left_out) & usable, 2 if second else 1)
        logits[inside] = run(networks, rows[inside])
    for s, name in enumerate(order):
        inside = (sets == s) & usable
        positive = labels[inside] == 1
        p = 1 / (1 + np.exp(-logits[inside]))
        print(f"{name:28s} {inside.sum():8d} candidates, {positive.sum():5d} right; mean p {p[positive].mean():.3f} of these, sum of p {p.sum():.0f}", flush=True)
    logits.tofile(folder / f"logits{which}.bin")
    final = train(rows, labels, weight, usable, NETWORKS)
    (folder / f"weights{which}.json").write_text(json.dumps({"names": names, "networks": as_text(final)}))


main()
