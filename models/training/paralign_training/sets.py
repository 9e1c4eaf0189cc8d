"""Evaluation sets as subword ids."""

import numpy as np

from .text import runs_of


def tokens_of(texts, segmenter):
    """(flat ids, start of each text) of some texts."""
    flat, start = [], [0]
    for text in texts:
        for run in runs_of(text):
            flat.extend(segmenter(run))
        start.append(len(flat))
    return np.array(flat, np.int32), np.array(start, np.int64)


def development_sets(texts, segmenter, languages):
    """{language: ((ids, start) foreign, (ids, start) English)} of the languages that the model knows."""
    return {
        language: (tokens_of(foreign, segmenter), tokens_of(english, segmenter))
        for language, (foreign, english) in texts.items()
        if language in languages
    }


def save_held_out(path, held_out):
    np.savez(
        path,
        **{
            f"{language}_{side}_{part}": array
            for language, pair in held_out.items()
            for side, arrays in zip("fe", pair)
            for part, array in zip(("ids", "start"), arrays)
        },
    )


def load_held_out(path):
    with np.load(path) as data:
        languages = sorted({key.split("_")[0] for key in data.files})
        return {
            language: tuple((data[f"{language}_{s}_ids"], data[f"{language}_{s}_start"]) for s in "fe")
            for language in languages
        }
