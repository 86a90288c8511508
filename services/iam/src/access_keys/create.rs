//! `CreateAccessKey`. Without a user name it makes a key of the caller; of the account itself, if that is root.

use awsim_plugin::access::Access;
use awsim_plugin::access_key;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{ROOT_USER_NAME, change_ids, ids};
use crate::caller::Subject;
use crate::generated::operations::CreateAccessKey;
use crate::generated::{self, CreateAccessKeyRequest, CreateAccessKeyResponse, StatusType};
use crate::quotas::refuse_more;
use crate::state::{ACCESS_KEYS, AccessKey, Resource, User};
use crate::{Iam, names, random};

impl Handler<CreateAccessKey> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &CreateAccessKeyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Subject::of(cx, input.user_name.as_deref())?.check("iam:CreateAccessKey", cx, state)])
    }

    fn call(
        &self,
        input: CreateAccessKeyRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<CreateAccessKeyResponse, ServiceError> {
        let account = cx.account();
        let subject = Subject::of(cx, input.user_name.as_deref())?;
        let count = ids(state, account, subject)?.len();
        refuse_more(count, self.quotas().access_keys_per_user, "AccessKeysPerUser")?;
        let (user_name, user) = match subject {
            Subject::User(name) => {
                (User::find(state, account, name)?.name.to_string(), Some(names::key(name)))
            }
            Subject::Root => (ROOT_USER_NAME.to_owned(), None),
        };

        let random = u64::from_be_bytes(random::bytes()?);
        let id = access_key::new_id(access_key::LONG_TERM, account, random);
        let secret = access_key::new_secret(&random::bytes()?);
        let created = cx.now.to_the_second();
        let key = AccessKey {
            user: user.map(Into::into),
            secret: secret.as_str().into(),
            active: true,
            created,
            changed: None,
            last_used: None,
        };
        state.insert(&ACCESS_KEYS, account, id.clone(), key);
        change_ids(state, account, subject, |ids| ids.push(id.as_str().into()))?;
        let access_key = generated::AccessKey {
            user_name,
            access_key_id: id,
            status: StatusType::Active,
            secret_access_key: secret,
            create_date: Some(created),
        };
        Ok(CreateAccessKeyResponse { access_key })
    }
}
