#!/usr/bin/env python3
"""Trains the language check from the features that `cargo xtask language` writes.

The features come from the crate itself, so nothing about words is written twice. A line of the input is a text: its hand, its
label (A recommends, B describes), the reason for that, and its sentences; each is its features, the hashes of its words for the
gate, and those of the words by which it is plain, with semicolons between.
Nothing here draws at random, and the result is the same to the byte.
"""

import os
import struct
import sys
from collections import Counter

# Sums are the same however many processors there are.
os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

# As in the crate: the slots of the gate and of the weights.
GATE = 1 << 12
SLOTS = 1 << 13
# Where the slot stands in the hash of a word; as many of these may open the gate by themselves.
GATE_SLOT = 8
SURE_WORDS = 64
# Where the slot and the byte of a feature stand in its hash.
SLOT = 32 - 13
TAG = SLOT - 8
# What stands for a feature in a sentence that recommends in plain words, which needs no sum.
PLAIN = 0
CERTAIN = 1000
# And in one with plain words that nobody else says, though the grammar cannot tell that they recommend.
SAID = 2
# How much a weight may grow; the smaller, the less.
STRENGTH = 0.7
# A feature counts when this many sentences have it.
SEEN = 2
# As many features keep a weight.
KEPT = 4000
# The largest weight, as a whole number: finer ones find no more, and the file of them is larger when it is compressed.
LARGEST = 40
FOLDS = 5
# What says nothing of what a model finds in a hand that it has not seen: the two lists, and words that are misspelt on purpose.
APART = ["lists", "slaafejl"]
# What must not go wrong counts more: what the law says in general. What is pointed out whatever it weighs counts less.
COUNTS = {"law": 6.0}
CERTAIN_COUNTS = 0.2
# Plain words are to be found more than others.
SAID_COUNTS = 4.0
# For the gate it counts more: it must not be lost on the way. And what nearly recommends counts less there: the gate is for the
# descriptions that plans are full of.
GATE_COUNTS = 2.0
GATE_NEAR = 0.3
# What the threshold is chosen for, on hands that a model has not seen.
PRECISION = 0.972
# A text of so many sentences is a long one, and of those that describe no more than a share may be taken for one that
# recommends.
LONG = 4
FALSE_ALARMS = 0.012
# The share of the sentences over the threshold that the gate may lose.
GATE_LOSS = 0.03
# A beginning of words by which so many sentences are plain, and so large a share of those that have it, opens the gate by itself.
SURE_SEEN = 3
SURE = 0.3
# As in the crate: the weight of such a beginning.
ALWAYS = 127


class Texts:
    """What there is to learn from: the texts, and a row for each of their sentences."""

    def __init__(self, lines):
        self.hands, self.recommends, self.reasons, self.rows = [], [], [], []
        features, slots, plain = [], [], []
        for line in lines:
            hand, label, reason, sentences = line.rstrip("\n").split("\t")
            sentences = [sentence.split(";") for sentence in sentences.split("|") if sentence]
            if not sentences:
                continue
            self.hands.append(hand)
            self.recommends.append(label == "A")
            self.reasons.append(reason)
            self.rows.append(range(len(features), len(features) + len(sentences)))
            for into, column in zip((features, slots, plain), zip(*sentences)):
                into += [Counter(map(int, numbers.split())) for numbers in column]
        self.plain = numpy.array([row.pop(PLAIN, 0) > 0 for row in features])
        seen = Counter(name for row in features for name in row)
        self.names = numpy.array(sorted(name for name, count in seen.items() if count >= SEEN))
        self.features = matrix(features, {name: at for at, name in enumerate(self.names.tolist())})
        self.words = numpy.array(sorted({word for row in slots for word in row}))
        words = {word: at for at, word in enumerate(self.words.tolist())}
        self.has_words, self.plain_words = (matrix(rows, words) for rows in (slots, plain))
        to_slots = (numpy.ones(len(words)), (numpy.arange(len(words)), self.words >> GATE_SLOT))
        to_slots = csr_matrix(to_slots, shape=(len(words), GATE))
        self.slots = self.has_words @ to_slots
        self.hands, self.recommends = numpy.array(self.hands), numpy.array(self.recommends)
        texts = [text for text, rows in enumerate(self.rows) for _ in rows]
        counts = numpy.array([COUNTS.get(reason, 1.0) for reason in self.reasons])[texts]
        self.counts = numpy.where(self.plain & self.recommends[texts], CERTAIN_COUNTS * counts, counts)
        said = numpy.array([row[SAID] > 0 for row in features])
        self.counts = numpy.where(said & ~self.plain & self.recommends[texts], SAID_COUNTS * counts, self.counts)
        is_near = ~self.recommends & (numpy.array(self.reasons) != "paragraph")
        self.gate_counts = numpy.where(self.plain, GATE_COUNTS, numpy.where(is_near[texts], GATE_NEAR, 1.0))

    def best(self, scores, texts):
        """The row of each text that scores highest."""
        return numpy.array([max(self.rows[text], key=lambda row: (scores[row], -row)) for text in texts])


