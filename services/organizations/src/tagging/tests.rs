use crate::generated::operations::{ListTagsForResource, TagResource, UntagResource};
use crate::generated::{
    ListTagsForResourceRequest, PolicyType, Tag, TagResourceRequest, UntagResourceRequest,
};
use crate::testing::{DENY, Fixture, refusal};

#[test]
fn everything_that_has_tags_can_be_tagged() {
    let mut fixture = Fixture::with_organization();
    let policy = fixture.policy(PolicyType::ServiceControlPolicy, "p", DENY);
    for resource in [fixture.root(), policy, "111122223333".to_owned()] {
        let tags = vec![
            Tag { key: "team".into(), value: "blue".into() },
            Tag { key: "a".into(), value: String::new() },
        ];
        fixture.call::<TagResource>(TagResourceRequest { resource_id: resource.clone(), tags }).unwrap();
        let untag = UntagResourceRequest { resource_id: resource.clone(), tag_keys: vec!["a".into()] };
        fixture.call::<UntagResource>(untag).unwrap();
        let list = ListTagsForResourceRequest { resource_id: resource.clone(), next_token: None };
        let tags = fixture.call::<ListTagsForResource>(list).unwrap().tags.unwrap();
        assert_eq!(tags, [Tag { key: "team".into(), value: "blue".into() }], "{resource}");
    }
    let unknown = ListTagsForResourceRequest { resource_id: "p-0000000000".into(), next_token: None };
    assert_eq!(refusal(fixture.call::<ListTagsForResource>(unknown)), "TargetNotFoundException");
    let aws = ListTagsForResourceRequest { resource_id: "p-FullAWSAccess".into(), next_token: None };
    assert_eq!(refusal(fixture.call::<ListTagsForResource>(aws)), "TargetNotFoundException");
}
