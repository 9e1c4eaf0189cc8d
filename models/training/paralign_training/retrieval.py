"""Retrieval accuracy: is the nearest neighbour (cosine) of a sentence its translation? Mean of both directions."""

import numpy as np


def embed(table, tokens, start):
    """Unit vectors of texts given as flat subword ids; a text without subwords is a zero vector."""
    out = np.zeros((len(start) - 1, table.shape[1]), np.float32)
    full = np.flatnonzero(np.diff(start))
    if len(full):
        out[full] = np.add.reduceat(table[tokens], start[:-1][full], axis=0)
    return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)


def accuracy(a, b):
    scores = a @ b.T
    truth = np.arange(len(a))
    return float(((scores.argmax(1) == truth).mean() + (scores.argmax(0) == truth).mean()) / 2)


def evaluate(table, sets):
    """{language: accuracy} for {language: ((tokens, start) foreign, (tokens, start) English)}."""
    return {language: accuracy(embed(table, *f), embed(table, *e)) for language, (f, e) in sets.items()}
