//! What the audit log is told of a request: noted on its way through the steps, and recorded when it is answered; or when
//! nobody waits for the answer any more.
//!
//! Never here: a payload, a secret. What may be written of a request is decided by the `audit` crate.

use crate::budget::Source;
use crate::config::Gateway;
use crate::request::Peer;
use audit::redact;
use audit::{Call, Invoked, Issuer, Kind, Tls, Who};
use aws_wire::model::Operation;
use aws_wire::route::Labels;
use aws_wire::{ApiError, Caller, CallerKind, ServiceModel, sigv4};
use domain::{FunctionArn, Scope};
use http::request::Parts;
use http::{HeaderMap, HeaderName, Response, header};
use serde_json::{Map, Value};
use std::sync::Arc;

/// Notes on one request. Recorded when dropped.
pub(crate) struct Notes<'a> {
    gateway: &'a Gateway,
    peer: &'a Peer,
    parts: &'a Parts,
    id: &'a Arc<str>,
    service: &'static str,
    operation: Option<&'static Operation>,
    name: &'static str,
    caller: Option<Caller>,
    scope: Option<Scope>,
    everybody: bool,
    parameters: Value,
    invoked: Option<Invoked>,
    answer: Value,
    resource: Option<String>,
    error: Option<(String, String)>,
    answered: bool,
}

impl<'a> Notes<'a> {
    /// Of a request that has just come.
    pub(crate) fn begin(gateway: &'a Gateway, peer: &'a Peer, parts: &'a Parts, id: &'a Arc<str>) -> Self {
        Self {
            gateway,
            peer,
            parts,
            id,
            service: "",
            operation: None,
            name: "UnknownOperation",
            caller: None,
            scope: None,
            everybody: false,
            parameters: Value::Null,
            invoked: None,
            answer: Value::Null,
            resource: None,
            error: None,
            answered: false,
        }
    }

    /// It is for that service.
    pub(crate) fn service(&mut self, model: &ServiceModel) {
        self.service = model.signing_name;
    }

    /// The service that it is for; nothing where that is not known.
    pub(crate) fn of_service(&self) -> &'static str {
        self.service
    }

    /// It is for something that is no operation of a model.
    pub(crate) fn named(&mut self, service: &'static str, name: &'static str) {
        (self.service, self.name) = (service, name);
    }

    /// Who says that he called, and whose things it is about.
    pub(crate) fn caller(&mut self, caller: &Caller, scope: &Scope) {
        self.caller.get_or_insert_with(|| caller.clone());
        self.scope.get_or_insert_with(|| scope.clone());
    }

    /// Nobody has to say who he is.
    pub(crate) fn everybody(&mut self) {
        self.everybody = true;
    }

    /// What he proved to be is not what he said.
    pub(crate) fn unproven(&mut self) {
        self.caller = None;
    }

    /// What it asks for: told as soon as the head is routed, and again when the body is.
    pub(crate) fn asked(&mut self, operation: &'static Operation, labels: &Labels) {
        self.operation = Some(operation);
        if self.invoked.is_some() || !audit::is_data(self.service, operation.name) || !self.is_wanted() {
            return;
        }
        let label = labels.iter().find(|(name, _)| *name == "FunctionName");
        self.invoked = label.map(|(_, function)| Invoked {
            function: function.clone(),
            kind: text(&self.parts.headers, HeaderName::from_static("x-amz-invocation-type")),
        });
    }

    /// It is for a function's URL.
    pub(crate) fn url(&mut self, function: &FunctionArn) {
        self.resource = Some(function.to_string());
        self.scope.get_or_insert_with(|| function.scope.clone());
    }

    /// What it asks with.
    pub(crate) fn input(
        &mut self,
        model: &'static ServiceModel,
        operation: &Operation,
        members: &Map<String, Value>,
    ) {
        if !audit::is_data(model.signing_name, operation.name) {
            self.parameters = redact::members(model, operation.input, members);
        }
    }

    /// What was answered; `None` from [`of_answer`] says nothing.
    pub(crate) fn answer(&mut self, answer: Value) {
        self.answer = answer;
    }

    /// What is wrong with it.
    pub(crate) fn failed(&mut self, error: &ApiError) {
        self.refused(&error.code, &error.message);
    }

    /// The same, in words.
    pub(crate) fn refused(&mut self, code: &str, message: &str) {
        self.error = Some((code.to_owned(), message.to_owned()));
    }

    /// The same, as an answer of ours says it.
    pub(crate) fn refused_with<B>(&mut self, response: &Response<B>) {
        let code = response.headers().get("x-amzn-errortype").and_then(|code| code.to_str().ok());
        match code {
            Some(code) => self.refused(code, ""),
            None => self.refused(&format!("HTTP{}", response.status().as_u16()), ""),
        }
    }

    /// There is an answer.
    pub(crate) fn finish(mut self) {
        self.answered = true;
    }

    /// It is not worth a record.
    pub(crate) fn forget(&mut self) {
        (self.name, self.operation) = ("", None);
    }

    fn is_wanted(&self) -> bool {
        let name = self.operation.map_or(self.name, |operation| operation.name);
        !name.is_empty()
            && self.gateway.parts.trail.as_ref().is_some_and(|trail| trail.wants(self.service, name))
    }

    fn who(&mut self) -> Who {
        match self.caller.take() {
            Some(caller) => who(caller),
            None if self.everybody => Who::anonymous(),
            None => Who::unknown(claimed_key(self.parts)),
        }
    }
}