def matrix(rows, columns):
    cells = [(at, columns[name], count) for at, row in enumerate(rows) for name, count in sorted(row.items()) if name in columns]
    at, column, count = zip(*cells)
    return csr_matrix((numpy.array(count, dtype=float), (at, column)), shape=(len(rows), len(columns)))


def fit(rows, labels, counts, strength):
    model = LogisticRegression(C=strength, solver="liblinear", random_state=0, max_iter=500, tol=1e-3)
    model.fit(rows, labels, sample_weight=counts)
    return model.coef_[0], model.intercept_[0]


class Model:
    """What the crate has: small whole numbers. Learned from some of the texts."""

    def __init__(self, all, texts):
        rows, labels = self.chosen(all, texts, None)
        weights, _ = fit(all.features[rows], labels, all.counts[rows], STRENGTH)
        rows, labels = self.chosen(all, texts, all.features @ weights)
        weights, _ = fit(all.features[rows], labels, all.counts[rows], STRENGTH)
        self.keep(all, weights)
        weights, bias = fit((all.features @ self.known)[rows], labels, all.counts[rows], STRENGTH)
        # What the whole numbers of this model are to be divided by, to be held against those of another.
        self.scale = scale = LARGEST / numpy.abs(weights).max()
        self.weights = numpy.rint(weights * scale).astype(int)
        self.bias = int(numpy.rint(bias * scale))
        self.gate, self.gate_scale = self.learn_gate(all.slots[rows], labels, all.gate_counts[rows])
        # What is mostly plain is looked at closer whatever stands beside it; of those, the most usual.
        plain, there = (numpy.asarray((words[rows] > 0).sum(axis=0)).ravel() for words in (all.plain_words, all.has_words))
        sure = numpy.flatnonzero((plain >= SURE_SEEN) & (plain >= SURE * there))
        sure = sure[numpy.argsort(-plain[sure], kind="stable")][:SURE_WORDS]
        self.sure = numpy.isin(numpy.arange(len(there)), sure).astype(int)

    @staticmethod
    def chosen(all, texts, scores):
        """The rows to learn from: every sentence of a text that describes, the clearest one of a text that recommends."""
        several = [text for text in texts if all.recommends[text] and len(all.rows[text]) > 1]
        rows = [row for text in texts if not all.recommends[text] or len(all.rows[text]) == 1 for row in all.rows[text]]
        labels = [all.recommends[text] for text in texts if not all.recommends[text] or len(all.rows[text]) == 1 for _ in all.rows[text]]
        if scores is not None and several:
            rows += all.best(scores, several).tolist()
            labels += [True] * len(several)
        return numpy.array(rows), numpy.array(labels)

    def keep(self, all, weights):
        """Chooses the features that keep a weight, one for each slot, and says which features the crate takes for which."""
        slots, tags = all.names >> SLOT, all.names >> TAG & 0xFF
        self.kept, places = [], {}
        taken = set()
        for at in numpy.lexsort((all.names, -numpy.abs(weights))):
            if len(self.kept) == KEPT:
                break
            if slots[at] not in taken:
                taken.add(slots[at])
                places[slots[at], tags[at]] = len(self.kept)
                self.kept.append(at)
        # Others with the same slot and byte are taken for them, so they are in training too.
        same = [(at, places[place]) for at, place in enumerate(zip(slots, tags)) if place in places]
        at, to = zip(*same)
        self.known = csr_matrix((numpy.ones(len(at)), (at, to)), shape=(len(weights), len(self.kept)))

    @staticmethod
    def learn_gate(rows, labels, counts):
        """The beginnings of words that sentences which recommend have, and others have not."""
        often = numpy.asarray((rows > 0).sum(axis=0)).ravel() >= SEEN
        weights, _ = fit(rows, labels, counts, 0.3)
        weights[~often] = 0
        scale = 20 / numpy.abs(weights).max()
        return numpy.rint(weights * scale).astype(int), scale

    def scores(self, all):
        return (all.features @ self.known @ self.weights).astype(int) + self.bias

    def gates(self, all):
        return (all.slots @ self.gate).astype(int)

    def bytes(self, all, bars, gate_bars):
        tags, weights = bytearray(SLOTS), bytearray(SLOTS)
        for at, weight in zip(self.kept, self.weights.tolist()):
            name = int(all.names[at])
            tags[name >> SLOT], weights[name >> SLOT] = name >> TAG & 0xFF, weight & 0xFF
        tags = bytes(tag for tag, weight in zip(tags, weights) if weight)
        sure = sorted(all.words[self.sure > 0].tolist())
        is_sure = numpy.isin(numpy.arange(GATE), [word >> GATE_SLOT for word in sure])
        gate = numpy.where(is_sure, ALWAYS, numpy.minimum(self.gate, ALWAYS - 1)).astype(numpy.int8).tobytes()
        gate += struct.pack(f"<{SURE_WORDS}I", *sure, *[0] * (SURE_WORDS - len(sure)))
        bars = [int(numpy.rint(bar * self.scale)) - self.bias for bar in bars]
        gate_bars = [int(numpy.floor(bar * self.gate_scale)) for bar in gate_bars]
        return struct.pack("<hhhh", *bars, *gate_bars) + gate + bytes(weights) + tags


