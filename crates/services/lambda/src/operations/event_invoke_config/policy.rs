//! What is configured for asynchronous invocations, as whoever runs them needs it.

use super::{KIND, Settings};
use crate::attached;
use crate::errors;
use crate::service::LambdaService;
use aws_wire::ApiError;
use dispatch::events::EventPolicy;
use domain::{FunctionArn, Qualifier};
use std::sync::Arc;
use std::time::Duration;

/// The settings of exactly what was invoked: a version or an alias without its own has Lambda's defaults, whatever its
/// function has. `None` where it does not exist.
pub(crate) async fn policy(
    service: &LambdaService,
    target: &FunctionArn,
) -> Result<Option<Arc<EventPolicy>>, ApiError> {
    let FunctionArn { scope, name, qualifier } = target;
    let qualifier = qualifier.as_ref().unwrap_or(&Qualifier::Latest);
    let read = async {
        let Some(found) = service.functions.resolve(scope, name, qualifier).await? else { return Ok(None) };
        let place = Some(qualifier).filter(|qualifier| **qualifier != Qualifier::Latest);
        let attached = service.functions.store().attachment(scope, name, place, KIND).await;
        let attached = attached.map_err(|e| errors::store(&e))?;
        let settings: Settings = attached.as_ref().map(attached::value).transpose()?.unwrap_or_default();
        Ok(Some(settings.policy(found.config.dead_letter_arn.clone())))
    };
    service.functions.event_policy(scope, name, qualifier, read).await
}

impl Settings {
    fn policy(self, dead_letter: Option<String>) -> EventPolicy {
        let usual = EventPolicy::default();
        let Self { retries, age_s, on_success, on_failure } = self;
        let number = |given: Option<i32>| given.and_then(|n| u32::try_from(n).ok());
        EventPolicy {
            retries: number(retries).unwrap_or(usual.retries),
            max_age: number(age_s).map_or(usual.max_age, |s| Duration::from_secs(u64::from(s))),
            on_success,
            on_failure,
            dead_letter: dead_letter.filter(|arn| !arn.is_empty()),
        }
    }
}
