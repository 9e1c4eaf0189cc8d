"""Lattices of all documents, as written by dump.ts, and the sweeps over them."""

import ctypes
import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np


def _library():
    source = Path(__file__).with_name("lattice.cpp")
    built = Path(tempfile.gettempdir()) / f"paralign-lattice-{source.stat().st_mtime_ns}.so"
    if not built.exists():
        subprocess.run(
            ["g++", "-O3", "-march=native", "-shared", "-fPIC", str(source), "-o", str(built)], check=True
        )
    return ctypes.CDLL(str(built))


_lib = _library()


def _pointer(array):
    return array.ctypes.data_as(ctypes.c_void_p)


class Lattices:
    """Edges of some documents, numbered through. `x`: features, one row an edge."""

    def __init__(self, documents):
        self.documents = documents
        self.first_edge = np.cumsum([0] + [len(d["from"]) for d in documents]).astype(np.int64)
        self.first_node = np.cumsum([0] + [len(d["rows"]) for d in documents]).astype(np.int64)
        shift = lambda key: np.concatenate(
            [d[key] + n for d, n in zip(documents, self.first_node)]
        ).astype(np.int32)
        self.start, self.end = shift("from"), shift("to")
        self.exact = np.concatenate([d["exact"] for d in documents])
        self.allowed = np.concatenate([d["allowed"] for d in documents])
        self.kind = np.concatenate(
            [
                np.where(
                    d["rows"][d["from"]] == d["rows"][d["to"]],
                    2,
                    np.where(d["columns"][d["from"]] == d["columns"][d["to"]], 1, 0),
                )
                for d in documents
            ]
        ).astype(np.uint8)
        self.document_of = np.repeat(np.arange(len(documents)), np.diff(self.first_edge))

    def features(self, key):
        return np.concatenate([d[key] for d in self.documents])

    def posteriors(self, scores, run):
        """Posterior of every edge; log Z and expected skips after a skip of every document."""
        scores = np.ascontiguousarray(scores, dtype=np.float64)
        result, count = np.empty(len(scores)), len(self.documents)
        log_z, runs = np.empty(count), np.empty(count)
        _lib.posteriors(
            count, _pointer(self.first_edge), _pointer(self.first_node), _pointer(self.start), _pointer(self.end),
            _pointer(self.kind), _pointer(scores), ctypes.c_double(run), _pointer(result), _pointer(log_z), _pointer(runs),
        )
        return result, log_z, runs

    def best_path(self, scores, run):
        scores = np.ascontiguousarray(scores, dtype=np.float64)
        chosen = np.empty(len(scores), dtype=np.uint8)
        _lib.best_path(
            len(self.documents), _pointer(self.first_edge), _pointer(self.first_node), _pointer(self.start),
            _pointer(self.end), _pointer(self.kind), _pointer(scores), ctypes.c_double(run), _pointer(chosen),
        )
        return chosen.astype(bool)

    def keep(self, mask):
        """The same documents with fewer edges; nodes that nothing touches any more go too."""
        documents = []
        for d, (e0, e1) in zip(self.documents, zip(self.first_edge, self.first_edge[1:])):
            kept = mask[e0:e1]
            used = np.zeros(len(d["rows"]), dtype=bool)
            used[[0, -1]] = True
            used[d["from"][kept]] = True
            used[d["to"][kept]] = True
            name = np.cumsum(used) - 1
            smaller = {**d, "rows": d["rows"][used], "columns": d["columns"][used]}
            smaller["from"], smaller["to"] = name[d["from"][kept]], name[d["to"][kept]]
            for key in ("exact", "allowed", "features", "cheap"):
                smaller[key] = d[key][kept]
            documents.append(smaller)
        return Lattices(documents)


def read(folder):
    """Reads a dump. Returns the documents and the index."""
    folder = Path(folder)
    index = json.loads((folder / "index.json").read_text())
    width, cheap = len(index["features"]), len(index["cheap"])
    documents = []
    for entry in index["documents"]:
        data = (folder / entry["file"]).read_bytes()
        at = 0

        def take(kind, count):
            nonlocal at
            array = np.frombuffer(data, dtype=kind, count=count, offset=at)
            at += array.nbytes
            return array

        d = dict(entry)
        d["rows"], d["columns"] = take("<i4", entry["nodes"]), take("<i4", entry["nodes"])
        d["from"], d["to"] = take("<i4", entry["edges"]), take("<i4", entry["edges"])
        d["exact"], d["allowed"] = take("u1", entry["edges"]), take("u1", entry["edges"])
        d["position_a"], d["position_b"] = take("<i4", entry["countA"]), take("<i4", entry["countB"])
        d["features"] = take("<f4", entry["edges"] * width).reshape(-1, width)
        d["cheap"] = take("<f4", entry["edges"] * cheap).reshape(-1, cheap)
        documents.append(d)
    return documents, index


def beads_of(lattices, number, chosen):
    """Chosen edges of a document as pairs of tuples of positions, and what is out of the lattice."""
    d = lattices.documents[number]
    e0, e1 = lattices.first_edge[number], lattices.first_edge[number + 1]
    beads = []
    for e in np.nonzero(chosen[e0:e1])[0]:
        i, j, i2, j2 = (d[k][d[s][e]] for s in ("from", "to") for k in ("rows", "columns"))
        beads.append((tuple(d["position_a"][i:i2].tolist()), tuple(d["position_b"][j:j2].tolist())))
    for count, side, positions in (("allA", 0, d["position_a"]), ("allB", 1, d["position_b"])):
        for lone in sorted(set(range(d[count])) - set(positions.tolist())):
            beads.append(((lone,), ()) if side == 0 else ((), (lone,)))
    return beads


def counts(gold, test):
    """Counts of vecalign's scorer: strict hits, found, strict recalled, wanted, lax hits, lax recalled."""

    def hits(beads, reference):
        known = set(reference)
        targets = {}
        for a, b in reference:
            for i in a:
                targets.setdefault(i, set()).update(b)
        strict = sum(bead in known for bead in beads)
        lax = sum(
            bead in known or any(j in targets.get(i, ()) for i in bead[0] for j in bead[1]) for bead in beads
        )
        return strict, lax

    gold = [(tuple(g["a"]), tuple(g["b"])) for g in gold]
    gold = [g for g in set(gold) if g[0] or g[1]]
    linked = [g for g in gold if g[0] and g[1]]
    found = [t for t in set(test) if t[0] or t[1]]
    strict, lax = hits(found, gold)
    recalled, lax_recalled = hits(linked, [t for t in found if t[0] and t[1]])
    return np.array([strict, len(found), recalled, len(linked), lax, lax_recalled], dtype=float)


def f1(c, kind="strict"):
    hit, recalled = (c[0], c[2]) if kind == "strict" else (c[4], c[5])
    p, r = hit / max(1, c[1]), recalled / max(1, c[3])
    return 2 * p * r / max(1e-9, p + r)


def table(lattices, chosen):
    """Strict and lax F1 of each set."""
    pooled = {}
    for number, d in enumerate(lattices.documents):
        c = counts(d["gold"], beads_of(lattices, number, chosen))
        pooled[d["set"]] = pooled.get(d["set"], 0) + c
    return {s: (f1(c), f1(c, "lax")) for s, c in pooled.items()}
