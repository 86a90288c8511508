"""Walks through all operations of IAM with the AWS CLI, in one process; see model/iam-walk.json.

The CLI's own model may be older than the walk; the newer one is found by AWS_DATA_PATH.
"""

import base64
import contextlib
import functools
import hashlib
import hmac
import io
import json
import os
import re
import struct
import sys
import tempfile
import time

from awscli.botocore import xform_name
from awscli.clidriver import create_clidriver

HERE = os.path.dirname(os.path.abspath(__file__))
FILES = os.path.join(HERE, "../terraform/credentials")
STEP = int(time.time()) // 30


def totp(seed, step):
    """The code of RFC 6238 at a time step."""
    digest = hmac.new(base64.b32decode(seed), struct.pack(">Q", step), hashlib.sha1).digest()
    offset = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[offset:offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def filled(value, kept):
    """A value with what was kept in the place of ${…}."""
    if isinstance(value, dict):
        return {name: filled(member, kept) for name, member in value.items()}
    if isinstance(value, list):
        return [filled(member, kept) for member in value]
    if not isinstance(value, str):
        return value

    def stands_for(found):
        name = found[1]
        if name.startswith("file:"):
            with open(os.path.join(FILES, name[5:])) as file:
                return file.read()
        if re.fullmatch(r"code[+-]\d", name):
            return totp(kept["seed"], STEP + int(name[4:]))
        return kept.get(name, found[0])

    return re.sub(r"\$\{([^}]+)\}", stands_for, value)


def at(path, answer):
    """What stands at a path such as Users[0].UserName."""
    for part in filter(None, re.split(r"[.\[\]]", path)):
        answer = answer[int(part)] if isinstance(answer, list) else answer[part]
    return answer


@functools.cache
def driver(access_key_id, secret_access_key):
    """The CLI with these credentials."""
    os.environ["AWS_ACCESS_KEY_ID"], os.environ["AWS_SECRET_ACCESS_KEY"] = access_key_id, secret_access_key
    return create_clidriver()


def run(call, parameters, credentials):
    """The exit status of the CLI, what it printed as JSON, and what it complained of."""
    arguments = ["iam", xform_name(call, "-"), "--endpoint-url", os.environ["AWSIM_ENDPOINT"], "--output", "json"]
    printed, complaint = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(complaint):
        if call == "CreateVirtualMFADevice":
            return *make_device(arguments, parameters, printed, driver(*credentials)), complaint.getvalue()
        status = driver(*credentials).main([*arguments, "--cli-input-json", json.dumps(parameters)])
    return status, json.loads(printed.getvalue() or "{}"), complaint.getvalue()


def make_device(arguments, parameters, printed, cli):
    """The one operation that the CLI changes: it puts the seed into a file, and reads no parameters from JSON."""
    with tempfile.NamedTemporaryFile("r") as seed:
        arguments += ["--virtual-mfa-device-name", parameters["VirtualMFADeviceName"]]
        arguments += ["--outfile", seed.name, "--bootstrap-method", "Base32StringSeed"]
        status = cli.main(arguments)
        answer = json.loads(printed.getvalue())
        answer["VirtualMFADevice"]["Base32StringSeed"] = seed.read()
    return status, answer


def main():
    kept = {"organizationPath": os.environ["AWSIM_ORGANIZATION_PATH"]}
    with open(os.path.join(HERE, "../model/iam-walk.json")) as file:
        walk = json.load(file)
    for step in walk:
        parameters = filled(step.get("with", {}), kept)
        credentials = filled(step.get("as", ["test", "test"]), kept)
        status, answer, complaint = run(step["call"], parameters, credentials)
        if refused := step.get("refused"):
            assert status and f"({refused})" in complaint, (step, answer, complaint)
            continue
        assert status == 0, (step, complaint)
        for path, expected in filled(step.get("says", {}), kept).items():
            assert at(path, answer) == expected, (step, path, answer)
        kept.update({name: at(path, answer) for name, path in step.get("keep", {}).items()})
    print(len({step["call"] for step in walk}), "operations")


sys.exit(main())
