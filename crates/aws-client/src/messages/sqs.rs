//! Amazon SQS, in AWS JSON 1.0.

use super::{Attribute, Target, not_said};
use crate::{CallError, Client};
use bytes::Bytes;
use http::{Request, header};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Queues behind an endpoint.
pub struct Sqs {
    client: Arc<Client>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct SendMessage<'a> {
    queue_url: String,
    message_body: &'a str,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    message_attributes: BTreeMap<&'a str, Value<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Value<'a> {
    data_type: &'static str,
    string_value: &'a str,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Sent {
    message_id: String,
}

impl Sqs {
    /// Behind this endpoint.
    pub fn new(client: Arc<Client>) -> Self {
        Self { client }
    }

    /// `SendMessage` to the queue of that ARN; `Ok` when SQS has given the message an id. The queue's URL is the one that
    /// SQS makes of account and name, below this endpoint.
    ///
    /// # Errors
    /// What SQS says, or that it says nothing.
    pub async fn send(&self, queue: &str, body: &str, attributes: &[Attribute<'_>]) -> Result<(), CallError> {
        let Target { region, account, name } = Target::of(queue, "sqs")?;
        let message = SendMessage {
            queue_url: format!("{}/{account}/{name}", self.client.url()),
            message_body: body,
            message_attributes: attributes
                .iter()
                .map(|a| (a.name, Value { data_type: a.kind.data_type(), string_value: a.value }))
                .collect(),
        };
        let message = serde_json::to_vec(&message).map_err(|e| CallError::Unavailable(e.to_string()))?;
        let request = Request::post("/")
            .header(header::CONTENT_TYPE, "application/x-amz-json-1.0")
            .header("x-amz-target", "AmazonSQS.SendMessage");
        let (_, answer) = self.client.call(request, Bytes::from(message), &region, "sqs").await?;
        let sent: Sent = serde_json::from_slice(&answer).map_err(|_| not_said("SQS"))?;
        if sent.message_id.is_empty() { Err(not_said("SQS")) } else { Ok(()) }
    }
}
