"""Every error that the model declares for an operation of IAM was met by a test, or it is written down here why not.

The tests take down what they meet (support.py). Afterwards this program, given the file, compares it with the model, in
both directions: what was met and is said to be out of reach is a mistake as well.
"""

import sys

import botocore.session

EVERYWHERE = {
    "ServiceFailure": "A failure of AWSim itself, as of a full disk, which a client cannot bring about. "
    "host/server/src/store/tests/failure.rs proves that it is answered.",
    "ConcurrentModification": "What is new was changed by nobody else, and of two that bring a request on, the second "
    "finds it brought on. Whoever comes second is told so by the other errors.",
    "LimitExceeded": "The operation makes nothing that there is a quota for.",
}

# The operations that make more of something, and those that meet the error for another reason.
REACHABLE_ALL_THE_SAME = {
    "ConcurrentModification": """
        AcceptDelegationRequest AcquireRole AddClientIDToOpenIDConnectProvider CreateAccountAlias CreateRole CreateUser
        DeactivateMFADevice DeleteAccountAlias DeleteRole DeleteSigningCertificate DeleteUser DeleteVirtualMFADevice
        EnableMFADevice PutAccountProperties RejectDelegationRequest RemoveClientIDFromOpenIDConnectProvider
        ResyncMFADevice TagInstanceProfile TagMFADevice TagOpenIDConnectProvider TagPolicy TagRole TagSAMLProvider
        TagServerCertificate TagUser UntagInstanceProfile UntagMFADevice UntagOpenIDConnectProvider UntagPolicy
        UntagRole UntagSAMLProvider UntagServerCertificate UntagUser UpdateDelegationRequest
        UpdateOpenIDConnectProviderThumbprint UpdateSAMLProvider UpdateUser UploadSigningCertificate
    """,
    "LimitExceeded": """
        AcquireRole AddClientIDToOpenIDConnectProvider AddRoleToInstanceProfile AddUserToGroup AttachGroupPolicy
        AttachRolePolicy AttachUserPolicy CreateAccessKey CreateDelegationRequest CreateGroup CreateInstanceProfile
        CreateOpenIDConnectProvider CreatePolicy CreatePolicyVersion CreateRole CreateSAMLProvider
        CreateServiceLinkedRole CreateServiceSpecificCredential CreateUser CreateVirtualMFADevice EnableMFADevice
        PutGroupPolicy PutRolePolicy PutUserPolicy TagInstanceProfile TagMFADevice TagOpenIDConnectProvider TagPolicy
        TagRole TagSAMLProvider TagServerCertificate TagUser UpdateAssumeRolePolicy UpdateSAMLProvider
        UploadSSHPublicKey UploadServerCertificate UploadSigningCertificate
    """,
}

VALIDATION = "What is invalid violates a constraint of the model, and AWS answers that with ValidationError."

SINGLY = {
    ("AcquireRole", "EntityAlreadyExists"): "A role of the name is answered with NameConflict, which tells more.",
    ("AddRoleToInstanceProfile", "EntityAlreadyExists"): "A profile has one role at most: a second one, or the same "
    "again, is one too many (LimitExceeded).",
    ("CreateGroup", "NoSuchEntity"): "A new group refers to nothing.",
    ("DeleteServerCertificate", "DeleteConflict"): "No load balancer is hosted here that could use a certificate.",
    ("GetAccountProperties", "InvalidInput"): "The request has no parameters.",
    ("GetSSHPublicKey", "UnrecognizedPublicKeyEncoding"): "Another encoding than the two is no member of the enum, and "
    "AWS answers that with ValidationError.",
    ("ListDelegationRequests", "NoSuchEntity"): "An owner of no requests has an empty list.",
    ("ListServiceSpecificCredentials", "NotSupportedService"): "Recorded answers of AWS to services that take no "
    "credentials have NoSuchEntity.",
    ("SimulateCustomPolicy", "PolicyEvaluation"): "Policies in a request are checked first (InvalidInput).",
    ("SimulatePrincipalPolicy", "PolicyEvaluation"): "Stored policies were checked when they came in, imported ones "
    "too; a unit test damages one behind IAM's back.",
    ("UpdateAccountPasswordPolicy", "MalformedPolicyDocument"): "The request has no policy document.",
    ("UpdateAccountPasswordPolicy", "NoSuchEntity"): "Without a password policy the request makes one.",
    ("UpdateRoleDescription", "UnmodifiableEntity"): "The description of a service-linked role may be edited "
    "('Edit a service-linked role' in the IAM User Guide).",
    ("UploadSigningCertificate", "EntityAlreadyExists"): "The same certificate is answered with DuplicateCertificate.",
    **{
        (operation, "InvalidInput"): VALIDATION
        for operation in """
            ListAttachedGroupPolicies ListAttachedRolePolicies ListAttachedUserPolicies ListMFADeviceTags
            UntagInstanceProfile UntagMFADevice UntagServerCertificate
        """.split()
    },
}


def declared(model):
    """Pairs of an operation and the code of an error that the model declares for it."""
    return {
        (name, error.error_code) for name in model.operation_names for error in model.operation_model(name).error_shapes
    }


def out_of_reach(operation, code):
    """Why no test meets the error; none if one must."""
    if operation in REACHABLE_ALL_THE_SAME.get(code, "").split():
        return None
    return EVERYWHERE.get(code) or SINGLY.get((operation, code))


def main(path):
    pairs = declared(botocore.session.get_session().get_service_model("iam"))
    with open(path) as file:
        met = {tuple(line.split()) for line in file} & pairs
    complaints = [f"{pair} was not met by any test" for pair in pairs - met if not out_of_reach(*pair)]
    complaints += [f"{pair} was met: it is not out of reach" for pair in met if out_of_reach(*pair)]
    complaints += [f"{pair} is not declared by the model" for pair in SINGLY.keys() - pairs]
    print("\n".join(sorted(complaints)) or f"{len(met)} of {len(pairs)} declared errors met, the others written down")
    return bool(complaints)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
