"""Building and calling trainer.cpp."""

import ctypes
import os
import subprocess

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.join(HERE, "..", "trainer.cpp")
BLAS = ("/usr/lib/x86_64-linux-gnu/openblas-pthread/libopenblas.so.0", "/usr/lib/x86_64-linux-gnu/libopenblas.so.0")


def build(folder):
    """Compile the trainer into `folder` and return the library's path."""
    os.makedirs(folder, exist_ok=True)
    out = os.path.join(folder, "libtrainer.so")
    if os.path.exists(out) and os.path.getmtime(out) > os.path.getmtime(SOURCE):
        return out
    blas = next((path for path in BLAS if os.path.exists(path)), None)
    if blas is None:
        raise RuntimeError("OpenBLAS not found: apt-get install libopenblas0-pthread")
    flags = "-O3 -march=native -ffast-math -std=c++17 -shared -fPIC -pthread".split()
    subprocess.run(["g++", *flags, SOURCE, "-o", out, blas, f"-Wl,-rpath,{os.path.dirname(blas)}"], check=True)
    return out


class Config(ctypes.Structure):
    _fields_ = [(n, ctypes.c_int32) for n in ("vocab", "ngrams", "dim", "batch", "threads", "max_tokens")]
    _fields_ += [(n, ctypes.c_float) for n in ("scale", "margin", "dropout", "foreign", "beta1", "beta2", "ngram_weight")]
    _fields_ += [("seed", ctypes.c_uint64)]


class _Data(ctypes.Structure):
    _fields_ = [
        *((n, ctypes.c_void_p) for n in ("tokens", "a_start", "b_start", "a_length", "b_length", "a_id", "b_id")),
        ("ids", ctypes.c_int64),
        ("sibling_start", ctypes.c_void_p),
        ("siblings", ctypes.c_void_p),
        ("group_start", ctypes.c_void_p),
        ("group_weight", ctypes.c_void_p),
        ("groups", ctypes.c_int32),
        ("gram_start", ctypes.c_void_p),
        ("gram_ids", ctypes.c_void_p),
    ]


class Trainer:
    """Holds the tables `rows` [vocab, dim] and `gram_rows` [ngrams, dim] (float32), which `run` changes."""

    def __init__(self, library, config, dataset, gram_start, gram_ids, first_scale=0.1):
        self.lib = ctypes.CDLL(library)
        self.lib.trainer_new.restype = ctypes.c_void_p
        self.lib.trainer_new.argtypes = [ctypes.c_void_p] * 4
        self.lib.trainer_run.restype = ctypes.c_double
        self.lib.trainer_run.argtypes = [ctypes.c_void_p, ctypes.c_int64, ctypes.c_float, ctypes.c_float]
        self.lib.trainer_drop_ngrams.argtypes = [ctypes.c_void_p]
        self.lib.trainer_pairs.restype = ctypes.c_int64
        self.lib.trainer_pairs.argtypes = [ctypes.c_void_p]
        generator = np.random.default_rng(config.seed)
        self.rows = (generator.standard_normal((config.vocab, config.dim), np.float32) * first_scale).astype(np.float32)
        self.gram_rows = np.zeros((max(1, config.ngrams), config.dim), np.float32)
        # Two ids more, because the trainer asks for rows ahead.
        gram_ids = np.concatenate((gram_ids, np.zeros(2, np.int32))).astype(np.int32)
        self.gram_start, self.gram_ids = gram_start, gram_ids
        self.config, self.dataset = config, dataset
        at = lambda array: np.ascontiguousarray(array).ctypes.data
        d = dataset
        ids = int(max(d.a_id.max(), d.b_id.max())) + 1
        self.siblings = np.argsort(d.b_id, kind="stable").astype(np.int32)
        self.sibling_start = np.concatenate(([0], np.cumsum(np.bincount(d.b_id, minlength=ids)))).astype(np.int64)
        self.data = _Data(
            at(d.tokens), at(d.a_start), at(d.b_start), at(d.a_length), at(d.b_length), at(d.a_id), at(d.b_id),
            ids, at(self.sibling_start), at(self.siblings), at(d.group_start), at(d.group_weight), len(d.group_name),
            at(gram_start), at(gram_ids),
        )
        self.handle = self.lib.trainer_new(
            ctypes.addressof(config), ctypes.addressof(self.data), self.rows.ctypes.data, self.gram_rows.ctypes.data
        )

    def run(self, steps, rate_begin, rate_end):
        """Train `steps` batches; the learning rate goes linearly between the two values. Returns the mean loss."""
        return self.lib.trainer_run(self.handle, steps, rate_begin, rate_end)

    def fold(self):
        """Add the n-gram rows to the subwords' own rows and go on without n-grams (2-3 times faster)."""
        self.rows[:] = self.table()
        self.lib.trainer_drop_ngrams(self.handle)
        self.config.ngrams = 0

    @property
    def pairs(self):
        return self.lib.trainer_pairs(self.handle)

    def table(self):
        """The rows as exported: own row plus weighted n-gram rows; padding and unknown are zero."""
        table = self.rows.copy()
        if self.config.ngrams:
            for low in range(0, len(table), 4096):
                high = min(low + 4096, len(table))
                start, end = self.gram_start[low], self.gram_start[high]
                counts = np.diff(self.gram_start[low : high + 1])
                owner = np.repeat(np.arange(high - low), counts)
                weight = self.config.ngram_weight / np.sqrt(np.maximum(counts, 1))
                gathered = self.gram_rows[self.gram_ids[start:end]]
                has = np.flatnonzero(counts)
                if len(has):
                    sums = np.add.reduceat(gathered, (self.gram_start[low:high][has] - start), axis=0)
                    table[low + has] += sums * weight[has, None]
                del owner
        table[:2] = 0
        return table
