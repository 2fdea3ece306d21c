//! Amazon EventBridge, in AWS JSON 1.1.

use super::{Target, not_said};
use crate::answer::{Said, passes};
use crate::{CallError, Client};
use bytes::Bytes;
use domain::Timestamp;
use http::{Request, header};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Event buses behind an endpoint.
pub struct EventBridge {
    client: Arc<Client>,
}

/// An event for a bus.
#[derive(Clone, Copy, Debug)]
pub struct Event<'a> {
    /// When it happened; EventBridge keeps seconds.
    pub at: Timestamp,
    /// Who it comes from.
    pub source: &'a str,
    /// What its detail is.
    pub detail_type: &'a str,
    /// A JSON object.
    pub detail: &'a str,
    /// The ARNs that it concerns.
    pub resources: &'a [&'a str],
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct PutEvents<'a> {
    entries: [Entry<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Entry<'a> {
    time: i64,
    source: &'a str,
    resources: &'a [&'a str],
    detail_type: &'a str,
    detail: &'a str,
    event_bus_name: &'a str,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Put {
    entries: Vec<Ended>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Ended {
    event_id: Option<String>,
    error_code: Option<String>,
    error_message: Option<String>,
}

impl EventBridge {
    /// Behind this endpoint.
    pub fn new(client: Arc<Client>) -> Self {
        Self { client }
    }

    /// `PutEvents` of one event to the bus of that ARN; `Ok` when EventBridge has given it an id.
    ///
    /// # Errors
    /// What EventBridge says of the request or of its one entry, or that it says nothing.
    pub async fn put(&self, bus: &str, event: &Event<'_>) -> Result<(), CallError> {
        let Target { region, .. } = Target::of(bus, "events")?;
        let entry = Entry {
            time: event.at.0.div_euclid(1_000),
            source: event.source,
            resources: event.resources,
            detail_type: event.detail_type,
            detail: event.detail,
            event_bus_name: bus,
        };
        let body = serde_json::to_vec(&PutEvents { entries: [entry] });
        let body = body.map_err(|e| CallError::Unavailable(e.to_string()))?;
        let request = Request::post("/")
            .header(header::CONTENT_TYPE, "application/x-amz-json-1.1")
            .header("x-amz-target", "AWSEvents.PutEvents");
        let (_, answer) = self.client.call(request, Bytes::from(body), &region, "events").await?;
        let put: Put = serde_json::from_slice(&answer).map_err(|_| not_said("EventBridge"))?;
        match put.entries.into_iter().next() {
            Some(Ended { error_code: Some(code), error_message, .. }) => Err(failed(code, error_message)),
            Some(Ended { event_id: Some(id), .. }) if !id.is_empty() => Ok(()),
            _ => Err(not_said("EventBridge")),
        }
    }
}

/// What an entry's error is; the request went well.
fn failed(code: String, message: Option<String>) -> CallError {
    match Said::of(Some(code), message) {
        Said { code: Some(code), .. } if passes(&code) => {
            CallError::Unavailable(format!("it did not take the event, {code}"))
        }
        Said { code: Some(code), message } => {
            CallError::Refused { message: message.unwrap_or_else(|| code.clone()), code }
        }
        Said { code: None, .. } => not_said("EventBridge"),
    }
}
