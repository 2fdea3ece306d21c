//! The AWS services of others: a client of each that has an endpoint, for code in buckets and for what functions'
//! destinations are told.

use crate::elsewhere::Elsewhere;
use crate::failure::Failure;
use async_trait::async_trait;
use aws_client::messages::{Attribute, AttributeKind, Event, EventBridge, Sns, Sqs};
use aws_client::objects::{DirectoryObjects, NoObjects, ObjectSource, S3Objects};
use aws_client::{CallError, Client, ClientOptions, Endpoint};
use dispatch::events::{AttributeValue, Condition, Outbound, Outgoing, Purpose, SendError};
use domain::{Clock, Qualifier, Timestamp};
use std::sync::Arc;

/// The clients.
pub(super) struct Clients {
    sqs: Option<Sqs>,
    sns: Option<Sns>,
    event_bridge: Option<EventBridge>,
    s3: Option<Arc<S3Objects>>,
    code: Arc<dyn ObjectSource>,
}

impl Clients {
    /// Connects to nothing yet.
    pub(super) fn new(config: &Elsewhere, clock: &Arc<dyn Clock>) -> Result<Self, Failure> {
        let client = |endpoint: &Option<Endpoint>, region| match endpoint.clone() {
            None => Ok(None),
            Some(endpoint) => {
                let options = ClientOptions { endpoint, region, credentials: config.credentials.clone() };
                let client = Client::new(options, Arc::clone(clock)).map(|client| Some(Arc::new(client)));
                client.map_err(|e| Failure::Machine(format!("cannot use an endpoint: {e}")))
            }
        };
        let s3 = client(&config.s3, config.s3_region.clone())?.map(S3Objects::new).map(Arc::new);
        let code: Arc<dyn ObjectSource> = match (&config.code, &s3) {
            (Some(path), _) => {
                let opened = DirectoryObjects::open(path);
                Arc::new(opened.map_err(|e| Failure::file("cannot open", path, e))?)
            }
            (None, Some(s3)) => Arc::clone(s3) as _,
            (None, None) => Arc::new(NoObjects),
        };
        Ok(Self {
            sqs: client(&config.sqs, None)?.map(Sqs::new),
            sns: client(&config.sns, None)?.map(Sns::new),
            event_bridge: client(&config.event_bridge, None)?.map(EventBridge::new),
            s3,
            code,
        })
    }

    /// Publishes a message to a topic; why it was not taken otherwise.
    pub(super) async fn publish(&self, topic: &str, subject: &str, message: &str) -> Result<(), String> {
        let sns = known(&self.sns, "SNS", "sns").map_err(|e| e.to_string())?;
        sns.publish_with_subject(topic, subject, message).await.map_err(|e| e.to_string())
    }

    /// Where code in buckets is read.
    pub(super) fn code(&self) -> Arc<dyn ObjectSource> {
        Arc::clone(&self.code)
    }
}

#[async_trait]
impl Outbound for Clients {
    /// What each service gets: AWS Lambda developer guide, "Capturing records of Lambda asynchronous invocations".
    async fn send(&self, message: &Outgoing) -> Result<(), SendError> {
        let arn = &*message.target;
        let text = std::str::from_utf8(&message.body);
        let text = text.map_err(|e| SendError::Refused(format!("it is no text: {e}")))?;
        let texts = texts(message);
        let attributes: Vec<_> =
            texts.iter().map(|(name, kind, value)| Attribute { name, kind: *kind, value }).collect();
        let sent = match (arn.split(':').nth(2).unwrap_or_default(), message.purpose) {
            ("sqs", _) => known(&self.sqs, "SQS", "sqs")?.send(arn, text, &attributes).await,
            ("sns", _) => known(&self.sns, "SNS", "sns")?.publish(arn, text, &attributes).await,
            ("events", Purpose::Record) => {
                let bridge = known(&self.event_bridge, "EventBridge", "eventbridge")?;
                let function = function_arn(message);
                let resources = [arn, &function];
                bridge.put(arn, &event(message, text, &resources)).await
            }
            ("s3", Purpose::Record) => {
                let s3 = known(&self.s3, "S3", "s3")?;
                let bucket = arn.splitn(6, ':').nth(5).unwrap_or_default();
                let region = &message.function.scope.region;
                s3.put_json(region, bucket, &object_key(message), message.body.clone()).await
            }
            (service, _) => {
                return Err(SendError::Refused(format!(
                    "nothing of the kind is sent to the service \"{service}\""
                )));
            }
        };
        sent.map_err(|error| match error {
            CallError::Unavailable(why) => SendError::Unavailable(why),
            refused @ CallError::Refused { .. } => SendError::Refused(refused.to_string()),
        })
    }
}

