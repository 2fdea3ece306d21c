//! The Telemetry API and the Logs API: subscriptions.

use super::body::{self, Read};
use super::extensions::identifier;
use super::routes::{Answer, json};
use crate::refusal::Refusal;
use crate::session::Session;
use crate::telemetry::{NotSubscribed, TelemetryApi, parse};
use bytes::Bytes;
use http::StatusCode;
use http::header::HeaderMap;
use hyper::body::Incoming;

/// The body of a subscription, bytes: half a kilobyte is a long one.
const MAX_SUBSCRIPTION: usize = 16 << 10;

/// Answers one subscription.
pub(super) async fn subscribe(
    session: &Session,
    api: TelemetryApi,
    headers: &HeaderMap,
    body: &mut Incoming,
) -> Result<Answer, Refusal> {
    let id = identifier(headers)?;
    let extension = session.extensions().find(id);
    let extension = extension.ok_or_else(|| Refusal::UnknownExtension(id.to_owned()))?;
    let wanted = match body::read(body, MAX_SUBSCRIPTION).await {
        Read::Whole(wanted, _) => wanted,
        Read::TooLarge => {
            body::discard(body).await;
            return Err(Refusal::TooLarge(MAX_SUBSCRIPTION));
        }
        Read::Broken => return Err(Refusal::Truncated),
    };
    let Some(subscriptions) = session.subscriptions() else { return Err(Refusal::NoTelemetry(api)) };
    let wanted = parse(api, &wanted).map_err(|complaint| Refusal::Subscription(api, complaint))?;
    match subscriptions.subscribe(&extension.name, wanted) {
        Ok(()) => Ok(json(StatusCode::OK, Bytes::from_static(b"\"OK\""))),
        Err(NotSubscribed::Closed) => Err(Refusal::SubscriptionClosed(api)),
        Err(NotSubscribed::OtherApi) => {
            let complaint = "the extension has subscribed by the other of Telemetry API and Logs API";
            Err(Refusal::Subscription(api, complaint.to_owned()))
        }
    }
}
