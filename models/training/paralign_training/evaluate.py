"""Every retrieval figure of the model card, from the exported files.

Usage: python3 -m paralign_training.evaluate MODEL_FOLDER DEV_FOLDER [HELD_OUT.npz]
"""

import os
import sys

import numpy as np

from .dataset import development_texts
from .reference import load_model
from .retrieval import evaluate
from .sets import development_sets, load_held_out
from .vocabulary import Segmenter


def figures(model, dev_folder, held_out_path=None, untrained=("ha", "iu", "ps")):
    """({language: accuracy} on development news, the same on held-out corpora text). `untrained` languages, which
    the corpora lack, are measured too when the folder has them, but belong in no mean."""
    pieces, table = load_model(model)
    dev = development_texts(dev_folder)
    news = evaluate(table, development_sets(dev, Segmenter(pieces), set(dev) - set(untrained)))
    held = evaluate(table, load_held_out(held_out_path)) if held_out_path and os.path.exists(held_out_path) else {}
    return news, held


def print_figures(model, dev_folder, held_out_path=None):
    for title, result in zip(("development news", "held-out corpora text"), figures(model, dev_folder, held_out_path)):
        if not result:
            continue
        print(f"{title}: mean {np.mean(list(result.values())):.4f} of {len(result)} languages")
        for language, value in sorted(result.items(), key=lambda item: (-item[1], item[0])):
            print(f"{language}\t{value:.4f}")


if __name__ == "__main__":
    print_figures(*sys.argv[1:4])
