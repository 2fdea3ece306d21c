//! One call, and its record as CloudTrail has it ("CloudTrail record contents", version 1.11).

use crate::names::event_name;
use crate::record::{
    Additional, Attributes, Identity, Parameters, Record, Resource, SessionContext, SessionIssuer,
    TlsDetails, VERSION,
};
use crate::redact;
use aws_wire::model::Operation;
use domain::{AccountId, FunctionArn, FunctionRef, Region, Scope, Timestamp, hex};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::net::IpAddr;
use std::sync::Arc;

/// Characters of a user agent at most, as CloudTrail cuts it.
const MAX_USER_AGENT: usize = 1_024;
/// Bytes of a record, mostly.
const MOSTLY: usize = 1_024;
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
    /// Of an invocation, in place of parameters and resource, what was invoked.
    pub invoked: Option<Invoked>,
    /// What was answered, without secrets.
    pub answer: Value,
    /// ARN of the function that a data event is about.
    pub resource: Option<String>,
    /// Whether the client went away before it was answered.
    pub abandoned: bool,
    /// What its connection was protected by.
    pub tls: Option<Tls>,
}

/// What an invocation asks for.
#[derive(Clone, Debug)]
pub struct Invoked {
    /// The function, as the request names it.
    pub function: String,
    /// `X-Amz-Invocation-Type`, where it says one.
    pub kind: Option<String>,
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

    fn identity(&self) -> Identity<'_> {
        let kind = match self.kind {
            Kind::Root => "Root",
            Kind::User => "IAMUser",
            Kind::AssumedRole => "AssumedRole",
            Kind::FederatedUser => "FederatedUser",
            // As CloudTrail has it of requests to buckets that are open to everybody.
            Kind::Anonymous => {
                let (kind, account_id) = ("AWSAccount", Some("ANONYMOUS_PRINCIPAL"));
                return Identity { kind, principal_id: Some(""), account_id, ..Identity::default() };
            }
            Kind::Unknown => "Unknown",
        };
        let known = |text: &'_ String| !text.is_empty();
        Identity {
            kind,
            principal_id: Some(&self.id).filter(|id| known(id)).map(String::as_str),
            arn: Some(&self.arn).filter(|arn| known(arn)).map(String::as_str),
            account_id: Some(&self.account).filter(|account| known(account)).map(String::as_str),
            access_key_id: Some(&self.access_key_id).filter(|key| known(key)).map(String::as_str),
            user_name: last_part(&self.arn).filter(|_| self.kind == Kind::User),
            session_context: self.issuer.as_ref().map(|issuer| self.session(issuer)),
        }
    }

    fn session<'a>(&'a self, Issuer { arn, created, mfa }: &'a Issuer) -> SessionContext<'a> {
        SessionContext {
            session_issuer: (!arn.is_empty()).then(|| SessionIssuer {
                kind: "Role",
                principal_id: self.id.split(':').next().unwrap_or_default(),
                arn,
                account_id: &self.account,
                user_name: last_part(arn).unwrap_or_default(),
            }),
            attributes: Attributes {
                creation_date: created.map(seconds),
                mfa_authenticated: if *mfa { "true" } else { "false" },
            },
        }
    }
}

fn last_part(arn: &str) -> Option<&str> {
    arn.rsplit('/').next()
}

/// `2026-11-24T18:22:01Z`.
pub(crate) fn seconds(at: Timestamp) -> String {
    format!("{}Z", at.rfc3339().get(..19).unwrap_or_default())
}

fn cut(text: &str, most: usize) -> &str {
    // No character is less than a byte.
    match text.char_indices().nth(most).filter(|_| text.len() > most) {
        Some((at, _)) => text.get(..at).unwrap_or_default(),
        None => text,
    }
}

impl Call {
    pub(crate) fn is_data(&self) -> bool {
        crate::is_data(&self.service, self.operation.map_or(self.name, |operation| operation.name))
    }

