"""Step 3: runs -> subword ids, one .npz a language."""

import concurrent.futures
import glob
import os

import numpy as np

from .corpus import load_language
from .vocabulary import Segmenter


def expand(run_ids, run_start, ids_flat, ids_start):
    """Replace each run of a flat list by its subword ids. Returns (flat ids, start of each text)."""
    lengths = np.diff(ids_start)[run_ids]
    ends = np.concatenate(([0], np.cumsum(lengths)))
    offset = np.repeat(ids_start[:-1][run_ids] - ends[:-1], lengths)
    return ids_flat[np.arange(ends[-1]) + offset], ends[run_start]


def segment_runs(runs, segmenter):
    flat, start = [], [0]
    for run in runs:
        flat.extend(segmenter(run))
        start.append(len(flat))
    return np.array(flat, np.int32), np.array(start, np.int64)


_segmenter = None


def _initialise(pieces):
    global _segmenter
    _segmenter = Segmenter(pieces)


def _tokenise(path, out):
    data = load_language(path)
    flat, start = segment_runs(data["runs"], _segmenter)
    arrays = {"source": data["source"], "sources": np.array(data["sources"])}
    for side in "fe":
        tokens, ends = expand(data[f"{side}_runs"], data[f"{side}_start"], flat, start)
        arrays |= {f"{side}_tokens": tokens, f"{side}_start": ends, f"{side}_id": data[f"{side}_id"]}
        arrays[f"{side}_runs"] = np.diff(data[f"{side}_start"]).astype(np.int32)
    np.savez(out, **arrays)
    return out


def tokenise(work, pieces, out_folder, languages=None, processes=2):
    """Tokenise every prepared language (or some) into `out_folder`/<xx>.npz."""
    os.makedirs(out_folder, exist_ok=True)
    jobs = []
    for path in glob.glob(f"{work}/runs/*.npz"):
        language = os.path.basename(path)[:-4]
        if "." not in language and (languages is None or language in languages):
            jobs.append((os.path.getsize(path), path, f"{out_folder}/{language}.npz"))
    jobs.sort(reverse=True)
    with concurrent.futures.ProcessPoolExecutor(processes, initializer=_initialise, initargs=(pieces,)) as pool:
        for _ in pool.map(_tokenise, [j[1] for j in jobs], [j[2] for j in jobs]):
            pass