def threshold(scores, labels, precision):
    """The lowest score from which on as many are right."""
    order = numpy.argsort(-scores, kind="stable")
    scores, labels = scores[order], labels[order]
    right = numpy.cumsum(labels) / numpy.arange(1, len(labels) + 1)
    last_of_score = numpy.append(scores[:-1] != scores[1:], True)
    enough = numpy.flatnonzero((right >= precision) & last_of_score)
    return scores[enough[-1]] if len(enough) else scores[0] + 1


def gate_bar(gates, share):
    """The lowest score of the gate that loses no more than a share."""
    return numpy.sort(gates)[int(len(gates) * share)]


def unseen(all):
    """For each text, of its clearest sentence the score and the gate's score, by a model that has not seen its hand."""
    hands = sorted(set(all.hands) - set(APART))
    scores, gates = (numpy.zeros(len(all.rows)) for _ in range(2))
    for fold in range(FOLDS):
        away = numpy.isin(all.hands, hands[fold::FOLDS])
        model = Model(all, numpy.flatnonzero(~away))
        texts = numpy.flatnonzero(away)
        row_scores, row_gates = model.scores(all) / model.scale, model.gates(all) / model.gate_scale
        row_scores[all.plain] += CERTAIN
        best = all.best(row_scores, texts)
        row_gates[(all.has_words @ model.sure) > 0] += CERTAIN
        scores[texts], gates[texts] = row_scores[best], row_gates[best]
    return scores, gates, numpy.flatnonzero(~numpy.isin(all.hands, APART))


def main():
    source, target = sys.argv[1:]
    with open(source, encoding="utf-8") as lines:
        all = Texts(lines)
    scores, gates, texts = unseen(all)
    scores, gates, labels = scores[texts], gates[texts], all.recommends[texts]
    long = numpy.array([len(all.rows[text]) >= LONG for text in texts])
    bar = threshold(scores[~long], labels[~long], PRECISION)
    alarms = numpy.sort(scores[long & ~labels])[::-1]
    # A hair above the first that is to stay silent.
    long_bar = max(bar, alarms[int(len(alarms) * FALSE_ALARMS)] + 0.01)
    bars = bar, long_bar
    # No sum of weights is half as large.
    plain = scores > CERTAIN / 2
    gate_bars = [gate_bar(gates[(scores >= one) & ~plain], GATE_LOSS) for one in bars]
    passed = gates >= numpy.where(long, *gate_bars[::-1])
    told = (scores >= numpy.where(long, *bars[::-1])) & passed
    right = (told & labels).sum()
    print(f"hands not seen: precision {right / told.sum():.3f}, recall {right / labels.sum():.3f}; the gate lets pass "
          f"{passed[~labels & ~long].mean():.2f} and {passed[~labels & long].mean():.2f} of what describes; "
          f"thresholds {', '.join(f'{one:.2f}' for one in (*bars, *gate_bars))}; "
          f"recall at the second {(scores >= long_bar)[labels].mean():.3f}")
    reasons = numpy.array(all.reasons)[texts]
    for reason in sorted(set(reasons)):
        print(f"  {reason or '-'}: {told[reasons == reason].mean():.3f} of {(reasons == reason).sum()}")
    model = Model(all, numpy.arange(len(all.rows)))
    with open(target, "wb") as file:
        file.write(model.bytes(all, bars, gate_bars))


if __name__ == "__main__":
    main()
