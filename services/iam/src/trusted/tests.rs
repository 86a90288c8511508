use awsim_plugin::account::AccountId;
use awsim_plugin::caller::Caller;
use awsim_plugin::directory::IdentityDirectory;
use awsim_plugin::error::ServiceError;

use crate::generated::operations::*;
use crate::generated::*;
use crate::policy_document::encoded;
use crate::testing::{ACCOUNT, Fixture, refusal};

/// A trust policy with white space of its own.
fn trust(principals: &[&str]) -> String {
    let list: Vec<String> = principals.iter().map(|principal| format!("\"{principal}\"")).collect();
    format!(
        "{{ \"Version\" : \"2012-10-17\",\n\t\"Statement\":{{\"Effect\":\"Allow\",\"Principal\":{{\"AWS\" : [{}]}},\
         \"Action\":\"sts:AssumeRole\"}}}}",
        list.join(" , ")
    )
}

fn create_user(fixture: &mut Fixture, name: &str) -> User {
    let input = CreateUserRequest { user_name: name.into(), ..Default::default() };
    fixture.call::<CreateUser>(input).unwrap().user.unwrap()
}

fn create_role(fixture: &mut Fixture, name: &str, principals: &[&str]) -> Result<Role, ServiceError> {
    let input = CreateRoleRequest {
        role_name: name.into(),
        path: Some("/p/".into()),
        assume_role_policy_document: trust(principals),
        ..Default::default()
    };
    fixture.call::<CreateRole>(input).map(|answer| answer.role)
}

fn shown(fixture: &mut Fixture, role: &str) -> String {
    let role = fixture.call::<GetRole>(GetRoleRequest { role_name: role.into() }).unwrap().role;
    role.assume_role_policy_document.unwrap()
}

fn stored(fixture: &Fixture, role: &str) -> String {
    fixture.iam.role(&fixture.view, ACCOUNT, role).unwrap().trust_policy.to_string()
}

#[test]
fn ids_are_stored_and_arns_are_shown() {
    let mut fixture = Fixture::new();
    let bob = create_user(&mut fixture, "Bob");
    let role = create_role(&mut fixture, "first", &[&bob.arn]).unwrap();
    let everybody = [&*bob.arn, &*role.arn, "*", "123456789012", "arn:aws:iam::123456789012:root"];
    let made = create_role(&mut fixture, "second", &everybody).unwrap();
    assert_eq!(made.assume_role_policy_document.unwrap(), encoded(&trust(&everybody)));
    assert_eq!(shown(&mut fixture, "second"), encoded(&trust(&everybody)));
    let ids = [&*bob.user_id, &*role.role_id, "*", "123456789012", "arn:aws:iam::123456789012:root"];
    assert_eq!(stored(&fixture, "second"), trust(&ids));
}

#[test]
fn who_is_renamed_is_followed_and_who_is_gone_is_not_replaced() {
    let mut fixture = Fixture::new();
    let bob = create_user(&mut fixture, "bob");
    create_role(&mut fixture, "role", &[&bob.arn]).unwrap();
    let rename = UpdateUserRequest {
        user_name: "bob".into(),
        new_path: Some("/new/".into()),
        new_user_name: Some("Robert".into()),
    };
    fixture.call::<UpdateUser>(rename).unwrap();
    create_user(&mut fixture, "bob");
    let robert = "arn:aws:iam::123456789012:user/new/Robert";
    assert_eq!(shown(&mut fixture, "role"), encoded(&trust(&[robert])));
    fixture.call::<DeleteUser>(DeleteUserRequest { user_name: "robert".into() }).unwrap();
    create_user(&mut fixture, "robert");
    assert_eq!(shown(&mut fixture, "role"), encoded(&trust(&[&bob.user_id])));
    assert_eq!(stored(&fixture, "role"), trust(&[&bob.user_id]));
    let input =
        GetAccountAuthorizationDetailsRequest { filter: Some(vec![EntityType::Role]), ..Default::default() };
    let details = fixture.call::<GetAccountAuthorizationDetails>(input).unwrap().role_detail_list.unwrap();
    assert_eq!(details[0].assume_role_policy_document.as_deref(), Some(&*encoded(&trust(&[&bob.user_id]))));
}

