//! Requests of OTLP: protobuf over HTTP/1.1, or gRPC's framing over HTTP/2. One connection, which is kept.

use super::message::{Answer, RetryInfo, RpcStatus};
use super::settings::{Protocol, Target};
use aws_client::{Connector, EndpointError};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, Version, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Incoming;
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use prost::Message;
use std::io::Write;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::timeout;

/// An answer is a few bytes, or an error's text.
const MAX_ANSWER: usize = 64 << 10;
/// What of an error's text is told.
const MAX_TOLD: usize = 256;

/// What became of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Sent {
    /// All of it was taken.
    Taken,
    /// But for so many, for a reason.
    Partly(u64, String),
    /// It may be sent again, after a time that may have been told.
    Later(Option<Duration>, String),
    /// It will not be taken.
    Never(String),
}

enum Open {
    One(http1::SendRequest<Full<Bytes>>),
    Two(http2::SendRequest<Full<Bytes>>),
}

/// See the module's documentation.
pub(crate) struct Client {
    target: Target,
    connector: Connector,
    open: Option<(Open, JoinSet<()>)>,
}

/// An encoded request as it is sent: compressed, framed.
pub(crate) fn framed(message: Vec<u8>, protocol: Protocol, gzip: bool) -> Bytes {
    let message = if gzip { compressed(&message).unwrap_or(message) } else { message };
    match protocol {
        Protocol::Http => message.into(),
        Protocol::Grpc => {
            let length = u32::try_from(message.len()).unwrap_or(u32::MAX);
            let mut frame = Vec::with_capacity(message.len() + 5);
            frame.push(u8::from(gzip));
            frame.extend_from_slice(&length.to_be_bytes());
            frame.extend_from_slice(&message);
            frame.into()
        }
    }
}

/// Writing to memory does not fail.
fn compressed(message: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(message).ok()?;
    encoder.finish().ok()
}

impl Client {
    /// Does not connect yet. Reads files of authorities, some ms.
    pub(crate) fn new(target: Target) -> Result<Self, EndpointError> {
        let alpn: &[&[u8]] = if target.protocol == Protocol::Grpc { &[b"h2"] } else { &[] };
        let connector = Connector::with(target.endpoint.clone(), &target.trust, alpn)?;
        Ok(Self { target, connector, open: None })
    }

    pub(crate) fn target(&self) -> &Target {
        &self.target
    }

    /// One attempt, within the time that one may take.
    pub(crate) async fn send(&mut self, body: &Bytes) -> Sent {
        let sent = timeout(self.target.timeout, self.attempt(body)).await;
        let sent = sent.unwrap_or_else(|_| Err("no answer in time".to_owned()));
        sent.unwrap_or_else(|why| {
            self.open = None;
            Sent::Later(None, why)
        })
    }

    async fn attempt(&mut self, body: &Bytes) -> Result<Sent, String> {
        let is_kept = self.open.as_ref().is_some_and(|(open, _)| match open {
            Open::One(sender) => !sender.is_closed(),
            Open::Two(sender) => !sender.is_closed(),
        });
        if is_kept {
            match self.exchange(body).await {
                // It may have been closed while it was idle.
                Err(_) => self.open = None,
                done => return done,
            }
        }
        self.open = Some(self.connect().await?);
        self.exchange(body).await
    }

    async fn connect(&self) -> Result<(Open, JoinSet<()>), String> {
        let io = TokioIo::new(self.connector.stream().await.map_err(|error| error.to_string())?);
        let mut driver = JoinSet::new();
        let open = match self.target.protocol {
            Protocol::Http => {
                let (sender, connection) = http1::handshake(io).await.map_err(|error| error.to_string())?;
                driver.spawn(async move { drop(connection.await) });
                Open::One(sender)
            }
            Protocol::Grpc => {
                let shaken = http2::Builder::new(TokioExecutor::new()).handshake(io).await;
                let (sender, connection) = shaken.map_err(|error| error.to_string())?;
                driver.spawn(async move { drop(connection.await) });
                Open::Two(sender)
            }
        };
        Ok((open, driver))
    }

