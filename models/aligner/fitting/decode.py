"""Reading lattices with exported weights, as src/align does."""

import numpy as np

# A bead is worth taking when it is more probable than this (see src/align/lattice.ts).
WORTH = 0.45


def probabilities(lattices, weights):
    """Posterior of every edge under `score` weights as exported."""
    x = lattices.features("features").astype(float)
    scores = x @ np.array(weights["linear"])
    hidden = len(weights["bias"])
    if hidden:
        inner = np.array(weights["inner"]).reshape(-1, hidden)
        scores = scores + np.tanh(x @ inner + np.array(weights["bias"])) @ np.array(weights["outer"])
    return lattices.posteriors(scores, weights["run"])[0]


def expected(lattices, posterior):
    """Posteriors, with that of a skip summed over the places where its sentence can be skipped."""
    result = posterior.copy()
    for kind, side in ((1, "rows"), (2, "columns")):
        number = np.concatenate([d[side][d["from"]] for d in lattices.documents])
        skips = lattices.kind == kind
        key = lattices.document_of[skips].astype(np.int64) * 1_000_000 + number[skips]
        _, index = np.unique(key, return_inverse=True)
        result[skips] = np.bincount(index, weights=posterior[skips])[index] if skips.any() else 0
    return np.minimum(1, result)


def decode(lattices, probability):
    """The path with the greatest expected number of right beads for its length."""
    return lattices.best_path(probability - WORTH, 0)
