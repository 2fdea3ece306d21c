//! One call, and its record as CloudTrail has it ("CloudTrail record contents", version 1.11).

use crate::names::event_name;
use crate::redact;
use aws_wire::model::Operation;
use domain::{Timestamp, hex};
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::net::IpAddr;
use std::sync::Arc;

/// Characters of a user agent at most, as CloudTrail cuts it.
const MAX_USER_AGENT: usize = 1_024;
/// Characters of an error's text at most.
const MAX_MESSAGE: usize = 1_024;

/// What is told of a call. Everything in it may be written down.
#[derive(Clone, Debug)]
pub struct Call {
    /// When it arrived.
    pub time: Timestamp,
    /// Its request's id.
    pub request_id: Arc<str>,
    /// Who called, as far as it is known.
    pub who: Who,
    /// The service's signing name, as far as it is known.
    pub service: Cow<'static, str>,
    /// What was asked for, where there is such an operation.
    pub operation: Option<&'static Operation>,
    /// The event's name, where there is no operation.
    pub name: &'static str,
    /// The region.
    pub region: String,
    /// Whose resource it is about; empty where that is not known.
    pub account: String,
    /// Where it came from.
    pub from: IpAddr,
    /// The function whose sandbox it came from.
    pub sandbox_of: Option<Arc<str>>,
    /// `User-Agent`.
    pub user_agent: Option<String>,
    /// What is wrong: an error's code and text.
    pub error: Option<(String, String)>,
    /// Parameters, without secrets ([`crate::redact`]).
    pub parameters: Value,
    /// What was answered, without secrets.
    pub answer: Value,
    /// ARN of the function that a data event is about.
    pub resource: Option<String>,
    /// Whether the client went away before it was answered.
    pub abandoned: bool,
    /// What its connection was protected by.
    pub tls: Option<Tls>,
}

/// What protected a connection.
#[derive(Clone, Debug)]
pub struct Tls {
    /// Such as `TLSv1.3`.
    pub version: &'static str,
    /// The suite's name at IANA.
    pub suite: String,
    /// The `Host` that the client named.
    pub host: String,
}

/// Who called.
#[derive(Clone, Debug)]
pub struct Who {
    /// What sort of identity.
    pub kind: Kind,
    /// Its unique id.
    pub id: String,
    /// Its ARN.
    pub arn: String,
    /// Its account.
    pub account: String,
    /// The key that signed, or that somebody said he signs with.
    pub access_key_id: String,
    /// Of a session, the role.
    pub issuer: Option<Issuer>,
}

/// Sorts of identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The account's root.
    Root,
    /// A user.
    User,
    /// A session of a role.
    AssumedRole,
    /// A user's session for somebody.
    FederatedUser,
    /// Nobody signed, and nobody had to.
    Anonymous,
    /// Nobody proved who he is.
    Unknown,
}

/// The role of a session.
#[derive(Clone, Debug)]
pub struct Issuer {
    /// The role's ARN, as far as it is known.
    pub arn: String,
    /// When the session was made.
    pub created: Option<Timestamp>,
    /// Whether it was made with MFA.
    pub mfa: bool,
}

impl Who {
    /// Somebody of whom only the key is known that he claims to have.
    pub fn unknown(access_key_id: String) -> Self {
        Self::of(Kind::Unknown, access_key_id)
    }

    /// Everybody.
    pub fn anonymous() -> Self {
        Self::of(Kind::Anonymous, String::new())
    }

    fn of(kind: Kind, access_key_id: String) -> Self {
        let empty = String::new;
        Self { kind, id: empty(), arn: empty(), account: empty(), access_key_id, issuer: None }
    }

    fn json(&self) -> Value {
        let kind = match self.kind {
            Kind::Root => "Root",
            Kind::User => "IAMUser",
            Kind::AssumedRole => "AssumedRole",
            Kind::FederatedUser => "FederatedUser",
            // As CloudTrail has it of requests to buckets that are open to everybody.
            Kind::Anonymous => {
                return json!({ "type": "AWSAccount", "principalId": "", "accountId": "ANONYMOUS_PRINCIPAL" });
            }
            Kind::Unknown => "Unknown",
        };
        let mut who = Map::new();
        who.insert("type".to_owned(), kind.into());
        let fields = [
            ("principalId", &self.id),
            ("arn", &self.arn),
            ("accountId", &self.account),
            ("accessKeyId", &self.access_key_id),
        ];
        for (name, text) in fields.into_iter().filter(|(_, text)| !text.is_empty()) {
            who.insert(name.to_owned(), text.as_str().into());
        }
        if self.kind == Kind::User
            && let Some(name) = last_part(&self.arn)
        {
            who.insert("userName".to_owned(), name.into());
        }
        if let Some(issuer) = &self.issuer {
            who.insert("sessionContext".to_owned(), self.session(issuer));
        }
        Value::Object(who)
    }

