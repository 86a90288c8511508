//! `CreateServiceSpecificCredential`.

use awsim_plugin::access::{Access, ContextValue};
use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::services::Service;
use super::{SERVICE_KEY, with_secret};
use crate::generated::operations::CreateServiceSpecificCredential;
use crate::generated::{CreateServiceSpecificCredentialRequest, CreateServiceSpecificCredentialResponse};
use crate::quotas::refuse_more;
use crate::state::{Resource, ServiceSpecificCredential, User};
use crate::{Iam, access, errors, unique_id};

/// The seconds of a day.
const DAY: i64 = 24 * 60 * 60;

impl Handler<CreateServiceSpecificCredential> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &CreateServiceSpecificCredentialRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        const ACTION: &str = "iam:CreateServiceSpecificCredential";
        let check = access::on::<User>(ACTION, cx, state, &input.user_name)
            .with_string(SERVICE_KEY, Some(&*input.service_name));
        Ok(vec![match input.credential_age_days {
            Some(days) => {
                let days = ContextValue::Number(i64::from(days));
                check.with("iam:ServiceSpecificCredentialAgeDays", days)
            }
            None => check,
        }])
    }

    fn call(
        &self,
        input: CreateServiceSpecificCredentialRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<CreateServiceSpecificCredentialResponse, ServiceError> {
        let account = cx.account();
        let user = User::find(state, account, &input.user_name)?;
        let service = Service::find(&input.service_name)?;
        let form = service.form;
        if input.credential_age_days.is_some() && !form.can_expire() {
            return Err(errors::credentials_never_expire(service.principal));
        }
        let present: Vec<_> = user
            .details
            .service_specific_credentials
            .iter()
            .filter(|credential| *credential.service == *service.principal)
            .collect();
        refuse_more(
            present.len(),
            self.quotas().credentials_per_service_and_user,
            "ServiceSpecificCredentialsPerUser",
        )?;

        let name = free_name(&user.name, account, &present);
        let created = cx.now.to_the_second();
        let credential = ServiceSpecificCredential {
            id: unique_id::new(unique_id::SERVICE_SPECIFIC_CREDENTIAL, account)?,
            service: service.principal.into(),
            secret: form.new_secret(&name)?.into(),
            name: name.into(),
            active: true,
            created,
            expires: input.credential_age_days.map(|days| created.plus_seconds(i64::from(days) * DAY)),
        };
        let answer = with_secret(cx, &credential, &user.name);
        User::change(state, account, &input.user_name, |user| {
            user.details.service_specific_credentials.push(credential);
        })?;
        Ok(CreateServiceSpecificCredentialResponse { service_specific_credential: Some(answer) })
    }
}

/// The name of a new credential: `bob-at-123456789012`, or `bob+1-at-123456789012` if that is taken, and so on.
fn free_name(user: &str, account: AccountId, present: &[&ServiceSpecificCredential]) -> String {
    let name = |number: usize| match number {
        0 => format!("{user}-at-{account}"),
        number => format!("{user}+{number}-at-{account}"),
    };
    let mut number = 0;
    while present.iter().any(|credential| *credential.name == *name(number)) {
        number += 1;
    }
    name(number)
}
