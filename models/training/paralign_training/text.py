"""Normalising and pre-tokenising text, once for training and for tokenizer.json.

A text becomes *runs*: maximal stretches of one character class. A run of letters or of digits that starts a
word carries the mark U+2581 in front; scripts written without spaces never do, so that a word has one form
wherever it stands. Everything else (punctuation, symbols) is a run of one character. The same steps, written
as JavaScript regular expressions, go into tokenizer.json (see `tokenizer_steps`).
"""

import functools
import re
import sys
import unicodedata

MARK = "\u2581"
LETTER_RUN_LIMIT = 32
UNSPACED_RUN_LIMIT = 16

# Scripts without spaces between words: Thai, Lao, Myanmar, Khmer, CJK and kana.
UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x31FF), (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF),
)
KATAKANA = ((0x30A1, 0x30FA), (0x30FC, 0x30FC))

# Marks that are optional in writing: Hebrew points, Arabic vowels and hamza carriers, tatweel, Greek accents,
# the dots of Cyrillic yo. Texts with and without them meet in one form.
OPTIONAL_MARKS = (
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0640]|(?<=[\u0370-\u03ff])[\u0300-\u0345]+|(?<=\u0435)\u0308|(?<=i)\u0307"
)
_OPTIONAL_MARKS = re.compile(OPTIONAL_MARKS)


def _ranges(spans):
    return "".join(
        (chr(a) if a == b else f"{_escape(chr(a))}-{_escape(chr(b))}") for a, b in spans
    )


def _escape(char):
    return "\\" + char if char in "\\]^-[" else char


def class_of_characters(chars):
    """The inside of a bracket expression that matches exactly these characters."""
    points = sorted(ord(c) for c in chars)
    out, i = [], 0
    while i < len(points):
        j = i
        while j + 1 < len(points) and points[j + 1] == points[j] + 1:
            j += 1
        out.append(_escape(chr(points[i])))
        if j > i:
            out.append(("-" if j > i + 1 else "") + _escape(chr(points[j])))
        i = j + 1
    return "".join(out)


def _inside(point, spans):
    return any(a <= point <= b for a, b in spans)


def kind_of(char):
    """W letter or mark, D digit, K katakana, C other unspaced script, P punctuation or symbol, '' separator."""
    category = unicodedata.category(char)
    point = ord(char)
    if category[0] in "LMN":
        if _inside(point, UNSPACED):
            return "K" if _inside(point, KATAKANA) else "C"
        return "D" if category[0] == "N" else "W"
    if category[0] in "PS" and char != MARK:
        return "P"
    return ""


@functools.lru_cache(maxsize=1)
def _classes():
    sets = {"W": [], "D": [], "K": [], "C": [], "P": []}
    for point in range(min(sys.maxunicode, 0x3FFFF) + 1):
        kind = kind_of(chr(point))
        if kind:
            sets[kind].append(chr(point))
    return {kind: class_of_characters(chars) for kind, chars in sets.items()}


@functools.lru_cache(maxsize=1)
def _patterns():
    c = _classes()
    start = re.compile(f"(?<![{c['W']}{c['D']}])(?=[{c['W']}{c['D']}])")
    runs = re.compile(f"{MARK}?[{c['W']}]+|{MARK}?[{c['D']}]+|[{c['K']}]+|[{c['C']}]+|[{c['P']}]")
    return start, runs


def normalise(text):
    """NFKC, lower case, without optional marks. Idempotent but for rare combining sequences."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text).lower()
    text = _OPTIONAL_MARKS.sub("", text)
    return unicodedata.normalize("NFKC", text)


def runs_of(text):
    """The runs of a text, in order."""
    start, runs = _patterns()
    return runs.findall(start.sub(MARK, normalise(text).replace(MARK, " ")))


# Hebrew and Arabic write short words (and, the, in, to, from ...) onto the next one. They are cut off where enough of a
# word remains, always at every such place, so that a stem has one form with and without them.
HEBREW_PREFIXES, HEBREW_STEM = "[\u05d5\u05d4\u05d1\u05dc\u05e9\u05de\u05db]{1,4}", "[\u05d0-\u05ea]{4}"
ARABIC_PREFIXES = "(?:[\u0648\u0641]?(?:[\u0628\u0643]?\u0627\u0644|\u0644\u0644)|[\u0648\u0641])"
ARABIC_STEM = "[\u0621-\u064a]{3}"
_HEBREW = re.compile(f"^{MARK}({HEBREW_PREFIXES})(?={HEBREW_STEM})")
_ARABIC_WHOLE = re.compile(f"{ARABIC_PREFIXES}$")
_STEM = re.compile(ARABIC_STEM)


def detach(run):
    """Cut Hebrew and Arabic prefixes off a run: the run itself, or its parts in one string, each with the word mark."""
    if len(run) < 5 or run[0] != MARK or not "\u05d0" <= run[1] <= "\u064a":
        return run
    if run[1] <= "\u05ea":
        match = _HEBREW.match(run)
        return run if match is None else f"{MARK}{MARK.join(match[1])}{MARK}{run[match.end():]}"
    cuts = [i for i in range(2, min(6, len(run))) if _ARABIC_WHOLE.match(run[1:i]) and _STEM.match(run, i)]
    return MARK.join(run[i:j] for i, j in zip([0, *cuts], [*cuts, len(run)]))


def known_run_pattern(chars):
    """The regular expression (Python and JavaScript) that cuts a normalised text into pieces of words made of
    known characters only. Unknown characters match nothing, so they vanish and spoil nothing beside them."""
    kinds = {"W": [], "D": [], "K": [], "C": [], "P": []}
    for char in chars:
        kind = kind_of(char)
        if kind:
            kinds[kind].append(char)
    bracket = {k: f"[{class_of_characters(v)}]" for k, v in kinds.items() if v}
    parts = []
    for kind in "WD":
        if kind in bracket:
            parts.append(f"{MARK}?{bracket[kind]}{{1,{LETTER_RUN_LIMIT}}}")
    for kind in "KC":
        if kind in bracket:
            parts.append(f"{bracket[kind]}{{1,{UNSPACED_RUN_LIMIT}}}")
    if "P" in bracket:
        parts.append(bracket["P"])
    return "|".join(parts)


def tokenizer_steps(chars):
    """The normalizer and pre_tokenizer of tokenizer.json that do what `runs_of` and `known_run_pattern` do."""
    unspaced = _ranges(UNSPACED)
    word = "\\p{L}\\p{M}\\p{N}"
    start = f"(?:(?<![{word}])|(?<=[{unspaced}]))(?=[{word}])(?![{unspaced}])"
    replace = lambda pattern, content: {"type": "Replace", "pattern": {"Regex": pattern}, "content": content}
    return {
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                {"type": "NFKD"},
                {"type": "Lowercase"},
                replace(OPTIONAL_MARKS, ""),
                {"type": "NFKC"},
                {"type": "Replace", "pattern": {"String": MARK}, "content": " "},
                replace(start, MARK),
                replace(f"(?<={MARK}{HEBREW_PREFIXES})(?={HEBREW_STEM})", MARK),
                replace(f"(?<={MARK}{ARABIC_PREFIXES})(?={ARABIC_STEM})", MARK),
            ],
        },
        "pre_tokenizer": {
            "type": "Split",
            "pattern": {"Regex": known_run_pattern(chars)},
            "behavior": "Isolated",
            "invert": True,
        },
    }
