//! What the issuers of accounts sign with: an RSA key and one on the curve P-384 each, made when the first token is asked
//! for.

use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair as RsaKeyPair, KeySize};
use aws_lc_rs::signature::{ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _, RSA_PKCS1_SHA256};
use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::{Store, View};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use serde::{Deserialize, Serialize};

collection! {
    /// The keys of each account's issuer.
    pub(super) static SIGNING_KEYS: Collection<(), SigningKeys> = "sts"/"signing_keys" version 1;
}

/// The keys of an account's issuer: private keys in PKCS #8, in base64.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct SigningKeys {
    rsa: Box<str>,
    ec: Box<str>,
}

impl std::fmt::Debug for SigningKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SigningKeys").finish_non_exhaustive()
    }
}

/// An algorithm that tokens are signed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Algorithm {
    /// RSA with SHA-256.
    Rs256,
    /// ECDSA on P-384 with SHA-384.
    Es384,
}

impl Algorithm {
    /// Their names in RFC 7518.
    pub(super) const NAMES: [&str; 2] = ["RS256", "ES384"];

    /// The algorithm of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        [Self::Rs256, Self::Es384].into_iter().find(|algorithm| algorithm.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Rs256 => Self::NAMES[0],
            Self::Es384 => Self::NAMES[1],
        }
    }
}

/// The header of a token.
#[derive(Serialize)]
struct Header<'a> {
    alg: &'a str,
    kid: &'a str,
    typ: &'a str,
}

/// Public keys as they are published.
#[derive(Serialize)]
struct KeySet {
    keys: Vec<PublicKey>,
}

#[derive(Serialize)]
struct PublicKey {
    kid: String,
    #[serde(rename = "use")]
    used_for: &'static str,
    alg: &'static str,
    #[serde(flatten)]
    material: Material,
}

#[derive(Serialize)]
#[serde(tag = "kty")]
enum Material {
    #[serde(rename = "RSA")]
    Rsa { n: String, e: String },
    #[serde(rename = "EC")]
    Ec { crv: &'static str, x: String, y: String },
}

/// The keys of an account's issuer, made if there are none yet.
///
/// # Errors
/// `ServiceFailure` if they cannot be made or kept.
pub(super) async fn of_account(store: &dyn Store, account: AccountId) -> Result<SigningKeys, ServiceError> {
    if let Some(keys) = store.view().get(&SIGNING_KEYS, account, &()) {
        return Ok(keys.clone());
    }
    let made = SigningKeys::new()?;
    let mut kept = None;
    store
        .transact(&mut |state| {
            // Somebody else may have made some meanwhile, and signed with them.
            let keys = state.get(&SIGNING_KEYS, account, &()).unwrap_or(&made).clone();
            state.insert(&SIGNING_KEYS, account, (), keys.clone());
            kept = Some(keys);
            Ok(())
        })
        .await?;
    kept.ok_or_else(|| unusable("they were not kept"))
}

/// The public keys of an account's issuer; none are there before the first token is.
pub(super) fn published(state: &View, account: AccountId) -> Option<String> {
    let keys = match state.get(&SIGNING_KEYS, account, &()) {
        Some(keys) => keys.public().ok()?,
        None => Vec::new(),
    };
    serde_json::to_string(&KeySet { keys }).ok()
}

impl SigningKeys {
    fn new() -> Result<Self, ServiceError> {
        let rsa = RsaKeyPair::generate(KeySize::Rsa2048).and_then(|pair| pair.as_der()).map_err(unusable)?;
        let ec = EcdsaKeyPair::generate_pkcs8(&ECDSA_P384_SHA384_FIXED_SIGNING, &SystemRandom::new())
            .map_err(unusable)?;
        Ok(Self { rsa: BASE64.encode(rsa.as_ref()).into(), ec: BASE64.encode(ec.as_ref()).into() })
    }

    fn rsa(&self) -> Result<RsaKeyPair, ServiceError> {
        let der = BASE64.decode(self.rsa.as_bytes()).map_err(unusable)?;
        RsaKeyPair::from_pkcs8(&der).map_err(unusable)
    }

    fn ec(&self) -> Result<EcdsaKeyPair, ServiceError> {
        let der = BASE64.decode(self.ec.as_bytes()).map_err(unusable)?;
        EcdsaKeyPair::from_pkcs8(&ECDSA_P384_SHA384_FIXED_SIGNING, &der).map_err(unusable)
    }

    /// A token with this payload.
    ///
    /// # Errors
    /// `ServiceFailure` if the key cannot be used.
    pub(super) fn sign(&self, algorithm: Algorithm, payload: &[u8]) -> Result<String, ServiceError> {
        let random = SystemRandom::new();
        let key_id = match algorithm {
            Algorithm::Rs256 => key_id(self.rsa()?.public_key().as_ref()),
            Algorithm::Es384 => key_id(self.ec()?.public_key().as_ref()),
        };
        let header = Header { alg: algorithm.name(), kid: &key_id, typ: "JWT" };
        let header = serde_json::to_vec(&header).map_err(unusable)?;
        let signed = format!("{}.{}", BASE64URL_NOPAD.encode(&header), BASE64URL_NOPAD.encode(payload));
        let signature = match algorithm {
            Algorithm::Rs256 => {
                let pair = self.rsa()?;
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &random, signed.as_bytes(), &mut signature).map_err(unusable)?;
                signature
            }
            Algorithm::Es384 => {
                self.ec()?.sign(&random, signed.as_bytes()).map_err(unusable)?.as_ref().to_vec()
            }
        };
        Ok(format!("{signed}.{}", BASE64URL_NOPAD.encode(&signature)))
    }

    fn public(&self) -> Result<Vec<PublicKey>, ServiceError> {
        let (rsa, ec) = (self.rsa()?, self.ec()?);
        let number = |bytes: &[u8]| BASE64URL_NOPAD.encode(bytes);
        let components = rsa.public_key();
        let rsa = PublicKey {
            kid: key_id(components.as_ref()),
            used_for: "sig",
            alg: Algorithm::Rs256.name(),
            material: Material::Rsa {
                n: number(components.modulus().big_endian_without_leading_zero()),
                e: number(components.exponent().big_endian_without_leading_zero()),
            },
        };
        // An uncompressed point (SEC 1): a byte that says so, and two coordinates.
        let point = ec.public_key().as_ref();
        let (x, y) = point.get(1..).unwrap_or_default().split_at(point.len() / 2);
        let ec = PublicKey {
            kid: key_id(point),
            used_for: "sig",
            alg: Algorithm::Es384.name(),
            material: Material::Ec { crv: "P-384", x: number(x), y: number(y) },
        };
        Ok(vec![rsa, ec])
    }
}

/// The id of a key: the beginning of a digest of its public half.
fn key_id(public: &[u8]) -> String {
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, public);
    data_encoding::HEXLOWER.encode(&digest.as_ref()[..16])
}

fn unusable(error: impl std::fmt::Display) -> ServiceError {
    ServiceError::failure(format!("the keys of the issuer cannot be used: {error}"))
}
