#!/usr/bin/env python3
"""Trains the language check from the features that `cargo xtask language` writes.

The features come from the crate itself, so nothing about words is written twice. A line of the input is a text: its hand, its
label (A recommends, B describes), and its sentences; each is its features, a semicolon, and the slots of its words in the gate.
Nothing here draws at random, and the result is the same to the byte.
"""

import struct
import sys
from collections import Counter

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

GATE = 1 << 12
SLOTS = 1 << 13
# How much a weight may grow; the smaller, the less.
STRENGTH = 0.1
# A feature counts when this many sentences have it.
SEEN = 2
# As many features keep a weight.
KEPT = 3600
FOLDS = 5
PRECISION = 0.96
# The share of the sentences over the threshold that the gate may lose.
GATE_LOSS = 0.01


class Text:
    def __init__(self, line):
        self.hand, label, sentences = line.rstrip("\n").split("\t")
        self.recommends = label == "A"
        self.sentences = []
        for sentence in filter(None, sentences.split("|")):
            features, slots = sentence.split(";")
            count = Counter(map(int, features.split()))
            self.sentences.append((count, [int(slot) for slot in slots.split()]))


class Linear:
    """Weights of features, learned from sentences."""

    def __init__(self, rows, labels, names, strength, penalty=0.0):
        self.names = {name: at for at, name in enumerate(sorted(names))}
        fitted = LogisticRegression(C=strength, solver="liblinear", random_state=0, max_iter=500, tol=1e-3)
        fitted.fit(self.matrix(rows), labels)
        self.weights = fitted.coef_[0]
        self.bias = fitted.intercept_[0]

    def matrix(self, rows):
        values, columns, ends = [], [], [0]
        for row in rows:
            for name, count in row.items():
                at = self.names.get(name)
                if at is not None:
                    columns.append(at)
                    values.append(float(count))
            ends.append(len(columns))
        return csr_matrix((values, columns, ends), shape=(len(rows), len(self.names)))


def place(feature):
    """Where the crate looks for the weight of a feature, and by which byte it knows it."""
    return feature >> 19, feature & 0xFF


class Model:
    """What the crate has: small whole numbers."""

    def __init__(self, texts):
        rows, labels, gates = self.chosen(texts, None)
        first = self.fit(rows, labels, self.common(rows))
        rows, labels, gates = self.chosen(texts, first)
        first = self.fit(rows, labels, self.common(rows))
        kept, taken = [], {}
        for name in sorted(first.names, key=lambda name: (-abs(first.weights[first.names[name]]), name)):
            slot, _ = place(name)
            if len(kept) < KEPT and slot not in taken:
                taken[slot] = name
                kept.append(name)
        # Every feature is known by its slot and a byte, so one that is taken for another is so in training too.
        by_place = {place(name): name for name in kept}
        self.by_place = by_place
        model = self.fit([self.seen(row) for row in rows], labels, kept)
        scale = 127 / numpy.abs(model.weights).max()
        self.weights = {name: int(round(model.weights[at] * scale)) for name, at in model.names.items()}
        self.bias = int(round(model.bias * scale))
        self.threshold = 0
        self.learn_gate(rows, labels, gates)

    @staticmethod
    def common(rows):
        seen = Counter()
        for row in rows:
            seen.update(row.keys())
        return [name for name, count in seen.items() if count >= SEEN]

    @staticmethod
    def fit(rows, labels, names):
        return Linear(rows, labels, names, STRENGTH)

    @staticmethod
    def chosen(texts, model):
        """The sentences to learn from: every one of a text that describes, the clearest one of a text that recommends."""
        rows, labels, gates = [], [], []
        for text in texts:
            sentences = text.sentences
            if text.recommends and len(sentences) > 1:
                if model is None:
                    continue
                sums = model.matrix([row for row, _ in sentences]) @ model.weights
                sentences = [sentences[int(numpy.argmax(sums))]]
            for row, slots in sentences:
                rows.append(row)
                labels.append(text.recommends)
                gates.append(slots)
        return rows, numpy.array(labels), gates

    def seen(self, row):
        found = Counter()
        for name, count in row.items():
            known = self.by_place.get(place(name))
            if known is not None:
                found[known] += count
        return found

    def score(self, sentence):
        return self.bias + sum(self.weights[name] * count for name, count in self.seen(sentence[0]).items())

    def gate_score(self, slots):
        return sum(int(self.gate[slot]) for slot in slots)

    def learn_gate(self, rows, labels, gates):
        """The beginnings of words that a sentence over the threshold has, and others have not."""
        slots = [Counter(gate) for gate in gates]
        fitted = Linear(slots, labels, self.common(slots), 0.3)
        weights = {name: fitted.weights[at] for name, at in fitted.names.items()}
        scale = 40 / max(abs(weight) for weight in weights.values())
        self.gate = numpy.zeros(GATE, dtype=numpy.int8)
        for slot, weight in weights.items():
            self.gate[slot] = int(round(weight * scale))
        self.gate_threshold = -(1 << 15)

    def scores(self, text):
        """The highest score among the sentences that the gate lets pass."""
        passed = [self.score(s) for s in text.sentences if self.gate_score(s[1]) >= self.gate_threshold]
        return max(passed, default=-(1 << 14))

    def bytes(self):
        tags, weights = bytearray(SLOTS), bytearray(SLOTS)
        for name, weight in self.weights.items():
            slot, tag = place(name)
            tags[slot], weights[slot] = tag, weight & 0xFF
        head = struct.pack("<hh", self.threshold - self.bias, self.gate_threshold)
        return head + self.gate.tobytes() + bytes(tags) + bytes(weights)