    fn session(&self, Issuer { arn, created, mfa }: &Issuer) -> Value {
        let id = self.id.split(':').next().unwrap_or_default();
        let mut attributes = Map::new();
        if let Some(created) = created {
            attributes.insert("creationDate".to_owned(), seconds(*created).into());
        }
        attributes.insert("mfaAuthenticated".to_owned(), if *mfa { "true" } else { "false" }.into());
        if arn.is_empty() {
            return json!({ "attributes": attributes });
        }
        let name = last_part(arn).unwrap_or_default();
        json!({
            "sessionIssuer": {
                "type": "Role", "principalId": id, "arn": arn, "accountId": self.account, "userName": name,
            },
            "attributes": attributes,
        })
    }
}

fn last_part(arn: &str) -> Option<&str> {
    arn.rsplit('/').next()
}

/// `2026-11-24T18:22:01Z`.
pub(crate) fn seconds(at: Timestamp) -> String {
    format!("{}Z", at.rfc3339().get(..19).unwrap_or_default())
}

fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => text.get(..at).unwrap_or_default().to_owned(),
        None => text.to_owned(),
    }
}

impl Call {
    pub(crate) fn is_data(&self) -> bool {
        crate::is_data(&self.service, self.operation.map_or(self.name, |operation| operation.name))
    }

    /// The record, one line of JSON.
    pub(crate) fn record(&self) -> String {
        let own = self.operation.map_or(self.name, |operation| operation.name);
        let name = self.operation.map_or(Cow::Borrowed(self.name), |of| event_name(&self.service, of));
        let data = self.is_data();
        let mut record = Map::new();
        let mut put = |name: &str, value: Value| record.insert(name.to_owned(), value);
        put("eventVersion", "1.11".into());
        put("userIdentity", self.who.json());
        put("eventTime", seconds(self.time).into());
        put("eventSource", source(&self.service).into());
        put("eventName", name.into());
        put("awsRegion", self.region.as_str().into());
        put("sourceIPAddress", self.from.to_string().into());
        put(
            "userAgent",
            self.user_agent.as_deref().map_or(Value::Null, |agent| cut(agent, MAX_USER_AGENT).into()),
        );
        if let Some((code, message)) = &self.error {
            put("errorCode", cut(code, 128).into());
            let message = if data { None } else { redact::message(code, message) };
            put("errorMessage", message.map_or(Value::Null, |message| cut(message, MAX_MESSAGE).into()));
        }
        put("requestParameters", self.parameters.clone());
        put("responseElements", self.answer.clone());
        if let Some(about) = self.additional() {
            put("additionalEventData", about);
        }
        put("requestID", (&*self.request_id).into());
        put("eventID", event_id().into());
        put("readOnly", crate::is_read_only(&self.service, own).into());
        if let Some(arn) = self.resource.as_deref().filter(|_| data) {
            let account = self.account.as_str();
            put("resources", json!([{ "accountId": account, "type": "AWS::Lambda::Function", "ARN": arn }]));
        }
        put("eventType", "AwsApiCall".into());
        put("managementEvent", (!data).into());
        put("recipientAccountId", self.account.as_str().into());
        put("eventCategory", if data { "Data" } else { "Management" }.into());
        if let Some(Tls { version, suite, host }) = &self.tls {
            let details =
                json!({ "tlsVersion": version, "cipherSuite": suite, "clientProvidedHostHeader": host });
            put("tlsDetails", details);
        }
        Value::Object(record).to_string()
    }

    /// What CloudTrail has no member for.
    fn additional(&self) -> Option<Value> {
        let mut about = Map::new();
        if let Some(function) = &self.sandbox_of {
            about.insert("sandboxOf".to_owned(), (&**function).into());
        }
        if self.abandoned {
            about.insert("abandonedByClient".to_owned(), true.into());
        }
        (!about.is_empty()).then_some(Value::Object(about))
    }
}

fn source(service: &str) -> String {
    match service {
        "" => "unknown".to_owned(),
        name => format!("{name}.amazonaws.com"),
    }
}

/// A record of the log's own, about itself.
pub(crate) fn own_record(now: Timestamp, name: &str, about: &Value) -> String {
    json!({
        "eventVersion": "1.11",
        "userIdentity": { "type": "AWSService", "invokedBy": "tenfold" },
        "eventTime": seconds(now),
        "eventSource": "tenfold",
        "eventName": name,
        "requestParameters": null,
        "responseElements": null,
        "serviceEventDetails": about,
        "eventID": event_id(),
        "readOnly": true,
        "eventType": "AwsServiceEvent",
        "managementEvent": true,
        "eventCategory": "Management",
    })
    .to_string()
}

