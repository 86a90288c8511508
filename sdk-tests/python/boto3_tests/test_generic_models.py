"""Every model that botocore has, as that of a service behind AWSim: it is used, or it is told why not."""

import glob
import gzip
import json
import os
import re
import subprocess
import tempfile
import unittest

import botocore

from enforced import BINARY, Awsim

DATA = os.path.join(os.path.dirname(botocore.__file__), "data")
# Services of the program itself, whose sections take no model.
LINKED = {"dynamodb", "iam", "kms", "lambda", "organizations", "s3", "secretsmanager", "sns", "sqs", "sts"}
READ = {"query", "json", "rest-json", "rest-xml", "smithy-rpc-v2-cbor"}


def models():
    """The files, by the name that requests are signed for, and the protocols of each."""
    found = {}
    for path in sorted(glob.glob(f"{DATA}/*/*/service-2.json.gz")):
        with gzip.open(path) as file:
            metadata = json.load(file)["metadata"]
        name = metadata.get("signingName", metadata["endpointPrefix"])
        if name not in LINKED:
            protocols = metadata.get("protocols") or [metadata["protocol"]]
            found.setdefault(name, []).append((path, set(protocols)))
    return found


def configuration(services):
    sections = [f'[services.{name}]\nupstream = "http://127.0.0.1:1"\nmodel = "{path}"\n' for name, path in services.items()]
    file = tempfile.NamedTemporaryFile("w", suffix=".toml")
    file.write("\n".join(sections))
    file.flush()
    return file


class Models(unittest.TestCase):
    maxDiff = None

    def test_every_model_is_used_or_refused_with_a_reason(self):
        # The variables of the tests are no settings.
        variables = {name: value for name, value in os.environ.items() if not name.startswith("AWSIM_")}
        found = models()
        self.assertGreater(len(found), 300)
        usable, several = {}, max(len(versions) for versions in found.values())
        for turn in range(several):
            services = {name: versions[turn] for name, versions in found.items() if turn < len(versions)}
            refused = {name for name, (_, protocols) in services.items() if not protocols & READ}
            with configuration({name: path for name, (path, _) in services.items()}) as file:
                command = [BINARY, "--config", file.name, "--print-config"]
                said = subprocess.run(command, capture_output=True, text=True, env=variables)
            complaints = [line for line in said.stderr.splitlines() if "`services." in line]
            told = {re.search(r"`services\.([\w-]+)\.model`: the service speaks", line).group(1) for line in complaints}
            self.assertEqual(told, refused)
            self.assertEqual(said.returncode, 2 if refused else 0, said.stderr)
            usable.update({name: path for name, (path, _) in services.items() if name not in refused})
        with configuration(usable) as file:
            awsim = Awsim(AWSIM_CONFIG=file.name)
        self.addCleanup(awsim.stop)
        served = {service["name"]: service for service in awsim.admin("info")["services"]}
        for name, path in usable.items():
            self.assertEqual(served[name]["coverage"], "generic", path)
            self.assertGreater(served[name]["operations"]["total"], 0, path)
