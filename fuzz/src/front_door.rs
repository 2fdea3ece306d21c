//! Whole connections to the front door, from the first byte on, with services that do nothing.

use async_trait::async_trait;
use aws_wire::generated::lambda::{self, Cors};
use aws_wire::generated::{cloudwatch, iam, logs, sts, xray};
use aws_wire::sigv4::Secret;
use aws_wire::{
    ApiError, Caller, CallerKind, Input, Operation, Output, RequestContext, Service, ServiceModel,
};
use bytes::Bytes;
use domain::clock::SystemClock;
use domain::{AccountId, FunctionArn, FunctionName, Region, Scope, Timestamp};
use gateway::{CodeDownloads, FunctionUrl, FunctionUrls, Gateway, KeyLookup, KnownKey, Limits, Mode, Parts};
use gateway::{Ran, UrlCall};
use http::HeaderName;
use policy::Policy;
use serde_json::json;
use std::future::Future;
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};

/// Longer than any limit on what a client may leave us waiting for.
const LONG: Duration = Duration::from_secs(600);
/// By then a connection is over, a client that has no more to say included.
const PATIENCE: Duration = Duration::from_secs(1_300);
/// All that there are.
const MODELS: [&ServiceModel; 6] =
    [&lambda::MODEL, &logs::MODEL, &iam::MODEL, &sts::MODEL, &cloudwatch::MODEL, &xray::MODEL];
const ACCOUNT: &str = "123456789012";

/// Connections to a server that asks for signatures, and to one in development mode.
pub(crate) fn http1(data: &[u8]) {
    for mode in [Mode::Signed, Mode::Dev] {
        let answer = exchange(data, |stream| gateway::fuzzing::connection(gateway(mode), stream, false));
        let wrong = answer.windows(13).any(|bytes| bytes == b"HTTP/1.1 500 ");
        assert!(!wrong, "{}", String::from_utf8_lossy(&answer));
    }
}

/// The same of HTTP/2, after the preface.
pub(crate) fn http2(data: &[u8]) {
    const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0";
    let bytes = [PREFACE, data].concat();
    for mode in [Mode::Signed, Mode::Dev] {
        exchange(&bytes, |stream| gateway::fuzzing::connection(gateway(mode), stream, true));
    }
}

/// A request to a function URL, whose body is also what the function returns: its event is JSON, its answer a response.
pub(crate) fn function_url(data: &[u8]) {
    if let Some(answer) = ask_url(data) {
        assert!(!answer.starts_with(b"HTTP/1.1 500"), "{}", String::from_utf8_lossy(&answer));
    }
}

/// The URL's answer to a path, headers and a body; `None` where they cannot be sent.
fn ask_url(data: &[u8]) -> Option<Vec<u8>> {
    let line = data.iter().position(|byte| *byte == b'\n')?;
    let (target, rest) = data.split_at(line);
    let host = b" HTTP/1.1\r\nhost: abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.localhost";
    let head = [b"POST /".as_slice(), target, host, b"\r\nconnection: close\r\n"].concat();
    let end = rest.windows(2).position(|two| two == b"\n\n")?;
    let (headers, body) = (&rest[1.min(end)..end], &rest[end + 2..]);
    let length = format!("\r\ncontent-length: {}\r\n\r\n", body.len());
    let bytes = [&head, headers, length.as_bytes(), body].concat();
    Some(exchange(&bytes, |stream| gateway::fuzzing::connection(gateway(Mode::Signed), stream, false)))
}

/// Sends bytes and returns what came back. The other side is told that no more come only when it had time for an answer
/// and for each of its limits; the clock runs as fast as nothing happens.
pub(crate) fn exchange<F: Future<Output = ()>>(
    data: &[u8],
    serve: impl FnOnce(DuplexStream) -> F,
) -> Vec<u8> {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_time().start_paused(true).build().unwrap();
    runtime.block_on(async {
        let (ours, theirs) = tokio::io::duplex(64 << 10);
        let (mut reader, mut writer) = tokio::io::split(ours);
        let serving = tokio::time::timeout(PATIENCE, serve(theirs));
        let sending = async {
            // It may be closed before all is sent.
            let _ = writer.write_all(data).await;
            tokio::time::sleep(LONG).await;
            let _ = writer.shutdown().await;
        };
        let reading = async {
            let mut got = Vec::new();
            let _ = reader.read_to_end(&mut got).await;
            got
        };
        let (served, (), got) = tokio::join!(serving, sending, reading);
        served.expect("the connection does not end");
        got
    })
}

