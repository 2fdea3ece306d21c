//! Which service and which operation a request means.
//!
//! Never here: reading members of the request, or any answer but AWS's refusals of an unknown operation.

use crate::form;
use crate::generated;
use crate::model::{Operation, Protocol, ServiceModel};
use crate::service::ApiError;
use http::header::{AUTHORIZATION, CONTENT_TYPE};
use http::request::Parts;
use std::borrow::Cow;

/// An operation and what the path said.
#[derive(Debug)]
pub struct Route {
    /// What is asked for.
    pub operation: &'static Operation,
    /// Labels of the path, percent-decoded, by wire name; empty except for rest-json.
    pub labels: Labels,
}

/// Labels of a path by wire name.
pub type Labels = Vec<(&'static str, String)>;

/// The signing name of the service that a request is meant for: from the SigV4 scope (header or query string), else
/// from `X-Amz-Target`, else from Lambda's dated paths; a form that nobody has signed is for STS. It is a hint from a stranger: verify the signature for it.
pub fn pick_service(parts: &Parts) -> Option<&str> {
    let path = parts.uri.path();
    scoped_service(parts)
        .or_else(|| targeted_service(parts))
        .or_else(|| rpc_path(path).and_then(|(service, _)| by_target(service)))
        .or_else(|| dated_path(path))
        .or_else(|| unsigned_form(parts))
}

fn scoped_service(parts: &Parts) -> Option<&str> {
    let header = parts.headers.get(AUTHORIZATION).and_then(|h| h.to_str().ok());
    if let Some((_, rest)) = header.and_then(|h| h.split_once("Credential=")) {
        return rest.split([',', ' ']).next()?.rsplit('/').nth(1);
    }
    let query = parts.uri.query()?;
    let credential = query.split('&').find_map(|p| p.strip_prefix("X-Amz-Credential="))?;
    // A slash is usually encoded here, and nothing else in a scope is.
    let end = credential.strip_suffix("aws4_request")?;
    let end =
        end.strip_suffix('/').or_else(|| end.strip_suffix("%2F")).or_else(|| end.strip_suffix("%2f"))?;
    let start = end.rfind(['/', '%']).map_or(0, |i| if end[i..].starts_with('%') { i + 3 } else { i + 1 });
    end.get(start..)
}

fn targeted_service(parts: &Parts) -> Option<&'static str> {
    let (prefix, _) = parts.headers.get("x-amz-target")?.to_str().ok()?.rsplit_once('.')?;
    by_target(prefix)
}

fn by_target(prefix: &str) -> Option<&'static str> {
    generated::ALL.iter().find(|m| m.target_prefix == prefix).map(|m| m.signing_name)
}

/// Of the services with forms only STS has operations that need no signature.
fn unsigned_form(parts: &Parts) -> Option<&'static str> {
    let kind = parts.headers.get(CONTENT_TYPE)?.to_str().ok()?;
    let is_form = kind.starts_with("application/x-www-form-urlencoded");
    (is_form && parts.method == http::Method::POST && parts.uri.path() == "/").then_some("sts")
}

/// Service and operation of a path of Smithy's RPC protocols (Smithy specification, "RPC v2 CBOR": what is before
/// `/service/` may be anything).
fn rpc_path(path: &str) -> Option<(&str, &str)> {
    let mut from_end = path.rsplit('/');
    let (operation, is_operation) = (from_end.next()?, from_end.next()?);
    let (service, is_service) = (from_end.next()?, from_end.next()?);
    (is_operation == "operation" && is_service == "service").then_some((service, operation))
}

/// Lambda's paths start with the date of an API version, such as `/2015-03-31/`.
fn dated_path(path: &str) -> Option<&'static str> {
    let date = path.strip_prefix('/')?.split('/').next()?;
    let shape: Vec<usize> = date.split('-').map(str::len).collect();
    let digits = date.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    (digits && shape == [4, 2, 2]).then_some("lambda")
}

