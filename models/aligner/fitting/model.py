"""The bead score and its fit: a linear part and a small network, semi-Markov CRF."""

import numpy as np
import torch

torch.set_num_threads(1)

# What a copy with junk, or with passages cut out, counts beside its original.
COPIES = {"plain": 1.0, "junk": 0.4, "cut": 0.8}

# A bead of a set with n gold beads counts n ** -SHARE: between all beads alike (0) and all sets alike (1).
SHARE = 0.2
# The loss of a set with so many is what it would be at SHARE = .5, at which L2 was chosen.
USUAL = 300


class Score(torch.nn.Module):
    def __init__(self, width, hidden, seed):
        super().__init__()
        torch.manual_seed(seed)
        self.linear = torch.nn.Parameter(torch.zeros(width))
        self.run = torch.nn.Parameter(torch.zeros(1))
        self.hidden = hidden
        if hidden:
            self.inner = torch.nn.Linear(width, hidden)
            torch.nn.init.normal_(self.inner.weight, std=0.3 / np.sqrt(width))
            torch.nn.init.zeros_(self.inner.bias)
            self.outer = torch.nn.Parameter(torch.randn(hidden) * 0.3)

    def forward(self, x, drop=0.0):
        score = x @ self.linear
        if self.hidden:
            h = torch.tanh(self.inner(x))
            if drop:
                h = torch.nn.functional.dropout(h, drop)
            score = score + h @ self.outer
        return score


def scale_of(x):
    """What features are divided by: deviation, never less than a hundredth."""
    return np.maximum(x.std(axis=0), 0.01).astype(np.float32)


def set_weights(lattices):
    """Larger sets count for more than smaller ones, but not by their number of gold beads; altered copies less."""
    beads = {}
    for d in lattices.documents:
        if d["copy"] != "plain":
            continue
        beads[d["set"]] = beads.get(d["set"], 0) + sum(1 for g in d["gold"] if g["a"] and g["b"])
    scale = USUAL ** (SHARE - 0.5)
    return np.array([COPIES[d["copy"]] * scale / beads[d["set"]] ** SHARE for d in lattices.documents])


def fit(lattices, key, hidden=0, steps=80, rate=0.03, l2=0.003, seed=1, drop=0.0, noise=0.0, weights=None, start=None, log=False, margin=0.0):
    """Returns (score, scale).

    margin: how much better than a wrong bead or skip the gold must be to be right (softmax-margin, Gimpel and
    Smith 2010). Counted by the bead, as F1 counts, so that two wrong beads cost more than one.
    """
    features = lattices.features(key)
    scale = scale_of(features)
    x = torch.from_numpy(features / scale)
    score = Score(x.shape[1], hidden, seed)
    if start is not None:
        with torch.no_grad():
            score.linear.copy_(torch.from_numpy(start * scale))
    penalty = np.where(lattices.allowed, 0.0, -30.0)
    cost = np.where(lattices.allowed, 0.0, margin)
    per_document = set_weights(lattices) if weights is None else weights
    per_edge = per_document[lattices.document_of]
    optimizer = torch.optim.Adam(score.parameters(), lr=rate, betas=(0.9, 0.98))
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = rate * (1 - step / steps)
        optimizer.zero_grad()
        inputs = x * (torch.rand(x.shape[1]) >= noise) / (1 - noise) if noise else x
        out = score(inputs, drop)
        values = out.detach().numpy().astype(np.float64)
        run = score.run.item()
        all_, z, runs = lattices.posteriors(values + cost, run)
        gold, zg, gold_runs = lattices.posteriors(values + penalty, run)
        gradient = (all_ - gold) * per_edge
        if l2:
            decay = sum((p * p).sum() for p in score.parameters() if p is not score.run) * l2
            decay.backward()
        out.backward(torch.from_numpy(gradient.astype(np.float32)))
        slope = torch.tensor([((runs - gold_runs) * per_document).sum()], dtype=torch.float32)
        score.run.grad = slope if score.run.grad is None else score.run.grad + slope
        optimizer.step()
        if log and step % 20 == 0:
            print(step, ((z - zg) * per_document).sum(), flush=True)
    return score, scale


def scores_of(model, lattices, key):
    score, scale = model
    with torch.no_grad():
        return score(torch.from_numpy(lattices.features(key) / scale)).numpy().astype(np.float64)
