"""Many clients at once: a name is given once."""

import threading

from botocore.exceptions import ClientError
from support import Case, client, trust, unique

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
