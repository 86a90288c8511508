"""API models: AWS's own service descriptions as botocore ships them, without their prose.

The order of members is part of a model (it is the order of elements on the wire), so nothing is sorted here.
"""

import gzip
import json

# (service, folder of the workspace, file name of the model)
SERVICES = [
    ("iam", "services/iam/model", "service"),
    ("sts", "services/sts/model", "service"),
    ("organizations", "sdk-tests/model", "organizations"),
]


def without_prose(node):
    """A model without its documentation strings; a member that happens to be called "documentation" stays."""
    if isinstance(node, dict):
        return {
            key: without_prose(value)
            for key, value in node.items()
            if not (key == "documentation" and isinstance(value, str)) and key != "examples"
        }
    if isinstance(node, list):
        return [without_prose(item) for item in node]
    return node


def generate(sources):
    """The outputs of this module, as pairs of a path in the workspace and its bytes."""
    botocore = sources["botocore"]
    for service, folder, name in SERVICES:
        # The newest API version; both services have had only one for a decade, botocore names folders by date.
        version = max(path.name for path in (botocore / "botocore/data" / service).iterdir())
        for part, output in [
            ("service-2", name),
            ("paginators-1", "paginators" if name == "service" else f"{name}.paginators"),
            ("waiters-2", "waiters" if name == "service" else f"{name}.waiters"),
        ]:
            source = botocore / "botocore/data" / service / version / f"{part}.json.gz"
            if source.exists():
                model = without_prose(json.loads(gzip.decompress(source.read_bytes())))
                text = json.dumps(model, indent=1, ensure_ascii=False) + "\n"
                yield f"{folder}/{output}.json", text.encode()