def threshold(scores, labels, precision):
    """The lowest score from which on as many are right."""
    best, right = max(scores) + 1, 0
    ranked = sorted(zip(scores, labels), key=lambda pair: (-pair[0], pair[1]))
    for at, (score, label) in enumerate(ranked):
        right += label
        if right / (at + 1) >= precision and (at + 1 == len(ranked) or ranked[at + 1][0] != score):
            best = score
    return best


def unseen(texts):
    """Every text with its score by a model that has not seen its hand, and the gate's score of its clearest sentence."""
    hands = sorted({text.hand for text in texts} - {"lists"})
    found = []
    for fold in range(FOLDS):
        away = set(hands[fold::FOLDS])
        model = Model([text for text in texts if text.hand not in away])
        for text in texts:
            if text.hand in away and text.sentences:
                scored = [(model.score(s), model.gate_score(s[1])) for s in text.sentences]
                found.append((text, *max(scored)))
    return found


def main():
    source, target = sys.argv[1:]
    with open(source, encoding="utf-8") as lines:
        texts = [Text(line) for line in lines]
    found = unseen(texts)
    scores = [score for _, score, _ in found]
    labels = [text.recommends for text, _, _ in found]
    bar = threshold(scores, labels, PRECISION)
    over = sorted(gate for _, score, gate in found if score >= bar)
    gate_bar = over[int(len(over) * GATE_LOSS)]
    told = [score >= bar and gate >= gate_bar for _, score, gate in found]
    right = sum(t and l for t, l in zip(told, labels))
    passed = sum(gate >= gate_bar for _, _, gate in found)
    describing = [gate >= gate_bar for text, _, gate in found if not text.recommends]
    print(f"unseen hands: precision {right / max(1, sum(told)):.3f}, recall {right / sum(labels):.3f}, gate lets pass "
          f"{passed / len(found):.2f} of all and {sum(describing) / len(describing):.2f} of those that describe; bar {bar}, gate {gate_bar}")
    model = Model(texts)
    model.threshold, model.gate_threshold = bar, gate_bar
    with open(target, "wb") as file:
        file.write(model.bytes())


if __name__ == "__main__":
    main()