    async fn exchange(&mut self, body: &Bytes) -> Result<Sent, String> {
        let request = self.request(body.clone())?;
        let Some((open, _)) = &mut self.open else { return Err("there is no connection".to_owned()) };
        let response = match open {
            Open::One(sender) => {
                sender.ready().await.map_err(|error| error.to_string())?;
                sender.send_request(request).await
            }
            Open::Two(sender) => {
                sender.ready().await.map_err(|error| error.to_string())?;
                sender.send_request(request).await
            }
        };
        let response = response.map_err(|error| error.to_string())?;
        match self.target.protocol {
            Protocol::Http => http_answer(response).await,
            Protocol::Grpc => grpc_answer(response).await,
        }
    }

    fn request(&self, body: Bytes) -> Result<Request<Full<Bytes>>, String> {
        let Target { endpoint, path, protocol, headers, gzip, timeout, .. } = &self.target;
        let mut request = Request::builder().method(Method::POST);
        request = match protocol {
            Protocol::Http => {
                let request = request
                    .uri(path.as_str())
                    .header(header::HOST, endpoint.authority())
                    .header(header::CONTENT_TYPE, "application/x-protobuf");
                if *gzip { request.header(header::CONTENT_ENCODING, "gzip") } else { request }
            }
            Protocol::Grpc => {
                let request = request
                    .version(Version::HTTP_2)
                    .uri(format!("{}{path}", endpoint.url()))
                    .header(header::CONTENT_TYPE, "application/grpc")
                    .header(header::TE, "trailers")
                    .header("grpc-timeout", format!("{}m", timeout.as_millis().min(99_999_999)));
                if *gzip { request.header("grpc-encoding", "gzip") } else { request }
            }
        };
        request = request.header(header::USER_AGENT, concat!("tenfold/", env!("CARGO_PKG_VERSION")));
        let mut request = request.body(Full::new(body)).map_err(|error| error.to_string())?;
        for (name, value) in headers {
            request.headers_mut().insert(name.clone(), value.clone());
        }
        Ok(request)
    }
}

/// OTLP/HTTP, "Response".
async fn http_answer(response: Response<Incoming>) -> Result<Sent, String> {
    let (parts, body) = response.into_parts();
    let body = Limited::new(body, MAX_ANSWER).collect().await.map_err(|error| error.to_string())?.to_bytes();
    Ok(match parts.status {
        status if status.is_success() => taken(&body),
        StatusCode::TOO_MANY_REQUESTS
        | StatusCode::BAD_GATEWAY
        | StatusCode::SERVICE_UNAVAILABLE
        | StatusCode::GATEWAY_TIMEOUT => {
            Sent::Later(retry_after(&parts.headers), format!("it answers {}", parts.status))
        }
        status => Sent::Never(format!("it answers {status}: {}", told(&String::from_utf8_lossy(&body)))),
    })
}

/// Of an error's text what can be shown.
fn told(text: &str) -> String {
    text.chars().take(MAX_TOLD).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn taken(message: &[u8]) -> Sent {
    // What cannot be read was answered with success all the same.
    let partial = Answer::decode(message).unwrap_or_default().partial_success.unwrap_or_default();
    match u64::try_from(partial.rejected) {
        Ok(rejected @ 1..) => Sent::Partly(rejected, told(&partial.error_message)),
        _ => Sent::Taken,
    }
}

/// Seconds. A date would need our clock to be right.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let seconds = headers.get(header::RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds))
}

/// The gRPC protocol over HTTP/2: the status comes after the message, or with the head where there is none.
async fn grpc_answer(response: Response<Incoming>) -> Result<Sent, String> {
    let (parts, body) = response.into_parts();
    let collected = Limited::new(body, MAX_ANSWER).collect().await.map_err(|error| error.to_string())?;
    let trailers = collected.trailers().cloned().unwrap_or_default();
    let status = [&trailers, &parts.headers].into_iter().find(|headers| headers.contains_key("grpc-status"));
    let Some(status) = status else {
        let why = format!("it answers {} without a status of gRPC", parts.status);
        let again = matches!(parts.status.as_u16(), 429 | 502 | 503 | 504);
        return Ok(if again { Sent::Later(None, why) } else { Sent::Never(why) });
    };
    // A message that is compressed was not asked for.
    Ok(judged(status, collected.to_bytes().get(5..).unwrap_or_default()))
}