impl ServiceModel {
    /// Finds the operation. `body` matters to the query protocol only, whose `Action` may be in the form.
    ///
    /// # Errors
    /// AWS's own for what it does not know: `UnknownOperationException`, `InvalidAction`, `MissingAction`.
    pub fn route(&'static self, parts: &Parts, body: &[u8]) -> Result<Route, ApiError> {
        match self.protocol {
            Protocol::RestJson => self.route_path(parts),
            Protocol::Json11 | Protocol::Json10 => self.route_target(parts),
            Protocol::Cbor => self.route_rpc(parts),
            Protocol::Query => self.route_action(parts, body),
        }
    }

    fn route_path(&'static self, parts: &Parts) -> Result<Route, ApiError> {
        let (path, query) = (parts.uri.path(), parts.uri.query().unwrap_or_default());
        let mut best: Option<(usize, &'static Operation)> = None;
        let method = parts.method.as_str();
        let candidates = self.operations.iter().filter(|o| o.method == method && may_fit(o.uri, path));
        for operation in candidates {
            // Of two templates that fit, the one that says more is meant.
            let score = fit(operation.uri, path, query);
            if let Some(score) = score.filter(|s| best.is_none_or(|(most, _)| *s > most)) {
                best = Some((score, operation));
            }
        }
        let Some((_, operation)) = best else {
            let mut siblings = self.siblings.iter().filter(|s| parts.method == s.method);
            if let Some(sibling) = siblings.find(|s| fit(s.uri, path, query).is_some()) {
                return Err(ApiError::not_implemented(sibling.service, sibling.operation));
            }
            let asked = format!("{} {path}", parts.method);
            return Err(unknown(404, self, &asked));
        };
        Ok(Route { operation, labels: labels(operation.uri, path)? })
    }

    fn route_target(&'static self, parts: &Parts) -> Result<Route, ApiError> {
        let target = parts.headers.get("x-amz-target").and_then(|h| h.to_str().ok()).unwrap_or_default();
        let name = target.strip_prefix(self.target_prefix).and_then(|rest| rest.strip_prefix('.'));
        match name.and_then(|n| self.operation(n)) {
            Some(operation) => Ok(Route { operation, labels: Labels::new() }),
            None => Err(unknown(400, self, target)),
        }
    }

    fn route_rpc(&'static self, parts: &Parts) -> Result<Route, ApiError> {
        let path = parts.uri.path();
        let name = rpc_path(path).filter(|(service, _)| *service == self.target_prefix).map(|(_, name)| name);
        match name.and_then(|name| self.operation(name)) {
            Some(operation) if parts.method == http::Method::POST => {
                Ok(Route { operation, labels: Labels::new() })
            }
            _ => Err(unknown(404, self, path)),
        }
    }

    fn route_action(&'static self, parts: &Parts, body: &[u8]) -> Result<Route, ApiError> {
        let form = std::str::from_utf8(body).unwrap_or_default();
        let query = parts.uri.query().unwrap_or_default();
        let read = |name| form::find(form, name).or_else(|| form::find(query, name));
        let action = read("Action").ok_or_else(|| {
            ApiError::new(400, "MissingAction", "The request must contain the parameter Action")
        })?;
        let version = read("Version").unwrap_or(Cow::Borrowed("NO_VERSION_SPECIFIED"));
        match self.operation(&action).filter(|_| version == self.api_version) {
            Some(operation) => Ok(Route { operation, labels: Labels::new() }),
            None => {
                let message =
                    format!("Could not find operation {} for version {}", cut(&action), cut(&version));
                Err(ApiError::new(400, "InvalidAction", message))
            }
        }
    }
}

fn unknown(status: u16, model: &ServiceModel, asked: &str) -> ApiError {
    let message = format!("{} has no operation {}", model.service_id, cut(asked));
    ApiError::new(status, "UnknownOperationException", message)
}

/// What a stranger sent, short enough to be repeated to him.
fn cut(text: &str) -> String {
    text.chars().take(256).collect()
}

/// Whether a path begins and ends as a template does: of each request one or two templates are left to be looked at part
/// by part.
fn may_fit(template: &str, path: &str) -> bool {
    let [template, path] = [template, path].map(|text| text.strip_prefix('/').unwrap_or(text));
    let mut given = path.bytes();
    for byte in template.bytes() {
        match byte {
            b'{' => return may_end(template, path),
            b'?' => break,
            _ if given.next() == Some(byte) => {}
            // One slash at the end is neither here nor there.
            _ => return byte == b'/' && given.next().is_none(),
        }
    }
    given.len() <= 1
}

/// Whether a path ends as a template does after its last label.
fn may_end(template: &str, path: &str) -> bool {
    let template = template.split_once('?').map_or(template, |(path, _)| path);
    let (template, path) = (trimmed(template), trimmed(path));
    let mut given = path.bytes().rev();
    template.bytes().rev().take_while(|byte| *byte != b'}').all(|byte| given.next() == Some(byte))
}

/// How well a path and query string fit a template: the number of literal parts, or `None`.
fn fit(template: &str, path: &str, query: &str) -> Option<usize> {
    let (template, constants) = template.split_once('?').unwrap_or((template, ""));
    let mut score = 0;
    for constant in constants.split('&').filter(|c| !c.is_empty()) {
        let (name, value) = constant.split_once('=').unwrap_or((constant, ""));
        if form::find(query, name).as_deref() != Some(value) {
            return None;
        }
        score += 1;
    }
    let mut given = segments(path);
    for part in segments(template) {
        if is_greedy(part) {
            return given.next().map(|_| score);
        }
        match given.next() {
            Some(text) if is_label(part) && !text.is_empty() => {}
            Some(text) if text == part => score += 1,
            _ => return None,
        }
    }
    given.next().is_none().then_some(score)
}

/// Labels of a path that fits the template.
fn labels(template: &'static str, path: &str) -> Result<Labels, ApiError> {
    let template = template.split_once('?').map_or(template, |(path, _)| path);
    let mut labels = Labels::new();
    let mut rest = path.trim_start_matches('/');
    for part in segments(template) {
        let (text, after) = rest.split_once('/').unwrap_or((rest, ""));
        let greedy = is_greedy(part);
        if is_label(part) {
            let name = part.trim_start_matches('{').trim_end_matches('}').trim_end_matches('+');
            let read = form::label(if greedy { rest } else { text });
            let value =
                read.map_err(|_| ApiError::new(400, "SerializationException", "The path is not UTF-8."))?;
            labels.push((name, value.into_owned()));
        }
        if greedy {
            break;
        }
        rest = after;
    }
    Ok(labels)
}

/// Parts between slashes; one slash at either end does not count, as AWS's own clients disagree about them.
fn segments(path: &str) -> std::str::Split<'_, char> {
    trimmed(path).split('/')
}