impl Drop for Notes<'_> {
    fn drop(&mut self) {
        if !self.is_wanted() {
            return;
        }
        let who = self.who();
        let (region, account) = match self.scope.take() {
            Some(Scope { account, region }) => (region.to_string(), account.to_string()),
            None => (self.gateway.parts.default_region.to_string(), who.account.clone()),
        };
        let sandbox_of = match &self.peer.source {
            Source::Function(name) => Some(Arc::clone(name)),
            Source::Address(_) => None,
        };
        let tls = self.peer.tls.as_ref().map(|agreed| Tls {
            version: agreed.version,
            suite: agreed.suite.clone(),
            host: self.parts.uri.authority().map_or_else(
                || text(&self.parts.headers, header::HOST).unwrap_or_default(),
                ToString::to_string,
            ),
        });
        let call = Call {
            time: self.gateway.parts.clock.now(),
            request_id: Arc::clone(self.id),
            who,
            service: self.service.into(),
            operation: self.operation,
            name: self.name,
            region,
            account,
            from: self.peer.address,
            sandbox_of,
            user_agent: text(&self.parts.headers, header::USER_AGENT),
            error: self.error.take(),
            parameters: self.parameters.take(),
            invoked: self.invoked.take(),
            answer: self.answer.take(),
            resource: self.resource.take(),
            abandoned: !self.answered,
            tls,
        };
        if let Some(trail) = &self.gateway.parts.trail {
            trail.record(call);
        }
    }
}

/// What of an answer is recorded: nothing of those that only read.
pub(crate) fn of_answer(
    model: &'static ServiceModel,
    operation: &Operation,
    members: &Map<String, Value>,
) -> Value {
    let (service, name) = (model.signing_name, operation.name);
    if audit::is_data(service, name) || service != "sts" && audit::is_read_only(service, name) {
        return Value::Null;
    }
    redact::members(model, operation.output, members)
}

fn who(caller: Caller) -> Who {
    let kind = match caller.kind {
        CallerKind::Root => Kind::Root,
        CallerKind::User => Kind::User,
        CallerKind::RoleSession => Kind::AssumedRole,
        CallerKind::FederatedUser => Kind::FederatedUser,
        CallerKind::Anonymous => Kind::Anonymous,
    };
    let facts = caller.session.as_deref();
    let issuer = (facts.is_some() || kind == Kind::AssumedRole).then(|| Issuer {
        arn: match kind {
            Kind::AssumedRole => {
                facts.and_then(|facts| facts.role.clone()).unwrap_or_else(|| role_of(&caller.arn))
            }
            _ => String::new(),
        },
        created: facts.map(|facts| facts.issued),
        mfa: facts.is_some_and(|facts| facts.mfa),
    });
    let account = caller.account.to_string();
    Who { kind, id: caller.user_id, arn: caller.arn, account, access_key_id: caller.access_key_id, issuer }
}

/// The role of a session's ARN, without its path, which is not in it.
fn role_of(session: &str) -> String {
    let fields: Vec<&str> = session.splitn(6, ':').collect();
    match fields[..] {
        ["arn", partition, "sts", "", account, resource] => {
            let role = resource.split('/').nth(1).unwrap_or_default();
            format!("arn:{partition}:iam::{account}:role/{role}")
        }
        _ => String::new(),
    }
}

/// The key that somebody says he has, which is no secret; what else he may have sent in its place is not written down.
fn claimed_key(parts: &Parts) -> String {
    let key = sigv4::parse(parts).map(|presented| presented.access_key_id).unwrap_or_default();
    let good =
        (16..=128).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    if good { key } else { String::new() }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    #[test]
    fn roles_of_sessions() {
        for (session, role) in [
            ("arn:aws:sts::123456789012:assumed-role/r/me", "arn:aws:iam::123456789012:role/r"),
            ("arn:aws:iam::123456789012:root", ""),
            ("", ""),
        ] {
            assert_eq!(super::role_of(session), role);
        }
    }
}
