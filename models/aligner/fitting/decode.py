"""Reading lattices with exported weights, as src/align does."""

import numpy as np

def scores_of(lattices, weights):
    """Score of every edge under `score` weights as exported."""
    x = lattices.features("features").astype(float)
    scores = x @ np.array(weights["linear"])
    hidden = len(weights["bias"])
    if hidden:
        inner = np.array(weights["inner"]).reshape(-1, hidden)
        scores = scores + np.tanh(x @ inner + np.array(weights["bias"])) @ np.array(weights["outer"])
    return scores


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
