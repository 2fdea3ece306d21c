//! Amazon SNS, in AWS's query protocol.

use super::{Attribute, Target, not_said};
use crate::answer::element;
use crate::{CallError, Client};
use bytes::Bytes;
use http::{Request, header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::sync::Arc;

const IN_FORMS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Topics behind an endpoint.
pub struct Sns {
    client: Arc<Client>,
}

impl Sns {
    /// Behind this endpoint.
    pub fn new(client: Arc<Client>) -> Self {
        Self { client }
    }

    /// `Publish` to the topic of that ARN; `Ok` when SNS has given the message an id.
    ///
    /// # Errors
    /// What SNS says, or that it says nothing.
    pub async fn publish(
        &self,
        topic: &str,
        message: &str,
        attributes: &[Attribute<'_>],
    ) -> Result<(), CallError> {
        self.send(topic, None, message, attributes).await
    }

    /// The same with a subject, for those who get it as mail, and without attributes.
    ///
    /// # Errors
    /// The same.
    pub async fn publish_with_subject(
        &self,
        topic: &str,
        subject: &str,
        message: &str,
    ) -> Result<(), CallError> {
        self.send(topic, Some(subject), message, &[]).await
    }

    async fn send(
        &self,
        topic: &str,
        subject: Option<&str>,
        message: &str,
        attributes: &[Attribute<'_>],
    ) -> Result<(), CallError> {
        let Target { region, .. } = Target::of(topic, "sns")?;
        let mut form = String::from("Action=Publish&Version=2010-03-31");
        let mut add = |name: &str, value: &str| {
            form.push_str(&format!("&{name}={}", utf8_percent_encode(value, IN_FORMS)));
        };
        add("TopicArn", topic);
        if let Some(subject) = subject {
            add("Subject", subject);
        }
        add("Message", message);
        for (n, attribute) in (1..).zip(attributes) {
            let entry = format!("MessageAttributes.entry.{n}");
            add(&format!("{entry}.Name"), attribute.name);
            add(&format!("{entry}.Value.DataType"), attribute.kind.data_type());
            add(&format!("{entry}.Value.StringValue"), attribute.value);
        }
        let request = Request::post("/")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded; charset=utf-8");
        let (_, answer) = self.client.call(request, Bytes::from(form), &region, "sns").await?;
        let id = element(&String::from_utf8_lossy(&answer), "MessageId");
        if id.is_some_and(|id| !id.is_empty()) { Ok(()) } else { Err(not_said("SNS")) }
    }
}