    /// The record, one line of JSON.
    pub(crate) fn record(&self) -> String {
        let own = self.operation.map_or(self.name, |operation| operation.name);
        let data = self.is_data();
        let arn = self.resource.as_deref().map(Cow::Borrowed).or_else(|| self.function().map(Cow::Owned));
        let (error_code, error_message) = match &self.error {
            None => (None, None),
            Some((code, message)) => {
                let message = redact::message(code, message).filter(|_| !data);
                (Some(cut(code, 128)), Some(message.map(|message| cut(message, MAX_MESSAGE))))
            }
        };
        let parameters = match &self.invoked {
            None => Parameters::Any(&self.parameters),
            Some(Invoked { function, kind }) => Parameters::Invoked {
                function_name: function,
                invocation_type: kind.as_deref().unwrap_or("RequestResponse"),
            },
        };
        let record = Record {
            event_version: VERSION,
            user_identity: self.who.identity(),
            event_time: seconds(self.time),
            event_source: source(&self.service),
            event_name: self.operation.map_or(Cow::Borrowed(self.name), |of| event_name(&self.service, of)),
            aws_region: &self.region,
            source_ip_address: self.from,
            user_agent: self.user_agent.as_deref().map(|agent| cut(agent, MAX_USER_AGENT)),
            error_code,
            error_message,
            request_parameters: parameters,
            response_elements: &self.answer,
            additional_event_data: self.additional(),
            request_id: &self.request_id,
            event_id: event_id(),
            read_only: crate::is_read_only(&self.service, own),
            resources: arn
                .as_deref()
                .filter(|_| data)
                .map(|arn| [Resource { account_id: &self.account, kind: "AWS::Lambda::Function", arn }]),
            event_type: "AwsApiCall",
            management_event: !data,
            recipient_account_id: &self.account,
            event_category: if data { "Data" } else { "Management" },
            tls_details: self.tls.as_ref().map(|Tls { version, suite, host }| TlsDetails {
                tls_version: version,
                cipher_suite: suite,
                client_provided_host_header: host,
            }),
        };
        let mut line = Vec::with_capacity(MOSTLY);
        // Texts, numbers and maps of texts: nothing of it cannot be written.
        let _ = serde_json::to_writer(&mut line, &record);
        String::from_utf8(line).unwrap_or_default()
    }

    /// The ARN of what was invoked.
    fn function(&self) -> Option<String> {
        let named = FunctionRef::parse(&self.invoked.as_ref()?.function).ok()?;
        let scope = Scope::new(AccountId::new(&self.account).ok()?, Region::new(&self.region).ok()?);
        let unqualified = FunctionArn::unqualified(scope, named.name);
        Some(match named.qualifier {
            Some(qualifier) => unqualified.with(qualifier).to_string(),
            None => unqualified.to_string(),
        })
    }

    /// What CloudTrail has no member for.
    fn additional(&self) -> Option<Additional<'_>> {
        let sandbox_of = self.sandbox_of.as_deref();
        let abandoned_by_client = self.abandoned.then_some(true);
        (sandbox_of.is_some() || self.abandoned).then_some(Additional { sandbox_of, abandoned_by_client })
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
        "eventVersion": VERSION,
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
            invoked: None,
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
        told.invoked = Some(Invoked { function: "f".into(), kind: None });
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
        let asked = json!({ "functionName": "f", "invocationType": "RequestResponse" });
        assert_eq!(record["requestParameters"], asked);
        told.invoked = Some(Invoked { function: format!("{arn}:live"), kind: Some("Event".into()) });
        assert_eq!(parsed(&told)["resources"][0]["ARN"], format!("{arn}:live"));
        assert_eq!(parsed(&told)["requestParameters"]["invocationType"], "Event");
        told.account = String::new();
        assert_eq!(parsed(&told).get("resources"), None);
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
