//! The credentials in the records of users and of root: no two have the same id, and all can be read.

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::{demand, refuse_repetition};
use awsim_plugin::store::View;

use crate::service_specific_credentials;
use crate::ssh_public_keys;
use crate::state::credential::Credential;
use crate::state::{
    ROOT_USER, ServiceSpecificCredential, SigningCertificate, SshPublicKey, USERS, User, UserDetails,
};
use crate::x509::Blocks;

pub(super) fn check(state: &View, account: AccountId) -> Result<(), String> {
    let of_users = || state.iter(&USERS, account).map(|(_, user)| user);
    let of_root = state.get(&ROOT_USER, account, &()).into_iter().flat_map(|root| &root.signing_certificates);
    let certificates: Vec<&SigningCertificate> = all(of_users()).chain(of_root).collect();
    refuse_repetition("signing certificates", certificates.iter().map(|certificate| certificate.id()))?;
    for certificate in certificates {
        let read = Blocks::read(&certificate.body).and_then(|blocks| blocks.single().map(drop));
        read.map_err(|_| format!("the signing certificate {:?} cannot be read", certificate.id))?;
    }

    refuse_repetition("SSH public keys", all(of_users()).map(SshPublicKey::id))?;
    for key in all::<SshPublicKey>(of_users()) {
        demand(ssh_public_keys::is_stored_key(&key.material), || {
            format!("the SSH public key {:?} cannot be read", key.id)
        })?;
    }

    refuse_repetition("service-specific credentials", all(of_users()).map(ServiceSpecificCredential::id))?;
    for credential in all::<ServiceSpecificCredential>(of_users()) {
        demand(service_specific_credentials::is_service(&credential.service), || {
            format!("the service {:?} takes no credentials like {:?}", credential.service, credential.id)
        })?;
    }
    Ok(())
}

/// The credentials of one kind that users have.
fn all<'v, C: Credential + 'v>(users: impl Iterator<Item = &'v User>) -> impl Iterator<Item = &'v C> {
    users.flat_map(|user: &User| -> &[C] {
        let details: &UserDetails = &user.details;
        C::of_user(details)
    })
}
