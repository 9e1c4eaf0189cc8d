"""Character n-grams of subwords, hashed into a fixed number of rows (Bojanowski et al. 2017)."""

import numpy as np

from .romanise import romanised, skeleton
from .text import MARK, kind_of


def latin_grams(piece):
    """n-grams of the piece in Latin letters, the same that Latin pieces have, and of its consonants."""
    if kind_of(piece[-1]) not in ("W", "C", "K"):
        return []
    latin = romanised(piece)
    grams = [] if latin == piece else [*grams_of(latin), latin] if latin else []
    bones = skeleton(latin) if latin.isascii() or latin[:1] == MARK else ""
    if len(bones.lstrip(MARK)) >= 3:
        sizes = (3, 4)
        grams += ["~" + bones[i : i + n] for n in sizes if n <= len(bones) for i in range(len(bones) - n + 1)]
    return grams


def grams_of(piece):
    """All n-grams of 3-5 characters (the word mark counts); in scripts without spaces of 1-2."""
    sizes = (1, 2) if kind_of(piece[0]) in ("C", "K") else (3, 4, 5)
    return [piece[i : i + n] for n in sizes if n < len(piece) for i in range(len(piece) - n + 1)]


def gram_table(pieces, least=2):
    """CSR lists of n-gram rows for each piece: (start [pieces + 1], ids, number of rows). n-grams that fewer than
    `least` pieces hold share nothing and are left out."""
    lists = [[*grams_of(p), *latin_grams(p)] if i > 1 else [] for i, p in enumerate(pieces)]
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
