"""Step 6: the trained table -> a folder that transformers.js loads."""

import hashlib
import json
import os

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from .text import tokenizer_steps
from .vocabulary import PAD, UNKNOWN, characters_of

OPSET, IR_VERSION = 13, 8
MAX_TOKENS = 512


LEVELS = 16
MIDDLE = (LEVELS - 1) / 2
# Half the width of a row's range of values, in standard deviations of the row; the best of them is taken.
WIDTHS = (1.6, 1.8, 2.0, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6, 2.8, 3.0, 3.3, 3.7)


def quantise(table):
    """Rows -> 4-bit codes with one scale a row, two codes a byte (column k low, column k + dim / 2 high).

    A code c stands for (c - 7.5) * scale. Of some scales the one with the least squared error is taken; it costs .001 of
    retrieval against 8 bits and halves the file, which pays for more dimensions. A zero row has scale 0.
    """
    deviation = table.std(axis=1, keepdims=True)
    scale = np.zeros_like(deviation)
    codes = np.zeros(table.shape, np.uint8)
    least = np.full_like(deviation, np.inf)
    for width in WIDTHS:
        step = deviation * (2 * width / LEVELS)
        tried = np.rint(np.divide(table, step, out=np.zeros_like(table), where=step > 0) + MIDDLE).clip(0, LEVELS - 1)
        error = np.square(table - (tried - MIDDLE) * step).sum(axis=1, keepdims=True)
        better = error < least
        codes = np.where(better, tried, codes).astype(np.uint8)
        scale = np.where(better, step, scale)
        least = np.where(better, error, least)
    low, high = np.split(codes, 2, axis=1)
    return low | high << 4, scale.astype(np.float32)


def dequantise(packed, scale):
    codes = np.concatenate((packed & 15, packed >> 4), axis=1)
    return (codes.astype(np.float32) - MIDDLE) * scale


def graph(packed, scale):
    """Gather bytes -> Cast -> take the two codes apart -> Mul(row scale, mask) -> sum -> L2 norm.

    Inputs input_ids, attention_mask [batch, length] int64. Outputs last_hidden_state [batch, 1, dim] (unit vector,
    zero for a text without known subwords), norm [batch] (length of the sum before) and count [batch] (subwords).
    """
    dim = packed.shape[1] * 2
    node = helper.make_node
    nodes = [
        node("Gather", ["codes", "input_ids"], ["byte"], axis=0),
        node("Cast", ["byte"], ["both"], to=TensorProto.FLOAT),
        node("Mul", ["both", "sixteenth"], ["shifted"]),
        node("Floor", ["shifted"], ["high"]),
        node("Mul", ["high", "sixteen"], ["high_part"]),
        node("Sub", ["both", "high_part"], ["low"]),
        node("Concat", ["low", "high"], ["code"], axis=2),
        node("Sub", ["code", "middle"], ["value"]),
        node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        node("Gather", ["scale", "input_ids"], ["row_scale"], axis=0),
        node("Mul", ["row_scale", "mask"], ["weight"]),
        node("Unsqueeze", ["weight", "one"], ["weight_row"]),
        node("MatMul", ["weight_row", "value"], ["sum"]),
        node("ReduceL2", ["sum"], ["norm_3d"], axes=[2], keepdims=1),
        node("Max", ["norm_3d", "tiny"], ["divisor"]),
        node("Div", ["sum", "divisor"], ["last_hidden_state"]),
        node("Squeeze", ["norm_3d", "last_axes"], ["norm"]),
        node("ReduceSum", ["mask", "one"], ["count"], keepdims=0),
    ]
    constants = [
        numpy_helper.from_array(packed, "codes"),
        numpy_helper.from_array(scale.reshape(-1).astype(np.float32), "scale"),
        numpy_helper.from_array(np.array([1], np.int64), "one"),
        numpy_helper.from_array(np.array([1, 2], np.int64), "last_axes"),
        *(
            numpy_helper.from_array(np.array(value, np.float32), name)
            for name, value in (("tiny", 1e-12), ("sixteenth", 1 / 16), ("sixteen", 16), ("middle", MIDDLE))
        ),
    ]
    integers = lambda name: helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"])
    floats = lambda name, shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
    built = helper.make_graph(
        nodes,
        "paralign",
        [integers("input_ids"), integers("attention_mask")],
        [floats("last_hidden_state", ["batch", 1, dim]), floats("norm", ["batch"]), floats("count", ["batch"])],
        constants,
    )
    model = helper.make_model(built, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="paralign")
    model.ir_version = IR_VERSION
    onnx.checker.check_model(model)
    return model


def tokenizer_json(pieces):
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        **tokenizer_steps(characters_of(p for p in pieces if p not in (PAD, UNKNOWN))),
        "post_processor": None,
        "decoder": None,
        "model": {
            "type": "WordPiece",
            "unk_token": UNKNOWN,
            "continuing_subword_prefix": "",
            "max_input_chars_per_word": 100,
            "vocab": {piece: i for i, piece in enumerate(pieces)},
        },
    }


def _write_json(path, value):
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        json.dump(value, out, ensure_ascii=False, separators=(",", ":"))
        out.write("\n")


def export(folder, pieces, table, languages=()):
    """Write the model folder with its SHA-256 list. Returns the dequantised table that the folder holds.

    `languages`: those it was trained on besides English (BCP-47); paralign warns of any other.
    """
    os.makedirs(f"{folder}/onnx", exist_ok=True)
    packed, scale = quantise(table)
    onnx.save(graph(packed, scale), f"{folder}/onnx/model_quantized.onnx")
    _write_json(f"{folder}/tokenizer.json", tokenizer_json(pieces))
    _write_json(
        f"{folder}/tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": MAX_TOKENS,
            "pad_token": PAD,
            "unk_token": UNKNOWN,
        },
    )
    _write_json(
        f"{folder}/config.json",
        {
            "model_type": "bert",
            "hidden_size": int(table.shape[1]),
            "vocab_size": len(pieces),
            "paralign": {
                "license": "CC-BY-SA-4.0",
                **({"languages": sorted({"en", *languages})} if languages else {}),
            },
        },
    )
    write_checksums(folder)
    return dequantise(packed, scale)


def write_checksums(folder):
    names = ["config.json", "onnx/model_quantized.onnx", "tokenizer.json", "tokenizer_config.json"]
    with open(f"{folder}/SHA256SUMS", "w", encoding="utf-8", newline="\n") as out:
        for name in names:
            with open(f"{folder}/{name}", "rb") as data:
                out.write(f"{hashlib.sha256(data.read()).hexdigest()}  {name}\n")