fn event_id() -> String {
    let mut random = [0; 16];
    // An id is for finding a record; without randomness all are the same.
    let _ = getrandom::fill(&mut random);
    hex::uuid_v4(random)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use aws_wire::generated::lambda::MODEL;

    pub(crate) fn call(operation: &str) -> Call {
        Call {
            time: Timestamp(1_795_544_521_123),
            request_id: "7b1ff2a6-0000-4000-8000-000000000000".into(),
            who: Who {
                kind: Kind::Root,
                id: "123456789012".into(),
                arn: "arn:aws:iam::123456789012:root".into(),
                account: "123456789012".into(),
                access_key_id: "AKIAEXAMPLE".into(),
                issuer: None,
            },
            service: "lambda".into(),
            operation: MODEL.operation(operation),
            name: "",
            region: "us-east-1".into(),
            account: "123456789012".into(),
            from: IpAddr::from([127, 0, 0, 1]),
            sandbox_of: None,
            user_agent: Some("aws-cli/2".into()),
            error: None,
            parameters: Value::Null,
            answer: Value::Null,
            resource: None,
            abandoned: false,
            tls: None,
        }
    }

    fn parsed(call: &Call) -> Value {
        serde_json::from_str(&call.record()).unwrap()
    }

    #[test]
    fn a_management_event() {
        let mut told = call("CreateFunction");
        told.parameters = json!({ "functionName": "f" });
        told.error = Some(("ResourceConflictException".into(), "Function already exist: f".into()));
        let mut record = parsed(&told);
        let id = record.as_object_mut().unwrap().remove("eventID").unwrap();
        assert_eq!(id.as_str().unwrap().len(), 36);
        let expected = json!({
            "eventVersion": "1.11",
            "userIdentity": {
                "type": "Root", "principalId": "123456789012", "arn": "arn:aws:iam::123456789012:root",
                "accountId": "123456789012", "accessKeyId": "AKIAEXAMPLE",
            },
            "eventTime": "2026-11-24T18:22:01Z",
            "eventSource": "lambda.amazonaws.com",
            "eventName": "CreateFunction20150331",
            "awsRegion": "us-east-1",
            "sourceIPAddress": "127.0.0.1",
            "userAgent": "aws-cli/2",
            "errorCode": "ResourceConflictException",
            "errorMessage": "Function already exist: f",
            "requestParameters": { "functionName": "f" },
            "responseElements": null,
            "requestID": "7b1ff2a6-0000-4000-8000-000000000000",
            "readOnly": false,
            "eventType": "AwsApiCall",
            "managementEvent": true,
            "recipientAccountId": "123456789012",
            "eventCategory": "Management",
        });
        assert_eq!(record, expected);
    }

    #[test]
    fn a_data_event_of_a_role_over_tls() {
        let arn = "arn:aws:lambda:us-east-1:123456789012:function:f";
        let mut told = call("Invoke");
        told.resource = Some(arn.into());
        told.who.kind = Kind::AssumedRole;
        told.who.id = "AROAEXAMPLE:me".into();
        let issuer =
            Issuer { arn: "arn:aws:iam::123456789012:role/x/r".into(), created: Some(told.time), mfa: false };
        told.who.issuer = Some(issuer);
        told.sandbox_of = Some("g".into());
        told.tls =
            Some(Tls { version: "TLSv1.3", suite: "TLS_AES_128_GCM_SHA256".into(), host: "h:1".into() });
        let record = parsed(&told);
        assert_eq!((&record["eventName"], &record["eventCategory"]), (&json!("Invoke"), &json!("Data")));
        assert_eq!((&record["managementEvent"], &record["readOnly"]), (&json!(false), &json!(false)));
        let function = json!([{ "accountId": "123456789012", "type": "AWS::Lambda::Function", "ARN": arn }]);
        assert_eq!(record["resources"], function);
        assert_eq!(record["userIdentity"]["sessionContext"]["sessionIssuer"]["userName"], "r");
        assert_eq!(record["userIdentity"]["sessionContext"]["sessionIssuer"]["principalId"], "AROAEXAMPLE");
        assert_eq!(record["tlsDetails"]["tlsVersion"], "TLSv1.3");
        assert_eq!(record["additionalEventData"], json!({ "sandboxOf": "g" }));
    }

    #[test]
    fn nobody_and_everybody() {
        let mut told = call("Invoke");
        told.who = Who::unknown("AKIANOBODY".into());
        assert_eq!(parsed(&told)["userIdentity"], json!({ "type": "Unknown", "accessKeyId": "AKIANOBODY" }));
        told.who = Who::anonymous();
        assert_eq!(parsed(&told)["userIdentity"]["accountId"], "ANONYMOUS_PRINCIPAL");
        told.user_agent = Some("ä".repeat(5_000));
        assert_eq!(parsed(&told)["userAgent"].as_str().unwrap().chars().count(), MAX_USER_AGENT);
    }
}
