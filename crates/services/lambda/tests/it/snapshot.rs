//! Exchanges on the wire against checked-in files: `tests/snapshots/<Operation>/<case>.snap` has a request and what is
//! answered to it, to the byte but for what is random.
//!
//! `UPDATE_SNAPSHOTS=1` writes the files; without it a missing one fails.

use crate::house::House;
use aws_wire::encode::{encode_error, frame};
use aws_wire::{ApiError, RequestContext, Service};
use bytes::{Bytes, BytesMut};
use fancy_regex::Regex;
use http::Response;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::future::poll_fn;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// What a client sends, before it signs.
#[derive(Clone)]
pub(crate) struct Request {
    method: &'static str,
    uri: String,
    headers: Vec<(&'static str, String)>,
    body: Bytes,
}

impl Request {
    /// With a body of bytes.
    pub(crate) fn new(method: &'static str, uri: impl Into<String>, body: impl Into<Bytes>) -> Self {
        Self { method, uri: uri.into(), headers: Vec::new(), body: body.into() }
    }

    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

pub(crate) fn get(uri: impl Into<String>) -> Request {
    Request::new("GET", uri, "")
}

pub(crate) fn delete(uri: impl Into<String>) -> Request {
    Request::new("DELETE", uri, "")
}

pub(crate) fn post(uri: impl Into<String>, body: Value) -> Request {
    Request::new("POST", uri, body.to_string())
}

pub(crate) fn put(uri: impl Into<String>, body: Value) -> Request {
    Request::new("PUT", uri, body.to_string())
}

impl House {
    /// One exchange through the whole codec, as the gateway carries it out behind the signature.
    pub(crate) async fn exchange(&self, request: &Request) -> Response<Bytes> {
        let model = self.service.model();
        let context = self.context();
        let id = context.request_id.clone();
        match self.carried_out(request).await {
            Ok((operation, mut output)) => match output.events.take() {
                None => operation.encode(model, output, &id),
                Some(mut events) => {
                    let mut frames = BytesMut::new();
                    while let Some(event) = poll_fn(|cx| events.poll_next(cx)).await {
                        // In place of what cuts the connection.
                        frames.extend(event.map_or(Bytes::from_static(b"<broken off>"), frame));
                    }
                    operation.encode(model, output, &id).map(|_| frames.freeze())
                }
            },
            Err(error) => encode_error(Some(model), &error, &id),
        }
    }

    async fn carried_out(
        &self,
        request: &Request,
    ) -> Result<(&'static aws_wire::model::Operation, aws_wire::Output), ApiError> {
        let model = self.service.model();
        let parts = parts(request);
        let route = model.route(&parts, b"")?;
        if !route.operation.built {
            return Err(ApiError::not_implemented(model.signing_name, route.operation.name));
        }
        let input = route.operation.decode(model, &parts, &route.labels, request.body.clone())?;
        let trace = parts.headers.get("x-amzn-trace-id").map(|trace| trace.to_str().unwrap().into());
        let context = RequestContext { trace_header: trace, ..self.context() };
        let output = self.service.call(context, route.operation, input).await?;
        Ok((route.operation, output))
    }

