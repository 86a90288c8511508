"""Makes `saml_response.b64` anew, a response that says everything that condition keys ask of, and `saml_response_least.b64`, one
that says only what it must; signed with the key of STS's own tests for the time of the samples. Needs the package
`cryptography`.

It is written in canonical form, with every namespace declared where it is used first, so that what is digested is the text.
"""

import base64
import hashlib
import pathlib

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.serialization import load_der_private_key

FOLDER = pathlib.Path(__file__).parent
KEY = FOLDER / "../../../../services/sts/src/saml/testdata/key.b64"

ROLE = "arn:aws:iam::123456789012:role/sample"
PROVIDER = "arn:aws:iam::123456789012:saml-provider/sample"
AWS = "https://aws.amazon.com/SAML/Attributes/"
LEAST = {f"{AWS}Role": f"{ROLE},{PROVIDER}", f"{AWS}RoleSessionName": "sample"}
MORE = {
    f"{AWS}SessionDuration": "900",
    f"{AWS}PrincipalTag:sample": "sample",
    f"{AWS}TransitiveTagKeys": "sample",
    f"{AWS}SourceIdentity": "sample",
    "http://schemas.xmlsoap.org/claims/CommonName": "sample",
    "http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid": "sample",
}
# Those of eduPerson, eduOrg, X.500 and COSINE.
NUMBERED = (
    [f"1.3.6.1.4.1.5923.1.1.1.{number}" for number in range(1, 12)]
    + [f"1.3.6.1.4.1.5923.1.2.1.{number}" for number in range(2, 7)]
    + [f"2.5.4.{number}" for number in (3, 4, 41, 42, 45)]
    + [f"0.9.2342.19200300.100.1.{number}" for number in (1, 3, 45)]
)


def attribute(name, value):
    return f'<saml:Attribute Name="{name}"><saml:AttributeValue>{value}</saml:AttributeValue></saml:Attribute>'


def assertion(said, signature):
    attributes = "".join(attribute(name, value) for name, value in said.items())
    return (
        '<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a" IssueInstant="2026-04-21T08:15:00Z"'
        f' Version="2.0"><saml:Issuer>https://sample.example.com</saml:Issuer>{signature}<saml:Subject><saml:NameID'
        ' Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">sample</saml:NameID><saml:SubjectConfirmation'
        ' Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="2026-04-21T08:20:00Z"'
        ' Recipient="https://signin.aws.amazon.com/saml"></saml:SubjectConfirmationData></saml:SubjectConfirmation>'
        '</saml:Subject><saml:Conditions NotBefore="2026-04-21T08:10:00Z" NotOnOrAfter="2026-04-21T08:20:00Z">'
        "<saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>"
        f"</saml:Conditions><saml:AttributeStatement>{attributes}</saml:AttributeStatement></saml:Assertion>"
    )


def signature(signed):
    ds, c14n = "http://www.w3.org/2000/09/xmldsig#", "http://www.w3.org/2001/10/xml-exc-c14n#"
    digest = base64.b64encode(hashlib.sha256(signed.encode()).digest()).decode()
    information = (
        f'<ds:SignedInfo xmlns:ds="{ds}"><ds:CanonicalizationMethod Algorithm="{c14n}"></ds:CanonicalizationMethod>'
        '<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"></ds:SignatureMethod>'
        f'<ds:Reference URI="#_a"><ds:Transforms><ds:Transform Algorithm="{ds}enveloped-signature"></ds:Transform>'
        f'<ds:Transform Algorithm="{c14n}"></ds:Transform></ds:Transforms><ds:DigestMethod'
        ' Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod>'
        f"<ds:DigestValue>{digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>"
    )
    key = load_der_private_key(base64.b64decode(KEY.read_text()), None)
    value = base64.b64encode(key.sign(information.encode(), padding.PKCS1v15(), hashes.SHA256())).decode()
    return f'<ds:Signature xmlns:ds="{ds}">{information}<ds:SignatureValue>{value}</ds:SignatureValue></ds:Signature>'


def write(name, said):
    signed = assertion(said, signature(assertion(said, "")))
    response = (
        '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r" Version="2.0"><samlp:Status>'
        '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"></samlp:StatusCode></samlp:Status>'
        f"{signed}</samlp:Response>"
    )
    (FOLDER / name).write_text(base64.b64encode(response.encode()).decode())


write("saml_response.b64", {**LEAST, **MORE, **{f"urn:oid:{number}": "sample" for number in NUMBERED}})
write("saml_response_least.b64", LEAST)
