use awsim_plugin::caller::Principal;
use awsim_plugin::directory::{IdentityDirectory, MfaRefusal};
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::Transaction;

use super::codes::{Codes, STEP};
use super::qr_code;
use crate::Quotas;
use crate::generated::operations::*;
use crate::generated::*;
use crate::state::{ACCOUNT_ALIAS, AccountAlias, MFA_DEVICES, Resource, User};
use crate::testing::{ACCOUNT, Fixture, START, refusal};

/// A device, and the app that it is on.
struct Device {
    serial_number: String,
    codes: Codes,
}

impl Device {
    /// The codes that the app shows `steps` time steps after the tests begin, and one later.
    fn codes(&self, steps: i64) -> [String; 2] {
        [steps, steps + 1].map(|steps| self.codes.at(Timestamp::from_seconds(START + steps * STEP)))
    }
}

fn fixture() -> Fixture {
    let mut fixture = Fixture::with_quotas(Quotas { mfa_devices_per_user: 2, ..Quotas::default() });
    for name in ["bob", "eve"] {
        let input = CreateUserRequest { user_name: name.into(), ..Default::default() };
        fixture.call::<CreateUser>(input).unwrap();
    }
    fixture
}

fn create(fixture: &mut Fixture, name: &str) -> Device {
    let input = CreateVirtualMFADeviceRequest { virtual_mfa_device_name: name.into(), ..Default::default() };
    let device = fixture.call::<CreateVirtualMFADevice>(input).unwrap().virtual_mfa_device;
    let seed = String::from_utf8(device.base32_string_seed.unwrap().0).unwrap();
    Device { serial_number: device.serial_number, codes: Codes::of(&seed).unwrap() }
}

fn enable(fixture: &mut Fixture, user: &str, device: &Device, steps: i64) -> Result<(), ServiceError> {
    let [one, two] = device.codes(steps);
    fixture.call::<EnableMFADevice>(EnableMFADeviceRequest {
        user_name: user.into(),
        serial_number: device.serial_number.clone(),
        authentication_code1: one,
        authentication_code2: two,
    })
}

fn resync(fixture: &mut Fixture, user: &str, device: &Device, steps: i64) -> Result<(), ServiceError> {
    let [one, two] = device.codes(steps);
    fixture.call::<ResyncMFADevice>(ResyncMFADeviceRequest {
        user_name: user.into(),
        serial_number: device.serial_number.clone(),
        authentication_code1: one,
        authentication_code2: two,
    })
}

fn deactivate(fixture: &mut Fixture, user: &str, device: &Device) -> Result<(), ServiceError> {
    fixture.call::<DeactivateMFADevice>(DeactivateMFADeviceRequest {
        user_name: Some(user.into()),
        serial_number: device.serial_number.clone(),
    })
}

fn delete(fixture: &mut Fixture, device: &Device) -> Result<(), ServiceError> {
    let serial_number = device.serial_number.clone();
    fixture.call::<DeleteVirtualMFADevice>(DeleteVirtualMFADeviceRequest { serial_number })
}

fn principal(fixture: &Fixture, name: &str) -> Principal {
    let user = User::get(&fixture.view, ACCOUNT, name).unwrap();
    Principal::User { id: user.id.to_string(), name: name.into(), path: "/".into() }
}

/// What STS is told of the code that the device shows `steps` time steps after the tests begin.
fn authenticate(
    fixture: &mut Fixture,
    principal: &Principal,
    device: &Device,
    steps: i64,
) -> Result<(), MfaRefusal> {
    let mut state = Transaction::begin(&fixture.view);
    let [code, _] = device.codes(steps);
    let serial_number = &device.serial_number;
    fixture.iam.authenticate_mfa(&mut state, ACCOUNT, principal, serial_number, &code, fixture.now)?;
    fixture.view = state.finish().unwrap().0;
    Ok(())
}

