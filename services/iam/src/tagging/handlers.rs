//! The operations, for all resources with tags alike.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{Taggable, page, tag, untag};
use crate::generated::operations::*;
use crate::generated::*;
use crate::listing::list_handler;
use crate::tags::requested;
use crate::{Iam, state};

/// Writes the three handlers of one kind of resource, which requests identify by the member `$name`.
macro_rules! handlers {
    (
        $resource:ty, $name:ident,
        $tag:ident($tag_request:ty) = $tag_action:literal,
        $untag:ident($untag_request:ty) = $untag_action:literal,
        $list:ident($list_request:ty) -> $list_response:ident = $list_action:literal
    ) => {
        impl Handler<$tag> for Iam {
            type Mode = Write;

            fn access(
                &self,
                input: &$tag_request,
                cx: &Context<'_>,
                state: &View,
            ) -> Result<Access, ServiceError> {
                let check = <$resource>::check($tag_action, cx, state, &input.$name);
                Ok(vec![check.with_request_tags(requested(Some(&input.tags)))])
            }

            fn call(
                &self,
                input: $tag_request,
                cx: &Context<'_>,
                state: &mut Transaction,
            ) -> Result<(), ServiceError> {
                tag::<$resource>(state, cx, &input.$name, input.tags)
            }
        }

        impl Handler<$untag> for Iam {
            type Mode = Write;

            fn access(
                &self,
                input: &$untag_request,
                cx: &Context<'_>,
                state: &View,
            ) -> Result<Access, ServiceError> {
                let check = <$resource>::check($untag_action, cx, state, &input.$name);
                Ok(vec![check.with_tag_keys(input.tag_keys.iter().map(String::as_str))])
            }

            fn call(
                &self,
                input: $untag_request,
                cx: &Context<'_>,
                state: &mut Transaction,
            ) -> Result<(), ServiceError> {
                untag::<$resource>(state, cx, &input.$name, &input.tag_keys)
            }
        }

        list_handler!(
            $list($list_request) -> $list_response { tags } = $list_action,
            |input, cx, state| <$resource>::check($list_action, cx, state, &input.$name),
            |request| page::<$resource>(state, cx, request, &input.$name)
        );
    };
}

handlers!(
    state::User, user_name,
    TagUser(TagUserRequest) = "iam:TagUser",
    UntagUser(UntagUserRequest) = "iam:UntagUser",
    ListUserTags(ListUserTagsRequest) -> ListUserTagsResponse = "iam:ListUserTags"
);
handlers!(
    state::Role, role_name,
    TagRole(TagRoleRequest) = "iam:TagRole",
    UntagRole(UntagRoleRequest) = "iam:UntagRole",
    ListRoleTags(ListRoleTagsRequest) -> ListRoleTagsResponse = "iam:ListRoleTags"
);
handlers!(
    state::CustomerPolicy, policy_arn,
    TagPolicy(TagPolicyRequest) = "iam:TagPolicy",
    UntagPolicy(UntagPolicyRequest) = "iam:UntagPolicy",
    ListPolicyTags(ListPolicyTagsRequest) -> ListPolicyTagsResponse = "iam:ListPolicyTags"
);
handlers!(
    state::InstanceProfile, instance_profile_name,
    TagInstanceProfile(TagInstanceProfileRequest) = "iam:TagInstanceProfile",
    UntagInstanceProfile(UntagInstanceProfileRequest) = "iam:UntagInstanceProfile",
    ListInstanceProfileTags(ListInstanceProfileTagsRequest) -> ListInstanceProfileTagsResponse
        = "iam:ListInstanceProfileTags"
);
handlers!(
    state::OidcProvider, open_id_connect_provider_arn,
    TagOpenIDConnectProvider(TagOpenIDConnectProviderRequest) = "iam:TagOpenIDConnectProvider",
    UntagOpenIDConnectProvider(UntagOpenIDConnectProviderRequest) = "iam:UntagOpenIDConnectProvider",
    ListOpenIDConnectProviderTags(ListOpenIDConnectProviderTagsRequest) -> ListOpenIDConnectProviderTagsResponse
        = "iam:ListOpenIDConnectProviderTags"
);
handlers!(
    state::SamlProvider, saml_provider_arn,
    TagSAMLProvider(TagSAMLProviderRequest) = "iam:TagSAMLProvider",
    UntagSAMLProvider(UntagSAMLProviderRequest) = "iam:UntagSAMLProvider",
    ListSAMLProviderTags(ListSAMLProviderTagsRequest) -> ListSAMLProviderTagsResponse = "iam:ListSAMLProviderTags"
);
handlers!(
    state::MfaDevice, serial_number,
    TagMFADevice(TagMFADeviceRequest) = "iam:TagMFADevice",
    UntagMFADevice(UntagMFADeviceRequest) = "iam:UntagMFADevice",
    ListMFADeviceTags(ListMFADeviceTagsRequest) -> ListMFADeviceTagsResponse = "iam:ListMFADeviceTags"
);
handlers!(
    state::ServerCertificate, server_certificate_name,
    TagServerCertificate(TagServerCertificateRequest) = "iam:TagServerCertificate",
    UntagServerCertificate(UntagServerCertificateRequest) = "iam:UntagServerCertificate",
    ListServerCertificateTags(ListServerCertificateTagsRequest) -> ListServerCertificateTagsResponse
        = "iam:ListServerCertificateTags"
);