#[test]
fn a_new_policy_replaces_whom_the_old_one_named() {
    let mut fixture = Fixture::new();
    let (bob, eve) = (create_user(&mut fixture, "bob"), create_user(&mut fixture, "eve"));
    create_role(&mut fixture, "role", &[&bob.arn]).unwrap();
    let update =
        |document| UpdateAssumeRolePolicyRequest { role_name: "role".into(), policy_document: document };
    // An id will do as well, as long as it is somebody's.
    fixture.call::<UpdateAssumeRolePolicy>(update(trust(&[&eve.user_id, &eve.arn]))).unwrap();
    assert_eq!(shown(&mut fixture, "role"), encoded(&trust(&[&eve.arn, &eve.arn])));
    assert_eq!(stored(&fixture, "role"), trust(&[&eve.user_id, &eve.user_id]));
    fixture.call::<DeleteUser>(DeleteUserRequest { user_name: "eve".into() }).unwrap();
    assert_eq!(
        refusal(fixture.call::<UpdateAssumeRolePolicy>(update(trust(&[&eve.user_id])))),
        format!("MalformedPolicyDocument (400): Invalid principal in policy: \"AWS\":\"{}\"", eve.user_id)
    );
}

#[test]
fn nobody_is_refused_where_it_can_be_known() {
    let mut fixture = Fixture::new();
    let bob = create_user(&mut fixture, "bob");
    for nobody in [
        "arn:aws:iam::123456789012:user/nobody",
        "arn:aws:iam::123456789012:role/bob",
        "arn:aws:iam::123456789012:user/p/bob",
        "arn:aws:iam::123456789012:user/BOB",
        // Roles cannot trust themselves before they are there.
        "arn:aws:iam::123456789012:role/p/role",
    ] {
        assert_eq!(
            refusal(create_role(&mut fixture, "role", &[&bob.arn, nobody])),
            format!("MalformedPolicyDocument (400): Invalid principal in policy: \"AWS\":\"{nobody}\"")
        );
    }
    let elsewhere =
        ["arn:aws:iam::999999999999:user/nobody", "arn:aws:sts::123456789012:federated-user/nobody"];
    create_role(&mut fixture, "role", &elsewhere).unwrap();
    assert_eq!(stored(&fixture, "role"), trust(&elsewhere));
}

#[test]
fn other_accounts_that_are_here_are_known_too() {
    let mut fixture = Fixture::new();
    fixture.caller = Caller::root(AccountId::from_number(999_999_999_999).unwrap());
    let bob = create_user(&mut fixture, "bob");
    fixture.caller = Caller::root(ACCOUNT);
    create_role(&mut fixture, "role", &[&bob.arn]).unwrap();
    assert_eq!(stored(&fixture, "role"), trust(&[&bob.user_id]));
    assert_eq!(shown(&mut fixture, "role"), encoded(&trust(&["arn:aws:iam::999999999999:user/bob"])));
    let nobody = "arn:aws:iam::999999999999:user/nobody";
    assert_eq!(
        refusal(create_role(&mut fixture, "other", &[nobody])),
        format!("MalformedPolicyDocument (400): Invalid principal in policy: \"AWS\":\"{nobody}\"")
    );
}

#[test]
fn an_account_is_here_no_more_once_its_users_are_gone() {
    let mut fixture = Fixture::new();
    let elsewhere: AccountId = "111111111111".parse().unwrap();
    let nobody = "arn:aws:iam::111111111111:user/nobody";
    assert!(create_role(&mut fixture, "before", &[nobody]).is_ok());
    fixture.caller = Caller::root(elsewhere);
    create_user(&mut fixture, "guest");
    fixture.caller = Caller::root(ACCOUNT);
    assert!(create_role(&mut fixture, "meanwhile", &[nobody]).is_err());
    fixture.caller = Caller::root(elsewhere);
    fixture.call::<DeleteUser>(DeleteUserRequest { user_name: "guest".into() }).unwrap();
    fixture.caller = Caller::root(ACCOUNT);
    assert!(create_role(&mut fixture, "after", &[nobody]).is_ok());
}
