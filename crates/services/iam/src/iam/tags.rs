//! Tags of users, roles, policies, instance profiles and providers: put, remove, list.

use super::IamService;
use super::items::Kept;
use super::roles::{MAX_TAGS, folded_tags, show_tags, tags};
use super::subject::{Subject, missing};
use super::{certificates, devices, policies, profiles, providers, saml};
use crate::errors::{internal, unchanged, validation};
use crate::paging;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{IdentityKind, ItemKind, ProviderChange, StoreError, TagChange};

/// What has tags.
pub(super) enum Tagged {
    Identity(IdentityKind),
    Policy,
    Profile,
    Provider,
    /// What is kept as an item, and the member that says which.
    Item(ItemKind, &'static str),
}

pub(super) enum Verb {
    Put,
    Remove,
    List,
}

/// What `TagUser`, `UntagPolicy`, `ListRoleTags` and the like are about.
pub(super) fn of_name(operation: &str) -> Option<(Verb, Tagged)> {
    let (verb, noun) = if let Some(noun) = operation.strip_prefix("Tag") {
        (Verb::Put, noun)
    } else if let Some(noun) = operation.strip_prefix("Untag") {
        (Verb::Remove, noun)
    } else {
        (Verb::List, operation.strip_prefix("List")?.strip_suffix("Tags")?)
    };
    let what = match noun {
        "User" => Tagged::Identity(IdentityKind::User),
        "Role" => Tagged::Identity(IdentityKind::Role),
        "Policy" => Tagged::Policy,
        "InstanceProfile" => Tagged::Profile,
        "OpenIDConnectProvider" => Tagged::Provider,
        "MFADevice" => Tagged::Item(ItemKind::MfaDevice, "SerialNumber"),
        "ServerCertificate" => Tagged::Item(ItemKind::ServerCertificate, "ServerCertificateName"),
        "SAMLProvider" => Tagged::Item(ItemKind::SamlProvider, "SAMLProviderArn"),
        _ => return None,
    };
    Some((verb, what))
}

pub(super) async fn tagging(
    service: &IamService,
    context: &RequestContext,
    verb: Verb,
    what: Tagged,
    input: Input,
) -> Result<Output, ApiError> {
    let found = Found::of(service, context, what, &input).await?;
    match verb {
        Verb::List => return found.list(input),
        Verb::Put => {
            let wire::TagRoleRequest { tags: given, .. } = input.parse()?;
            let given = if found.is_folded() { folded_tags(given)? } else { tags(given)? };
            found.change(service, TagChange::Put(given, MAX_TAGS)).await?;
        }
        Verb::Remove => {
            let wire::UntagRoleRequest { tag_keys, .. } = input.parse()?;
            found.change(service, TagChange::Remove(tag_keys)).await?;
        }
    }
    Ok(Output::empty())
}

/// What a request is about, and the tags that it has.
struct Found {
    key: Key,
    tags: BTreeMap<String, String>,
}

enum Key {
    Identity(Subject),
    Policy(store::ManagedPolicy),
    Profile(store::InstanceProfile),
    Provider(store::IdentityProvider),
    Item(Box<Kept<TaggedItem>>),
}

/// Whatever an item says, and its tags.
#[derive(Serialize, Deserialize)]
pub(crate) struct TaggedItem {
    pub(crate) tags: BTreeMap<String, String>,
    #[serde(flatten)]
    rest: serde_json::Map<String, serde_json::Value>,
}

impl Found {
    /// Whether keys may not differ in case alone.
    fn is_folded(&self) -> bool {
        matches!(self.key, Key::Identity(_))
    }

