//! Operations, by what they are about.

pub(crate) mod events;
pub(crate) mod groups;
pub(crate) mod put;
pub(crate) mod search;
pub(crate) mod streams;

use crate::errors::{invalid, no_group};
use aws_wire::{ApiError, RequestContext};

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