/// The text of the QR code in a PNG image.
fn scanned(image: &[u8]) -> String {
    let mut reader = png::Decoder::new(std::io::Cursor::new(image)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    let (width, height) = (frame.width as usize, frame.height as usize);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    image.detect_grids()[0].decode().unwrap().1
}

#[test]
fn an_app_that_scans_the_qr_code_shows_the_right_codes() {
    let mut fixture = fixture();
    let input = CreateVirtualMFADeviceRequest {
        virtual_mfa_device_name: "bob+phone".into(),
        path: Some("/team/".into()),
        tags: None,
    };
    let device = fixture.call::<CreateVirtualMFADevice>(input).unwrap().virtual_mfa_device;
    assert_eq!(device.serial_number, "arn:aws:iam::123456789012:mfa/team/bob+phone");
    let seed = String::from_utf8(device.base32_string_seed.unwrap().0).unwrap();
    assert_eq!(seed.len(), 64);
    let text = scanned(&device.qr_code_png.unwrap().0);
    assert_eq!(
        text,
        format!(
            "otpauth://totp/Amazon%20Web%20Services:bob%2Bphone@123456789012?secret={seed}&issuer=Amazon%20Web%20Services"
        )
    );
    let scanned_seed = text.split_once("secret=").unwrap().1.split('&').next().unwrap();
    let app = Device { serial_number: device.serial_number, codes: Codes::of(scanned_seed).unwrap() };
    enable(&mut fixture, "bob", &app, -1).unwrap();
}

#[test]
fn the_longest_name_still_makes_a_qr_code() {
    let label = format!("{}@{}", "+".repeat(226), "a".repeat(63));
    let uri = qr_code::uri(&label, &"A".repeat(64));
    assert_eq!(scanned(&qr_code::png(&uri).unwrap()), uri);
}

/// The examples of RFC 6238, appendix B, of which six digits are shown.
#[test]
fn codes_are_those_of_the_standard() {
    let codes = Codes::of(&data_encoding::BASE32_NOPAD.encode(b"12345678901234567890")).unwrap();
    for (time, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
        assert_eq!(codes.at(Timestamp::from_seconds(time)), code);
    }
}

#[test]
fn the_account_goes_by_its_alias() {
    let mut fixture = fixture();
    let mut state = Transaction::begin(&fixture.view);
    state.insert(&ACCOUNT_ALIAS, ACCOUNT, (), AccountAlias("ours".into()));
    fixture.view = state.finish().unwrap().0;
    let input = CreateVirtualMFADeviceRequest { virtual_mfa_device_name: "d".into(), ..Default::default() };
    let device = fixture.call::<CreateVirtualMFADevice>(input).unwrap().virtual_mfa_device;
    assert!(scanned(&device.qr_code_png.unwrap().0).contains("Services:d@ours?"));
}

#[test]
fn names_are_unique_on_a_path_in_any_case() {
    let mut fixture = fixture();
    create(&mut fixture, "d");
    let again = |name: &str, path: &str| CreateVirtualMFADeviceRequest {
        virtual_mfa_device_name: name.into(),
        path: Some(path.into()),
        tags: None,
    };
    assert_eq!(
        refusal(fixture.call::<CreateVirtualMFADevice>(again("D", "/"))),
        "EntityAlreadyExists (409): MFADevice entity at the same path and name already exists."
    );
    fixture.call::<CreateVirtualMFADevice>(again("d", "/other/")).unwrap();
    assert_eq!(
        refusal(fixture.call::<CreateVirtualMFADevice>(again(&"d".repeat(227), "/"))),
        "InvalidInput (400): The serial number of the device would be longer than 256 characters."
    );
    fixture.call::<CreateVirtualMFADevice>(again(&"d".repeat(226), "/")).unwrap();
}

#[test]
fn two_consecutive_codes_enable_a_device_once() {
    let mut fixture = fixture();
    let device = create(&mut fixture, "d");
    let invalid = "InvalidAuthenticationCode (403): Authentication code for device is not valid";
    let [one, _] = device.codes(0);
    let same_twice = EnableMFADeviceRequest {
        user_name: "bob".into(),
        serial_number: device.serial_number.clone(),
        authentication_code1: one.clone(),
        authentication_code2: one,
    };
    assert_eq!(refusal(fixture.call::<EnableMFADevice>(same_twice)), invalid);
    assert_eq!(refusal(enable(&mut fixture, "bob", &device, -11)), invalid);
    assert_eq!(refusal(enable(&mut fixture, "bob", &device, 11)), invalid);
    assert_eq!(
        refusal(enable(&mut fixture, "nobody", &device, 0)),
        "NoSuchEntity (404): The user with name nobody cannot be found."
    );
    enable(&mut fixture, "bob", &device, -1).unwrap();
    assert_eq!(
        refusal(enable(&mut fixture, "eve", &device, 1)),
        "EntityAlreadyExists (409): MFA Device is already in use."
    );
    let unknown = Device { serial_number: "GAHT12345678".into(), codes: device.codes };
    assert_eq!(
        refusal(enable(&mut fixture, "bob", &unknown, 0)),
        "NoSuchEntity (404): VirtualMFADevice with serial number GAHT12345678 doesn't exist."
    );
}

#[test]
fn a_user_has_so_many_devices_and_no_more() {
    let mut fixture = fixture();
    for name in ["a", "b"] {
        let device = create(&mut fixture, name);
        enable(&mut fixture, "bob", &device, 0).unwrap();
    }
    let device = create(&mut fixture, "c");
    assert_eq!(
        refusal(enable(&mut fixture, "bob", &device, 0)),
        "LimitExceeded (409): Cannot exceed quota for MFADevicesPerUser: 2"
    );
}

#[test]
fn a_code_is_accepted_once_and_about_when_it_is_shown() {
    let mut fixture = fixture();
    let (bob, eve) = (principal(&fixture, "bob"), principal(&fixture, "eve"));
    let device = create(&mut fixture, "d");
    assert_eq!(authenticate(&mut fixture, &bob, &device, 0), Err(MfaRefusal::UnknownDevice));
    enable(&mut fixture, "bob", &device, -1).unwrap();
    assert_eq!(authenticate(&mut fixture, &eve, &device, 1), Err(MfaRefusal::UnknownDevice));
    assert_eq!(authenticate(&mut fixture, &Principal::Root, &device, 1), Err(MfaRefusal::UnknownDevice));
    // The codes that enabled the device are used up.
    assert_eq!(authenticate(&mut fixture, &bob, &device, 0), Err(MfaRefusal::InvalidCode));
    assert_eq!(authenticate(&mut fixture, &bob, &device, 2), Err(MfaRefusal::InvalidCode));
    assert_eq!(authenticate(&mut fixture, &bob, &device, 1), Ok(()));
    assert_eq!(authenticate(&mut fixture, &bob, &device, 1), Err(MfaRefusal::InvalidCode));
    fixture.now = Timestamp::from_seconds(START + 3 * STEP);
    assert_eq!(authenticate(&mut fixture, &bob, &device, 1), Err(MfaRefusal::InvalidCode));
    assert_eq!(authenticate(&mut fixture, &bob, &device, 2), Ok(()));
    assert_eq!(authenticate(&mut fixture, &bob, &device, 4), Ok(()));
    // One that is shown later was used, so an older one is not accepted any more.
    assert_eq!(authenticate(&mut fixture, &bob, &device, 3), Err(MfaRefusal::InvalidCode));
}

#[test]
fn a_code_stays_used_when_the_device_is_enabled_anew() {
    let mut fixture = fixture();
    let (bob, eve) = (principal(&fixture, "bob"), principal(&fixture, "eve"));
    let device = create(&mut fixture, "d");
    enable(&mut fixture, "bob", &device, -2).unwrap();
    assert_eq!(authenticate(&mut fixture, &bob, &device, 0), Ok(()));
    deactivate(&mut fixture, "bob", &device).unwrap();
    let invalid = "InvalidAuthenticationCode (403): Authentication code for device is not valid";
    for steps in [-2, -1, 0] {
        assert_eq!(refusal(enable(&mut fixture, "eve", &device, steps)), invalid, "{steps}");
    }
    enable(&mut fixture, "eve", &device, 1).unwrap();
    assert_eq!(authenticate(&mut fixture, &eve, &device, 0), Err(MfaRefusal::InvalidCode));
    assert_eq!(authenticate(&mut fixture, &eve, &device, 3), Ok(()));
}

#[test]
fn a_clock_that_is_off_is_known_and_set_right_again() {
    let mut fixture = fixture();
    let bob = principal(&fixture, "bob");
    let device = create(&mut fixture, "d");
    enable(&mut fixture, "bob", &device, -6).unwrap();
    assert_eq!(authenticate(&mut fixture, &bob, &device, 0), Err(MfaRefusal::InvalidCode));
    assert_eq!(authenticate(&mut fixture, &bob, &device, -4), Ok(()));
    let invalid = "InvalidAuthenticationCode (403): Authentication code for device is not valid";
    assert_eq!(refusal(resync(&mut fixture, "bob", &device, -6)), invalid);
    assert_eq!(
        refusal(resync(&mut fixture, "eve", &device, 0)),
        "NoSuchEntity (404): MFA Device invalid for user."
    );
    resync(&mut fixture, "bob", &device, 0).unwrap();
    assert_eq!(authenticate(&mut fixture, &bob, &device, 2), Ok(()));
}

#[test]
fn a_device_goes_from_hand_to_hand_and_away() {
    let mut fixture = fixture();
    let device = create(&mut fixture, "d");
    let invalid = "NoSuchEntity (404): MFA Device invalid for user.";
    assert_eq!(refusal(deactivate(&mut fixture, "bob", &device)), invalid);
    enable(&mut fixture, "bob", &device, 0).unwrap();
    assert_eq!(refusal(deactivate(&mut fixture, "eve", &device)), invalid);
    let conflict = "DeleteConflict (409): MFA VirtualDevice in use. Must deactivate first.";
    assert_eq!(refusal(delete(&mut fixture, &device)), conflict);
    assert_eq!(
        refusal(fixture.call::<DeleteUser>(DeleteUserRequest { user_name: "bob".into() })),
        "DeleteConflict (409): Cannot delete entity, must delete MFA device first."
    );
    deactivate(&mut fixture, "bob", &device).unwrap();
    enable(&mut fixture, "eve", &device, 2).unwrap();
    deactivate(&mut fixture, "eve", &device).unwrap();
    delete(&mut fixture, &device).unwrap();
    assert!(refusal(delete(&mut fixture, &device)).starts_with("NoSuchEntity (404)"));
}

#[test]
fn a_device_can_be_made_to_settle_first() {
    let mut fixture = fixture();
    fixture.iam.settings.settling_seconds = 10;
    let device = create(&mut fixture, "d");
    assert!(
        refusal(enable(&mut fixture, "bob", &device, 0)).starts_with("EntityTemporarilyUnmodifiable (409)")
    );
    fixture.now = Timestamp::from_seconds(START + 10);
    enable(&mut fixture, "bob", &device, 0).unwrap();
    assert!(
        refusal(deactivate(&mut fixture, "bob", &device)).starts_with("EntityTemporarilyUnmodifiable (409)")
    );
    fixture.now = Timestamp::from_seconds(START + 20);
    deactivate(&mut fixture, "bob", &device).unwrap();
}

#[test]
fn renaming_carries_devices_along() {
    let mut fixture = fixture();
    let bob = principal(&fixture, "bob");
    let device = create(&mut fixture, "d");
    enable(&mut fixture, "bob", &device, -1).unwrap();
    let rename =
        UpdateUserRequest { user_name: "bob".into(), new_user_name: Some("Robert".into()), new_path: None };
    fixture.call::<UpdateUser>(rename).unwrap();
    assert_eq!(authenticate(&mut fixture, &bob, &device, 1), Ok(()));
    let own = ListMFADevicesRequest { user_name: Some("robert".into()), ..Default::default() };
    let devices = fixture.call::<ListMFADevices>(own).unwrap().mfa_devices;
    assert_eq!((devices.len(), devices[0].user_name.as_str()), (1, "Robert"));
}

#[test]
fn the_root_user_has_devices_too() {
    let mut fixture = fixture();
    let device = create(&mut fixture, "root-account-mfa-device");
    enable(&mut fixture, "root", &device, -1).unwrap();
    assert_eq!(authenticate(&mut fixture, &Principal::Root, &device, 1), Ok(()));
    let assigned = ListVirtualMFADevicesRequest {
        assignment_status: Some(AssignmentStatusType::Assigned),
        ..Default::default()
    };
    let devices = fixture.call::<ListVirtualMFADevices>(assigned).unwrap().virtual_mfa_devices;
    assert_eq!(devices[0].user.as_ref().unwrap().arn, "arn:aws:iam::123456789012:root");
    let own = GetMFADeviceRequest { serial_number: device.serial_number.clone(), user_name: None };
    assert_eq!(fixture.call::<GetMFADevice>(own).unwrap().user_name.as_deref(), Some("root"));
    let own = DeactivateMFADeviceRequest { user_name: None, serial_number: device.serial_number.clone() };
    fixture.call::<DeactivateMFADevice>(own).unwrap();
    assert!(fixture.view.get(&MFA_DEVICES, ACCOUNT, "root-account-mfa-device").unwrap().assignment.is_none());
}

#[test]
fn checks_are_on_the_device_or_on_whose_it_is() {
    let mut fixture = fixture();
    let input = CreateVirtualMFADeviceRequest {
        virtual_mfa_device_name: "d".into(),
        path: None,
        tags: Some(vec![Tag { key: "a".into(), value: "1".into() }]),
    };
    let needed = fixture.access::<CreateVirtualMFADevice>(&input).unwrap();
    let serial_number = "arn:aws:iam::123456789012:mfa/d";
    let rows: Vec<_> = needed.iter().map(|check| (&*check.action, &*check.resource)).collect();
    assert_eq!(rows, [("iam:CreateVirtualMFADevice", serial_number), ("iam:TagMFADevice", serial_number)]);
    fixture.call::<CreateVirtualMFADevice>(input).unwrap();
    let input = DeleteVirtualMFADeviceRequest { serial_number: serial_number.into() };
    let needed = fixture.access::<DeleteVirtualMFADevice>(&input).unwrap();
    assert_eq!(needed[0].resource, serial_number);
    assert!(needed[0].context.iter().any(|(key, _)| key == "aws:ResourceTag/a"));
    let input =
        DeactivateMFADeviceRequest { user_name: Some("bob".into()), serial_number: serial_number.into() };
    let needed = fixture.access::<DeactivateMFADevice>(&input).unwrap();
    assert_eq!(needed[0].resource, "arn:aws:iam::123456789012:user/bob");
}
