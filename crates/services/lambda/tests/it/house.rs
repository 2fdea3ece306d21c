//! What the tests stand on.

use crate::fake_engine::FakeEngine;
use async_trait::async_trait;
use aws_client::objects::{ObjectError, ObjectRef, ObjectSource};
use aws_wire::encode::encode_error;
use aws_wire::sigv4::{Credentials, Secret};
use aws_wire::{ApiError, Caller, CallerKind, Output, RequestContext, Service};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use blobs::{BlobError, BlobInfo, BlobStore};
use bytes::Bytes;
use dispatch::Permits;
use dispatch::events::{EventParts, EventSettings, Events, Inbox, NoOutbound};
use domain::{AccountId, Clock, CodeRef, Region, Scope, Segment, SegmentSink, Sha256, Timestamp};
use http::Response;
use serde_json::{Value, json};
use service_lambda::{Config, Deps, Engine, LambdaService};
use sha2::Digest;
use std::collections::{BTreeMap, HashMap};
use std::io::Write;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use store::{IdentityName, IdentityStore, LambdaStore, Role, sqlite::Sqlite};
use tokio::sync::Semaphore;

pub(crate) const ACCOUNT: &str = "111111111111";
pub(crate) const REGION: &str = "us-east-1";
pub(crate) const ROLE: &str = "arn:aws:iam::111111111111:role/r";

/// A clock that the test moves.
pub(crate) struct TestClock(pub(crate) AtomicI64);

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}

/// Blobs in memory.
#[derive(Default)]
pub(crate) struct MemoryBlobs(pub(crate) Mutex<BTreeMap<Sha256, (Bytes, Timestamp)>>, pub(crate) AtomicI64);

#[async_trait]
impl BlobStore for MemoryBlobs {
    async fn put(&self, content: Bytes) -> Result<CodeRef, BlobError> {
        let sha256 = Sha256(sha2::Sha256::digest(&content).into());
        let size = content.len() as u64;
        let now = Timestamp(self.1.load(Ordering::SeqCst));
        self.0.lock().unwrap().insert(sha256, (content, now));
        Ok(CodeRef { sha256, size })
    }

    async fn get(&self, digest: &Sha256) -> Result<Bytes, BlobError> {
        self.0.lock().unwrap().get(digest).map(|(b, _)| b.clone()).ok_or(BlobError::NotFound(*digest))
    }

    async fn exists(&self, digest: &Sha256) -> Result<bool, BlobError> {
        Ok(self.0.lock().unwrap().contains_key(digest))
    }

    async fn delete(&self, digest: &Sha256, put_before: Timestamp) -> Result<bool, BlobError> {
        let mut all = self.0.lock().unwrap();
        let old = all.get(digest).is_some_and(|(_, put)| *put < put_before);
        Ok(old && all.remove(digest).is_some())
    }

    async fn list(&self) -> Result<Vec<BlobInfo>, BlobError> {
        let all = self.0.lock().unwrap();
        Ok(all.iter().map(|(sha256, (_, put))| BlobInfo { sha256: *sha256, last_put: *put }).collect())
    }
}

/// The objects of all buckets by `bucket/key`; a version has `?version` behind it. The others are refused with the code
/// that their key is.
#[derive(Default)]
pub(crate) struct FakeObjects(pub(crate) Mutex<BTreeMap<String, Bytes>>);

#[async_trait]
impl ObjectSource for FakeObjects {
    async fn get(&self, _: &Scope, object: &ObjectRef, at_most: u64) -> Result<Bytes, ObjectError> {
        let ObjectRef { bucket, key, version } = object;
        let version = version.as_ref().map(|version| format!("?{version}")).unwrap_or_default();
        match self.0.lock().unwrap().get(&format!("{bucket}/{key}{version}")) {
            Some(bytes) if bytes.len() as u64 > at_most => Err(ObjectError::TooLarge),
            Some(bytes) => Ok(bytes.clone()),
            None if key == "down" => Err(ObjectError::Unavailable("down".to_owned())),
            None => Err(ObjectError::Refused { code: key.clone(), message: format!("{key} it is.") }),
        }
    }
}

/// Segments as they were handed over.
#[derive(Default)]
pub(crate) struct Segments(pub(crate) Mutex<Vec<Segment>>);

