//! The few operations of AWS that our own commands need, as calls and answers.
//!
//! Never here: sockets and signatures (see `client`), and what is printed.

use crate::client::{Answer, Call, Client};
use crate::failure::Failure;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use bytes::Bytes;
use http::Method;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

/// Everything but RFC 3986's unreserved characters.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
const FUNCTIONS: &str = "/2015-03-31/functions";

/// What Invoke brought back.
#[derive(Debug)]
pub(crate) struct Invoked {
    /// The function's answer, or its error.
    pub(crate) payload: Bytes,
    /// `X-Amz-Function-Error`: there if the function failed.
    pub(crate) function_error: Option<String>,
    /// The last 4 KB of the log, if asked for.
    pub(crate) log_tail: Option<String>,
    /// `X-Amz-Executed-Version`.
    pub(crate) version: Option<String>,
    /// The invocation's request id.
    pub(crate) request_id: Option<String>,
}

/// A log event as FilterLogEvents answers it.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LogLine {
    /// Unique within the account.
    #[serde(default)]
    pub(crate) event_id: String,
    /// Milliseconds since the Unix epoch.
    #[serde(default)]
    pub(crate) timestamp: i64,
    /// The text.
    #[serde(default)]
    pub(crate) message: String,
    /// The environment's stream.
    #[serde(default)]
    pub(crate) log_stream_name: String,
}

/// What SimulatePrincipalPolicy says of one action on one resource.
#[derive(Debug, Default)]
pub(crate) struct Simulated {
    /// `allowed`, `explicitDeny` or `implicitDeny`.
    pub(crate) decision: String,
    /// The statements that led to it.
    pub(crate) statements: Vec<Matched>,
    /// Condition keys that statements name and nobody gave.
    pub(crate) missing: Vec<String>,
    /// Whether the permissions boundary allows it, where there is one.
    pub(crate) by_boundary: Option<bool>,
}

/// A statement of a policy.
#[derive(Debug)]
pub(crate) struct Matched {
    /// The policy's name.
    pub(crate) policy: String,
    /// Such as `IAM Policy`.
    pub(crate) kind: String,
    /// The first and the last line of it in the policy's text.
    pub(crate) lines: [String; 2],
}

impl Client {
    /// SimulatePrincipalPolicy of one action on one resource.
    pub(crate) async fn simulate(
        &mut self,
        principal: &str,
        action: &str,
        resource: &str,
        resource_policy: Option<&str>,
        context: &[(String, String)],
    ) -> Result<Simulated, Failure> {
        let mut form = format!(
            "Action=SimulatePrincipalPolicy&Version=2010-05-08&PolicySourceArn={}&ActionNames.member.1={}",
            encode(principal),
            encode(action)
        );
        if resource != "*" {
            form.push_str(&format!("&ResourceArns.member.1={}", encode(resource)));
        }
        if let Some(policy) = resource_policy {
            form.push_str(&format!("&ResourcePolicy={}", encode(policy)));
        }
        for (n, (key, value)) in context.iter().enumerate() {
            let entry = format!("&ContextEntries.member.{}.", n + 1);
            form.push_str(&format!("{entry}ContextKeyName={}", encode(key)));
            form.push_str(&format!("{entry}ContextKeyValues.member.1={}", encode(value)));
            form.push_str(&format!("{entry}ContextKeyType=string"));
        }
        let answer = self.iam(form).await?;
        let text = String::from_utf8_lossy(&answer.body);
        // The same is told once more for each resource.
        let result = match (text.find("<ResourceSpecificResults>"), text.find("</ResourceSpecificResults>")) {
            (Some(start), Some(end)) if start < end => [&text[..start], &text[end..]].concat(),
            _ => text.into_owned(),
        };
        let decision = elements(&result, "EvalDecision").into_iter().next();
        let statements =
            elements(&result, "MatchedStatements").into_iter().flat_map(|all| elements(all, "member"));
        let statements = statements.map(|statement| {
            let first = |of: &str, name: &str| {
                let text = elements(of, name).into_iter().next().unwrap_or_default();
                text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
            };
            let line = |position: &str| first(&first(statement, position), "Line");
            Matched {
                policy: first(statement, "SourcePolicyId"),
                kind: first(statement, "SourcePolicyType"),
                lines: [line("StartPosition"), line("EndPosition")],
            }
        });
        let missing =
            elements(&result, "MissingContextValues").into_iter().flat_map(|all| elements(all, "member"));
        let boundary = elements(&result, "AllowedByPermissionsBoundary").into_iter().next();
        Ok(Simulated {
            decision: decision.ok_or_else(|| not_understood("SimulatePrincipalPolicy"))?.to_owned(),
            statements: statements.collect(),
            missing: missing.map(str::to_owned).collect(),
            by_boundary: boundary.map(|allowed| allowed == "true"),
        })
    }

    /// The resource policy of a function, if it has one.
    pub(crate) async fn function_policy(&mut self, arn: &str) -> Result<Option<String>, Failure> {
        let target = format!("{FUNCTIONS}/{}/policy", encode(arn));
        match self.lambda(Method::GET, target, Bytes::new()).await {
            Ok(answer) => Ok(json_of(answer)?["Policy"].as_str().map(str::to_owned)),
            Err(Failure::Api { code, .. }) if code == "ResourceNotFoundException" => Ok(None),
            Err(error) => Err(error),
        }
    }

