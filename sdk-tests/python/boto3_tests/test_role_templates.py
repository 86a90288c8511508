"""Role templates, and the account properties that turn role manager on."""

import json

from enforced import Awsim
from support import Case, unique

TEMPLATE = "arn:aws:iam::aws:role-template/iam.amazonaws.com/PowerUserRoleTemplate:1"


class RoleTemplates(Case):
    def test_a_role_is_acquired_once(self):
        template = self.iam.get_role_template_version(TemplateArn=TEMPLATE)["RoleTemplateVersion"]
        self.assertEqual(template["TemplateName"], "PowerUserRoleTemplate")
        parameters = {one["Name"]: one["IsRequired"] for one in template["ParametersDefinition"]}
        self.assertEqual(parameters, {"AWSServiceName": True, "RoleName": False})
        name = unique("acquired")
        values = {"AWSServiceName": {"Values": ["lambda.amazonaws.com"]}, "RoleName": {"Values": [name]}}
        made = self.iam.acquire_role(TemplateArn=TEMPLATE, ReplacementValues=values)["Role"]
        self.assertEqual(made["RoleName"], name)
        again = self.iam.acquire_role(TemplateArn=TEMPLATE, ReplacementValues=values)["Role"]
        self.assertEqual(again["RoleId"], made["RoleId"])
        attached = self.iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"]
        self.assertEqual([policy["PolicyName"] for policy in attached], ["PowerUserAccess"])
        source = self.iam.get_role(RoleName=name)["Role"]["SourceRoleTemplate"]
        self.assertEqual(source, {"TemplateArn": TEMPLATE, "TemplateMinorVersion": 0})
        other = {**values, "AWSServiceName": {"Values": ["events.amazonaws.com"]}}
        self.refused("NameConflict", 409, self.iam.acquire_role, TemplateArn=TEMPLATE, ReplacementValues=other)
        self.iam.detach_role_policy(RoleName=name, PolicyArn=attached[0]["PolicyArn"])
        self.refused("RoleModified", 409, self.iam.acquire_role, TemplateArn=TEMPLATE, ReplacementValues=values)

    def test_refusals(self):
        unknown = TEMPLATE.replace("PowerUser", "Unknown")
        get, acquire = self.iam.get_role_template_version, self.iam.acquire_role
        self.refused("NoSuchEntity", 404, get, TemplateArn=unknown)
        self.refused("NoSuchEntity", 404, get, TemplateArn=TEMPLATE, MinorVersion=7)
        self.refused("InvalidInput", 400, get, TemplateArn="arn:aws:iam::aws:policy/PowerUserAccess")
        self.refused("NoSuchEntity", 404, acquire, TemplateArn=unknown)
        self.refused("InvalidInput", 400, acquire, TemplateArn=TEMPLATE)
        malformed = {"AWSServiceName": {"Values": ["no service"]}, "RoleName": {"Values": [unique("role")]}}
        self.refused(
            "MalformedPolicyDocument", 400, acquire, TemplateArn=TEMPLATE, ReplacementValues=malformed
        )

    def test_a_disabled_template_makes_no_role(self):
        awsim = Awsim(
            AWSIM_IAM_ENFORCE="off", AWSIM_SERVICES__IAM__DISABLED_ROLE_TEMPLATES=json.dumps([TEMPLATE])
        )
        self.addCleanup(awsim.stop)
        iam = awsim.client("iam")
        self.assertFalse(iam.get_role_template_version(TemplateArn=TEMPLATE)["RoleTemplateVersion"]["Enabled"])
        values = {"AWSServiceName": {"Values": ["lambda.amazonaws.com"]}}
        disabled = f"The role template {TEMPLATE} is disabled."
        acquire = {"TemplateArn": TEMPLATE, "ReplacementValues": values}
        self.refused("RoleTemplateDisabled", 400, iam.acquire_role, message=disabled, **acquire)


class AccountProperties(Case):
    def test_role_manager_is_turned_on_and_off(self):
        for value in ("true", "false"):
            self.iam.put_account_properties(Properties={"RoleManager/Enabled": value})
            self.assertEqual(self.iam.get_account_properties()["Properties"], {"RoleManager/Enabled": value})

    def test_refusals(self):
        put = self.iam.put_account_properties
        self.refused("InvalidInput", 400, put, Properties={"RoleManager/Nothing": "true"})
        self.refused("InvalidInput", 400, put, Properties={"RoleManager/Enabled": "perhaps"})
        self.refused("InvalidInput", 400, put, Properties={"RoleManager": "true"})
