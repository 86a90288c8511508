//! The operations, for all resources with tags alike.

use super::{Taggable, page, tag, untag};
use crate::access::action;
use crate::changing::change_handler;
use crate::generated::operations::*;
use crate::generated::*;
use crate::listing::list_handler;
use crate::state;
use crate::tags::requested;

/// Writes the three handlers of one kind of resource, which requests identify by the member `$name`.
macro_rules! handlers {
    (
        $resource:ty, $name:ident,
        $tag:ident,
        $untag:ident,
        $list:ident -> $list_response:ident
    ) => {
        change_handler!(
            $tag,
            |input, cx, state| {
                let check = <$resource>::check(action!($tag), cx, state, &input.$name);
                check.with_request_tags(requested(Some(&input.tags)))
            },
            |_iam| tag::<$resource>(state, cx, &input.$name, input.tags)
        );

        change_handler!(
            $untag,
            |input, cx, state| {
                let check = <$resource>::check(action!($untag), cx, state, &input.$name);
                check.with_tag_keys(input.tag_keys.iter().map(String::as_str))
            },
            |_iam| untag::<$resource>(state, cx, &input.$name, &input.tag_keys)
        );

        list_handler!(
            $list -> $list_response { tags },
            |input, cx, state| <$resource>::check(action!($list), cx, state, &input.$name),
            |request| page::<$resource>(state, cx, request, &input.$name)?
        );
    };
}

handlers!(state::User, user_name, TagUser, UntagUser, ListUserTags -> ListUserTagsResponse);
handlers!(state::Role, role_name, TagRole, UntagRole, ListRoleTags -> ListRoleTagsResponse);
handlers!(
    state::CustomerPolicy, policy_arn,
    TagPolicy,
    UntagPolicy,
    ListPolicyTags -> ListPolicyTagsResponse
);
handlers!(
    state::InstanceProfile, instance_profile_name,
    TagInstanceProfile,
    UntagInstanceProfile,
    ListInstanceProfileTags -> ListInstanceProfileTagsResponse
);
handlers!(
    state::OidcProvider, open_id_connect_provider_arn,
    TagOpenIDConnectProvider,
    UntagOpenIDConnectProvider,
    ListOpenIDConnectProviderTags -> ListOpenIDConnectProviderTagsResponse
);
handlers!(
    state::SamlProvider, saml_provider_arn,
    TagSAMLProvider,
    UntagSAMLProvider,
    ListSAMLProviderTags -> ListSAMLProviderTagsResponse
);
handlers!(
    state::MfaDevice, serial_number,
    TagMFADevice,
    UntagMFADevice,
    ListMFADeviceTags -> ListMFADeviceTagsResponse
);
handlers!(
    state::ServerCertificate, server_certificate_name,
    TagServerCertificate,
    UntagServerCertificate,
    ListServerCertificateTags -> ListServerCertificateTagsResponse
);
