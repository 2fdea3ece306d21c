//! Function URLs whose functions do what the path of the request says.

use crate::house::{ACCOUNT, Seen, pieces};
use async_trait::async_trait;
use aws_wire::ApiError;
use aws_wire::generated::lambda::Cors;
use bytes::Bytes;
use domain::{AccountId, FunctionArn, FunctionName, Qualifier, Region, Scope};
use gateway::{FunctionUrl, FunctionUrls, Ran, UrlCall};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use tokio::sync::Semaphore;

/// For everybody.
pub(crate) const OPEN: &str = "open0000000000000000000000000000";
/// For everybody, with CORS for `https://page.test`; of an alias.
pub(crate) const CORS: &str = "cors0000000000000000000000000000";
/// For everybody, but the policy has only the older of the two permissions.
pub(crate) const HALF: &str = "half0000000000000000000000000000";
/// For everybody, without a policy.
pub(crate) const SHUT: &str = "shut0000000000000000000000000000";
/// Signed, without a policy.
pub(crate) const SIGNED: &str = "signed00000000000000000000000000";
/// Signed; the policy allows the role.
pub(crate) const ROLE: &str = "role0000000000000000000000000000";
/// Signed; the policy allows whose tag `team` is the function's.
pub(crate) const TAGGED: &str = "tagged00000000000000000000000000";
/// For everybody, where the function's tag `team` is `blue`, which it is not.
pub(crate) const BLUE: &str = "blue0000000000000000000000000000";
/// Signed; the policy denies everybody.
pub(crate) const DENIED: &str = "denied00000000000000000000000000";
/// Signed, of another account, whose policy allows the caller's.
pub(crate) const ABROAD: &str = "abroad00000000000000000000000000";
/// For everybody, with CORS as [`CORS`]; its function streams.
pub(crate) const STREAMS: &str = "streams0000000000000000000000000";
/// The store fails.
pub(crate) const BROKEN: &str = "broken00000000000000000000000000";

/// The host of a URL.
pub(crate) fn host(id: &str) -> String {
    format!("{id}.lambda-url.us-east-1.localhost:4566")
}

pub(crate) struct Urls {
    pub(crate) seen: Arc<Seen>,
    /// Permits for `/slow`.
    pub(crate) slow: Arc<Semaphore>,
}

fn statement(effect: &str, principal: Value, action: &str, condition: Value) -> Value {
    json!({ "Effect": effect, "Principal": principal, "Action": action, "Resource": "*", "Condition": condition })
}

fn public() -> Vec<Value> {
    let none = json!({ "StringEquals": { "lambda:FunctionUrlAuthType": "NONE" } });
    let via = json!({ "Bool": { "lambda:InvokedViaFunctionUrl": "true" } });
    vec![
        statement("Allow", json!("*"), "lambda:InvokeFunctionUrl", none),
        statement("Allow", json!("*"), "lambda:InvokeFunction", via),
    ]
}

#[async_trait]
impl FunctionUrls for Urls {
    async fn find(&self, region: &Region, id: &str) -> Result<Option<FunctionUrl>, ApiError> {
        let signed = [SIGNED, ROLE, DENIED, ABROAD, TAGGED].contains(&id);
        let role = format!("arn:aws:iam::{ACCOUNT}:role/r");
        let statements = match id {
            OPEN | CORS | STREAMS => public(),
            HALF => public()[..1].to_vec(),
            SHUT | SIGNED => Vec::new(),
            ROLE => vec![statement("Allow", json!({ "AWS": role }), "lambda:*", json!({}))],
            TAGGED => vec![statement(
                "Allow",
                json!({ "AWS": role }),
                "lambda:*",
                json!({ "StringEquals": { "aws:ResourceTag/team": "${aws:PrincipalTag/side}" } }),
            )],
            BLUE => vec![statement(
                "Allow",
                json!("*"),
                "lambda:*",
                json!({ "StringEquals": { "aws:ResourceTag/team": "blue" } }),
            )],
            DENIED => vec![statement("Deny", json!("*"), "lambda:InvokeFunctionUrl", json!({}))],
            ABROAD => vec![statement("Allow", json!({ "AWS": ACCOUNT }), "lambda:*", json!({}))],
            BROKEN => return Err(ApiError::internal()),
            _ => return Ok(None),
        };
        if region.as_str() != "us-east-1" {
            return Ok(None);
        }
        let account = AccountId::new(if id == ABROAD { "999999999999" } else { ACCOUNT }).unwrap();
        let function =
            FunctionArn::unqualified(Scope::new(account, region.clone()), FunctionName::new("fn").unwrap());
        let list = |values: &[&str]| Some(values.iter().map(|v| (*v).to_owned()).collect());
        Ok(Some(FunctionUrl {
            function: if id == CORS { function.with(Qualifier::Alias("live".into())) } else { function },
            signed,
            streams: id == STREAMS,
            cors: [CORS, STREAMS].contains(&id).then(|| Cors {
                allow_origins: list(&["https://page.test"]),
                allow_methods: list(&["GET"]),
                allow_headers: list(&["x-a"]),
                ..Cors::default()
            }),
            policy: (!statements.is_empty()).then(|| {
                Arc::new(policy::Policy::kept(
                    &json!({ "Version": "2012-10-17", "Statement": statements }).to_string(),
                ))
            }),
        }))
    }

    async fn run(&self, call: UrlCall) -> Result<Ran, ApiError> {
        let event: Value = serde_json::from_slice(&call.event).unwrap();
        let streams = call.streams;
        self.seen.calls.lock().unwrap().push(call);
        if streams {
            let breaks = event["rawPath"] == "/breaks";
            let body = pieces(&self.seen, &self.slow, breaks);
            return Ok(Ran::Streams { content_type: Some("text/plain".to_owned()), body });
        }
        let returned = match event["rawPath"].as_str().unwrap() {
            "/fail" => return Ok(Ran::Failed),
            "/throttled" => {
                let throttled = ApiError::new(429, "TooManyRequestsException", "Rate Exceeded.");
                return Err(throttled.with("Reason", "ConcurrentInvocationLimitExceeded"));
            }
            "/gone" => return Err(ApiError::new(404, "ResourceNotFoundException", "secret")),
            "/interrupted" => return Err(ApiError::internal()),
            "/panic" => panic!("on purpose"),
            "/slow" => {
                self.seen.began.notify_one();
                let _permit = self.slow.acquire().await.unwrap();
                self.seen.ended.fetch_add(1, Ordering::SeqCst);
                json!("late")
            }
            "/bad" => json!({ "statusCode": "high" }),
            "/empty" => json!({ "statusCode": 204, "body": "never sent" }),
            "/unchanged" => json!({ "statusCode": 304, "body": "never sent", "headers": { "etag": "x" } }),
            "/plain" => json!({ "plain": true }),
            "/binary" => json!({
                "statusCode": 203, "isBase64Encoded": true, "body": event["body"],
                "headers": { "content-type": "image/png", "access-control-allow-origin": "*" },
                "cookies": ["a=1", "b=2"],
            }),
            _ => json!({ "statusCode": 200, "body": event }),
        };
        Ok(Ran::Returned(Bytes::from(returned.to_string())))
    }
}
