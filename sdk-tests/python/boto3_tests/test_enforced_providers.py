"""The trust policies that the usual providers of web identities are given, and whom they refuse."""

import time

from enforced import EnforcedCase, verdict
from support import ACCOUNT, temporary, unique
from test_web_identity import Key

GITHUB = "token.actions.githubusercontent.com"
GITLAB = "gitlab.com"
EKS = "oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE"
COGNITO = "cognito-identity.amazonaws.com"
GOOGLE = "accounts.google.com"
POOL = "us-east-1:12345678-dc48-60df-6f6f-example12345"

# Of each provider: its client ids (none: every account trusts it), what its token says, the condition that AWS's or its own
# documentation gives for it, and what must not be said instead.
PROVIDERS = {
    GITHUB: (
        ["sts.amazonaws.com"],
        {
            "sub": "repo:octo-org/octo-repo:environment:prod",
            "aud": "sts.amazonaws.com",
            "job_workflow_ref": "octo-org/octo-automation/.github/workflows/deploy.yml@refs/heads/main",
            "repository_owner_id": "65",
            "runner_environment": "github-hosted",
        },
        {
            "StringEquals": {f"{GITHUB}:aud": "sts.amazonaws.com", f"{GITHUB}:repository_owner_id": "65"},
            # What AWS does not read from the tokens of a provider is no condition key.
            "Null": {f"{GITHUB}:runner_environment": "true"},
            "StringLike": {
                f"{GITHUB}:sub": "repo:octo-org/octo-repo:*",
                f"{GITHUB}:job_workflow_ref": "octo-org/octo-automation/*",
            },
        },
        [
            {"sub": "repo:octo-org/other-repo:environment:prod"},
            {"job_workflow_ref": "mallory/octo-automation/.github/workflows/deploy.yml@refs/heads/main"},
            {"repository_owner_id": "66"},
        ],
    ),
    GITLAB: (
        ["https://gitlab.com"],
        {
            "sub": "project_path:mygroup/myproject:ref_type:branch:ref:main",
            "aud": "https://gitlab.com",
            "project_id": "20",
            "ref_protected": "true",
        },
        {
            "StringLike": {f"{GITLAB}:sub": "project_path:mygroup/*:ref_type:branch:ref:main"},
            "StringEquals": {f"{GITLAB}:project_id": "20", f"{GITLAB}:ref_protected": "true"},
        },
        [
            {"sub": "project_path:mygroup/myproject:ref_type:branch:ref:feature"},
            {"sub": "project_path:other/p:ref:main"},
            {"project_id": "21"},
            {"ref_protected": "false"},
        ],
    ),
    EKS: (
        ["sts.amazonaws.com"],
        {"sub": "system:serviceaccount:default:my-service-account", "aud": ["sts.amazonaws.com"]},
        {
            "StringEquals": {
                f"{EKS}:aud": "sts.amazonaws.com",
                f"{EKS}:sub": "system:serviceaccount:default:my-service-account",
            }
        },
        [{"sub": "system:serviceaccount:kube-system:my-service-account"}],
    ),
    COGNITO: (
        None,
        {"sub": "us-east-1:0d3cba4f", "aud": POOL, "amr": ["authenticated", "login.provider.com"]},
        {
            "StringEquals": {f"{COGNITO}:aud": POOL},
            "ForAnyValue:StringLike": {f"{COGNITO}:amr": "authenticated"},
        },
        [{"amr": ["unauthenticated"]}, {"aud": "us-east-1:of-somebody-else"}],
    ),
    GOOGLE: (
        None,
        {"sub": "10769150350006150715113082367", "azp": "app.apps.example", "aud": "server.apps.example"},
        {
            "StringEquals": {
                f"{GOOGLE}:aud": "app.apps.example",
                f"{GOOGLE}:oaud": "server.apps.example",
                f"{GOOGLE}:sub": "10769150350006150715113082367",
            }
        },
        [{"sub": "1"}, {"azp": "other.apps.example"}, {"aud": "other.apps.example"}],
    ),
}


