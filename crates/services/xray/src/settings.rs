//! Groups, sampling rules and their tags, as they are kept: JSON, with what AWS's shapes lack beside them.

use crate::errors::{invalid, not_found, store as explain};
use aws_wire::ApiError;
use aws_wire::generated::xray::{Group, SamplingRule, Tag};
use domain::{Scope, Timestamp};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::BTreeMap;
use store::{Setting, SettingKind, TraceStore};

/// Groups of an account in a region, without `Default`; sampling rules the same (X-Ray quotas).
pub(crate) const MOST: usize = 25;
/// Tags of one resource.
const MAX_TAGS: usize = 50;
/// The group and the rule that is always there.
pub(crate) const DEFAULT: &str = "Default";

/// A group.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct KeptGroup {
    pub(crate) group: Group,
    pub(crate) tags: BTreeMap<String, String>,
}

/// A sampling rule, and when it was made and changed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct KeptRule {
    pub(crate) rule: SamplingRule,
    /// Seconds; 0 of the default one.
    pub(crate) created: f64,
    pub(crate) modified: f64,
    pub(crate) tags: BTreeMap<String, String>,
}

/// What is kept by name.
pub(crate) trait Kept: Serialize + DeserializeOwned {
    const KIND: SettingKind;
    const WHAT: &'static str;

    fn name(&self) -> &str;
    fn arn(&self) -> &str;
    fn tags(&mut self) -> &mut BTreeMap<String, String>;
}

impl Kept for KeptGroup {
    const KIND: SettingKind = SettingKind::Group;
    const WHAT: &'static str = "Group";

    fn name(&self) -> &str {
        self.group.group_name.as_deref().unwrap_or_default()
    }

    fn arn(&self) -> &str {
        self.group.group_arn.as_deref().unwrap_or_default()
    }

    fn tags(&mut self) -> &mut BTreeMap<String, String> {
        &mut self.tags
    }
}

impl Kept for KeptRule {
    const KIND: SettingKind = SettingKind::SamplingRule;
    const WHAT: &'static str = "Sampling rule";

    fn name(&self) -> &str {
        self.rule.rule_name.as_deref().unwrap_or_default()
    }

    fn arn(&self) -> &str {
        self.rule.rule_arn.as_deref().unwrap_or_default()
    }

    fn tags(&mut self) -> &mut BTreeMap<String, String> {
        &mut self.tags
    }
}

/// By name.
pub(crate) async fn all<T: Kept>(traces: &dyn TraceStore, scope: &Scope) -> Result<Vec<T>, ApiError> {
    let found = traces.settings(scope, T::KIND).await.map_err(|e| explain(&e))?;
    let read = |setting: &Setting| {
        let broken = |error: &serde_json::Error| {
            tracing::error!(%error, name = setting.name, "a setting of traces cannot be read");
            ApiError::internal()
        };
        serde_json::from_str(&setting.value).map_err(|e| broken(&e))
    };
    found.iter().map(read).collect()
}

/// The one that a request names, one way or the other.
pub(crate) async fn find<T: Kept>(
    traces: &dyn TraceStore,
    scope: &Scope,
    name: Option<&str>,
    arn: Option<&str>,
) -> Result<Option<T>, ApiError> {
    if name.is_some() == arn.is_some() {
        return Err(invalid(format!("{} name or ARN must be specified, and only one of them.", T::WHAT)));
    }
    let is =
        |kept: &T| name.is_none_or(|name| kept.name() == name) && arn.is_none_or(|arn| kept.arn() == arn);
    Ok(all(traces, scope).await?.into_iter().find(is))
}

/// Adds or changes one. Whether that was possible.
pub(crate) async fn put<T: Kept>(
    traces: &dyn TraceStore,
    scope: &Scope,
    kept: &T,
    is_new: bool,
) -> Result<bool, ApiError> {
    let value = serde_json::to_string(kept).map_err(|_| ApiError::internal())?;
    let setting = Setting { kind: T::KIND, name: kept.name().to_owned(), value };
    traces.put_setting(scope, setting, is_new, MOST + 1).await.map_err(|e| explain(&e))
}

/// Changes one, whether that was possible. The default one is kept from its first change on.
pub(crate) async fn change<T: Kept>(
    traces: &dyn TraceStore,
    scope: &Scope,
    kept: &T,
) -> Result<bool, ApiError> {
    let changed = put(traces, scope, kept, false).await?;
    Ok(changed || kept.name() == DEFAULT && put(traces, scope, kept, true).await?)
}

/// Where both are needed: why a new one is not possible.
pub(crate) async fn not_added<T: Kept>(
    traces: &dyn TraceStore,
    scope: &Scope,
    name: &str,
) -> Result<ApiError, ApiError> {
    let taken = all::<T>(traces, scope).await?.iter().any(|kept| kept.name() == name);
    let what = T::WHAT;
    Ok(match (taken, T::KIND) {
        (true, _) => invalid(format!("{what} with name {name} already exists.")),
        (false, SettingKind::SamplingRule) => ApiError::new(
            400,
            "RuleLimitExceededException",
            format!("At most {MOST} sampling rules are allowed."),
        ),
        (false, _) => invalid(format!("At most {MOST} groups are allowed.")),
    })
}

pub(crate) fn seconds(now: Timestamp) -> f64 {
    now.0 as f64 / 1_000.0
}

/// Tags that a request brings.
pub(crate) fn tags_of(tags: Option<Vec<Tag>>) -> Result<BTreeMap<String, String>, ApiError> {
    let tags: BTreeMap<_, _> = tags.into_iter().flatten().map(|tag| (tag.key, tag.value)).collect();
    check_tags(&tags).map(|()| tags)
}

fn check_tags(tags: &BTreeMap<String, String>) -> Result<(), ApiError> {
    if tags.len() > MAX_TAGS {
        let message = format!("A resource can have at most {MAX_TAGS} tags.");
        return Err(ApiError::new(400, "TooManyTagsException", message));
    }
    match tags.keys().find(|key| key.to_ascii_lowercase().starts_with("aws:")) {
        Some(_) => Err(invalid("Tag keys starting with aws: are reserved.")),
        None => Ok(()),
    }
}

/// Reads or changes the tags of the group or rule with that ARN.
pub(crate) async fn with_tags<T>(
    traces: &dyn TraceStore,
    scope: &Scope,
    arn: &str,
    work: impl FnOnce(&mut BTreeMap<String, String>) -> T,
) -> Result<T, ApiError> {
    async fn of<K: Kept, T>(
        traces: &dyn TraceStore,
        scope: &Scope,
        arn: &str,
        work: impl FnOnce(&mut BTreeMap<String, String>) -> T,
    ) -> Result<T, ApiError> {
        let found = find::<K>(traces, scope, None, Some(arn)).await?;
        let mut kept = found.ok_or_else(|| not_found(K::WHAT))?;
        let before = kept.tags().clone();
        let answer = work(kept.tags());
        check_tags(kept.tags())?;
        if *kept.tags() != before {
            put(traces, scope, &kept, false).await?;
        }
        Ok(answer)
    }
    if arn.contains(":sampling-rule/") {
        of::<KeptRule, T>(traces, scope, arn, work).await
    } else {
        of::<KeptGroup, T>(traces, scope, arn, work).await
    }
}