    /// Sends the request and compares the exchange with the file of `key`, which is `<Operation>/<case>` and written
    /// out in the call: `every_snapshot_belongs_to_one_test` looks for it there. Returns the answer's body, null where
    /// it is not JSON.
    pub(crate) async fn snapshot(&self, key: &str, request: Request) -> Value {
        let (operation, _) = key.split_once('/').unwrap();
        let asked = self.service.model().route(&parts(&request), b"").map(|route| route.operation.name);
        assert_eq!(asked.ok(), Some(operation), "{key}: {} {} is not for it", request.method, request.uri);
        let response = self.exchange(&request).await;
        compare(key, &render(&request, &response));
        serde_json::from_slice(response.body()).unwrap_or_default()
    }
}

fn parts(request: &Request) -> http::request::Parts {
    let mut built = http::Request::builder().method(request.method).uri(&request.uri);
    for (name, value) in &request.headers {
        built = built.header(*name, value);
    }
    built.body(()).unwrap().into_parts().0
}

fn compare(key: &str, seen: &str) {
    let file = folder().join(format!("{key}.snap"));
    if updating() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        return std::fs::write(&file, seen).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    let line = kept.lines().zip(seen.lines()).take_while(|(a, b)| a == b).count() + 1;
    assert!(
        kept == seen,
        "{key} differs from line {line} on; UPDATE_SNAPSHOTS=1 writes it anew\n--- kept\n{kept}\n--- seen\n{seen}"
    );
}

fn updating() -> bool {
    std::env::var_os("UPDATE_SNAPSHOTS").is_some()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots")
}

/// Headers with tests of their own.
const EVER_NEW: [&str; 2] = ["x-amzn-requestid", "x-amzn-trace-id"];

/// Request, a line of dashes, answer, with all headers that can be the same again.
fn render(request: &Request, response: &Response<Bytes>) -> String {
    let mut out = format!("{} {}\n", request.method, request.uri);
    for (name, value) in &request.headers {
        let _ = writeln!(out, "{}: {value}", name.to_lowercase());
    }
    out += &body(&request.body);
    let _ = writeln!(out, "---\n{}", response.status().as_u16());
    let headers: BTreeMap<_, _> = response.headers().iter().map(|(n, v)| (n.as_str(), v)).collect();
    for (name, value) in headers.into_iter().filter(|(name, _)| !EVER_NEW.contains(name)) {
        let _ = writeln!(out, "{name}: {}", value.to_str().unwrap());
    }
    out += &body(response.body());
    normalised(&out)
}

fn body(bytes: &[u8]) -> String {
    if bytes.is_empty() {
        return String::new();
    }
    if bytes.len() > 65_536 {
        return format!("\n<{} bytes>\n", bytes.len());
    }
    let text = match serde_json::from_slice::<Value>(bytes) {
        Ok(value) => serde_json::to_string_pretty(&value).unwrap(),
        Err(_) if bytes.contains(&0) => bytes.escape_ascii().to_string(),
        Err(_) => String::from_utf8_lossy(bytes).into_owned(),
    };
    format!("\n{text}\n")
}

/// What is random or long, and what stands for it. Equal texts get equal numbers.
static RANDOM: LazyLock<[(&str, Regex); 6]> = LazyLock::new(|| {
    [
        ("uuid", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
        ("hex", r"\b[0-9a-f]{64}\b"),
        ("url-id", r"(?<=://)[a-z0-9]{32}(?=\.lambda-url)"),
        ("csc-id", "(?<=csc-)[0-9a-z]{17}"),
        ("marker", r#"(?<=NextMarker": ")[^"]+"#),
        ("long", "[A-Za-z0-9+/= ]{160,}"),
    ]
    .map(|(name, pattern)| (name, Regex::new(pattern).unwrap()))
});

fn normalised(text: &str) -> String {
    let mut text = text.to_owned();
    for (name, pattern) in RANDOM.iter() {
        let mut known: HashMap<String, usize> = HashMap::new();
        text = pattern
            .replace_all(&text, |found: &fancy_regex::Captures<'_, str>| {
                let next = known.len() + 1;
                let number = known.entry(found[0].to_owned()).or_insert(next);
                format!("<{name} {number}>")
            })
            .into_owned();
    }
    text
}

#[test]
fn every_snapshot_belongs_to_one_test() {
    if updating() {
        // The files are still being written.
        return;
    }
    let key = Regex::new(r#"(?<=")[A-Z][A-Za-z0-9]+/[a-z0-9-]+(?=")"#).unwrap();
    let mut named: Vec<String> = Vec::new();
    for source in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it"), "rs") {
        let text = std::fs::read_to_string(source).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        named.extend(
            code.flat_map(|line| key.find_iter(line)).map(|found| found.unwrap().as_str().to_owned()),
        );
    }
    let unique: BTreeSet<String> = named.iter().cloned().collect();
    assert_eq!(unique.len(), named.len(), "a snapshot is named twice: {named:?}");
    let kept: BTreeSet<String> = files(&folder(), "snap")
        .map(|file| file.strip_prefix(folder()).unwrap().with_extension("").display().to_string())
        .collect();
    let leftover: Vec<_> = kept.difference(&unique).collect();
    assert!(leftover.is_empty(), "snapshots that no test names: {leftover:?}");
    let missing: Vec<_> = unique.difference(&kept).collect();
    assert!(missing.is_empty(), "named snapshots without a file: {missing:?}");
}

fn files(directory: &Path, extension: &'static str) -> impl Iterator<Item = PathBuf> {
    let mut open = vec![directory.to_owned()];
    let mut found = Vec::new();
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == extension) {
                found.push(path);
            }
        }
    }
    found.into_iter()
}
