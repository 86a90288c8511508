"""MFA devices, and what STS makes of their codes."""

import base64
import hashlib
import hmac
import struct
import time

from support import ACCOUNT, Case, client, permanent, trust, unique


def totp(seed, step):
    """The code that an authenticator app shows in a time step (RFC 6238)."""
    digest = hmac.new(base64.b32decode(seed), struct.pack(">Q", step), hashlib.sha1).digest()
    offset = digest[-1] & 15
    number = struct.unpack(">I", digest[offset : offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


class Mfa(Case):
    def setUp(self):
        self.name = unique("user")
        self.iam.create_user(UserName=self.name)
        # Time steps are counted from here, so that nothing depends on when the next one begins.
        self.step = int(time.time()) // 30

    def code(self, device, steps):
        return totp(device["Base32StringSeed"], self.step + steps)

    def device(self, name=None, **kwargs):
        name = name or unique("device")
        return self.iam.create_virtual_mfa_device(VirtualMFADeviceName=name, **kwargs)["VirtualMFADevice"]

    def codes(self, device, steps=-1):
        return {"AuthenticationCode1": self.code(device, steps), "AuthenticationCode2": self.code(device, steps + 1)}

    def enable(self, device, user=None):
        serial = device["SerialNumber"]
        self.iam.enable_mfa_device(UserName=user or self.name, SerialNumber=serial, **self.codes(device))

    def as_user(self, service):
        key = self.iam.create_access_key(UserName=self.name)["AccessKey"]
        return client(service, permanent(key))

    def test_life_of_a_device(self):
        name = unique("device")
        device = self.device(name, Path="/team/", Tags=[{"Key": "a", "Value": "1"}])
        serial = device["SerialNumber"]
        self.assertEqual(serial, f"arn:aws:iam::{ACCOUNT}:mfa/team/{name}")
        self.assertEqual(set(device), {"SerialNumber", "Base32StringSeed", "QRCodePNG", "Tags"})
        self.assertRegex(device["Base32StringSeed"].decode(), "^[A-Z2-7]{64}$")
        self.assertTrue(device["QRCodePNG"].startswith(b"\x89PNG\r\n\x1a\n"))

        self.enable(device)
        mine = self.iam.list_mfa_devices(UserName=self.name)["MFADevices"]
        self.assertEqual([(d["UserName"], d["SerialNumber"]) for d in mine], [(self.name, serial)])
        got = self.iam.get_mfa_device(SerialNumber=serial, UserName=self.name)
        self.assertEqual((got["UserName"], got["SerialNumber"]), (self.name, serial))
        self.assertEqual(got["EnableDate"], mine[0]["EnableDate"])
        self.refused("DeleteConflict", 409, self.iam.delete_virtual_mfa_device, SerialNumber=serial)
        self.refused("DeleteConflict", 409, self.iam.delete_user, UserName=self.name)
        self.iam.resync_mfa_device(UserName=self.name, SerialNumber=serial, **self.codes(device, 1))
        self.as_user("iam").deactivate_mfa_device(SerialNumber=serial)
        self.assertEqual(self.iam.list_mfa_devices(UserName=self.name)["MFADevices"], [])
        self.iam.delete_virtual_mfa_device(SerialNumber=serial)

    def test_names_are_unique(self):
        name = unique("device")
        self.device(name)
        self.refused(
            "EntityAlreadyExists",
            409,
            self.device,
            name,
            message="MFADevice entity at the same path and name already exists.",
        )
        self.refused("InvalidInput", 400, self.device, "d" * 250)
        tags = [{"Key": "a", "Value": "1"}, {"Key": "a", "Value": "2"}]
        self.refused("InvalidInput", 400, self.device, Tags=tags)

    def test_what_is_not_there(self):
        device = self.device()
        serial = device["SerialNumber"]
        unknown = f"arn:aws:iam::{ACCOUNT}:mfa/{unique('unknown')}"
        codes = self.codes(device)
        for call in (self.iam.enable_mfa_device, self.iam.resync_mfa_device):
            self.refused("NoSuchEntity", 404, call, UserName=unique("nobody"), SerialNumber=serial, **codes)
            self.refused("NoSuchEntity", 404, call, UserName=self.name, SerialNumber=unknown, **codes)
        for call in (self.iam.deactivate_mfa_device, self.iam.get_mfa_device):
            self.refused("NoSuchEntity", 404, call, UserName=self.name, SerialNumber=serial)
        self.refused("NoSuchEntity", 404, self.iam.list_mfa_devices, UserName=unique("nobody"))
        for call in (self.iam.delete_virtual_mfa_device, self.iam.list_mfa_device_tags):
            self.refused("NoSuchEntity", 404, call, SerialNumber=unknown)
        self.refused("NoSuchEntity", 404, self.iam.tag_mfa_device, SerialNumber=unknown, Tags=[])
        self.refused("NoSuchEntity", 404, self.iam.untag_mfa_device, SerialNumber=unknown, TagKeys=[])

    def test_two_right_codes_one_after_the_other(self):
        device = self.device()
        serial = device["SerialNumber"]
        code = self.code(device, 0)
        same = {"AuthenticationCode1": code, "AuthenticationCode2": code}
        enable = self.iam.enable_mfa_device
        self.refused("InvalidAuthenticationCode", 403, enable, UserName=self.name, SerialNumber=serial, **same)
        self.refused(
            "ValidationError",
            400,
            self.unchecked.enable_mfa_device,
            UserName=self.name,
            SerialNumber=serial,
            AuthenticationCode1="12345",
            AuthenticationCode2="abcdef",
        )
        self.enable(device)
        codes = self.codes(device)
        self.refused("EntityAlreadyExists", 409, enable, UserName=self.name, SerialNumber=serial, **codes)
        resync = self.iam.resync_mfa_device
        self.refused("InvalidAuthenticationCode", 403, resync, UserName=self.name, SerialNumber=serial, **same)

    def test_eight_devices_and_no_more(self):
        for _ in range(8):
            self.enable(self.device())
        self.refused("LimitExceeded", 409, self.enable, self.device())
        for size in (1, 2, 1000):
            pages = self.iam.get_paginator("list_mfa_devices").paginate(
                UserName=self.name, PaginationConfig={"PageSize": size}
            )
            found = [device["SerialNumber"] for page in pages for device in page["MFADevices"]]
            self.assertEqual((len(found), len(set(found))), (8, 8))

    def test_listing_by_assignment(self):
        free, used, root = self.device(), self.device(), self.device()
        self.enable(used)
        self.enable(root, "root")
        self.addCleanup(self.iam.deactivate_mfa_device, SerialNumber=root["SerialNumber"])

        def serials(size, **kwargs):
            pages = self.iam.get_paginator("list_virtual_mfa_devices").paginate(
                PaginationConfig={"PageSize": size}, **kwargs
            )
            return {d["SerialNumber"]: d for page in pages for d in page["VirtualMFADevices"]}

        for size in (1, 2, 1000):
            every = serials(size)
            assigned = serials(size, AssignmentStatus="Assigned")
            unassigned = serials(size, AssignmentStatus="Unassigned")
            self.assertEqual(set(every), set(assigned) | set(unassigned))
            self.assertFalse(set(assigned) & set(unassigned))
            self.assertEqual(unassigned[free["SerialNumber"]], {"SerialNumber": free["SerialNumber"]})
            self.assertEqual(assigned[used["SerialNumber"]]["User"]["UserName"], self.name)
            self.assertEqual(assigned[root["SerialNumber"]]["User"]["Arn"], f"arn:aws:iam::{ACCOUNT}:root")
        own = self.iam.list_mfa_devices()["MFADevices"]
        self.assertIn(root["SerialNumber"], [device["SerialNumber"] for device in own])
        self.assertEqual(self.iam.get_account_summary()["SummaryMap"]["AccountMFAEnabled"], 1)

    def test_tags(self):
        serial = self.device()["SerialNumber"]
        self.iam.tag_mfa_device(SerialNumber=serial, Tags=[{"Key": f"k{n}", "Value": str(n)} for n in range(5)])
        for size in (1, 2, 1000):
            pages = self.iam.get_paginator("list_mfa_device_tags").paginate(
                SerialNumber=serial, PaginationConfig={"PageSize": size}
            )
            self.assertEqual([t["Key"] for page in pages for t in page["Tags"]], [f"k{n}" for n in range(5)])
        self.iam.untag_mfa_device(SerialNumber=serial, TagKeys=["k0", "k1", "K2", "never"])
        self.assertEqual([t["Key"] for t in self.iam.list_mfa_device_tags(SerialNumber=serial)["Tags"]], ["k2", "k3", "k4"])
        reserved = [{"Key": "aws:a", "Value": ""}]
        self.refused("InvalidInput", 400, self.iam.tag_mfa_device, SerialNumber=serial, Tags=reserved)
        many = [{"Key": f"n{n}", "Value": ""} for n in range(48)]
        self.refused("LimitExceeded", 409, self.iam.tag_mfa_device, SerialNumber=serial, Tags=many)

    def test_a_session_with_a_second_factor(self):
        device = self.device()
        self.enable(device)
        sts, serial = self.as_user("sts"), device["SerialNumber"]
        used, fresh = self.code(device, 0), self.code(device, 1)
        invalid = "MultiFactorAuthentication failed with invalid MFA one time pass code. "
        get = sts.get_session_token
        self.refused("AccessDenied", 403, get, SerialNumber=serial, TokenCode=used, message=invalid)
        credentials = get(SerialNumber=serial, TokenCode=fresh)["Credentials"]
        self.assertTrue(credentials["AccessKeyId"].startswith("ASIA"))
        self.refused("AccessDenied", 403, get, SerialNumber=serial, TokenCode=fresh, message=invalid)
        self.refused(
            "AccessDenied",
            403,
            self.sts.get_session_token,
            SerialNumber=serial,
            TokenCode=fresh,
            message="MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial "
            "number is valid and associated with this user.",
        )

    def test_a_role_with_a_second_factor(self):
        role = unique("role")
        arn = self.iam.create_role(RoleName=role, AssumeRolePolicyDocument=trust())["Role"]["Arn"]
        device = self.device()
        self.enable(device)
        sts, serial = self.as_user("sts"), device["SerialNumber"]
        fresh = self.code(device, 1)
        asked = {"RoleArn": arn, "RoleSessionName": "session", "SerialNumber": serial}
        self.refused("AccessDenied", 403, sts.assume_role, **asked)
        self.refused("AccessDenied", 403, sts.assume_role, TokenCode=self.code(device, 0), **asked)
        answer = sts.assume_role(TokenCode=fresh, **asked)
        self.assertTrue(answer["AssumedRoleUser"]["Arn"].endswith(f"assumed-role/{role}/session"))
        self.refused("AccessDenied", 403, sts.assume_role, TokenCode=fresh, **asked)
