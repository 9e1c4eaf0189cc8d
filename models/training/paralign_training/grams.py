"""Character n-grams of subwords, hashed into a fixed number of rows (Bojanowski et al. 2017)."""

import hashlib

import numpy as np


def grams_of(piece, shortest, longest):
    text = piece
    grams = []
    for size in range(shortest, longest + 1):
        for i in range(len(text) - size + 1):
            gram = text[i : i + size]
            if gram != piece:
                grams.append(gram)
    return grams


def gram_table(pieces, shortest=3, longest=5, least=2):
    """CSR lists of n-gram rows for each piece: (start [pieces + 1], ids, number of rows). n-grams that fewer than
    `least` pieces hold share nothing and are left out."""
    lists = [grams_of(p, shortest, longest) if i > 1 else [] for i, p in enumerate(pieces)]
    counts = {}
    for grams in lists:
        for gram in set(grams):
            counts[gram] = counts.get(gram, 0) + 1
    index = {gram: i for i, gram in enumerate(sorted(g for g, c in counts.items() if c >= least))}
    start, ids = [0], []
    for piece, grams in zip(pieces, lists):
        # A piece's own text may be an n-gram of longer pieces: they share that row.
        ids.extend(index[g] for g in [*grams, piece] if g in index)
        start.append(len(ids))
    return np.array(start, np.int64), np.array(ids, np.int32), len(index)
