//! `DescribeEffectivePolicy`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::{find, policy_type};
use crate::generated::EffectivePolicy;
use crate::generated::operations::DescribeEffectivePolicy;
use crate::generated::{DescribeEffectivePolicyRequest, DescribeEffectivePolicyResponse};
use crate::seat::Seat;
use crate::state::{ACCOUNTS, UNITS};
use crate::{Organizations, access, errors};

impl Handler<DescribeEffectivePolicy> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        input: &DescribeEffectivePolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok({
            let own = cx.account().to_string();
            let target = input.target_id.as_deref().unwrap_or(&own);
            let check = access::on("organizations:DescribeEffectivePolicy", cx, state, target);
            vec![access::with_type(check, policy_type(input.policy_type).ok())]
        })
    }

    fn call(
        &self,
        input: DescribeEffectivePolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<DescribeEffectivePolicyResponse, ServiceError> {
        let own = cx.account().to_string();
        let target = input.target_id.clone().unwrap_or_else(|| own.clone());
        // Every account may see what is in effect on itself.
        let seat = if target == own {
            Seat::of(cx, state)?
        } else {
            self.seat::<DescribeEffectivePolicy>(&input, cx, state)?
        };
        if *seat.root == *target || state.contains(&UNITS, seat.management, &*target) {
            let message = "You can't perform the specified operation on that target entity.";
            return Err(errors::invalid("TARGET_NOT_SUPPORTED", message));
        }
        if !state.contains(&ACCOUNTS, seat.management, &*target) {
            return Err(errors::no_such_target());
        }
        let found = find(state, &seat, &target, policy_type(input.policy_type)?)?;
        let content = serde_json::to_string(&found.effective).map_err(|_| errors::malformed_policy())?;
        let effective_policy = EffectivePolicy {
            policy_content: Some(content),
            last_updated_timestamp: Some(found.changed),
            target_id: Some(target),
            policy_type: Some(input.policy_type),
        };
        Ok(DescribeEffectivePolicyResponse { effective_policy: Some(effective_policy) })
    }
}
