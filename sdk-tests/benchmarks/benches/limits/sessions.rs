//! What it costs to issue sessions.

use std::sync::Arc;

use awsim_benchmarks::memory::resident;
use awsim_benchmarks::report::{Figure, at_least, at_most};
use awsim_benchmarks::signing::encoded;
use awsim_sdk_tests::process::Awsim;
use awsim_sdk_tests::wire::query_kept as query;

use super::{REQUESTS, alternate, answer, bare_like, fixed, rates};

/// Enough sessions to see what they cost when nobody needs them any more.
const SESSIONS: usize = 1_000_000;
/// The trust policy of the role.
const TRUST: &str = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::000000000000:user/ann"},"Action":"sts:AssumeRole"}}"#;

/// `AssumeRole` by a user whom the trust policy of the role names, with everything enforced. Signatures, which would differ by request, are
/// measured in `signature`.
pub(super) fn measure() {
    let enforced = [("AWSIM_IAM_ENFORCE", "on"), ("AWSIM_VERIFY_SIGV4", "false")];
    let awsim = Awsim::with(&["--data-dir", ":memory:"], &enforced);
    let ask = |form: &str| answer(awsim.address(), &query("iam", &format!("Version=2010-05-08&{form}")));
    ask("Action=CreateUser&UserName=ann");
    let key = ask("Action=CreateAccessKey&UserName=ann");
    let key = between(&key, "<AccessKeyId>", "</AccessKeyId>");
    let trust = encoded(TRUST);
    ask(&format!("Action=CreateRole&RoleName=app&AssumeRolePolicyDocument={trust}"));

    let form = "Action=AssumeRole&Version=2011-06-15&RoleSessionName=session\
                &RoleArn=arn%3Aaws%3Aiam%3A%3A000000000000%3Arole%2Fapp";
    let request = String::from_utf8(query("sts", form)).expect("a request is text");
    let request = request.replace("Credential=test/", &format!("Credential={key}/")).into_bytes();
    let bare = bare_like(awsim.address(), &request);
    let request: Arc<[u8]> = request.into();
    let (ours, theirs) = alternate(
        || fixed(awsim.address(), 16, REQUESTS, &request),
        || fixed(bare.address, 16, REQUESTS, &request),
    );
    let ratio = Figure::ratio(ours, theirs);
    at_least("AssumeRole with trust evaluation, 16 connections", &rates(ours, theirs), ratio, 0.60);

    let before = resident(awsim.pid());
    fixed(awsim.address(), 16, SESSIONS, &request);
    let more = Figure::of(resident(awsim.pid()) - before, "MB");
    at_most("resident memory that a million sessions add", "", more, 5.0);
}

/// What stands between two texts.
fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    let rest = text.split_once(before).expect("the answer has it").1;
    rest.split_once(after).expect("an element ends").0
}
