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


def quantise(table):
    """Rows -> int8 with one scale a row (largest magnitude = 127). A zero row stays zero."""
    top = np.abs(table).max(axis=1, keepdims=True)
    scale = (top / 127).astype(np.float32)
    codes = np.rint(np.divide(table, scale, out=np.zeros_like(table), where=scale > 0))
    return codes.astype(np.int8), scale


def dequantise(codes, scale):
    return codes.astype(np.float32) * scale


def graph(codes, scale):
    """Gather int8 -> Cast -> Mul(row scale, mask) -> sum -> L2 norm.

    Inputs input_ids, attention_mask [batch, length] int64. Outputs last_hidden_state [batch, 1, dim] (unit vector,
    zero for a text without known subwords), norm [batch] (length of the sum before) and count [batch] (subwords).
    """
    dim = codes.shape[1]
    node = helper.make_node
    nodes = [
        node("Gather", ["codes", "input_ids"], ["code"], axis=0),
        node("Cast", ["code"], ["value"], to=TensorProto.FLOAT),
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
        numpy_helper.from_array(codes, "codes"),
        numpy_helper.from_array(scale.reshape(-1).astype(np.float32), "scale"),
        numpy_helper.from_array(np.array([1], np.int64), "one"),
        numpy_helper.from_array(np.array([1, 2], np.int64), "last_axes"),
        numpy_helper.from_array(np.array(1e-12, np.float32), "tiny"),
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
    codes, scale = quantise(table)
    onnx.save(graph(codes, scale), f"{folder}/onnx/model_quantized.onnx")
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
    return dequantise(codes, scale)


def write_checksums(folder):
    names = ["config.json", "onnx/model_quantized.onnx", "tokenizer.json", "tokenizer_config.json"]
    with open(f"{folder}/SHA256SUMS", "w", encoding="utf-8", newline="\n") as out:
        for name in names:
            with open(f"{folder}/{name}", "rb") as data:
                out.write(f"{hashlib.sha256(data.read()).hexdigest()}  {name}\n")
