"""Makes the certificates and keys of the tests anew, into the folder of this script. Needs the package `cryptography`."""

import datetime
import pathlib

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

FOLDER = pathlib.Path(__file__).parent
BEGIN, END = datetime.datetime(2020, 1, 1), datetime.datetime(2120, 1, 1)


def write(name, content):
    (FOLDER / name).write_bytes(content)


def private(name, key, form=PrivateFormat.PKCS8, encryption=NoEncryption()):
    write(name, key.private_bytes(Encoding.PEM, form, encryption))


def certificate(name, key, signer=None, ca=False, end=END, repeated=False):
    """Writes `name`.pem and returns what signs further certificates: the subject and the key. An extension may be there
    twice."""
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, f"{name}.example.com")])
    issuer, signing_key = signer or (subject, key)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(BEGIN)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(ca, None), critical=True)
    )
    if repeated:
        # The builder itself would refuse.
        builder._extensions.append(builder._extensions[0])
    write(f"{name}.pem", builder.sign(signing_key, hashes.SHA256()).public_bytes(Encoding.PEM))
    return subject, key


def ssh(name, key):
    write(name, key.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH) + b" alice@example.com\n")


root = certificate("root", ec.generate_private_key(ec.SECP256R1()), ca=True)
intermediate = certificate("intermediate", rsa.generate_private_key(65537, 2048), root, ca=True)

key = rsa.generate_private_key(65537, 2048)
certificate("rsa", key, intermediate)
private("rsa.key", key)
private("rsa-pkcs1.key", key, PrivateFormat.TraditionalOpenSSL)
private("rsa-encrypted.key", key, encryption=BestAvailableEncryption(b"secret"))
private("rsa-pkcs1-encrypted.key", key, PrivateFormat.TraditionalOpenSSL, BestAvailableEncryption(b"secret"))

for curve in (ec.SECP256R1(), ec.SECP384R1(), ec.SECP521R1()):
    name = f"p{curve.key_size}"
    key = ec.generate_private_key(curve)
    certificate(name, key, intermediate)
    private(f"{name}.key", key)
    private(f"{name}-sec1.key", key, PrivateFormat.TraditionalOpenSSL)

certificate("repeated-extension", ec.generate_private_key(ec.SECP256R1()), intermediate, repeated=True)

certificate("expired", ec.generate_private_key(ec.SECP256R1()), intermediate, end=datetime.datetime(2021, 1, 1))



class Short:
    """A key that is too short to be made, so that nobody has it."""

    def public_key(self):
        return rsa.RSAPublicNumbers(65537, (1 << 1022) + 12345).public_key()


certificate("short", Short(), intermediate)

key = rsa.generate_private_key(65537, 2048)
ssh("ssh.pub", key)
write("ssh.pem", key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
ssh("ssh-short.pub", rsa.generate_private_key(65537, 1024))
ssh("ssh-ed25519.pub", ed25519.Ed25519PrivateKey.generate())
