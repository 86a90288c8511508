"""Many clients at once: a name is given once, and whatever they do fits together afterwards."""

import json
import random
import threading
import urllib.request
from collections import Counter

from botocore.exceptions import ClientError
from enforced import Awsim
from support import ACCOUNT, Case, allow, client, trust, unique

CLIENTS = 100


class OneName(Case):
    def race(self, create):
        """Lets all clients create the same thing at the same time and returns what each was answered."""
        start, answers = threading.Barrier(CLIENTS), []

        def run(iam):
            start.wait()
            try:
                create(iam)
                answers.append("created")
            except ClientError as error:
                answers.append(error.response["Error"]["Code"])

        clients = [client("iam") for _ in range(4)]
        threads = [threading.Thread(target=run, args=(clients[number % 4],)) for number in range(CLIENTS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return sorted(answers)

    def test_exactly_one_wins(self):
        expected = ["EntityAlreadyExists"] * (CLIENTS - 1) + ["created"]
        user, group, role = unique("user"), unique("group"), unique("role")
        self.assertEqual(self.race(lambda iam: iam.create_user(UserName=user)), expected)
        self.assertEqual(self.race(lambda iam: iam.create_group(GroupName=group)), expected)
        document = trust()
        self.assertEqual(
            self.race(lambda iam: iam.create_role(RoleName=role, AssumeRolePolicyDocument=document)), expected
        )


AWS_POLICY = "arn:aws:iam::aws:policy/ReadOnlyAccess"
NAMES = ["a", "b", "c"]
WRITERS = 8
STEPS = 150

# How a thing of each kind is made, and what it is called.
KINDS = {
    "user": ("UserName", {}),
    "group": ("GroupName", {}),
    "role": ("RoleName", {"AssumeRolePolicyDocument": trust()}),
    "instance_profile": ("InstanceProfileName", {}),
    "policy": ("PolicyName", {"PolicyDocument": allow()}),
}
REFUSALS = {"EntityAlreadyExists", "NoSuchEntity", "DeleteConflict", "LimitExceeded"}


def own(name):
    return f"arn:aws:iam::{ACCOUNT}:policy/{name}"


def create(iam, kind, name):
    member, more = KINDS[kind]
    getattr(iam, f"create_{kind}")(**{member: name}, **more)


def delete(iam, kind, name):
    named = {"PolicyArn": own(name)} if kind == "policy" else {KINDS[kind][0]: name}
    getattr(iam, f"delete_{kind}")(**named)


def relate(iam, dice):
    """Makes or ends a relation between two things that may be there or not."""
    one, other = dice.choice(NAMES), dice.choice(NAMES)
    kind = dice.choice(["user", "group", "role"])
    named, policy = {KINDS[kind][0]: one}, {"PolicyArn": dice.choice([AWS_POLICY, own(other)])}
    bounded = dice.choice(["user", "role"])
    bound = {KINDS[bounded][0]: one}
    membership = {"GroupName": one, "UserName": other}
    profile = {"InstanceProfileName": one, "RoleName": other}
    trusting = json.loads(trust())
    trusting["Statement"][0]["Principal"] = {"AWS": f"arn:aws:iam::{ACCOUNT}:user/{other}"}
    call, parameters = dice.choice(
        [
            (iam.add_user_to_group, membership),
            (iam.remove_user_from_group, membership),
            (iam.add_role_to_instance_profile, profile),
            (iam.remove_role_from_instance_profile, profile),
            (getattr(iam, f"attach_{kind}_policy"), {**named, **policy}),
            (getattr(iam, f"detach_{kind}_policy"), {**named, **policy}),
            (getattr(iam, f"put_{kind}_policy"), {**named, "PolicyName": other, "PolicyDocument": allow()}),
            (getattr(iam, f"delete_{kind}_policy"), {**named, "PolicyName": other}),
            (getattr(iam, f"put_{bounded}_permissions_boundary"), {**bound, "PermissionsBoundary": own(other)}),
            (getattr(iam, f"delete_{bounded}_permissions_boundary"), bound),
            (iam.update_assume_role_policy, {"RoleName": one, "PolicyDocument": json.dumps(trusting)}),
            (iam.update_user, {"UserName": one, "NewPath": dice.choice(["/", "/team/"])}),
        ]
    )
    call(**parameters)


class RandomOperations(Case):
    def setUp(self):
        self.awsim = Awsim(AWSIM_IAM_ENFORCE="off")
        self.addCleanup(self.awsim.stop)

    def write(self, seed):
        """Does something at random, again and again; counts what was made and deleted."""
        iam, dice, balance = self.awsim.client("iam"), random.Random(seed), Counter()
        for _ in range(STEPS):
            kind, name = dice.choice(list(KINDS)), dice.choice(NAMES)
            try:
                match dice.randrange(4):
                    case 0:
                        create(iam, kind, name)
                        balance[kind, name] += 1
                    case 1:
                        delete(iam, kind, name)
                        balance[kind, name] -= 1
                    case _:
                        relate(iam, dice)
            except ClientError as error:
                code, message = error.response["Error"]["Code"], error.response["Error"]["Message"]
                unknown = code == "MalformedPolicyDocument" and "Invalid principal" in message
                self.assertTrue(code in REFUSALS or unknown, error.response)
        return balance

    def settled(self):
        """The state once it is noted that its policies were listed, a moment after that: nothing changes by itself then."""
        while True:
            with urllib.request.urlopen(f"{self.awsim.url}/_awsim/state") as answer:
                state = answer.read()
            if b"ListPolicies" in state:
                return state

    def test_everything_fits_together(self):
        seed = random.randrange(1 << 32)
        balances = []
        threads = [
            threading.Thread(target=lambda number=number: balances.append(self.write(f"{seed} {number}")))
            for number in range(WRITERS)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(balances), WRITERS, f"seed {seed}")

        # Whatever was made and not deleted is there: nothing was made twice, or deleted twice.
        total = Counter()
        for balance in balances:
            total.update(balance)
        iam = self.awsim.client("iam")
        lists = {
            "user": iam.list_users()["Users"],
            "group": iam.list_groups()["Groups"],
            "role": iam.list_roles()["Roles"],
            "instance_profile": iam.list_instance_profiles()["InstanceProfiles"],
            "policy": iam.list_policies(Scope="Local")["Policies"],
        }
        there = {(kind, one[KINDS[kind][0]]): 1 for kind, listed in lists.items() for one in listed}
        self.assertEqual({thing: count for thing, count in total.items() if count}, there, f"seed {seed}")

        # A state that does not fit together cannot be put in.
        state = self.settled()
        put = urllib.request.Request(f"{self.awsim.url}/_awsim/state", data=state, method="PUT")
        with urllib.request.urlopen(put) as answer:
            self.assertEqual(answer.status, 200, f"seed {seed}")
        with urllib.request.urlopen(f"{self.awsim.url}/_awsim/state") as answer:
            self.assertEqual(json.loads(answer.read())["services"], json.loads(state)["services"], f"seed {seed}")
