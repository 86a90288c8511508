//! `GetContextKeysFor…`, and who may ask.

use super::*;

#[test]
fn context_keys_are_listed_once() {
    let document = policy(
        r#""Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/${aws:username}","Condition":{"StringEquals":{"aws:RequestedRegion":"${aws:PrincipalTag/region}","AWS:UserName":"x"}}"#,
    );
    let mut fixture = account();
    let mut names = fixture
        .call::<GetContextKeysForCustomPolicy>(GetContextKeysForCustomPolicyRequest {
            policy_input_list: vec![document.clone(), document.clone()],
        })
        .unwrap()
        .context_key_names
        .unwrap();
    names.sort();
    assert_eq!(names, texts(&["aws:PrincipalTag/region", "aws:RequestedRegion", "aws:username"]));
    let names = fixture
        .call::<GetContextKeysForPrincipalPolicy>(GetContextKeysForPrincipalPolicyRequest {
            policy_source_arn: ANN.to_owned(),
            policy_input_list: Some(vec![document]),
        })
        .unwrap()
        .context_key_names
        .unwrap();
    assert_eq!(names.len(), 3);
    let refused = fixture.call::<GetContextKeysForCustomPolicy>(GetContextKeysForCustomPolicyRequest {
        policy_input_list: texts(&["nonsense"]),
    });
    assert_eq!(refusal(refused), "InvalidInput (400): Syntax errors in policy.");
}

#[test]
fn simulating_somebody_needs_permission_on_them() {
    let fixture = account();
    let checks = fixture.access::<SimulatePrincipalPolicy>(&of_principal(ANN, "s3:GetObject")).unwrap();
    assert_eq!(
        (checks[0].action.as_ref(), checks[0].resource.as_str()),
        ("iam:SimulatePrincipalPolicy", ANN)
    );
    let checks = fixture.access::<SimulateCustomPolicy>(&custom(Vec::new())).unwrap();
    assert_eq!((checks[0].action.as_ref(), checks[0].resource.as_str()), ("iam:SimulateCustomPolicy", "*"));
    assert_eq!(PolicySourceType::IAMPolicy.as_str(), "IAM Policy");
}