    async fn iam(&mut self, form: String) -> Result<Answer, Failure> {
        let headers = vec![("content-type", "application/x-www-form-urlencoded; charset=utf-8".to_owned())];
        let (method, target) = (Method::POST, "/".to_owned());
        succeeded(self.send(Call { service: "iam", method, target, headers, body: form.into() }).await?)
    }

    /// All functions, all pages.
    pub(crate) async fn list_functions(&mut self) -> Result<Vec<Value>, Failure> {
        let mut functions = Vec::new();
        let mut marker: Option<String> = None;
        loop {
            let mut target = format!("{FUNCTIONS}?MaxItems=50");
            if let Some(marker) = &marker {
                target.push_str(&format!("&Marker={}", encode(marker)));
            }
            let mut page = json_of(self.lambda(Method::GET, target, Bytes::new()).await?)?;
            match page.get_mut("Functions").map(Value::take) {
                Some(Value::Array(items)) => functions.extend(items),
                _ => return Err(not_understood("ListFunctions")),
            }
            match page.get("NextMarker").and_then(Value::as_str) {
                Some(next) if marker.as_deref() != Some(next) => marker = Some(next.to_owned()),
                _ => return Ok(functions),
            }
        }
    }

    /// GetFunctionConfiguration.
    pub(crate) async fn function(&mut self, name: &str) -> Result<Value, Failure> {
        let target = format!("{FUNCTIONS}/{}/configuration", encode(name));
        json_of(self.lambda(Method::GET, target, Bytes::new()).await?)
    }

    /// CreateFunction.
    pub(crate) async fn create_function(&mut self, request: &Value, zip: &[u8]) -> Result<Value, Failure> {
        let mut request = request.clone();
        request["Code"] = json!({ "ZipFile": BASE64.encode(zip) });
        json_of(self.lambda(Method::POST, FUNCTIONS.to_owned(), request.to_string().into()).await?)
    }

    /// UpdateFunctionCode.
    pub(crate) async fn update_code(&mut self, name: &str, zip: &[u8]) -> Result<Value, Failure> {
        let target = format!("{FUNCTIONS}/{}/code", encode(name));
        let request = json!({ "ZipFile": BASE64.encode(zip) });
        json_of(self.lambda(Method::PUT, target, request.to_string().into()).await?)
    }

    /// UpdateFunctionConfiguration.
    pub(crate) async fn update_configuration(
        &mut self,
        name: &str,
        change: &Value,
    ) -> Result<Value, Failure> {
        let target = format!("{FUNCTIONS}/{}/configuration", encode(name));
        json_of(self.lambda(Method::PUT, target, change.to_string().into()).await?)
    }

    /// Invoke, waiting for the answer.
    pub(crate) async fn invoke(
        &mut self,
        name: &str,
        qualifier: Option<&str>,
        payload: Bytes,
        tail: bool,
    ) -> Result<Invoked, Failure> {
        let mut target = format!("{FUNCTIONS}/{}/invocations", encode(name));
        if let Some(qualifier) = qualifier {
            target.push_str(&format!("?Qualifier={}", encode(qualifier)));
        }
        let log_type = if tail { "Tail" } else { "None" };
        let headers = vec![
            ("x-amz-invocation-type", "RequestResponse".to_owned()),
            ("x-amz-log-type", log_type.to_owned()),
        ];
        let call = Call { service: "lambda", method: Method::POST, target, headers, body: payload };
        let answer = succeeded(self.send(call).await?)?;
        let text = |name: &str| answer.header(name).map(str::to_owned);
        let log = answer.header("x-amz-log-result").and_then(|v| BASE64.decode(v).ok());
        Ok(Invoked {
            function_error: text("x-amz-function-error"),
            log_tail: log.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
            version: text("x-amz-executed-version"),
            request_id: text("x-amzn-requestid"),
            payload: answer.body,
        })
    }

    /// FilterLogEvents, all pages: the events of a group since a point in time (milliseconds since the epoch), in
    /// the order of time.
    pub(crate) async fn logs_since(&mut self, group: &str, since: i64) -> Result<Vec<LogLine>, Failure> {
        let mut lines = Vec::new();
        let mut token: Option<String> = None;
        loop {
            let mut request = json!({ "logGroupName": group, "startTime": since.max(0) });
            if let Some(token) = &token {
                request["nextToken"] = json!(token);
            }
            let call = Call {
                service: "logs",
                method: Method::POST,
                target: "/".to_owned(),
                headers: vec![
                    ("content-type", "application/x-amz-json-1.1".to_owned()),
                    ("x-amz-target", "Logs_20140328.FilterLogEvents".to_owned()),
                ],
                body: request.to_string().into(),
            };
            let mut page = json_of(succeeded(self.send(call).await?)?)?;
            let events = page.get_mut("events").map(Value::take).unwrap_or_else(|| json!([]));
            let events: Vec<LogLine> =
                serde_json::from_value(events).map_err(|_| not_understood("FilterLogEvents"))?;
            lines.extend(events);
            match page.get("nextToken").and_then(Value::as_str) {
                Some(next) if token.as_deref() != Some(next) => token = Some(next.to_owned()),
                _ => break,
            }
        }
        lines.sort_by_key(|line| line.timestamp);
        Ok(lines)
    }