impl SegmentSink for Segments {
    fn put(&self, _: &Scope, segments: Vec<Segment>) {
        self.0.lock().unwrap().extend(segments);
    }
}

/// A service and all that it stands on.
pub(crate) struct House {
    pub(crate) service: Arc<LambdaService>,
    /// The door to the queue that the service has.
    pub(crate) inbox: Arc<Inbox>,
    pub(crate) queue: Arc<Sqlite>,
    pub(crate) engine: Arc<FakeEngine>,
    pub(crate) blobs: Arc<MemoryBlobs>,
    pub(crate) objects: Arc<FakeObjects>,
    pub(crate) clock: Arc<TestClock>,
    pub(crate) segments: Arc<Segments>,
}

/// Whose requests they are.
pub(crate) fn scope() -> Scope {
    Scope::new(AccountId::new(ACCOUNT).unwrap(), Region::new(REGION).unwrap())
}

const NOW: i64 = 1_795_544_521_123;

impl House {
    pub(crate) fn new() -> Self {
        Self::with(Config::default())
    }

    /// Functions for x86_64 run unless the configuration says otherwise, whatever this machine is.
    pub(crate) fn with(config: Config) -> Self {
        let architecture = config.architecture.map(|_| "x86_64");
        Self::on(Arc::new(Sqlite::in_memory().unwrap()), Config { architecture, ..config })
    }

    pub(crate) fn on(store: Arc<Sqlite>, config: Config) -> Self {
        let blobs = Arc::new(MemoryBlobs::default());
        blobs.1.store(NOW, Ordering::SeqCst);
        let kept = Arc::clone(&blobs) as Arc<dyn BlobStore>;
        Self { blobs, ..Self::keeping(store, kept, config) }
    }

    /// Packages are where `kept` says.
    pub(crate) fn keeping(store: Arc<Sqlite>, kept: Arc<dyn BlobStore>, config: Config) -> Self {
        let engine = Arc::new(FakeEngine {
            permits: Semaphore::new(Semaphore::MAX_PERMITS),
            prepare_fails: Mutex::default(),
            answer: Mutex::default(),
            run_fails: Mutex::default(),
            ran: Mutex::default(),
            retired: AtomicUsize::new(0),
            retired_versions: Mutex::default(),
            shares: Permits::new(dispatch::Limits::default()),
            provided: Mutex::default(),
            progress: Mutex::default(),
        });
        let objects = Arc::new(FakeObjects::default());
        let clock = Arc::new(TestClock(AtomicI64::new(NOW)));
        let segments = Arc::new(Segments::default());
        let download_key = Credentials {
            access_key_id: "TFDOWNLOAD".to_owned(),
            secret: Secret::new("a secret of its own"),
            session_token: None,
        };
        let inbox = Inbox::new(Arc::clone(&store) as _, Arc::default());
        let deps = Deps {
            store: Arc::clone(&store) as Arc<dyn LambdaStore>,
            identities: Arc::clone(&store) as _,
            blobs: kept,
            objects: Arc::clone(&objects) as Arc<dyn ObjectSource>,
            inbox: Arc::clone(&inbox),
            engine: Arc::clone(&engine) as Arc<dyn Engine>,
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            segments: Arc::clone(&segments) as Arc<dyn SegmentSink>,
            download_key,
        };
        let service = Arc::new(LambdaService::new(config, deps));
        Self { service, inbox, queue: store, engine, blobs: Arc::default(), objects, clock, segments }
    }

    /// Runs what is queued, until it is dropped.
    pub(crate) fn run_events(&self, settings: EventSettings) -> Events {
        let parts = EventParts {
            inbox: Arc::clone(&self.inbox),
            functions: Arc::clone(&self.service) as _,
            outbound: Arc::new(NoOutbound),
            clock: Arc::clone(&self.clock) as _,
            owner: "house".to_owned(),
        };
        Events::start(parts, settings)
    }

