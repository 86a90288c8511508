"""Random values of a model's shapes, and their canonical form."""

import base64
import datetime

from patterns import CHARACTERS, matching

# Characters that one of the protocols must treat with care.
ODD = "<>&'\"\\/\r\n\t +%=;]] é漢🦀\u007f\u0085\u00a0\u2028\ufffd"
CONTROL = "\x00\x01\x1f\ufffe"
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
DEEPEST = 5


class Values:
    """Makes values.

    `constrained` says that the model's constraints hold (as for requests); `whole_seconds` that dates have no fraction;
    `no_nothing` that no structure and no map is empty (as in forms, which cannot express them); `control` that text may
    hold characters that XML cannot express.
    """

    def __init__(self, random, whole_seconds=False, no_nothing=False, control=False):
        self.random = random
        self.whole_seconds = whole_seconds
        self.no_nothing = no_nothing
        self.control = control

    def value(self, shape, depth=0):
        return getattr(self, f"_{shape.type_name}")(shape, depth)

    def _structure(self, shape, depth):
        names = [name for name in shape.members if self._expressible(shape.members[name])]
        required = set(shape.required_members)
        share = self.random.choice([0.0, 0.3, 0.7, 1.0]) if depth < DEEPEST else 0.0
        if shape.metadata.get("union"):
            chosen = {self.random.choice(names)}
        else:
            chosen = required | {name for name in names if self.random.random() < share}
        if self.no_nothing and depth and not chosen:
            simple = [name for name in names if shape.members[name].type_name not in ("structure", "list", "map")]
            chosen = {self.random.choice(simple or names)}
        return {name: self.value(shape.members[name], depth + 1) for name in names if name in chosen}

    def _expressible(self, shape):
        return not (self.no_nothing and shape.type_name == "structure" and not shape.members)

    def _list(self, shape, depth):
        return [self.value(shape.member, depth + 1) for _ in range(self._count(shape, depth))]

    def _map(self, shape, depth):
        count = max(self._count(shape, depth), 1 if self.no_nothing else 0)
        return {self.value(shape.key, depth + 1): self.value(shape.value, depth + 1) for _ in range(count)}

    def _count(self, shape, depth):
        least = shape.metadata.get("min", 0)
        most = shape.metadata.get("max", 1000)
        wanted = self.random.choice([0, 1, 2, 12]) if depth < 3 else 1
        return max(least, min(most, wanted))

    def _string(self, shape, depth):
        if shape.enum:
            return self.random.choice(shape.enum)
        least, most = shape.metadata.get("min", 0), min(shape.metadata.get("max", 500), 500)
        most = max(least, most)
        if "pattern" in shape.metadata:
            return matching(self.random, shape.metadata["pattern"], least, most)
        pool = CHARACTERS + ODD + (CONTROL if self.control else "")
        length = self.random.randint(least, max(least, min(most, self.random.choice([0, 5, 30]))))
        text = "".join(self.random.choice(pool) for _ in range(length))
        # Lengths are counted in UTF-16 code units.
        return text if len(text.encode("utf-16-le")) // 2 <= most else text.replace("🦀", "x")

    _character = _string

    def _integer(self, shape, depth):
        least = shape.metadata.get("min", -(2**31))
        most = shape.metadata.get("max", 2**31 - 1)
        return self.random.choice([least, most, self.random.randint(least, most)])

    def _long(self, shape, depth):
        least = shape.metadata.get("min", -(2**63))
        most = shape.metadata.get("max", 2**63 - 1)
        return self.random.choice([least, most, self.random.randint(least, most)])

    def _boolean(self, shape, depth):
        return self.random.random() < 0.5

    def _double(self, shape, depth):
        return self.random.choice([0.0, -1.5, 1e20, 0.1, self.random.randint(-1000, 1000) / 8])

    _float = _double

    def _blob(self, shape, depth):
        least = shape.metadata.get("min", 0)
        most = shape.metadata.get("max", 300)
        return self.random.randbytes(self.random.randint(least, max(least, min(most, 300))))

    def _timestamp(self, shape, depth):
        seconds = self.random.choice([0, 1776759330, self.random.randint(0, 4102444800)])
        fraction = 0 if self.whole_seconds else self.random.choice([0, 0, 125, 999])
        return EPOCH + datetime.timedelta(seconds=seconds, milliseconds=fraction)


def without_empty_flattened(shape, value):
    """The value as XML can express it: a flattened list or map without entries is not there at all."""
    kind = shape.type_name
    if kind == "structure":
        flattened = lambda name: shape.members[name].serialization.get("flattened")
        return {
            name: without_empty_flattened(shape.members[name], member)
            for name, member in value.items()
            if member or not flattened(name)
        }
    if kind == "list":
        return [without_empty_flattened(shape.member, element) for element in value]
    if kind == "map":
        return {key: without_empty_flattened(shape.value, element) for key, element in value.items()}
    return value


def canonical(shape, value):
    """The value as JSON has it: dates as seconds, blobs in base64, names as on the wire."""
    kind = shape.type_name
    if kind == "structure":
        members = shape.members
        return {
            members[name].serialization.get("name", name): canonical(members[name], member)
            for name, member in value.items()
            if member is not None and name != "ResponseMetadata"
        }
    if kind == "list":
        return [canonical(shape.member, element) for element in value]
    if kind == "map":
        return {key: canonical(shape.value, element) for key, element in value.items()}
    if kind == "blob":
        return base64.b64encode(value).decode("ascii")
    if kind == "timestamp":
        millis = (value - EPOCH) // datetime.timedelta(milliseconds=1)
        return millis // 1000 if millis % 1000 == 0 else millis / 1000
    return value