fn judged(headers: &HeaderMap, message: &[u8]) -> Sent {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let code = text("grpc-status").parse::<u32>().unwrap_or(2);
    if code == 0 {
        return taken(message);
    }
    let why = format!("its status is {code}: {}", told(text("grpc-message")));
    let after = headers.get("grpc-status-details-bin").and_then(retry_info);
    match code {
        // Cancelled, deadline exceeded, aborted, out of range, unavailable, data loss.
        1 | 4 | 10 | 11 | 14 | 15 => Sent::Later(after, why),
        // Resource exhausted: where it says when.
        8 if after.is_some() => Sent::Later(after, why),
        _ => Sent::Never(why),
    }
}

fn retry_info(details: &HeaderValue) -> Option<Duration> {
    let details = details.to_str().ok()?.trim_end_matches('=');
    let status = RpcStatus::decode(&*STANDARD_NO_PAD.decode(details).ok()?).ok()?;
    let info = status.details.iter().find(|detail| detail.type_url.ends_with("/google.rpc.RetryInfo"))?;
    let delay = RetryInfo::decode(&*info.value).ok()?.delay.unwrap_or_default();
    let (seconds, nanos) = (u64::try_from(delay.seconds).ok()?, u32::try_from(delay.nanos).ok()?);
    Some(Duration::from_secs(seconds).saturating_add(Duration::from_nanos(nanos.into())))
}

#[cfg(test)]
mod tests {
    use super::super::message::{PartialSuccess, RpcDetail, RpcDuration};
    use super::*;

    #[test]
    fn frames() {
        assert_eq!(&framed(vec![7; 3], Protocol::Http, false)[..], [7, 7, 7]);
        assert_eq!(&framed(vec![7; 3], Protocol::Grpc, false)[..], [0, 0, 0, 0, 3, 7, 7, 7]);
        let frame = framed(vec![7; 300], Protocol::Grpc, true);
        assert_eq!(
            (frame[0], usize::try_from(u32::from_be_bytes(frame[1..5].try_into().unwrap())).unwrap()),
            (1, frame.len() - 5)
        );
        assert_eq!(frame[5..7], [0x1f, 0x8b]);
    }

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (http::HeaderName::from_static(name), value.parse().unwrap()))
            .collect()
    }

    #[test]
    fn statuses_of_grpc() {
        let details = RpcStatus {
            details: vec![RpcDetail {
                type_url: "type.googleapis.com/google.rpc.RetryInfo".to_owned(),
                value: RetryInfo { delay: Some(RpcDuration { seconds: 2, nanos: 500_000_000 }) }
                    .encode_to_vec(),
            }],
        };
        let details = STANDARD_NO_PAD.encode(details.encode_to_vec());
        let told = Some(Duration::from_millis(2_500));
        let later = |headers: &HeaderMap| match judged(headers, b"") {
            Sent::Later(after, _) => Some(after),
            Sent::Never(_) => None,
            other => panic!("{other:?}"),
        };
        for (code, expected) in
            [("14", Some(None)), ("4", Some(None)), ("3", None), ("16", None), ("8", None), ("odd", None)]
        {
            assert_eq!(later(&headers(&[("grpc-status", code)])), expected, "{code}");
        }
        for code in ["8", "14"] {
            let with = headers(&[("grpc-status", code), ("grpc-status-details-bin", &details)]);
            assert_eq!(later(&with), Some(told));
        }
        let broken = headers(&[("grpc-status", "8"), ("grpc-status-details-bin", "!")]);
        assert_eq!(later(&broken), None);
        assert_eq!(judged(&headers(&[("grpc-status", "0")]), b""), Sent::Taken);
    }

    #[test]
    fn part_of_it() {
        let answer = |rejected| {
            let partial = PartialSuccess { rejected, error_message: "too\nold".to_owned() };
            Answer { partial_success: Some(partial) }.encode_to_vec()
        };
        assert_eq!(taken(&answer(3)), Sent::Partly(3, "too old".to_owned()));
        for all in [answer(0), answer(-1), Vec::new(), b"{}".to_vec()] {
            assert_eq!(taken(&all), Sent::Taken);
        }
    }

    #[test]
    fn when_to_come_again() {
        let after = |value: &str| retry_after(&headers(&[("retry-after", value)]));
        assert_eq!(after("120"), Some(Duration::from_secs(120)));
        assert_eq!((after("Fri, 31 Dec 1999 23:59:59 GMT"), after("-1"), after("")), (None, None, None));
    }
}
