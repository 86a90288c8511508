"""API models: AWS's own service descriptions as botocore ships them, without their prose.

The order of members is part of a model (it is the order of elements on the wire), so nothing is sorted here.
"""

import gzip
import json

# (service, folder of the workspace, file name of the model)
SERVICES = [
    ("iam", "services/iam/model", "service"),
    ("sts", "services/sts/model", "service"),
    ("organizations", "services/organizations/model", "service"),
]

# Services that run elsewhere: of their models only what requests look like on the wire is needed.
UPSTREAM = ["dynamodb", "kms", "lambda", "s3", "secretsmanager", "sns", "sqs"]


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
    for service, folder, name in SERVICES:
        versions = sources["botocore"] / "botocore/data" / service
        # botocore names API versions by date; the newest is the one in use.
        newest = max(versions.iterdir(), key=lambda path: path.name)
        yield f"{folder}/{name}.json", pretty(read(newest / "service-2.json"))
        for part, content in [("paginators", "pagination"), ("waiters", "waiters")]:
            model = read(next(newest.glob(f"{part}-?.json*"), None))
            if model[content]:
                prefix = "" if name == "service" else f"{name}."
                yield f"{folder}/{prefix}{part}.json", pretty(model)
    for service in UPSTREAM:
        versions = sources["botocore"] / "botocore/data" / service
        newest = max(versions.iterdir(), key=lambda path: path.name)
        yield f"services/upstream/model/{service}.json", pretty(requests(read(newest / "service-2.json")))


def requests(model):
    """What a model says of requests: where the operation and the members of its input stand."""
    operations, shapes = {}, {}
    kept = ("http", "input", "authtype", "deprecated")
    for name, operation in model["operations"].items():
        operations[name] = {key: operation[key] for key in kept if key in operation}
        if "input" not in operation:
            continue
        shape = model["shapes"][operation["input"]["shape"]]
        shapes[operation["input"]["shape"]] = shape
        is_xml = model["metadata"]["protocol"] == "rest-xml"
        for member in shape.get("members", {}).values():
            # Lists in the head of a request, whatever is the body as a whole, and the elements of XML.
            if member.get("location") in ("querystring", "header") or "payload" in shape or is_xml:
                add(model, shapes, member["shape"], is_xml)
    return {"metadata": model["metadata"], "operations": operations, "shapes": shapes}


def add(model, shapes, name, whole):
    """Adds a shape, and with everything below it where elements of XML have to be told apart."""
    if name in shapes:
        return
    shape = shapes[name] = model["shapes"][name]
    if whole:
        parts = [*shape.get("members", {}).values(), shape.get("member"), shape.get("key"), shape.get("value")]
        for part in filter(None, parts):
            add(model, shapes, part["shape"], whole)


def read(path):
    """A model, plain or compressed; one without content if there is no such file."""
    if path is None:
        return {"pagination": {}, "waiters": {}}
    if not path.exists():
        path = path.with_name(path.name + ".gz")
    data = path.read_bytes()
    return without_prose(json.loads(gzip.decompress(data) if path.suffix == ".gz" else data))


def pretty(model):
    return (json.dumps(model, indent=1, ensure_ascii=False) + "\n").encode()
