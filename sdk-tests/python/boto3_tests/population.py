"""One of everything: an account, and an organization, that have a row in every collection."""

import json
import os
import time

from support import allow, delegation, trust
from test_mfa import totp

FILES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../terraform/credentials")


def file(name):
    with open(os.path.join(FILES, name)) as opened:
        return opened.read()


def populate(iam, organizations, sts):
    """Fills the account that the clients act in, which is empty."""
    account = organizations.create_organization()["Organization"]["MasterAccountId"]
    identities(iam, account)
    credentials(iam)
    providers(iam)
    settings(iam)
    sts.get_web_identity_token(Audience=["app"], SigningAlgorithm="ES384")
    organization(iam, organizations)
    reports(iam, account, organizations)


def identities(iam, account):
    own = iam.create_policy(PolicyName="own", PolicyDocument=allow(), Tags=[{"Key": "team", "Value": "blue"}])
    arn = own["Policy"]["Arn"]
    iam.create_policy_version(PolicyArn=arn, PolicyDocument=allow("s3:PutObject"))
    iam.create_group(GroupName="staff")
    iam.put_group_policy(GroupName="staff", PolicyName="inline", PolicyDocument=allow())
    iam.create_user(UserName="bob", Path="/team/", PermissionsBoundary=arn, Tags=[{"Key": "a", "Value": "b"}])
    iam.add_user_to_group(GroupName="staff", UserName="bob")
    iam.attach_user_policy(UserName="bob", PolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")
    iam.create_user(UserName="eve")
    iam.update_user(UserName="eve", NewUserName="zoe")
    document = json.loads(trust())
    document["Statement"][0]["Principal"] = {"AWS": f"arn:aws:iam::{account}:user/zoe"}
    iam.create_role(RoleName="app", AssumeRolePolicyDocument=json.dumps(document), Description="")
    iam.create_instance_profile(InstanceProfileName="vm")
    iam.add_role_to_instance_profile(InstanceProfileName="vm", RoleName="app")
    iam.create_service_linked_role(AWSServiceName="ecs.amazonaws.com")
    iam.delete_service_linked_role(RoleName="AWSServiceRoleForECS")


def credentials(iam):
    iam.create_access_key()
    iam.create_access_key(UserName="bob")
    iam.create_login_profile(UserName="bob", Password="first Password 1")
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName="phone")["VirtualMFADevice"]
    step = int(time.time()) // 30
    codes = [totp(device["Base32StringSeed"], step + number) for number in (-1, 0)]
    iam.enable_mfa_device(
        UserName="bob",
        SerialNumber=device["SerialNumber"],
        AuthenticationCode1=codes[0],
        AuthenticationCode2=codes[1],
    )
    iam.upload_signing_certificate(UserName="bob", CertificateBody=file("signing.pem"))
    iam.upload_ssh_public_key(UserName="bob", SSHPublicKeyBody=file("ssh.pub"))
    iam.create_service_specific_credential(UserName="bob", ServiceName="codecommit.amazonaws.com")
    iam.upload_server_certificate(
        ServerCertificateName="web", CertificateBody=file("server.pem"), PrivateKey=file("server.key")
    )


def providers(iam):
    iam.create_open_id_connect_provider(Url="https://idp.example.com", ClientIDList=["app"])
    iam.create_saml_provider(Name="corp", SAMLMetadataDocument=file("metadata.xml"))


def settings(iam):
    iam.create_account_alias(AccountAlias="an-alias")
    iam.update_account_password_policy(MinimumPasswordLength=10)
    iam.put_account_properties(Properties={"RoleManager/Enabled": "true"})
    iam.set_security_token_service_preferences(GlobalEndpointTokenVersion="v2Token")
    iam.enable_outbound_web_identity_federation()


def organization(iam, organizations):
    root = organizations.list_roots()["Roots"][0]["Id"]
    unit = organizations.create_organizational_unit(ParentId=root, Name="unit")["OrganizationalUnit"]["Id"]
    organizations.create_account(Email="member@example.com", AccountName="member")
    organizations.enable_policy_type(RootId=root, PolicyType="SERVICE_CONTROL_POLICY")
    policy = organizations.create_policy(
        Name="deny",
        Description="",
        Type="SERVICE_CONTROL_POLICY",
        Content=json.dumps(
            {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "ec2:*", "Resource": "*"}]}
        ),
    )["Policy"]["PolicySummary"]["Id"]
    organizations.attach_policy(PolicyId=policy, TargetId=unit)
    statement = {
        "Effect": "Allow",
        "Principal": {"AWS": "*"},
        "Action": "organizations:DescribeOrganization",
        "Resource": "*",
    }
    organizations.put_resource_policy(Content=json.dumps({"Version": "2012-10-17", "Statement": statement}))
    stranger = {"Type": "ACCOUNT", "Id": "444455556666"}
    organizations.invite_account_to_organization(Target=stranger)
    organizations.invite_organization_to_transfer_responsibility(
        Type="BILLING", Target=stranger, StartTimestamp=first_of_next_month(), SourceName="bills"
    )
    organizations.enable_aws_service_access(ServicePrincipal="iam.amazonaws.com")
    iam.enable_organizations_root_sessions()


def first_of_next_month():
    now = time.gmtime()
    year, month = (now.tm_year, now.tm_mon + 1) if now.tm_mon < 12 else (now.tm_year + 1, 1)
    return f"{year}-{month:02}-01T00:00:00Z"


def reports(iam, account, organizations):
    iam.generate_credential_report()
    iam.generate_service_last_accessed_details(Arn=f"arn:aws:iam::{account}:user/team/bob")
    organization = organizations.describe_organization()["Organization"]["Id"]
    root = organizations.list_roots()["Roots"][0]["Id"]
    iam.generate_organizations_access_report(EntityPath=f"{organization}/{root}")
    iam.create_delegation_request(**delegation(f"arn:aws:iam::{account}:policy/own"))
