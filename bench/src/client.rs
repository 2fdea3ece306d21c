//! A signing HTTP client on one connection that is kept alive, so that the client is never the bottleneck.

use crate::Result;
use crate::server::{Place, Server};
use aws_wire::sigv4::{self, Credentials};
use base64::Engine;
use bytes::Bytes;
use domain::{Clock, Timestamp, clock::SystemClock};
use http::{HeaderMap, HeaderValue, Method, Request, Response, Uri, header, request};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::net::TcpStream;

/// Where the API has functions.
pub(crate) const FUNCTIONS: &str = "/2015-03-31/functions";
/// How long an update may take to be applied.
const APPLIED: Duration = Duration::from_secs(20);

/// Headers of a request.
pub(crate) type Headers<'a> = &'a [(&'static str, &'a str)];

/// One connection.
pub(crate) struct Client {
    sender: SendRequest<Full<Bytes>>,
    address: SocketAddr,
    host: HeaderValue,
    /// `None` for a server that wants no signature.
    credentials: Option<Credentials>,
    /// The last request that was signed.
    signed: Option<Signed>,
}

/// A signed request: its signature holds for the same one again, as long as the second lasts that it names.
struct Signed {
    second: i64,
    /// Before signing.
    unsigned: (Method, Uri, HeaderMap, Bytes),
    parts: request::Parts,
}

impl Client {
    /// To the server, signing.
    pub(crate) async fn of(server: &Server) -> Result<Self> {
        Self::to(&server.place()).await
    }

    /// To a place, signing where it has a key.
    pub(crate) async fn to(place: &Place) -> Result<Self> {
        Self::connect(place.address, place.credentials.clone()).await
    }

