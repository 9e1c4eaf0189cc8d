"""Reading the corpora into runs: one .npz a language, with every distinct run listed once.

A language's file holds: `source` [n] (index into `sources`), and for both sides (`f` foreign, `e` English)
`*_runs` (flat indices into `runs`), `*_start` [n + 1], `*_id` [n] (64-bit hash of the normalised text).
"""

import hashlib
import lzma
import os

import numpy as np

from .text import runs_of


def _hash(key):
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little")


class _Side:
    def __init__(self, index):
        self.index = index
        self.flat = []
        self.start = [0]
        self.ids = []

    def add(self, runs):
        index = self.index
        self.flat.extend([index.setdefault(run, len(index)) for run in runs])
        self.start.append(len(self.flat))
        self.ids.append(_hash(" ".join(runs)))

    def arrays(self, name):
        return {
            f"{name}_runs": np.array(self.flat, np.int32),
            f"{name}_start": np.array(self.start, np.int64),
            f"{name}_id": np.array(self.ids, np.uint64),
        }


def read_rows(path):
    """Rows (source, foreign, English) of a corpus file; rows of another width are skipped."""
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            row = line.rstrip("\n").split("\t")
            if len(row) == 3:
                yield row


def prepare_language(path, out_path):
    """Cut one corpus file into runs and store it; repeated pairs are dropped. Returns the number of pairs."""
    index, names, source, seen = {}, {}, [], set()
    foreign, english = _Side(index), _Side(index)
    for name, f_text, e_text in read_rows(path):
        f_runs, e_runs = runs_of(f_text), runs_of(e_text)
        if not f_runs or not e_runs:
            continue
        key = (" ".join(f_runs), " ".join(e_runs))
        if key in seen:
            continue
        seen.add(key)
        source.append(names.setdefault(name, len(names)))
        foreign.add(f_runs)
        english.add(e_runs)
    partial = out_path + ".partial.npz"
    np.savez(
        partial,
        source=np.array(source, np.int16),
        sources=np.array(list(names)),
        runs=np.array("\n".join(index)),
        **foreign.arrays("f"),
        **english.arrays("e"),
    )
    os.replace(partial, out_path)
    return len(source)


def load_language(path):
    """The arrays of one prepared language as a dict; `runs` and `sources` as lists of str."""
    with np.load(path) as data:
        arrays = {key: data[key] for key in data.files}
    arrays["runs"] = str(arrays["runs"]).split("\n")
    arrays["sources"] = [str(name) for name in arrays["sources"]]
    return arrays