    /// A service whose store fails whatever it is asked: its tables are gone.
    pub(crate) fn broken() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let store = Sqlite::open(directory.path(), &store::RowKey::new([0; 32])).unwrap();
        let database = rusqlite::Connection::open(directory.path().join("tenfold.db")).unwrap();
        let mut statement = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").unwrap();
        let tables: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().flatten().collect();
        for table in tables.iter().filter(|name| !name.starts_with("sqlite_")) {
            database.execute_batch(&format!("DROP TABLE \"{table}\"")).unwrap();
        }
        Self::on(Arc::new(store), Config { architecture: Some("x86_64"), ..Config::default() })
    }

    /// Sets the service's time.
    pub(crate) fn at(&self, now: Timestamp) {
        self.clock.0.store(now.0, Ordering::SeqCst);
    }

    /// Moves the time, for the blobs too.
    pub(crate) fn pass(&self, ms: i64) {
        self.clock.0.fetch_add(ms, Ordering::SeqCst);
        self.blobs.1.fetch_add(ms, Ordering::SeqCst);
    }

    /// Lets preparations wait, or go on.
    pub(crate) async fn hold_preparations(&self) {
        self.engine.permits.forget_permits(Semaphore::MAX_PERMITS);
    }

    pub(crate) fn release_preparations(&self) {
        self.engine.permits.add_permits(1_000);
    }

    pub(crate) fn context(&self) -> RequestContext {
        self.context_of(ACCOUNT, REGION)
    }

    /// The root of an account, in a region.
    fn context_of(&self, account: &str, region: &str) -> RequestContext {
        let account = AccountId::new(account).unwrap();
        RequestContext {
            request_id: "6a1f7a1e-0000-4000-8000-000000000001".into(),
            scope: Scope::new(account.clone(), Region::new(region).unwrap()),
            caller: Caller {
                arn: format!("arn:aws:iam::{account}:root"),
                user_id: account.to_string(),
                account,
                access_key_id: "AKIATEST".to_owned(),
                kind: CallerKind::Root,
                session: None,
            },
            now: self.clock.now(),
            endpoint: "http://127.0.0.1:4566".into(),
            trace_header: None,
            conditions: Default::default(),
        }
    }

    /// Makes the role of [`ROLE`] with a trust policy of one statement.
    pub(crate) async fn make_role(&self, trust: Value) {
        let role = Role {
            account: AccountId::new(ACCOUNT).unwrap(),
            partition: "aws".to_owned(),
            path: "/".to_owned(),
            name: "r".to_owned(),
            id: "AROAEXAMPLE".to_owned(),
            assume_role_document: json!({ "Version": "2012-10-17", "Statement": [trust] }).to_string(),
            description: None,
            max_session_s: 3_600,
            boundary: None,
            created: Timestamp(0),
            tags: [].into(),
        };
        self.queue.create_role(role).await.unwrap();
    }

    /// Lets the role of [`ROLE`], which is made where there is none, do what these statements say, and nothing else.
    pub(crate) async fn let_role(&self, statements: Value) {
        let name = IdentityName::of_arn(ROLE).unwrap();
        if self.queue.role(&name.account, &name.name).await.unwrap().is_none() {
            let lambda = json!({ "Service": "lambda.amazonaws.com" });
            self.make_role(json!({ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": lambda }))
                .await;
        }
        let document = json!({ "Version": "2012-10-17", "Statement": statements }).to_string();
        self.queue.put_inline_policy(&name, "p", &document, 10_000).await.unwrap();
    }

    /// One request, as the gateway would carry it out.
    pub(crate) async fn send(
        &self,
        method: &str,
        uri: &str,
        headers: &[(&str, &str)],
        body: impl Into<Bytes>,
    ) -> Result<Output, ApiError> {
        self.carry_out(self.context(), method, uri, headers, body).await
    }

    pub(crate) async fn carry_out(
        &self,
        context: RequestContext,
        method: &str,
        uri: &str,
        headers: &[(&str, &str)],
        body: impl Into<Bytes>,
    ) -> Result<Output, ApiError> {
        let mut request = http::Request::builder().method(method).uri(uri);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let parts = request.body(()).unwrap().into_parts().0;
        let model = self.service.model();
        let route = model.route(&parts, b"")?;
        let input = route.operation.decode(model, &parts, &route.labels, body.into())?;
        self.service.call(context, route.operation, input).await
    }

    /// The same with JSON.
    pub(crate) async fn json(&self, method: &str, uri: &str, body: Value) -> Result<Value, ApiError> {
        let body = if body.is_null() { Bytes::new() } else { Bytes::from(body.to_string()) };
        self.send(method, uri, &[], body).await.map(|output| Value::Object(output.members))
    }

    /// The same from another account or region.
    pub(crate) async fn json_of(
        &self,
        account: &str,
        region: &str,
        method: &str,
        uri: &str,
        body: Value,
    ) -> Result<Value, ApiError> {
        let body = if body.is_null() { Bytes::new() } else { Bytes::from(body.to_string()) };
        let output = self.carry_out(self.context_of(account, region), method, uri, &[], body).await?;
        // A payload is the answer itself.
        match output.payload {
            Some(payload) => Ok(serde_json::from_slice(&payload).unwrap()),
            None => Ok(Value::Object(output.members)),
        }
    }

    /// Creates a function and waits until it is prepared.
    pub(crate) async fn create(&self, name: &str) -> Value {
        let created = self.json("POST", "/2015-03-31/functions", create_body(name)).await.unwrap();
        self.settled(name).await;
        created
    }

    /// Publishes a version of a function, where it has none of its code, and makes the alias `live` of version 1.
    pub(crate) async fn version_and_alias(&self, name: &str) {
        let function = format!("/2015-03-31/functions/{name}");
        self.json("POST", &format!("{function}/versions"), json!({})).await.unwrap();
        let alias = json!({ "Name": "live", "FunctionVersion": "1" });
        self.json("POST", &format!("{function}/aliases"), alias).await.unwrap();
        self.settled(&format!("{name}:1")).await;
    }

    /// Waits until a function is neither `Pending` nor being updated.
    pub(crate) async fn settled(&self, name: &str) -> Value {
        loop {
            let config = self.get(name).await.unwrap();
            if config["State"] != "Pending" && config["LastUpdateStatus"] != "InProgress" {
                return config;
            }
            tokio::task::yield_now().await;
        }
    }

    /// Waits for something that happens in the background.
    pub(crate) async fn until(&self, what: impl Fn() -> bool) {
        let wait = async {
            while !what() {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(std::time::Duration::from_secs(20), wait).await.unwrap();
    }

    pub(crate) async fn get(&self, name: &str) -> Result<Value, ApiError> {
        self.json("GET", &format!("/2015-03-31/functions/{name}/configuration"), Value::Null).await
    }

    pub(crate) async fn invoke(
        &self,
        name: &str,
        headers: &[(&str, &str)],
        payload: &'static str,
    ) -> Result<Output, ApiError> {
        self.send("POST", &format!("/2015-03-31/functions/{name}/invocations"), headers, payload).await
    }

    /// How an error looks on the wire.
    pub(crate) fn encoded(&self, error: &ApiError) -> (Response<Bytes>, Value) {
        let response = encode_error(Some(self.service.model()), error, "id");
        let body = serde_json::from_slice(response.body()).unwrap();
        (response, body)
    }
}

/// A zip with one file.
pub(crate) fn zip(content: &str) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("index.py", zip::write::SimpleFileOptions::default()).unwrap();
    writer.write_all(content.as_bytes()).unwrap();
    writer.finish().unwrap().into_inner()
}

pub(crate) fn zip_base64(content: &str) -> String {
    BASE64.encode(zip(content))
}

pub(crate) fn create_body(name: &str) -> Value {
    json!({
        "FunctionName": name,
        "Role": ROLE,
        "Runtime": "python3.11",
        "Handler": "index.handler",
        "Code": { "ZipFile": zip_base64("def handler(e, c): return e") },
    })
}

/// A body with some members replaced; null takes one away.
pub(crate) fn with(mut body: Value, changes: Value) -> Value {
    for (key, value) in changes.as_object().unwrap() {
        if value.is_null() {
            body.as_object_mut().unwrap().remove(key);
        } else {
            body[key] = value.clone();
        }
    }
    body
}

/// Headers by name, for tests that look at several.
pub(crate) fn members(output: &Output) -> HashMap<&str, &str> {
    output.members.iter().filter_map(|(k, v)| Some((k.as_str(), v.as_str()?))).collect()
}

/// All items of a list that comes in pages.
pub(crate) async fn list_all(house: &House, uri: &str, member: &str) -> Vec<Value> {
    let (mut all, mut next) = (Vec::new(), uri.to_owned());
    loop {
        let page = house.json("GET", &next, Value::Null).await.unwrap();
        all.extend(page[member].as_array().unwrap().iter().cloned());
        match page["NextMarker"].as_str() {
            Some(marker) => next = format!("{uri}&Marker={}", marker.replace('=', "%3D")),
            None => return all,
        }
    }
}
