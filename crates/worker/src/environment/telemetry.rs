//! Subscriptions of an environment's extensions, told in its log.

use crate::logs::Collector;
use crate::telemetry::Telemetry;
use runtime_api::{NotSubscribed, Subscription, Subscriptions};
use std::sync::Arc;

/// Takes them.
pub(super) struct Subscribing {
    pub(super) log: Arc<Collector>,
    pub(super) telemetry: Arc<Telemetry>,
}

impl Subscriptions for Subscribing {
    fn subscribe(&self, extension: &str, subscription: Subscription) -> Result<(), NotSubscribed> {
        let event = self.telemetry.subscribe(extension, subscription)?;
        // Subscribers are told with everybody else.
        self.log.say(&[event]);
        Ok(())
    }
}