    /// To any address.
    pub(crate) async fn connect(address: SocketAddr, credentials: Option<Credentials>) -> Result<Self> {
        let stream = TcpStream::connect(address).await.map_err(|e| format!("{address}: {e}"))?;
        stream.set_nodelay(true).map_err(|e| e.to_string())?;
        let (sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(|e| e.to_string())?;
        tokio::spawn(connection);
        let host = HeaderValue::from_str(&address.to_string()).map_err(|e| e.to_string())?;
        Ok(Self { sender, address, host, credentials, signed: None })
    }

    /// Sends and reads all of the answer, which must be a success of the function too.
    pub(crate) async fn send(&mut self, method: Method, target: &str, body: Bytes) -> Result<Bytes> {
        whole(self.success(method, target, &[], body).await?).await
    }

    /// Sends and gives the body of the answer as it comes, where it is a success of the function too.
    async fn success(
        &mut self,
        method: Method,
        target: &str,
        headers: Headers<'_>,
        body: Bytes,
    ) -> Result<Incoming> {
        let mut request = Request::builder().method(method).uri(target);
        request = request.header(header::CONTENT_TYPE, "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (head, body) = self.exchange(request, "lambda", body).await?.into_parts();
        let failed = head.headers.get("x-amz-function-error");
        if !head.status.is_success() || failed.is_some() {
            let body = whole(body).await?;
            return Err(format!("{target}: {} {failed:?} {}", head.status, String::from_utf8_lossy(&body)));
        }
        Ok(body)
    }

    /// Signs, sends, and reads the head of the answer.
    async fn exchange(
        &mut self,
        request: request::Builder,
        service: &str,
        body: Bytes,
    ) -> Result<Response<Incoming>> {
        let request = request.header(header::HOST, self.host.clone()).body(()).map_err(|e| e.to_string())?;
        let (mut parts, ()) = request.into_parts();
        if let Some(credentials) = &self.credentials {
            let now = SystemClock.now();
            parts = sign_once_a_second(&mut self.signed, parts, &body, credentials, service, now)?;
        }
        // Some servers close a connection after each answer.
        if self.sender.ready().await.is_err() {
            self.reconnect().await?;
        }
        let again = (parts.clone(), body.clone());
        match self.sender.send_request(Request::from_parts(parts, Full::new(body))).await {
            // It was closed before any of the request was sent.
            Err(error) if error.is_canceled() => {
                self.reconnect().await?;
                let request = Request::from_parts(again.0, Full::new(again.1));
                self.sender.send_request(request).await.map_err(|e| e.to_string())
            }
            answer => answer.map_err(|e| e.to_string()),
        }
    }

    async fn reconnect(&mut self) -> Result<()> {
        self.sender = Self::connect(self.address, None).await?.sender;
        self.sender.ready().await.map_err(|e| e.to_string())
    }

    /// CreateRole, for Lambda to assume: whatever is answered.
    pub(crate) async fn create_role(&mut self, name: &str) -> Result<String> {
        let policy = "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A\
                      %7B%22Service%22%3A%22lambda.amazonaws.com%22%7D%2C%22Action%22%3A%22sts%3AAssumeRole%22%7D%5D%7D";
        let body =
            format!("Action=CreateRole&Version=2010-05-08&RoleName={name}&AssumeRolePolicyDocument={policy}");
        let request = Request::builder().method(Method::POST).uri("/");
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = whole(self.exchange(request, "iam", body.into()).await?.into_body()).await?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }

    /// Invokes asynchronously; the status of the answer, which has been read.
    pub(crate) async fn send_event(&mut self, name: &str, event: Bytes) -> Result<u16> {
        let request = Request::builder().method(Method::POST).uri(invocations(name));
        let request = request.header("X-Amz-Invocation-Type", "Event");
        let answer = self.exchange(request, "lambda", event).await?;
        let status = answer.status().as_u16();
        answer.into_body().collect().await.map_err(|e| e.to_string())?;
        Ok(status)
    }

    /// Calls CloudWatch Logs.
    pub(crate) async fn logs(&mut self, operation: &str, body: &Value) -> Result<Value> {
        self.logs_as_text(operation, body.to_string().into()).await
    }

    /// The same with a body that is written already.
    pub(crate) async fn logs_as_text(&mut self, operation: &str, body: Bytes) -> Result<Value> {
        let target = [("x-amz-target", format!("Logs_20140328.{operation}"))];
        let body = self.call("logs", ("/", "application/x-amz-json-1.1"), &target, body).await?;
        if body.is_empty() {
            Ok(Value::Null)
        } else {
            serde_json::from_slice(&body).map_err(|e| e.to_string())
        }
    }

    /// Calls a service at a path, with a type of content.
    pub(crate) async fn call(
        &mut self,
        service: &str,
        (path, content): (&str, &str),
        headers: &[(&str, String)],
        body: Bytes,
    ) -> Result<Bytes> {
        let mut request = Request::builder().method(Method::POST).uri(path);
        request = request.header(header::CONTENT_TYPE, content);
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let answer = self.exchange(request, service, body).await?;
        let status = answer.status();
        let body = whole(answer.into_body()).await?;
        if !status.is_success() {
            return Err(format!("{service} {headers:?}: {status} {}", String::from_utf8_lossy(&body)));
        }
        Ok(body)
    }

    /// Invokes a function and says how long it took.
    pub(crate) async fn invoke(&mut self, name: &str, event: &Bytes) -> Result<Duration> {
        self.invoke_with(name, &[], event).await
    }

    /// The same with headers; the name may have a qualifier in the query.
    pub(crate) async fn invoke_with(
        &mut self,
        name: &str,
        headers: Headers<'_>,
        event: &Bytes,
    ) -> Result<Duration> {
        let target = invocations(name);
        let begun = Instant::now();
        whole(self.success(Method::POST, &target, headers, event.clone()).await?).await?;
        Ok(begun.elapsed())
    }

    /// Invokes a function that does not come to its end, and says how long it took to be told so.
    pub(crate) async fn invoke_in_vain(&mut self, name: &str, event: &Bytes) -> Result<Duration> {
        let begun = Instant::now();
        let request = Request::builder().method(Method::POST).uri(invocations(name));
        let answer = self.exchange(request, "lambda", event.clone()).await?;
        let failed = answer.headers().contains_key("x-amz-function-error");
        let body = whole(answer.into_body()).await?;
        let took = begun.elapsed();
        if failed {
            Ok(took)
        } else {
            Err(format!("{name} came to its end: {}", String::from_utf8_lossy(&body)))
        }
    }

    /// Invokes a function that streams: how long its first bytes took, how long all of them, and how many they were.
    pub(crate) async fn stream(&mut self, name: &str, event: &Bytes) -> Result<(Duration, Duration, usize)> {
        let target = format!("/2021-11-15/functions/{name}/response-streaming-invocations");
        self.received(Method::POST, &target, event).await
    }

    /// The same of any answer.
    pub(crate) async fn received(
        &mut self,
        method: Method,
        target: &str,
        event: &Bytes,
    ) -> Result<(Duration, Duration, usize)> {
        let begun = Instant::now();
        let mut body = self.success(method, target, &[], event.clone()).await?;
        let (mut first, mut bytes) = (None, 0);
        while let Some(frame) = body.frame().await {
            first.get_or_insert_with(|| begun.elapsed());
            bytes += frame.map_err(|e| e.to_string())?.data_ref().map_or(0, Bytes::len);
        }
        Ok((first.ok_or("an answer without a byte")?, begun.elapsed(), bytes))
    }

    /// The messages of a function's log that have a word in them.
    pub(crate) async fn log(&mut self, name: &str, word: &str) -> Result<Vec<String>> {
        let request =
            json!({ "logGroupName": format!("/aws/lambda/{name}"), "filterPattern": format!("\"{word}\"") });
        match self.logs("FilterLogEvents", &request).await {
            Ok(found) => {
                let events = found["events"].as_array().into_iter().flatten();
                Ok(events.filter_map(|event| event["message"].as_str().map(str::to_owned)).collect())
            }
            // Nothing has been written yet.
            Err(error) if error.contains("ResourceNotFoundException") => Ok(Vec::new()),
            Err(error) => Err(error),
        }
    }

    /// CreateFunction, until it is active.
    pub(crate) async fn create(
        &mut self,
        name: &str,
        runtime: &str,
        handler: &str,
        zip: &[u8],
    ) -> Result<()> {
        self.create_with(name, (runtime, handler, zip), &json!({})).await
    }

    /// The same with more settings.
    pub(crate) async fn create_with(
        &mut self,
        name: &str,
        (runtime, handler, zip): (&str, &str, &[u8]),
        more: &Value,
    ) -> Result<()> {
        let mut request = json!({
            "FunctionName": name, "Runtime": runtime, "Handler": handler, "MemorySize": 1769, "Timeout": 30,
            "Role": "arn:aws:iam::000000000000:role/bench",
            "Code": { "ZipFile": base64::engine::general_purpose::STANDARD.encode(zip) },
        });
        for (name, value) in more.as_object().into_iter().flatten() {
            request[name] = value.clone();
        }
        self.send(Method::POST, FUNCTIONS, request.to_string().into()).await?;
        self.applied(name).await
    }

    /// Changes an environment variable, so that no environment made before fits any more.
    pub(crate) async fn make_cold(&mut self, name: &str, n: usize) -> Result<()> {
        self.make_cold_with(name, n, &[]).await
    }

    /// The same with more variables, which it would be without afterwards.
    pub(crate) async fn make_cold_with(
        &mut self,
        name: &str,
        n: usize,
        variables: &[(&str, &str)],
    ) -> Result<()> {
        let mut all = json!({ "NUMBER": n.to_string() });
        for (name, value) in variables {
            all[*name] = (*value).into();
        }
        let change = json!({ "Environment": { "Variables": all } });
        let target = format!("{FUNCTIONS}/{name}/configuration");
        self.send(Method::PUT, &target, change.to_string().into()).await?;
        self.applied(name).await
    }

    /// Waits until a function, perhaps with a qualifier in the query, is active and its last update applied.
    pub(crate) async fn applied(&mut self, name: &str) -> Result<()> {
        let target = below(name, "configuration");
        let begun = Instant::now();
        loop {
            let found = self.send(Method::GET, &target, Bytes::new()).await?;
            let found: Value = serde_json::from_slice(&found).map_err(|e| e.to_string())?;
            match (found["State"].as_str(), found["LastUpdateStatus"].as_str()) {
                // Not every server tells these.
                (None | Some("Active"), None | Some("Successful")) => return Ok(()),
                (Some("Failed"), _) | (_, Some("Failed")) => return Err(format!("{name}: {found}")),
                _ if begun.elapsed() > APPLIED => return Err(format!("{name} is not active: {found}")),
                _ => tokio::time::sleep(Duration::from_millis(2)).await,
            }
        }
    }
}

/// Signs, unless the same request was signed in this very second: it would come out the same. So the client costs what a
/// client without signatures costs, which is what a server that wants none is asked with.
fn sign_once_a_second(
    signed: &mut Option<Signed>,
    mut parts: request::Parts,
    body: &Bytes,
    credentials: &Credentials,
    service: &str,
    now: Timestamp,
) -> Result<request::Parts> {
    let second = now.0 / 1_000;
    if let Some(Signed { second: then, unsigned: (method, uri, headers, content), parts: known }) = signed
        && *then == second
        && (&*method, &*uri, &*headers, &*content) == (&parts.method, &parts.uri, &parts.headers, body)
    {
        return Ok(known.clone());
    }
    let unsigned = (parts.method.clone(), parts.uri.clone(), parts.headers.clone(), body.clone());
    sigv4::sign(&mut parts, body, credentials, "us-east-1", service, now).map_err(|e| e.to_string())?;
    *signed = Some(Signed { second, unsigned, parts: parts.clone() });
    Ok(parts)
}

/// Where a function is invoked; the name may have a query behind it.
pub(crate) fn invocations(name: &str) -> String {
    below(name, "invocations")
}

fn below(name: &str, what: &str) -> String {
    let (name, query) = name.split_once('?').map_or((name, String::new()), |(n, q)| (n, format!("?{q}")));
    format!("{FUNCTIONS}/{name}/{what}{query}")
}

async fn whole(body: Incoming) -> Result<Bytes> {
    Ok(body.collect().await.map_err(|e| e.to_string())?.to_bytes())
}
