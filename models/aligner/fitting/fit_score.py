"""Weights of the full score: `fit_score.py DUMP WEIGHTS-IN OUT [options]`.

For every set the networks are fitted without it, and judged on it; `all` is fitted on everything.
"""
import argparse, json, time
from pathlib import Path
import numpy as np
from lattices import beads_of, counts, f1, read, Lattices, table
from model import fit, scores_of

ap = argparse.ArgumentParser()
ap.add_argument("dump"); ap.add_argument("weights"); ap.add_argument("out")
ap.add_argument("--hidden", type=int, default=8)
ap.add_argument("--nets", type=int, default=6)
ap.add_argument("--steps", type=int, default=60)
ap.add_argument("--rate", type=float, default=0.03)
ap.add_argument("--l2", type=float, default=0.015)
ap.add_argument("--drop", type=float, default=0.0)
ap.add_argument("--noise", type=float, default=0.25)
ap.add_argument("--margin", type=float, default=2.0)
ap.add_argument("--folds", default="")
ap.add_argument("--thirds", action="store_true")
a = ap.parse_args()

# Edges less probable than this in a first, linear fit teach nothing and cost time.
LEAST_PROBABLE = 1e-4
THIRDS = "books-multi"


def number(x):
    return float(f"{x:.5g}")


def export(models):
    linear = np.mean([(s.linear.detach().numpy() / scale) for s, scale in models], axis=0)
    inner, bias, outer = [], [], []
    for s, scale in models:
        if not s.hidden:
            continue
        inner.append(s.inner.weight.detach().numpy() / scale)  # hidden x features
        bias.append(s.inner.bias.detach().numpy())
        outer.append(s.outer.detach().numpy() / len(models))
    flat = lambda parts: [number(x) for x in np.concatenate(parts).ravel()] if parts else []
    return {
        "linear": [number(x) for x in linear],
        "inner": [number(x) for x in np.concatenate(inner).T.ravel()] if inner else [],
        "bias": flat(bias),
        "outer": flat(outer),
        "run": number(np.mean([s.run.item() for s, _ in models])),
    }


def thin(docs):
    """Drops hopeless edges from what is fitted on; what is judged keeps them all."""
    lattices = Lattices(docs)
    linear = fit(lattices, "cheap", steps=40, rate=0.1, l2=0.001)
    scores, run = scores_of(linear, lattices, "cheap"), linear[0].run.item()
    keep = lattices.posteriors(scores, run)[0] > LEAST_PROBABLE
    return lattices.keep(keep | lattices.exact.astype(bool) | lattices.best_path(scores, run)).documents


docs, index = read(a.dump)
thinned = thin(docs)
out = Path(a.out); out.mkdir(parents=True, exist_ok=True)
sets = sorted({d["set"] for d in docs})
started = time.time()
results = {}


def fit_all(train):
    return [
        fit(train, "features", hidden=a.hidden, steps=a.steps, rate=a.rate, l2=a.l2, seed=k + 1, drop=a.drop, noise=a.noise, margin=a.margin)
        for k in range(a.nets)
    ]


def decode(models, test):
    scores = np.mean([scores_of(m, test, "features") for m in models], axis=0)
    return test.best_path(scores, np.mean([m[0].run.item() for m in models]))


for left_out in sets + ["all"]:
    if a.folds and not any(left_out.startswith(f) for f in a.folds.split(",")):
        continue
    models = fit_all(Lattices([d for d in thinned if d["set"] != left_out]))
    cheap = json.loads((Path(a.weights) / f"{left_out}.json").read_text())["cheap"]
    (out / f"{left_out}.json").write_text(json.dumps({"cheap": cheap, "score": export(models)}))
    test = Lattices([d for d in docs if d["set"] == left_out and d["copy"] == "plain"] or docs)
    t = table(test, decode(models, test))
    singles = [round(table(test, decode([m], test))[left_out][0], 3) for m in models] if left_out != "all" else []
    results[left_out] = t.get(left_out, (0, 0))
    print(left_out, {k[:9]: (round(v[0], 4), round(v[1], 4)) for k, v in t.items()}, singles, f"{time.time()-started:.0f}s", flush=True)
main = [results[s][0] for s in sets if s in results and s.split("-")[0] in ("textberg", "mac", "transread", "champollion", "parice")]
print("MEAN of five %.4f" % np.mean(main))

# The set of many small documents once more, a third of its documents left out at a time: what to expect of other texts of its kind.
if a.thirds:
    pooled = 0
    for third in range(3):
        out_names = set(sorted({d["name"] for d in docs if d["set"] == THIRDS})[third::3])
        left = lambda d: d["set"] == THIRDS and d["name"] in out_names
        test = Lattices([d for d in docs if left(d) and d["copy"] == "plain"])
        chosen = decode(fit_all(Lattices([d for d in thinned if not left(d)])), test)
        pooled = pooled + sum(counts(d["gold"], beads_of(test, n, chosen)) for n, d in enumerate(test.documents))
    print(f"{THIRDS}, a third of its documents left out: {f1(pooled):.4f} {f1(pooled, 'lax'):.4f}")
