//! `CreateAccount`, `CreateGovCloudAccount`.
//!
//! AWS makes accounts in the background: the answer says that it is in progress, and `DescribeCreateAccountStatus` says what
//! came of it. Here the account is made with the request, and its answer is the same.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{creations, join};
use crate::generated::operations::{CreateAccount, CreateGovCloudAccount};
use crate::generated::{
    AccountJoinedMethod, CreateAccountFailureReason, CreateAccountState, CreateAccountStatus,
};
use crate::generated::{
    CreateAccountRequest, CreateAccountResponse, CreateGovCloudAccountRequest, CreateGovCloudAccountResponse,
};
use crate::seat::Seat;
use crate::state::{CREATIONS, Creation, OWNERS, Outcome, Owner, owner};
use crate::tags::Tags;
use crate::{Organizations, access, errors, ids};
use awsim_plugin::directory::Founding;

/// Writes the handler of an operation that makes an account; the two are alike but for what is made besides.
macro_rules! creates {
    ($operation:ident($request:ty) -> $response:ident = $action:literal, govcloud $govcloud:literal) => {
        impl Handler<$operation> for Organizations {
            type Mode = Write;

            fn access(
                &self,
                input: &$request,
                _cx: &Context<'_>,
                _state: &View,
            ) -> Result<Access, ServiceError> {
                Ok(access::making(Check::on_any($action), input.tags.as_deref()))
            }

            fn call(
                &self,
                input: $request,
                cx: &Context<'_>,
                state: &mut Transaction,
            ) -> Result<$response, ServiceError> {
                let order = Order {
                    email: input.email,
                    name: input.account_name,
                    role_name: input.role_name,
                    tags: Tags::of_request(input.tags)?,
                    govcloud: $govcloud,
                };
                Ok($response { create_account_status: Some(self.create(order, cx, state)?) })
            }
        }
    };
}

creates! {
    CreateAccount(CreateAccountRequest) -> CreateAccountResponse = "organizations:CreateAccount", govcloud false
}
creates! {
    CreateGovCloudAccount(CreateGovCloudAccountRequest) -> CreateGovCloudAccountResponse
        = "organizations:CreateGovCloudAccount", govcloud true
}

/// What is to be created.
struct Order {
    email: String,
    name: String,
    role_name: Option<String>,
    tags: Tags,
    /// Whether there is to be an account in the partition of the government too. It is not hosted here.
    govcloud: bool,
}

/// The role by which the management account gets into the accounts that it makes.
const ACCESS_ROLE: &str = "OrganizationAccountAccessRole";

impl Organizations {
    fn create(
        &self,
        order: Order,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<CreateAccountStatus, ServiceError> {
        let seat = Seat::managing(cx, state)?;
        let role_name = order.role_name.as_deref().unwrap_or(ACCESS_ROLE);
        if role_name.is_empty() || role_name.starts_with("AWSServiceRoleFor") {
            return Err(errors::invalid("INVALID_ROLE_NAME", "You provided a role name that isn't valid."));
        }
        if !self.has_room(state, &seat, cx.now) {
            return Err(errors::too_many_accounts());
        }
        let outcome = if owner::with_email(state, &order.email).is_some() {
            Outcome::Failed(CreateAccountFailureReason::EmailAlreadyExists)
        } else {
            make(cx, state, &seat, &order, role_name)?
        };
        let id = ids::new(ids::CREATION)?;
        let creation = Creation { name: order.name.into(), requested: cx.now, outcome };
        let answer = creations::status(&id, &creation, CreateAccountState::InProgress, None);
        state.insert(&CREATIONS, seat.management, id, creation);
        Ok(answer)
    }
}

/// Makes an account with everything that AWS puts into it.
fn make(
    cx: &Context<'_>,
    state: &mut Transaction,
    seat: &Seat,
    order: &Order,
    role_name: &str,
) -> Result<Outcome, ServiceError> {
    let account = ids::new_account(state)?;
    let owner = Owner { name: order.name.as_str().into(), email: order.email.as_str().into() };
    state.insert(&OWNERS, account, (), owner);
    join(state, seat.management, account, AccountJoinedMethod::Created, order.tags.clone(), cx.now)?;
    if let Some(directory) = cx.host.identity_directory() {
        let founding = Founding { account, management: seat.management, role_name, now: cx.now };
        directory.found_account(state, &founding)?;
    }
    let govcloud = order.govcloud.then(|| ids::new_account(state)).transpose()?;
    Ok(Outcome::Made { account, govcloud })
}