    /// IAM's CreateRole for Lambda; a role of that name that is there already will do.
    pub(crate) async fn ensure_role(&mut self, name: &str) -> Result<(), Failure> {
        let trust = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;
        let form = format!(
            "Action=CreateRole&Version=2010-05-08&RoleName={}&AssumeRolePolicyDocument={}",
            encode(name),
            encode(trust)
        );
        match self.iam(form).await {
            Err(Failure::Api { code, .. }) if code == "EntityAlreadyExists" => Ok(()),
            other => other.map(|_| ()),
        }
    }

    async fn lambda(&mut self, method: Method, target: String, body: Bytes) -> Result<Answer, Failure> {
        let headers = vec![("content-type", "application/json".to_owned())];
        succeeded(self.send(Call { service: "lambda", method, target, headers, body }).await?)
    }
}

/// The contents of all elements of a name in an XML text that has none of them within each other.
fn elements<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let pieces = text.split(open.as_str()).skip(1);
    pieces.filter_map(|piece| piece.split_once(close.as_str()).map(|(content, _)| content)).collect()
}

/// Percent-encodes one segment of a path, or one value of a query or a form.
fn encode(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

fn json_of(answer: Answer) -> Result<Value, Failure> {
    serde_json::from_slice(&answer.body).map_err(|_| not_understood("the server"))
}

fn not_understood(whose: &str) -> Failure {
    Failure::Api {
        code: "NotUnderstood".to_owned(),
        message: format!("the answer of {whose} is not as expected"),
    }
}

/// The answer, or the error that it is.
fn succeeded(answer: Answer) -> Result<Answer, Failure> {
    if answer.status.is_success() {
        return Ok(answer);
    }
    Err(error_of(&answer))
}

/// Reads an error in the spelling of any of our protocols: a JSON body with a header or `__type`, or XML.
fn error_of(answer: &Answer) -> Failure {
    let body = String::from_utf8_lossy(&answer.body);
    let json: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    let member = |names: &[&str]| {
        names.iter().find_map(|name| json.get(name).and_then(Value::as_str)).map(str::to_owned)
    };
    let code = answer
        .header("x-amzn-errortype")
        .map(str::to_owned)
        .or_else(|| member(&["__type", "code"]))
        .or_else(|| element(&body, "Code"))
        .unwrap_or_else(|| answer.status.to_string());
    // `com.amazonaws.logs#Name` and `Name:http://…` are the same `Name`.
    let code = code.rsplit('#').next().unwrap_or(&code).split(':').next().unwrap_or_default().to_owned();
    let message = member(&["message", "Message", "errorMessage"])
        .or_else(|| element(&body, "Message"))
        .unwrap_or_else(|| format!("the server answered {}", answer.status));
    Failure::Api { code, message }
}

/// The text of the first element of that name, for the query protocol's flat error bodies.
fn element(xml: &str, name: &str) -> Option<String> {
    let (_, after) = xml.split_once(&format!("<{name}>"))?;
    let (text, _) = after.split_once(&format!("</{name}>"))?;
    let entities =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    Some(entities.iter().fold(text.to_owned(), |text, (entity, c)| text.replace(entity, c)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::{HeaderMap, HeaderValue, StatusCode};

    #[test]
    fn errors_of_every_protocol() {
        for (header, body, code, message) in [
            (
                Some("ResourceNotFoundException"),
                r#"{"Type":"User","Message":"no x"}"#,
                "ResourceNotFoundException",
                "no x",
            ),
            (Some("Throttled:http://internal/"), r#"{"message":"slow"}"#, "Throttled", "slow"),
            (
                None,
                r#"{"__type":"com.amazonaws#InvalidParameterException","message":"m"}"#,
                "InvalidParameterException",
                "m",
            ),
            (
                None,
                "<ErrorResponse><Error><Code>NoSuchEntity</Code><Message>a &lt;b&gt; &amp;lt;</Message></Error></ErrorResponse>",
                "NoSuchEntity",
                "a <b> &lt;",
            ),
            (None, "nonsense", "403 Forbidden", "the server answered 403 Forbidden"),
        ] {
            let mut headers = HeaderMap::new();
            if let Some(value) = header {
                headers.insert("x-amzn-errortype", HeaderValue::from_static(value));
            }
            let answer = Answer { status: StatusCode::FORBIDDEN, headers, body: body.into() };
            let Failure::Api { code: c, message: m } = error_of(&answer) else { panic!("no API error") };
            assert_eq!((c.as_str(), m.as_str()), (code, message));
        }
    }

    #[test]
    fn names_are_one_segment() {
        assert_eq!(encode("a/b:c $LATEST"), "a%2Fb%3Ac%20%24LATEST");
    }
}
