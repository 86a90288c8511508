"""Random text that matches a regular expression of a model."""

import functools
import re

try:
    from re import _constants as constants, _parser as parser
except ImportError:  # Python 3.10 and older
    import sre_constants as constants
    import sre_parse as parser

ASCII = "".join(map(chr, range(0x20, 0x7F)))
CHARACTERS = ASCII + "\t\näöüÿé漢字ßЖ"

# What Python does not know, in terms of what it knows; Java's \w is ASCII.
_JAVA = [
    (r"\p{L}", "a-zA-Zäöüé漢字Ж"),
    (r"\p{Z}", " "),
    (r"\p{N}", "0-9"),
    (r"\u10000-\u10FFFF", ""),
    (r"-\uD7FF\uE000-\uFFFD", r"-\uD7FF"),
]


def matching(random, pattern, least, most):
    """A text that matches the whole pattern, of `least` to `most` UTF-16 code units."""
    tree, whole = _parsed(pattern)
    for room in (most, 40, 20, 8, 2, 0, 300, 3000):
        for _ in range(30):
            text = _Generator(random, min(least, room), min(most, room)).text(tree)
            if least <= len(text) <= most and whole.fullmatch(text):
                return text
    raise AssertionError(f"no text of {least} to {most} characters found for {pattern}")


@functools.cache
def _parsed(pattern):
    for java, python in _JAVA:
        pattern = pattern.replace(java, python)
    return _with_candidates(parser.parse(pattern, re.ASCII)), re.compile(pattern, re.ASCII)


def _with_candidates(tree):
    """The tree with each character class replaced by the characters that may be chosen for it."""
    nodes = []
    for kind, value in tree:
        if kind is constants.IN:
            value = [c for c in CHARACTERS if _within(value, c)]
        elif kind is constants.BRANCH:
            value = [_with_candidates(branch) for branch in value[1]]
        elif kind is constants.SUBPATTERN:
            value = _with_candidates(value[-1])
        elif kind in (constants.MAX_REPEAT, constants.MIN_REPEAT):
            value = (value[0], value[1], _with_candidates(value[2]))
        nodes.append((kind, value))
    return nodes


class _Generator:
    def __init__(self, random, least, most):
        self._random = random
        self._least = least
        self._most = most

    def text(self, tree):
        return "".join(self._node(kind, value) for kind, value in tree)

    def _node(self, kind, value):
        if kind is constants.LITERAL:
            return chr(value)
        if kind is constants.ANY:
            return self._random.choice(ASCII)
        if kind is constants.NOT_LITERAL:
            return self._random.choice([c for c in CHARACTERS if ord(c) != value])
        if kind is constants.IN:
            return self._random.choice(value)
        if kind is constants.BRANCH:
            return self.text(self._random.choice(value))
        if kind is constants.SUBPATTERN:
            return self.text(value)
        if kind in (constants.MAX_REPEAT, constants.MIN_REPEAT):
            low, high, repeated = value
            unbounded = high is constants.MAXREPEAT
            low = max(low, self._least) if unbounded else low
            high = max(low, min(self._most, low + 30)) if unbounded else high
            return "".join(self.text(repeated) for _ in range(self._random.randint(low, high)))
        if kind in (constants.AT, constants.ASSERT_NOT):
            return ""
        raise AssertionError(f"{kind} in a pattern")


def _within(items, character):
    negated = items[0][0] is constants.NEGATE
    return negated != any(_matches(kind, value, character) for kind, value in items)


_CATEGORIES = {
    constants.CATEGORY_DIGIT: r"\d",
    constants.CATEGORY_WORD: r"\w",
    constants.CATEGORY_SPACE: r"\s",
    constants.CATEGORY_NOT_SPACE: r"\S",
}


def _matches(kind, value, character):
    if kind is constants.NEGATE:
        return False
    if kind is constants.LITERAL:
        return ord(character) == value
    if kind is constants.RANGE:
        return value[0] <= ord(character) <= value[1]
    if kind is constants.CATEGORY:
        return re.fullmatch(_CATEGORIES[value], character, re.ASCII) is not None
    raise AssertionError(f"{kind} in a character class")