fn trimmed(path: &str) -> &str {
    let path = path.strip_prefix('/').unwrap_or(path);
    path.strip_suffix('/').unwrap_or(path)
}

fn is_label(part: &str) -> bool {
    part.starts_with('{')
}

fn is_greedy(part: &str) -> bool {
    part.ends_with("+}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generated::{iam, lambda, logs, sts};
    use proptest::prelude::*;

    fn parts(method: &str, uri: &str, headers: &[(&str, &str)]) -> Parts {
        let mut request = http::Request::builder().method(method).uri(uri);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(()).unwrap().into_parts().0
    }

    #[test]
    fn every_rest_operation_is_found_by_its_own_template() {
        for operation in lambda::MODEL.operations {
            let uri: String = operation.uri.replace("+}", "}").replace(['{', '}'], "_");
            let route = lambda::MODEL.route(&parts(operation.method, &uri, &[]), b"").unwrap();
            assert_eq!(route.operation.name, operation.name);
        }
    }

    #[test]
    fn labels_are_decoded_after_the_path_is_split() {
        let arn = "arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3Afunction%3Aa%2Fb";
        let route = lambda::MODEL.route(&parts("GET", &format!("/2017-03-31/tags/{arn}"), &[]), b"").unwrap();
        assert_eq!(route.operation.name, "ListTags");
        assert_eq!(
            route.labels,
            [("Resource", "arn:aws:lambda:us-east-1:123456789012:function:a/b".to_owned())]
        );
        let invoke = parts("POST", "/2015-03-31/functions/a+b/invocations?Qualifier=1", &[]);
        let route = lambda::MODEL.route(&invoke, b"").unwrap();
        assert_eq!(route.operation.name, "Invoke");
        assert_eq!(route.labels, [("FunctionName", "a+b".to_owned())]);
    }

    proptest! {
        #[test]
        fn what_fits_may_fit(path in "/?(a|bc|%2F|[{}]){0,2}(/(a|bc|x+|[{}])?){0,4}/?") {
            for template in
                ["/a", "/a/", "/a/{b}", "/a/{b}/bc", "/a/{b}/bc/{c}", "/a/{b+}", "/{a}", "/a/{b}/bc?x=1", "/"]
            {
                let query = if template.contains('?') { "x=1" } else { "" };
                prop_assert!(fit(template, &path, query).is_none() || may_fit(template, &path), "{}", template);
            }
        }
    }

    #[test]
    fn greedy_labels_take_the_rest() {
        assert_eq!(fit("/a/{k+}", "/a/b/c", ""), Some(1));
        assert_eq!(labels("/a/{k+}", "/a/b/c%20d").unwrap(), [("k", "b/c d".to_owned())]);
        assert_eq!(fit("/a/{k}", "/a/b/c", ""), None);
        assert_eq!(fit("/a/{k}/x", "/a//x", ""), None);
    }

    #[test]
    fn unknown_operations_are_named() {
        let error = lambda::MODEL.route(&parts("PUT", "/2015-03-31/nothing", &[]), b"").unwrap_err();
        assert_eq!((error.status, &*error.code), (404, "UnknownOperationException"));
        assert!(error.message.contains("PUT /2015-03-31/nothing"), "{}", error.message);
        let target = [("x-amz-target", "Logs_20140328.Nothing")];
        let error = logs::MODEL.route(&parts("POST", "/", &target), b"").unwrap_err();
        assert_eq!((error.status, &*error.code), (400, "UnknownOperationException"));
        let error = iam::MODEL.route(&parts("POST", "/", &[]), b"Action=No&Version=2010-05-08").unwrap_err();
        assert_eq!(error.message, "Could not find operation No for version 2010-05-08");
        assert_eq!(error.code, "InvalidAction");
        let error = iam::MODEL.route(&parts("POST", "/", &[]), b"Action=GetRole").unwrap_err();
        assert_eq!(error.message, "Could not find operation GetRole for version NO_VERSION_SPECIFIED");
        assert_eq!(iam::MODEL.route(&parts("POST", "/", &[]), b"").unwrap_err().code, "MissingAction");
    }

    #[test]
    fn actions_come_by_form_or_query_string() {
        let body = b"Version=2011-06-15&Action=GetCallerIdentity";
        assert_eq!(
            sts::MODEL.route(&parts("POST", "/", &[]), body).unwrap().operation.name,
            "GetCallerIdentity"
        );
        let get = parts("GET", "/?Action=GetCallerIdentity&Version=2011-06-15", &[]);
        assert_eq!(sts::MODEL.route(&get, b"").unwrap().operation.name, "GetCallerIdentity");
        let target = [("x-amz-target", "Logs_20140328.PutLogEvents")];
        assert_eq!(
            logs::MODEL.route(&parts("POST", "/", &target), b"").unwrap().operation.name,
            "PutLogEvents"
        );
    }

    #[test]
    fn the_service_is_picked_from_whatever_is_there() {
        let header = "AWS4-HMAC-SHA256 Credential=AK/20260102/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0";
        assert_eq!(pick_service(&parts("POST", "/", &[("authorization", header)])), Some("iam"));
        for credential in ["AK%2F20260102%2Feu%2Flambda%2Faws4_request", "AK/20260102/eu/lambda/aws4_request"]
        {
            let uri = format!("/x?X-Amz-Credential={credential}&a=b");
            assert_eq!(pick_service(&parts("GET", &uri, &[])), Some("lambda"));
        }
        let target = [("x-amz-target", "Logs_20140328.PutLogEvents")];
        assert_eq!(pick_service(&parts("POST", "/", &target)), Some("logs"));
        assert_eq!(pick_service(&parts("GET", "/2015-03-31/functions/", &[])), Some("lambda"));
        assert_eq!(pick_service(&parts("GET", "/favicon.ico", &[])), None);
        assert_eq!(pick_service(&parts("GET", "/?X-Amz-Credential=aws4_request", &[])), None);
    }
}