    async fn of(
        service: &IamService,
        context: &RequestContext,
        what: Tagged,
        input: &Input,
    ) -> Result<Self, ApiError> {
        let text = |member: &str| {
            input.members.get(member).and_then(|value| value.as_str()).unwrap_or_default().to_owned()
        };
        Ok(match what {
            Tagged::Identity(kind) => {
                let of = Subject::named(kind, context, input);
                Self { tags: identity_tags(service, &of).await?, key: Key::Identity(of) }
            }
            Tagged::Policy => {
                let policy = policies::find(service, context, &text("PolicyArn")).await?;
                Self { tags: policy.tags.clone(), key: Key::Policy(policy) }
            }
            Tagged::Profile => {
                let profile = profiles::find(service, context, &text("InstanceProfileName")).await?;
                Self { tags: profile.tags.clone(), key: Key::Profile(profile) }
            }
            Tagged::Provider => {
                let arn = text("OpenIDConnectProviderArn");
                let provider = providers::find(service, context, &arn).await?;
                Self { tags: provider.tags.clone(), key: Key::Provider(provider) }
            }
            Tagged::Item(kind, member) => {
                let name = text(member);
                // An ARN that ends with the name, or the name.
                let id = match kind {
                    ItemKind::SamlProvider => name.rsplit('/').next().unwrap_or_default(),
                    _ => &name,
                };
                let account = &context.caller.account;
                let found = Kept::<TaggedItem>::find(&*service.store, account, kind, id).await?;
                let kept = found.ok_or_else(|| match kind {
                    ItemKind::SamlProvider => saml::missing(&name),
                    ItemKind::MfaDevice => devices::missing(&name),
                    _ => certificates::missing(&name),
                })?;
                Self { tags: kept.value.tags.clone(), key: Key::Item(Box::new(kept)) }
            }
        })
    }

    fn list(self, input: Input) -> Result<Output, ApiError> {
        let request: wire::ListRoleTagsRequest = input.parse()?;
        let page = paging::Request::new(request.max_items, request.marker.as_deref())?;
        let after = page.after.unwrap_or_default();
        let mut rest: Vec<wire::Tag> = show_tags(&self.tags);
        rest.retain(|tag| tag.key > after);
        let more = rest.len() > page.limit;
        rest.truncate(page.limit);
        let marker = paging::marker(more, rest.last().map(|tag| tag.key.as_str()));
        Output::of(&wire::ListRoleTagsResponse { tags: rest, is_truncated: Some(more), marker })
    }

    async fn change(self, service: &IamService, change: TagChange) -> Result<(), ApiError> {
        let store = &service.store;
        let changed = match self.key {
            Key::Identity(of) => match change {
                TagChange::Put(tags, max) => store.put_identity_tags(&of.who, tags, max).await,
                TagChange::Remove(keys) => store.remove_identity_tags(&of.who, &keys).await,
            },
            Key::Policy(policy) => match change {
                TagChange::Put(tags, max) => {
                    store.put_policy_tags(&policy.account, &policy.name, tags, max).await
                }
                TagChange::Remove(keys) => {
                    store.remove_policy_tags(&policy.account, &policy.name, &keys).await
                }
            },
            Key::Profile(profile) => {
                store.tag_instance_profile(&profile.account, &profile.name, change).await
            }
            Key::Provider(provider) => {
                let change = ProviderChange::Tags(change);
                store.change_identity_provider(&provider.account, &provider.issuer, change).await
            }
            Key::Item(mut kept) => match change.apply(&mut kept.value.tags) {
                Ok(()) => kept.replace(&**store).await,
                Err(error) => Err(error),
            },
        };
        changed.map_err(|error| match error {
            StoreError::LimitExceeded(max) => {
                ApiError::new(409, "LimitExceeded", format!("Cannot exceed quota for TagsPerResource: {max}"))
            }
            // It was there a moment ago.
            error => unchanged(&error, || validation("The resource was deleted meanwhile.")),
        })
    }
}

async fn identity_tags(service: &IamService, of: &Subject) -> Result<BTreeMap<String, String>, ApiError> {
    let (store, who) = (&service.store, &of.who);
    let tags = match who.kind {
        IdentityKind::Role => {
            store.role(&who.account, &who.name).await.map(|role| role.map(|role| role.tags))
        }
        _ => store.identity(who).await.map(|identity| identity.map(|identity| identity.tags)),
    };
    tags.map_err(|error| internal(&error))?.ok_or_else(|| missing(who))
}
