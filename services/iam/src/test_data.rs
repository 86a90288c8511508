//! The certificates and keys in `test-data`, which `make.py` there makes.

macro_rules! files {
    ($($name:ident = $file:literal,)*) => {
        $(pub(crate) const $name: &str = include_str!(concat!("../test-data/", $file));)*
    };
}

files! {
    ROOT = "root.pem",
    INTERMEDIATE = "intermediate.pem",
    EXPIRED = "expired.pem",
    REPEATED_EXTENSION = "repeated-extension.pem",
    SHORT = "short.pem",
    RSA = "rsa.pem",
    RSA_KEY = "rsa.key",
    RSA_PKCS1_KEY = "rsa-pkcs1.key",
    RSA_ENCRYPTED_KEY = "rsa-encrypted.key",
    RSA_PKCS1_ENCRYPTED_KEY = "rsa-pkcs1-encrypted.key",
    P256 = "p256.pem",
    P256_KEY = "p256.key",
    P256_SEC1_KEY = "p256-sec1.key",
    P384 = "p384.pem",
    P384_KEY = "p384.key",
    P384_SEC1_KEY = "p384-sec1.key",
    P521 = "p521.pem",
    P521_KEY = "p521.key",
    P521_SEC1_KEY = "p521-sec1.key",
    SSH_KEY = "ssh.pub",
    SSH_KEY_PEM = "ssh.pem",
    SHORT_SSH_KEY = "ssh-short.pub",
    ED25519_SSH_KEY = "ssh-ed25519.pub",
}
