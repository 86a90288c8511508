"""The state as a whole: it goes out and comes in, survives a kill, and is refused if it does not fit together."""

import copy
import json
import os
import shutil
import signal
import tempfile
import unittest
import urllib.error
import urllib.request

from enforced import Awsim
from population import populate

# What is noted of requests after they are answered: a moment later it may be more.
NOTED_LATER = {"iam": ["last_accesses", "pending_reports", "access_reports", "organization_reports"]}


class Kept(Awsim):
    """A running AWSim with its state in a directory, which lets everybody do everything."""

    def __init__(self, directory):
        super().__init__(directory, AWSIM_IAM_ENFORCE="off")
        self.directory = directory

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.stop()

    def export(self):
        with urllib.request.urlopen(f"{self.url}/_awsim/state") as answer:
            return answer.read()

    def put(self, document):
        """Puts a document in; the status and what is said."""
        request = urllib.request.Request(f"{self.url}/_awsim/state", data=document, method="PUT")
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read().decode()


def settled(exported):
    """The state without what is noted of requests afterwards."""
    document = json.loads(exported)
    for service, collections in NOTED_LATER.items():
        for collection in collections:
            del document["services"][service][collection]
    for row in document["services"]["iam"]["access_keys"]["rows"]:
        row["value"].pop("last_used", None)
    return document


class State(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.places = tempfile.mkdtemp()
        cls.awsim = Kept(os.path.join(cls.places, "one"))
        populate(*(cls.awsim.client(service) for service in ("iam", "organizations", "sts")))

    @classmethod
    def tearDownClass(cls):
        cls.awsim.kill()
        shutil.rmtree(cls.places)

    def document(self):
        return json.loads(self.awsim.export())

    def test_every_collection_has_something(self):
        services = self.document()["services"]
        for service in ("iam", "organizations"):
            for name, collection in services[service].items():
                if name not in NOTED_LATER.get(service, []):
                    self.assertTrue(collection["rows"], f"{service}/{name}")

    def test_what_goes_out_comes_in_and_goes_out_alike(self):
        other = Kept(os.path.join(self.places, "other"))
        try:
            exported = self.awsim.export()
            self.assertEqual(other.put(exported)[0], 200)
            # Nobody has called anything else there, so that nothing is noted.
            self.assertEqual(other.export(), exported)
            other.kill()
            other = Kept(other.directory)
            self.assertEqual(other.export(), exported)
        finally:
            other.kill()

    def test_a_kill_loses_nothing(self):
        cls = type(self)
        before = settled(self.awsim.export())
        cls.awsim.kill()
        cls.awsim = Kept(self.awsim.directory)
        self.assertEqual(settled(self.awsim.export()), before)

    def refused(self, said, change):
        document = self.document()
        before = copy.deepcopy(document)
        change(document["services"])
        self.assertNotEqual(document, before)
        status, body = self.awsim.put(json.dumps(document).encode())
        self.assertEqual(status, 400, body)
        self.assertIn(said, body)
        self.assertEqual(settled(self.awsim.export()), settled(json.dumps(before)))

    def test_what_does_not_fit_together_is_refused_and_changes_nothing(self):
        def without(service, collection):
            def change(services):
                services[service][collection]["rows"] = []

            return change

        for service, collection, said in [
            ("iam", "users", "was renamed to"),
            ("iam", "groups", "is in the group"),
            ("iam", "policies", "is not there"),
            ("iam", "roles", "the instance profiles' roles have"),
            ("iam", "access_keys", "the users' access keys have"),
            ("iam", "mfa_devices", "the users' MFA devices have"),
            ("organizations", "memberships", "the organizations' accounts have"),
            ("organizations", "units", "the parents' children have"),
            ("organizations", "handshakes", "did not send"),
            ("organizations", "transfers", "offers the transfer"),
        ]:
            with self.subTest(collection=collection):
                self.refused(said, without(service, collection))

        def damage(services):
            services["iam"]["saml_providers"]["rows"][0]["value"]["metadata"]["entity_id"] = "https://other"

        self.refused("what is known of the metadata document of the SAML provider", damage)

        def tie(services):
            unit = services["organizations"]["units"]["rows"][0]
            unit["value"]["parent"] = unit["key"]

        self.refused("no way leads from the root", tie)

    def test_a_collection_stands_in_a_document_once(self):
        before = self.awsim.export()
        twice = before.replace(b'"iam":{', b'"iam":{"users":{"version":1,"rows":[]},', 1)
        status, body = self.awsim.put(twice)
        self.assertEqual(status, 400, body)
        self.assertIn('\\"users\\" stands in it twice', body)
        self.assertEqual(settled(self.awsim.export()), settled(before))

    def test_a_state_without_anything_has_what_every_start_makes(self):
        other = Kept(os.path.join(self.places, "bare"))
        try:
            fresh = settled(other.export())
            created = other.client("iam").get_user()["User"]["CreateDate"]
            self.assertEqual(other.put(b'{"format":1,"services":{}}')[0], 200)
            bare = settled(other.export())
            self.assertEqual(bare["services"].keys(), fresh["services"].keys())
            for collection, kept in fresh["services"]["iam"].items():
                self.assertEqual(len(bare["services"]["iam"][collection]["rows"]), len(kept["rows"]), collection)
            self.assertGreaterEqual(other.client("iam").get_user()["User"]["CreateDate"], created)
        finally:
            other.kill()
