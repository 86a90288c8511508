//! What the report says: a row for the root user and one for each user, with the columns of "Generate credential reports
//! for your AWS account" in the IAM User Guide.

use std::fmt::Write as _;

use awsim_plugin::context::Context;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;

use crate::arn;
use crate::password::rules;
use crate::state::{
    ACCESS_KEYS, AccessKey, LoginProfile, PasswordPolicy, ROOT_USER, Resource, RootUser, SignIn,
    SigningCertificate, USERS, User,
};

/// The columns, in order.
const COLUMNS: [&str; 23] = [
    "user",
    "arn",
    "user_creation_time",
    "password_enabled",
    "password_last_used",
    "password_last_changed",
    "password_next_rotation",
    "mfa_active",
    "access_key_1_active",
    "access_key_1_last_rotated",
    "access_key_1_last_used_date",
    "access_key_1_last_used_region",
    "access_key_1_last_used_service",
    "access_key_2_active",
    "access_key_2_last_rotated",
    "access_key_2_last_used_date",
    "access_key_2_last_used_region",
    "access_key_2_last_used_service",
    "cert_1_active",
    "cert_1_last_rotated",
    "cert_2_active",
    "cert_2_last_rotated",
    "additional_credentials_info",
];

/// The credentials of one kind that have columns; more than these are only counted.
const SHOWN: usize = 2;

/// There is no such thing.
const NOT_APPLICABLE: &str = "N/A";

/// The password has never been used.
const NO_INFORMATION: &str = "no_information";

/// Of root's password it is not told when it was set, and no policy says when it must be replaced.
const NOT_SUPPORTED: &str = "not_supported";

/// The report on the account.
pub(super) fn of_account(cx: &Context<'_>, state: &View) -> String {
    let mut report = COLUMNS.join(",");
    let none = RootUser::default();
    let root = state.get(&ROOT_USER, cx.account(), &()).unwrap_or(&none);
    append(&mut report, &root_row(cx, state, root));
    let policy = PasswordPolicy::of(state, cx.account());
    for (_, user) in state.iter(&USERS, cx.account()) {
        append(&mut report, &user_row(cx, state, user, policy));
    }
    report
}

/// Adds a row.
fn append(report: &mut String, row: &[String]) {
    for (index, field) in row.iter().enumerate() {
        report.push(if index == 0 { '\n' } else { ',' });
        // Names may have commas, but neither quotation marks nor line ends.
        let quote = if field.contains(',') { "\"" } else { "" };
        // Writing to a string cannot fail.
        let _ = write!(report, "{quote}{field}{quote}");
    }
}

fn root_row(cx: &Context<'_>, state: &View, root: &RootUser) -> Vec<String> {
    let not_supported = || NOT_SUPPORTED.to_owned();
    let mut row = vec!["<root_account>".to_owned(), arn::root(cx), date(root.created)];
    let [enabled, last_used, ..] = password(&root.sign_in, None, not_supported());
    row.extend([enabled, last_used, not_supported(), not_supported()]);
    row.extend(credentials(cx, state, &root.sign_in, &root.access_keys, &root.signing_certificates));
    row
}

fn user_row(cx: &Context<'_>, state: &View, user: &User, policy: Option<&PasswordPolicy>) -> Vec<String> {
    let details = &user.details;
    let profile = details.sign_in.login_profile.as_deref();
    let next_rotation = profile.and_then(|profile| rules::expiry(policy, profile));
    let mut row = vec![user.name.to_string(), user.arn(cx), date(Some(user.created))];
    row.extend(password(&details.sign_in, details.password_last_used, date(next_rotation)));
    let certificates = &details.signing_certificates;
    row.extend(credentials(cx, state, &details.sign_in, &details.access_keys, certificates));
    row
}

/// The columns on the password.
fn password(sign_in: &SignIn, last_used: Option<Timestamp>, next_rotation: String) -> [String; 4] {
    let profile: Option<&LoginProfile> = sign_in.login_profile.as_deref().filter(|_| sign_in.has_password());
    let last_used = match (profile, last_used) {
        (Some(_), None) => NO_INFORMATION.to_owned(),
        (Some(_), last_used) => date(last_used),
        (None, _) => NOT_APPLICABLE.to_owned(),
    };
    [
        profile.is_some().to_string(),
        last_used,
        date(profile.map(|profile| profile.password_set)),
        next_rotation,
    ]
}

/// The columns on everything but the password.
fn credentials(
    cx: &Context<'_>,
    state: &View,
    sign_in: &SignIn,
    key_ids: &[Box<str>],
    certificates: &[SigningCertificate],
) -> Vec<String> {
    let mut fields = vec![(!sign_in.mfa_devices.is_empty()).to_string()];
    for place in 0..SHOWN {
        let id = key_ids.get(place);
        fields.extend(access_key(id.and_then(|id| state.get(&ACCESS_KEYS, cx.account(), &**id))));
    }
    for place in 0..SHOWN {
        let certificate = certificates.get(place);
        let changed = certificate.map(|certificate| certificate.changed.unwrap_or(certificate.uploaded));
        fields.extend([certificate.is_some_and(|certificate| certificate.active).to_string(), date(changed)]);
    }
    fields.push(additional(key_ids.len(), certificates.len()));
    fields
}

/// How many credentials there are that have no columns, and what lists them ("The number of additional access keys or
/// certificates of the user and the actions you can use to list the access keys or certificates").
fn additional(keys: usize, certificates: usize) -> String {
    let kinds =
        [(keys, "access keys", "ListAccessKeys"), (certificates, "certificates", "ListSigningCertificates")];
    let more = kinds.into_iter().filter(|(count, ..)| *count > SHOWN);
    let more: Vec<String> =
        more.map(|(count, kind, action)| format!("{} more {kind}: {action}", count - SHOWN)).collect();
    if more.is_empty() { NOT_APPLICABLE.to_owned() } else { more.join("; ") }
}

/// The columns on an access key.
fn access_key(key: Option<&AccessKey>) -> [String; 5] {
    let last_used = key.and_then(|key| key.last_used.as_deref());
    let text = |text: Option<&str>| text.unwrap_or(NOT_APPLICABLE).to_owned();
    [
        key.is_some_and(|key| key.active).to_string(),
        date(key.map(|key| key.changed.unwrap_or(key.created))),
        date(last_used.map(|used| used.at)),
        text(last_used.map(|used| &*used.region)),
        text(last_used.map(|used| &*used.service)),
    ]
}

/// A time in ISO 8601, with the offset that AWS writes here.
fn date(time: Option<Timestamp>) -> String {
    match time {
        Some(time) => time.to_the_second().to_string().replace('Z', "+00:00"),
        None => NOT_APPLICABLE.to_owned(),
    }
}