class UsualProviders(EnforcedCase):
    def provider(self, url, client_ids):
        """The provider as trust policies name it, and its key."""
        key = Key()
        self.awsim.send("PUT", "oidc-keys", {"issuer": f"https://{url}", "keys": {"keys": [key.jwk()]}})
        if client_ids is None:
            return url, key
        made = self.iam.create_open_id_connect_provider(Url=f"https://{url}", ClientIDList=client_ids)
        return made["OpenIDConnectProviderArn"], key

    def trusting(self, federated, condition):
        statement = {
            "Effect": "Allow",
            "Principal": {"Federated": federated},
            "Action": "sts:AssumeRoleWithWebIdentity",
            "Condition": condition,
        }
        may = [{"Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*"}]
        return self.role({"inline": [may]}, trust=[statement])[1]

    def test_the_trust_policies_of_the_usual_providers(self):
        assume = self.awsim.nobody("sts").assume_role_with_web_identity
        for url, (client_ids, claims, condition, others) in PROVIDERS.items():
            federated, key = self.provider(url, client_ids)
            arn = self.trusting(federated, condition)
            now = int(time.time())
            said = {"iss": f"https://{url}", "iat": now, "exp": now + 600, **claims}
            request = {"RoleArn": arn, "RoleSessionName": "session"}
            with self.subTest(url):
                answer = assume(WebIdentityToken=key.token(said), **request)
                session = temporary(answer["Credentials"])
                iam = self.awsim.client("iam", session)
                self.assertEqual(verdict(iam.list_users)[0], "allowed")
                self.assertEqual(verdict(iam.list_roles)[0], "implicitDeny identity")
                self.assertEqual(answer["SubjectFromWebIdentityToken"], claims["sub"])
            for other in others:
                with self.subTest(url, other=other):
                    token = key.token({**said, **other})
                    outcome, request_id = verdict(assume, WebIdentityToken=token, **request)
                    self.assertEqual(outcome, "implicitDeny trust")
                    [decision] = self.awsim.decisions(request_id=request_id)
                    self.assertEqual(decision["principal"], federated)

    def test_what_a_token_said_stays_with_the_session(self):
        url = f"{unique('issuer')}.example"
        federated, key = self.provider(url, ["app"])
        same = {"StringEquals": {f"{url}:sub": "alice", "aws:FederatedProvider": federated}}
        statement = {"Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*", "Condition": same}
        trust = {
            "Effect": "Allow",
            "Principal": {"Federated": federated},
            "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
        }
        _, arn = self.role({"inline": [[statement]]}, trust=[trust])
        now = int(time.time())
        for subject, expected in (("alice", "allowed"), ("bob", "implicitDeny identity")):
            claims = {"iss": f"https://{url}", "aud": "app", "sub": subject, "iat": now, "exp": now + 600}
            answer = self.awsim.nobody("sts").assume_role_with_web_identity(
                RoleArn=arn, RoleSessionName="session", WebIdentityToken=key.token(claims)
            )
            iam = self.awsim.client("iam", temporary(answer["Credentials"]))
            self.assertEqual(verdict(iam.list_users)[0], expected)

    def test_tags_need_their_own_permission(self):
        url = f"{unique('issuer')}.example"
        federated, key = self.provider(url, ["app"])
        arn = self.trusting(federated, {"StringEquals": {f"{url}:aud": "app"}})
        now = int(time.time())
        tags = {"https://aws.amazon.com/tags": {"principal_tags": {"Team": ["red"]}}}
        claims = {"iss": f"https://{url}", "aud": "app", "sub": "alice", "iat": now, "exp": now + 600, **tags}
        outcome, request_id = verdict(
            self.awsim.nobody("sts").assume_role_with_web_identity,
            RoleArn=arn,
            RoleSessionName="session",
            WebIdentityToken=key.token(claims),
        )
        self.assertEqual(outcome, "implicitDeny trust")
        actions = [decision["action"] for decision in self.awsim.decisions(request_id=request_id)]
        self.assertIn("sts:TagSession", actions)


class FederatedUsers(EnforcedCase):
    def test_a_federated_user_has_what_both_sides_allow(self):
        may = [{"Effect": "Allow", "Action": ["sts:GetFederationToken", "sts:GetCallerIdentity"], "Resource": "*"}]
        name, key = self.user({"inline": [may]})
        sts = self.awsim.client("sts", key)
        session = sts.get_federation_token(Name="carol")["Credentials"]
        federated = self.awsim.client("sts", temporary(session))
        arn = f"arn:aws:sts::{ACCOUNT}:federated-user/carol"
        self.assertEqual(federated.get_caller_identity()["Arn"], arn)
        self.assertEqual(verdict(federated.get_session_token)[0], "refused")
        iam = self.awsim.client("iam", temporary(session))
        self.assertEqual(verdict(iam.get_user)[0], "invalid")
        _, powerless = self.user()
        outcome, _ = verdict(self.awsim.client("sts", powerless).get_federation_token, Name="carol")
        self.assertEqual(outcome, "implicitDeny identity")
