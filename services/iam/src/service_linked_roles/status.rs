//! `GetServiceLinkedRoleDeletionStatus`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use crate::generated::operations::GetServiceLinkedRoleDeletionStatus;
use crate::generated::{
    DeletionTaskStatusType, ErrorCode, GetServiceLinkedRoleDeletionStatusRequest,
    GetServiceLinkedRoleDeletionStatusResponse,
};
use crate::state::{DELETION_TASKS, Role};
use crate::{Iam, access};

const ACTION: &str = "iam:GetServiceLinkedRoleDeletionStatus";

impl Handler<GetServiceLinkedRoleDeletionStatus> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &GetServiceLinkedRoleDeletionStatusRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![match role(&input.deletion_task_id) {
            Some((service, role)) => {
                let path = format!("{}{service}/", super::PATH_PREFIX);
                access::on_new::<Role>(ACTION, cx, Some(&path), role)
            }
            None => Check::on_any(ACTION),
        }])
    }

    fn call(
        &self,
        input: GetServiceLinkedRoleDeletionStatusRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetServiceLinkedRoleDeletionStatusResponse, ServiceError> {
        let id = &input.deletion_task_id;
        if role(id).is_none() {
            return Err(ErrorCode::InvalidInput.with(format!("The deletion task id {id} is not valid.")));
        }
        match state.get(&DELETION_TASKS, cx.account(), id.as_str()) {
            Some(_) => Ok(GetServiceLinkedRoleDeletionStatusResponse {
                status: DeletionTaskStatusType::Succeeded,
                reason: None,
            }),
            None => Err(ErrorCode::NoSuchEntity.with(format!("The deletion task {id} cannot be found."))),
        }
    }
}

/// The service and the role in the id of a task: `task/aws-service-role/SERVICE/ROLE/UUID`.
pub(super) fn role(task_id: &str) -> Option<(&str, &str)> {
    let mut parts = task_id.strip_prefix("task")?.strip_prefix(super::PATH_PREFIX)?.split('/');
    let (service, role, uuid) = (parts.next()?, parts.next()?, parts.next()?);
    let complete = !service.is_empty() && !role.is_empty() && !uuid.is_empty() && parts.next().is_none();
    complete.then_some((service, role))
}
