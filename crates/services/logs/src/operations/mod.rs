//! Operations, by what they are about.

pub(crate) mod events;
pub(crate) mod filters;
pub(crate) mod groups;
pub(crate) mod live_tail;
pub(crate) mod policies;
pub(crate) mod put;
pub(crate) mod queries;
pub(crate) mod search;
pub(crate) mod streams;
pub(crate) mod tags;

use crate::errors::{invalid, no_group};
use crate::token;
use aws_wire::{ApiError, RequestContext};
use store::LogSetting;

/// What one answer holds at most, bytes (API reference of GetLogEvents and FilterLogEvents).
pub(crate) const MAX_ANSWER: usize = 1 << 20;
/// Events of one answer at most, and where no limit is given.
pub(crate) const MAX_EVENTS: usize = 10_000;

/// A limit as given, or the usual one.
pub(crate) fn limit(given: Option<i32>, usual: usize) -> usize {
    given.and_then(|n| usize::try_from(n).ok()).map_or(usual, |n| n.clamp(1, MAX_EVENTS))
}

/// The group that is meant, by its name or by an identifier, which is a name or an ARN.
pub(crate) fn group_name(
    context: &RequestContext,
    name: Option<String>,
    identifier: Option<String>,
) -> Result<String, ApiError> {
    match (name, identifier) {
        (Some(_), Some(_)) => {
            Err(invalid("LogGroup name and LogGroup ARN are mutually exclusive parameters."))
        }
        (Some(name), None) => Ok(name),
        (None, Some(identifier)) => from_identifier(context, &identifier),
        (None, None) => Err(invalid("Either LogGroup name or LogGroup ARN must be provided.")),
    }
}

pub(crate) fn from_identifier(context: &RequestContext, identifier: &str) -> Result<String, ApiError> {
    if !identifier.starts_with("arn:") {
        return Ok(identifier.to_owned());
    }
    let parts: Vec<&str> = identifier.splitn(7, ':').collect();
    let [_, _, "logs", region, account, "log-group", name] = parts[..] else {
        return Err(invalid("The log group identifier is invalid."));
    };
    // Another account's or region's group is none of ours.
    if region != context.scope.region.as_str() || account != context.scope.account.as_str() {
        return Err(no_group());
    }
    Ok(name.strip_suffix(":*").unwrap_or(name).to_owned())
}

/// Items of a list where no limit is given.
const PAGE: usize = 50;

/// A part of a list that is sorted by what stands before each item, and where the next part begins.
pub(crate) fn page_of<T>(
    items: Vec<(String, T)>,
    after: Option<&str>,
    most: Option<i32>,
) -> Result<(Vec<T>, Option<String>), ApiError> {
    let after = after.map(token::read_name).transpose()?;
    let most = limit(most, PAGE);
    let begins = after.map_or(0, |after| items.partition_point(|(name, _)| *name <= after));
    let next = items.get(begins + most).and_then(|_| items.get(begins + most - 1));
    let next = next.map(|(name, _)| token::write_name(name));
    Ok((items.into_iter().skip(begins).take(most).map(|(_, item)| item).collect(), next))
}

/// A filter's place in a list.
pub(crate) fn filter_page(setting: &LogSetting) -> String {
    format!("{}\0{}", setting.group, setting.name)
}

/// What is said where a setting cannot be read.
pub(crate) fn logged(setting: &LogSetting, error: &serde_json::Error) -> ApiError {
    tracing::error!(%error, kind = ?setting.kind, name = setting.name, "a stored setting cannot be read");
    ApiError::internal()
}
