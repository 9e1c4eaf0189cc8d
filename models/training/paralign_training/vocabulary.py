"""Step 2: the subword vocabulary.

SentencePiece's unigram trainer proposes parts of words, from run frequencies balanced over the languages, and the most
frequent words are added whole: the trainer finds its first pieces in the list of *different* words, where "they" stands
but once, and loses them. Then the pieces that *greedy longest match* (what WordPiece does at run time) uses least are
dropped. Every single character within the coverage limit of its language stays, so no known character is ever without a piece.
"""

import collections
import glob
import io
import re

import numpy as np
import sentencepiece

from .corpus import load_language
from .text import MARK, detach, kind_of, known_run_pattern

PAD, UNKNOWN = "[PAD]", "[UNK]"
LONGEST_PIECE = 16
CHARACTER_COVERAGE = 0.9998


def _chosen_runs(runs, counts, limit):
    """Indices of the runs that the vocabulary is made from. Of words, the most frequent. A run in a script without spaces
    is a phrase, and frequent phrases are not typical: of these a third are the most frequent, the rest an even sample of
    all, else most characters would be unknown."""
    unspaced = np.array([kind_of(run[0]) in ("C", "K") for run in runs], bool)
    present = np.flatnonzero(counts)
    by_count = present[np.argsort(-counts[present], kind="stable")]
    words = by_count[~unspaced[by_count]][:limit]
    phrases = by_count[unspaced[by_count]]
    often, others = phrases[: limit // 3 * 2], phrases[limit // 3 * 2 :]
    sample = np.random.default_rng(1).permutation(others)[: limit * 2 - len(often)]
    return np.concatenate((words, often, np.sort(sample)))


def weighted_runs(work, power, english_share, limit):
    """Runs with a weight, balanced so that a language of n pairs has weight n^power; {run: weight}.

    `limit` bounds the distinct words taken from a language; phrases of scripts without spaces may be twice as many.
    """
    total, english = {}, {}
    mass = 0.0
    for path in sorted(glob.glob(f"{work}/runs/*.npz")):
        data = load_language(path)
        runs = data["runs"]
        share = len(data["source"]) ** power
        mass += share
        for side, into in (("f", total), ("e", english)):
            counts = np.bincount(data[f"{side}_runs"], minlength=len(runs))
            best = _chosen_runs(runs, counts, limit)
            scale = share / counts[best].sum() if side == "f" else 1.0
            for i in best.tolist():
                into[runs[i]] = into.get(runs[i], 0.0) + counts[i] * scale
    scale = mass * english_share / sum(english.values())
    top = sorted(english.items(), key=lambda item: (-item[1], item[0]))[: limit * 2]
    for run, count in top:
        total[run] = total.get(run, 0.0) + count * scale
    return total


def detached(weights):
    """The same weights by what is left when Hebrew and Arabic prefixes are cut off, and by the prefixes."""
    parts = {}
    for run, weight in weights.items():
        cut = detach(run)
        for part in [run] if cut == run else [MARK + part for part in cut.split(MARK)[1:]]:
            parts[part] = parts.get(part, 0.0) + weight
    return parts


def most_frequent(weights, limit):
    """The `limit` weightiest runs that are short enough for a piece."""
    short = (run for run in weights if len(run) <= LONGEST_PIECE)
    return sorted(short, key=lambda run: (-weights[run], run))[:limit]


def propose(weights, size, threads=2):
    """Pieces proposed by SentencePiece (unigram model) from {run: weight}, best first."""
    smallest = 1e9 / sum(weights.values())
    rows = (
        f"{run}\t{max(1, round(weight * smallest))}"
        for run, weight in sorted(weights.items())
        if len(run) < 1000
    )
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=rows,
        model_writer=model,
        input_format="tsv",
        model_type="unigram",
        vocab_size=size,
        character_coverage=CHARACTER_COVERAGE,
        normalization_rule_name="identity",
        add_dummy_prefix=False,
        remove_extra_whitespaces=False,
        split_by_unicode_script=False,
        split_by_number=False,
        max_sentencepiece_length=LONGEST_PIECE,
        num_threads=threads,
        seed_sentencepiece_size=max(1000000, size * 4),
        hard_vocab_limit=False,
        bos_id=-1,
        eos_id=-1,
        minloglevel=1,
    )
    processor = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    pieces = [processor.id_to_piece(i) for i in range(processor.get_piece_size())]
    return [p for p in pieces if p != "<unk>" and p != MARK and any(kind_of(c) for c in p)]


def characters_of(pieces):
    return sorted({char for piece in pieces for char in piece if kind_of(char)})


def frequent_characters(work, coverage):
    """For each language the most frequent characters that make up this share of its text; all of them together.
    SentencePiece's own coverage is of the mixture, in which a language of many characters loses its rarer ones."""
    chosen = set()
    for path in sorted(glob.glob(f"{work}/runs/*.npz")):
        data = load_language(path)
        counts = collections.Counter()
        for run, count in zip(data["runs"], np.bincount(data["f_runs"], minlength=len(data["runs"])).tolist()):
            if count:
                for char in run:
                    counts[char] += count
        wanted = coverage * counts.total()
        for char, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            if wanted <= 0:
                break
            wanted -= count
            if kind_of(char):
                chosen.add(char)
    return chosen


class Segmenter:
    """Greedy longest match over pieces: the ids of a run. The same as WordPiece with an empty prefix.

    `whole` takes runs as they are, their Hebrew and Arabic prefixes cut off already (while the vocabulary is made).
    """

    def __init__(self, pieces, whole=False):
        self.cut = (lambda run: run) if whole else detach
        self.index = {piece: i for i, piece in enumerate(pieces)}
        self.known = set(characters_of(p for p in pieces if p not in (PAD, UNKNOWN)))
        self.pattern = re.compile(known_run_pattern(self.known))

    def __call__(self, run):
        ids = []
        for word in self.pattern.findall(self.cut(run)):
            start, end_of_word = 0, len(word)
            while start < end_of_word:
                end = min(end_of_word, start + LONGEST_PIECE)
                while word[start:end] not in self.index:
                    end -= 1
                ids.append(self.index[word[start:end]])
                start = end
        return ids


def build(work, size, power=0.5, english_share=0.12, limit=30000, surplus=1.3, words=2.5):
    """The vocabulary as a list of pieces: PAD and UNKNOWN first, then by falling use."""
    weights = detached(weighted_runs(work, power, english_share, limit))
    pieces = [*propose(weights, int(size * surplus)), *most_frequent(weights, int(size * words))]
    singles = [MARK, *sorted({*characters_of(pieces), *frequent_characters(work, CHARACTER_COVERAGE)})]
    kept = sorted({*pieces, *singles})
    fixed = set(singles)
    runs = sorted(weights.items())
    while True:
        use = usage(kept, runs)
        order = sorted(range(len(kept)), key=lambda i: (-use[i], kept[i]))
        excess = len(kept) - (size - 2)
        if excess <= 0:
            return [PAD, UNKNOWN, *(kept[i] for i in order)]
        # Dropping in parts lets the use of the survivors be counted anew.
        drop, allowed = set(), -(-excess * 2 // 3) if excess > 2000 else excess
        for i in reversed(order):
            if len(drop) == allowed:
                break
            if kept[i] not in fixed:
                drop.add(kept[i])
        kept = [p for p in kept if p not in drop]


def usage(pieces, runs):
    """How much of the runs' weight each piece carries under greedy longest match."""
    segment = Segmenter(pieces, whole=True)
    use = np.zeros(len(pieces))
    for run, weight in runs:
        for i in segment(run):
            use[i] += weight
    return use
