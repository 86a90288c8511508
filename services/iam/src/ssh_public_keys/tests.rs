use awsim_plugin::error::ServiceError;

use crate::Quotas;
use crate::generated::operations::*;
use crate::generated::*;
use crate::test_data::{ED25519_SSH_KEY, P256, RSA_KEY, SHORT_SSH_KEY, SSH_KEY, SSH_KEY_PEM};
use crate::testing::{Fixture, refusal};

/// What `ssh-keygen -l -E md5` says of the key.
const FINGERPRINT: &str = "ed:fe:d0:84:26:73:2b:42:3c:f6:13:df:1e:11:45:fd";

fn with_bob(quotas: Quotas) -> Fixture {
    let mut fixture = Fixture::with_quotas(quotas);
    let input = CreateUserRequest { user_name: "Bob".into(), ..Default::default() };
    fixture.call::<CreateUser>(input).unwrap();
    fixture
}

fn upload(fixture: &mut Fixture, body: &str) -> Result<SSHPublicKey, ServiceError> {
    let input = UploadSSHPublicKeyRequest { user_name: "bob".into(), ssh_public_key_body: body.into() };
    Ok(fixture.call::<UploadSSHPublicKey>(input)?.ssh_public_key.unwrap())
}

fn get(fixture: &mut Fixture, id: &str, encoding: EncodingType) -> Result<SSHPublicKey, ServiceError> {
    let input = GetSSHPublicKeyRequest { user_name: "bob".into(), ssh_public_key_id: id.into(), encoding };
    Ok(fixture.call::<GetSSHPublicKey>(input)?.ssh_public_key.unwrap())
}

fn without_comment(line: &str) -> String {
    line.split(' ').take(2).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_key_can_be_had_in_both_encodings() {
    for body in [SSH_KEY, SSH_KEY_PEM] {
        let mut fixture = with_bob(Quotas::default());
        let key = upload(&mut fixture, body).unwrap();
        assert!(key.ssh_public_key_id.starts_with("APKA") && key.ssh_public_key_id.len() == 20);
        assert_eq!((key.user_name.as_str(), key.status), ("Bob", StatusType::Active));
        assert_eq!(key.fingerprint, FINGERPRINT);
        let in_ssh = get(&mut fixture, &key.ssh_public_key_id, EncodingType::Ssh).unwrap();
        assert_eq!(in_ssh.ssh_public_key_body, without_comment(SSH_KEY));
        let in_pem = get(&mut fixture, &key.ssh_public_key_id, EncodingType::Pem).unwrap();
        assert_eq!(in_pem.ssh_public_key_body, SSH_KEY_PEM);
        assert_eq!(key, if body == SSH_KEY { in_ssh } else { in_pem });
    }
}

#[test]
fn the_same_key_twice_is_refused_in_either_encoding() {
    let mut fixture = with_bob(Quotas::default());
    upload(&mut fixture, SSH_KEY).unwrap();
    assert_eq!(
        refusal(upload(&mut fixture, SSH_KEY_PEM)),
        "DuplicateSSHPublicKey (400): The SSH public key is already associated with the specified IAM user."
    );
}

#[test]
fn what_is_no_rsa_key_of_enough_bits_is_refused() {
    let mut fixture = with_bob(Quotas::default());
    let unrecognized = "UnrecognizedPublicKeyEncoding (400): The encoding of the public key is not recognized: it \
                        must be ssh-rsa or PEM.";
    for body in ["text", ED25519_SSH_KEY, RSA_KEY, P256] {
        assert_eq!(refusal(upload(&mut fixture, body)), unrecognized, "{body}");
    }
    let invalid = "InvalidPublicKey (400): The public key is not valid.";
    let cut_off = &without_comment(SSH_KEY)[..100];
    let of_curve = SSH_KEY_PEM.replacen("MIIBIjANBgkqhkiG9w0BAQE", "MIIBIjANBgkqhkiG9w0BAQI", 1);
    for body in ["ssh-rsa", "ssh-rsa !", cut_off, &SSH_KEY_PEM[..200], &of_curve] {
        assert_eq!(refusal(upload(&mut fixture, body)), invalid, "{body}");
    }
    assert_eq!(
        refusal(upload(&mut fixture, SHORT_SSH_KEY)),
        "InvalidPublicKey (400): The public key must have at least 2048 bits."
    );
}

#[test]
fn keys_are_counted_for_each_user() {
    let mut fixture = with_bob(Quotas { ssh_public_keys_per_user: 0, ..Quotas::default() });
    assert_eq!(
        refusal(upload(&mut fixture, SSH_KEY)),
        "LimitExceeded (409): Cannot exceed quota for SSHPublicKeysPerUser: 0"
    );
}

#[test]
fn a_key_is_listed_changed_and_deleted() {
    let mut fixture = with_bob(Quotas::default());
    let id = upload(&mut fixture, SSH_KEY).unwrap().ssh_public_key_id;
    let update =
        |status| UpdateSSHPublicKeyRequest { user_name: "bob".into(), ssh_public_key_id: id.clone(), status };
    fixture.call::<UpdateSSHPublicKey>(update(StatusType::Inactive)).unwrap();
    assert_eq!(
        refusal(fixture.call::<UpdateSSHPublicKey>(update(StatusType::Expired))),
        "InvalidInput (400): The status of a credential cannot be set to Expired."
    );
    let list = |fixture: &mut Fixture| {
        let input = ListSSHPublicKeysRequest { user_name: Some("bob".into()), ..Default::default() };
        fixture.call::<ListSSHPublicKeys>(input).unwrap().ssh_public_keys.unwrap()
    };
    let listed = list(&mut fixture);
    assert_eq!(
        (&listed[0].ssh_public_key_id, listed[0].status, &*listed[0].user_name),
        (&id, StatusType::Inactive, "Bob")
    );
    assert_eq!(
        refusal(fixture.call::<DeleteUser>(DeleteUserRequest { user_name: "bob".into() })),
        "DeleteConflict (409): Cannot delete entity, must remove referenced objects first."
    );
    let delete = || DeleteSSHPublicKeyRequest { user_name: "bob".into(), ssh_public_key_id: id.clone() };
    fixture.call::<DeleteSSHPublicKey>(delete()).unwrap();
    assert_eq!(list(&mut fixture), []);
    let missing = format!("NoSuchEntity (404): The Public Key with id {id} cannot be found.");
    assert_eq!(refusal(fixture.call::<DeleteSSHPublicKey>(delete())), missing);
    assert_eq!(refusal(fixture.call::<UpdateSSHPublicKey>(update(StatusType::Active))), missing);
    assert_eq!(refusal(get(&mut fixture, &id, EncodingType::Ssh)), missing);
}