fn gateway(mode: Mode) -> Arc<Gateway> {
    static SIGNED: OnceLock<Arc<Gateway>> = OnceLock::new();
    static DEV: OnceLock<Arc<Gateway>> = OnceLock::new();
    let kept = if mode == Mode::Dev { &DEV } else { &SIGNED };
    let new = || {
        let service = |model| Arc::new(Idle { model }) as Arc<dyn Service>;
        Arc::new(Gateway::new(Parts {
            mode,
            services: MODELS.map(service).to_vec(),
            keys: Arc::new(OneKey),
            identities: Arc::new(gateway::fuzzing::Nobody),
            resources: Arc::new(gateway::fuzzing::Nobody),
            downloads: Arc::new(NoDownloads),
            urls: Arc::new(Returns),
            inspecting: None,
            trail: None,
            clock: Arc::new(SystemClock),
            default_account: AccountId::new(ACCOUNT).unwrap(),
            default_region: Region::new("us-east-1").unwrap(),
            regions: Vec::new(),
            public_endpoint: None,
            own_hosts: Vec::new(),
            limits: Limits::default(),
        }))
    };
    Arc::clone(kept.get_or_init(new))
}

struct Idle {
    model: &'static ServiceModel,
}

#[async_trait]
impl Service for Idle {
    fn model(&self) -> &'static ServiceModel {
        self.model
    }

    async fn call(
        &self,
        _: RequestContext,
        operation: &'static Operation,
        input: Input,
    ) -> Result<Output, ApiError> {
        match operation.name {
            "Invoke" => Ok(Output { payload: input.payload, ..Output::empty() }),
            _ => Err(ApiError::not_implemented(self.model.signing_name, operation.name)),
        }
    }
}

struct OneKey;

impl KeyLookup for OneKey {
    fn find(&self, access_key_id: &str, _: Option<&str>) -> Option<Arc<KnownKey>> {
        let caller = Caller {
            arn: format!("arn:aws:iam::{ACCOUNT}:root"),
            user_id: ACCOUNT.to_owned(),
            account: AccountId::new(ACCOUNT).unwrap(),
            access_key_id: access_key_id.to_owned(),
            kind: CallerKind::Root,
            session: None,
        };
        let key = KnownKey { secret: Secret::new("secret"), session_token: None, expires: None, caller };
        (access_key_id == "AKID").then(|| Arc::new(key))
    }
}

struct NoDownloads;

#[async_trait]
impl CodeDownloads for NoDownloads {
    fn claims(&self, path: &str) -> bool {
        path.starts_with("/_tenfold/code/")
    }

    async fn download(&self, _: &http::request::Parts, _: Timestamp) -> Result<Bytes, ApiError> {
        Ok(Bytes::from_static(b"0123456789"))
    }
}

/// URLs for everybody; the function returns the body that it was sent.
struct Returns;

#[async_trait]
impl FunctionUrls for Returns {
    async fn find(&self, region: &Region, id: &str) -> Result<Option<FunctionUrl>, ApiError> {
        let scope = Scope::new(AccountId::new(ACCOUNT).unwrap(), region.clone());
        let statement = json!({ "Effect": "Allow", "Principal": "*", "Action": "lambda:*" });
        Ok(Some(FunctionUrl {
            function: FunctionArn::unqualified(scope, FunctionName::new("f").unwrap()),
            signed: id.starts_with('s'),
            streams: id.starts_with('b'),
            cors: Some(Cors { allow_origins: Some(vec!["https://a.test".to_owned()]), ..Cors::default() }),
            policy: Some(Arc::new(Policy::kept(&json!({ "Statement": statement }).to_string()))),
        }))
    }

    async fn run(&self, call: UrlCall) -> Result<Ran, ApiError> {
        let event: serde_json::Value = serde_json::from_slice(&call.event).expect("an event is JSON");
        for header in event["headers"].as_object().expect("an event has headers").keys() {
            HeaderName::try_from(header).expect("they are headers");
        }
        let body = event["body"].as_str().unwrap_or_default().to_owned();
        Ok(if body == "fail" { Ran::Failed } else { Ran::Returned(body.into()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In development nobody has to sign: every service is reached, and says that it has not built what was asked for.
    #[test]
    fn the_corpus_reaches_every_service() {
        let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/http1");
        for name in ["alarms", "cbor", "json", "logs", "form", "users", "segments"] {
            let input = std::fs::read(format!("{corpus}/{name}")).unwrap();
            let serve = |stream| gateway::fuzzing::connection(gateway(Mode::Dev), stream, false);
            let answer = exchange(&input, serve);
            assert!(answer.starts_with(b"HTTP/1.1 501 "), "{name}: {}", String::from_utf8_lossy(&answer));
        }
    }

    #[test]
    fn the_corpus_reaches_the_function() {
        for (input, status) in [
            (include_bytes!("../corpus/function_url/json").as_slice(), "201"),
            (include_bytes!("../corpus/function_url/fail"), "502"),
        ] {
            let answer = ask_url(input).unwrap();
            let answer = String::from_utf8_lossy(&answer);
            assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{answer}");
        }
    }
}