fn known<'a, T>(client: &'a Option<T>, service: &str, flag: &str) -> Result<&'a T, SendError> {
    client.as_ref().ok_or_else(|| {
        SendError::Refused(format!(
            "there is no endpoint for {service}: start the server with --{flag}-endpoint or --aws-endpoint"
        ))
    })
}

fn texts(message: &Outgoing) -> Vec<(&str, AttributeKind, String)> {
    let text = |value: &AttributeValue| match value {
        AttributeValue::Text(text) => (AttributeKind::String, text.clone()),
        AttributeValue::Number(number) => (AttributeKind::Number, number.to_string()),
    };
    let attributes = message.attributes.iter().map(|(name, value)| (name.as_str(), text(value)));
    attributes.map(|(name, (kind, value))| (name, kind, value)).collect()
}

/// As records name it.
fn function_arn(message: &Outgoing) -> String {
    let qualifier = message.function.qualifier.clone().unwrap_or(Qualifier::Latest);
    message.function.with(qualifier).to_string()
}

fn event<'a>(message: &Outgoing, detail: &'a str, resources: &'a [&'a str]) -> Event<'a> {
    let detail_type = match message.condition {
        Condition::Success => "Lambda Function Invocation Result - Success",
        _ => "Lambda Function Invocation Result - Failure",
    };
    Event { at: message.at, source: "lambda", detail_type, detail, resources }
}

/// `aws/lambda/async/<function-name>/YYYY/MM/DD/YYYY-MM-DDTHH.MM.SS-<Random UUID>`
fn object_key(message: &Outgoing) -> String {
    let Outgoing { function, at: Timestamp(ms), id, .. } = message;
    let time = Timestamp(*ms).rfc3339();
    let (date, time) = time.split_once('T').unwrap_or_default();
    let seconds = time.get(..8).unwrap_or_default().replace(':', ".");
    format!("aws/lambda/async/{}/{}/{date}T{seconds}-{id}", function.name, date.replace('-', "/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::clock::SystemClock;
    use domain::{AccountId, FunctionArn, FunctionName, Region, Scope};

    fn message(target: &str, purpose: Purpose) -> Outgoing {
        let scope = Scope::new(AccountId::new("111111111111").unwrap(), Region::new("us-east-1").unwrap());
        Outgoing {
            id: "a-uuid".into(),
            target: target.into(),
            function: FunctionArn::unqualified(scope, FunctionName::new("fn").unwrap()),
            request_id: "r".to_owned(),
            purpose,
            condition: Condition::RetriesExhausted,
            at: Timestamp(1_573_754_885_568),
            body: "{}".into(),
            attributes: Vec::new(),
        }
    }

    #[test]
    fn names_of_objects_and_functions() {
        let message = message("arn:aws:s3:::b", Purpose::Record);
        assert_eq!(object_key(&message), "aws/lambda/async/fn/2019/11/14/2019-11-14T18.08.05-a-uuid");
        assert_eq!(function_arn(&message), "arn:aws:lambda:us-east-1:111111111111:function:fn:$LATEST");
    }

    #[tokio::test]
    async fn without_an_endpoint_it_is_said_which_flag_is_missing() {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let clients = Clients::new(&Elsewhere::default(), &clock).unwrap();
        for (arn, flag) in [
            ("arn:aws:sqs:us-east-1:111111111111:q", "--sqs-endpoint"),
            ("arn:aws:sns:us-east-1:111111111111:t", "--sns-endpoint"),
            ("arn:aws:events:us-east-1:111111111111:event-bus/b", "--eventbridge-endpoint"),
            ("arn:aws:s3:::b", "--s3-endpoint"),
        ] {
            let refused = clients.send(&message(arn, Purpose::Record)).await;
            let Err(SendError::Refused(why)) = &refused else { panic!("{refused:?}") };
            assert!(why.contains(flag) && why.contains("--aws-endpoint"), "{why}");
        }
        let bucket = clients.send(&message("arn:aws:s3:::b", Purpose::DeadLetter)).await;
        assert!(matches!(&bucket, Err(SendError::Refused(why)) if why.contains("\"s3\"")), "{bucket:?}");
    }
}
