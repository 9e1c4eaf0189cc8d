"""Every number of the recipe. `settings.json` beside a run's files records the ones that made it."""

import json
from dataclasses import asdict, dataclass, fields


@dataclass(frozen=True)
class Settings:
    vocabulary: int = 182_000  # pieces, with padding and unknown
    runs_per_language: int = 30_000  # words of a language that the vocabulary is made from
    vocabulary_power: float = 0.5  # a language of n pairs weighs n^power in the vocabulary
    dim: int = 384
    pairs: int = 130_800_000  # sentence pairs seen
    batch: int = 2048
    max_tokens: int = 64  # subwords of a sentence seen in training
    scale: float = 15.0  # inverse temperature of the softmax
    margin: float = 0.0
    dropout: float = 0.1  # share of subwords left out
    foreign: float = 0.3  # share of pairs whose English may give way to another translation of it
    rate: float = 0.025  # highest learning rate; falls linearly to 0
    warm_up: float = 0.01  # share of the run
    beta1: float = 0.9
    beta2: float = 0.99
    ngram_weight: float = 1.0  # 0 trains without character n-grams
    fold_at: float = 0.25  # share of the run after which n-gram rows are added into the subwords' own
    language_power: float = 0.5  # a language of n pairs is drawn with weight n^power
    source_power: float = 0.7  # a source of n pairs within its language with n^power, times its factor (sources.py)
    smallest_group: int = 1024  # smaller sources of one kind and language share their batches
    first_scale: float = 0.1  # standard deviation of the untrained rows
    seed: int = 7
    threads: int = 2

    @staticmethod
    def from_json(text):
        """Settings from JSON text; an unknown name is an error."""
        values = json.loads(text)
        unknown = set(values) - {f.name for f in fields(Settings)}
        if unknown:
            raise ValueError(f"unknown settings: {', '.join(sorted(unknown))}")
        return Settings(**values)

    def to_json(self):
        return json.dumps(asdict(self), indent=2) + "\n"
