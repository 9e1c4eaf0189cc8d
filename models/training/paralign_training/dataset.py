"""Step 4: tokens of all languages -> one set of arrays for the trainer, without held-out and development text."""

import glob
import os
from dataclasses import dataclass

import numpy as np

from .corpus import _hash
from .sources import FACTOR, HELD_OUT_SOURCES, kind_of_source
from .text import runs_of


def development_texts(folder):
    """{language: (foreign texts, English texts)} of a folder of `<xx>.tsv`."""
    sets = {}
    for path in sorted(glob.glob(f"{folder}/*.tsv")):
        with open(path, encoding="utf-8") as lines:
            rows = [line.rstrip("\n").split("\t") for line in lines]
        rows = [row for row in rows if len(row) == 2]
        sets[os.path.basename(path)[:-4]] = ([r[0] for r in rows], [r[1] for r in rows])
    return sets


def text_ids(texts):
    return np.array([_hash(" ".join(runs_of(text))) for text in texts], np.uint64)


def choose_held_out(data, limit=1000, share=0.2):
    """Rows to hold out: full sentences of the least technical sources, the same English in every language (lowest
    hash first), each text once. `data` as stored by `tokenise`."""
    names = data["sources"]
    rank = {name: i for i, name in enumerate(HELD_OUT_SOURCES)}
    wanted = np.array([str(name) in rank for name in names])
    length = data["e_runs"]
    good = wanted[data["source"]] & (length >= 8) & (length <= 80) & (data["f_id"] != data["e_id"])
    rows = np.flatnonzero(good)
    rows = rows[np.argsort(data["e_id"][rows], kind="stable")]
    _, first = np.unique(data["e_id"][rows], return_index=True)
    rows = rows[np.sort(first)]
    _, first = np.unique(data["f_id"][rows], return_index=True)
    rows = rows[np.sort(first)]
    sentences = sum(1 for s in data["source"] if kind_of_source(str(names[s])) != "terms")
    return rows[: min(limit, int(sentences * share))]


@dataclass
class Dataset:
    tokens: np.ndarray
    a_start: np.ndarray
    b_start: np.ndarray
    a_length: np.ndarray
    b_length: np.ndarray
    a_id: np.ndarray
    b_id: np.ndarray
    group_start: np.ndarray
    group_weight: np.ndarray
    group_name: list
    held_out: dict  # language -> ((tokens, start), (tokens, start))


def _take(tokens, start, rows):
    parts = [tokens[start[r] : start[r + 1]] for r in rows]
    return np.concatenate(parts), np.concatenate(([0], np.cumsum([len(p) for p in parts])))


def load_tokens(path):
    with np.load(path) as data:
        return {key: data[key] for key in data.files}


def assemble(folder, dev, language_power=0.5, source_power=0.7, factor=None, smallest=1024, held_out=True):
    """Read `folder`/<xx>.npz and make the training arrays. `dev` is {language: (foreign, English)} texts."""
    factor = {**FACTOR, **(factor or {})}
    files = {os.path.basename(p)[:-4]: load_tokens(p) for p in sorted(glob.glob(f"{folder}/*.npz"))}
    forbidden_e = [text_ids(pair[1]) for pair in dev.values()]
    forbidden_f = [text_ids(pair[0]) for pair in dev.values()]
    held, held_sets = {}, {}
    if held_out:
        for language, data in files.items():
            if language in dev:
                continue
            rows = choose_held_out(data)
            held[language] = rows
            forbidden_e.append(data["e_id"][rows])
            forbidden_f.append(data["f_id"][rows])
            held_sets[language] = tuple(
                _take(data[f"{s}_tokens"], data[f"{s}_start"], rows) for s in "fe"
            )
    forbidden = np.unique(np.concatenate(forbidden_e + forbidden_f))
    columns = {key: [] for key in ("a_start", "b_start", "a_length", "b_length", "a_id", "b_id")}
    tokens, group_start, group_weight, group_name = [], [0], [], []
    base = total = removed = 0
    for language, data in files.items():
        keep = ~(np.isin(data["f_id"], forbidden) | np.isin(data["e_id"], forbidden))
        for s in "fe":
            keep &= np.diff(data[f"{s}_start"]) > 0
        removed += int((~keep).sum())
        kinds = np.array([kind_of_source(str(n)) for n in data["sources"]])
        label = np.array([str(n) for n in data["sources"]])
        counts = np.bincount(data["source"][keep], minlength=len(label))
        label = np.where(counts < smallest, np.char.add("small-", kinds), label)
        row_label = label[data["source"]]
        row_kind = kinds[data["source"]]
        e_base = base + len(data["f_tokens"])
        tokens += [data["f_tokens"], data["e_tokens"]]
        base = e_base + len(data["e_tokens"])
        weights = []
        for name in sorted(set(label.tolist())):
            rows = np.flatnonzero(keep & (row_label == name))
            if len(rows) < 2:
                continue
            columns["a_start"].append(data["f_start"][rows] + e_base - len(data["f_tokens"]))
            columns["b_start"].append(data["e_start"][rows] + e_base)
            columns["a_length"].append(np.diff(data["f_start"])[rows])
            columns["b_length"].append(np.diff(data["e_start"])[rows])
            columns["a_id"].append(data["f_id"][rows])
            columns["b_id"].append(data["e_id"][rows])
            total += len(rows)
            group_start.append(total)
            group_name.append(f"{language}/{name}")
            weights.append(len(rows) ** source_power * factor[row_kind[rows[0]]])
        weights = np.array(weights)
        group_weight += list(weights / weights.sum() * keep.sum() ** language_power)
    columns = {key: np.concatenate(parts) for key, parts in columns.items()}
    _, codes = np.unique(np.concatenate((columns["a_id"], columns["b_id"])), return_inverse=True)
    columns["a_id"], columns["b_id"] = (part.astype(np.int32) for part in np.split(codes, 2))
    print(f"{total} pairs in {len(group_name)} groups, {removed} removed (held out, development, empty)", flush=True)
    return Dataset(
        tokens=np.concatenate(tokens).astype(np.int32),
        a_start=columns["a_start"].astype(np.int64),
        b_start=columns["b_start"].astype(np.int64),
        a_length=columns["a_length"].astype(np.int32),
        b_length=columns["b_length"].astype(np.int32),
        a_id=columns["a_id"],
        b_id=columns["b_id"],
        group_start=np.array(group_start, np.int64),
        group_weight=np.array(group_weight, np.float64),
        group_name=group_name,
        held_out=held_sets,
    )
