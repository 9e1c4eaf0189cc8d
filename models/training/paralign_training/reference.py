"""What Python makes of texts with an exported model: subword ids and unit vectors, for comparing with transformers.js.

Usage: python3 -m paralign_training.reference MODEL_FOLDER < texts.json
Reads a JSON list of texts; writes {"ids": [[int]], "units": [[float]], "norms": [float]}.
"""

import json
import sys

import numpy as np
import onnx
from onnx import numpy_helper

from .export import MAX_TOKENS, dequantise
from .text import runs_of
from .vocabulary import Segmenter


def load_model(folder):
    """(pieces in the order of their ids, dequantised table) of an exported model folder."""
    with open(f"{folder}/tokenizer.json", encoding="utf-8") as source:
        vocabulary = json.load(source)["model"]["vocab"]
    pieces = sorted(vocabulary, key=vocabulary.get)
    constants = {c.name: c for c in onnx.load(f"{folder}/onnx/model_quantized.onnx").graph.initializer}
    packed, scale = numpy_helper.to_array(constants["codes"]), numpy_helper.to_array(constants["scale"])
    return pieces, dequantise(packed, scale.reshape(-1, 1))


def ids_of(text, segmenter):
    return [i for run in runs_of(text) for i in segmenter(run)][:MAX_TOKENS]


def describe(folder, texts):
    pieces, table = load_model(folder)
    segmenter = Segmenter(pieces)
    ids = [ids_of(text, segmenter) for text in texts]
    sums = np.array([table[i].sum(axis=0) if i else np.zeros(table.shape[1]) for i in ids])
    norms = np.linalg.norm(sums, axis=1)
    units = sums / np.maximum(norms, 1e-12)[:, None]
    return {"ids": ids, "units": units.round(6).tolist(), "norms": norms.round(6).tolist()}


if __name__ == "__main__":
    json.dump(describe(sys.argv[1], json.load(sys.stdin)), sys.stdout)
