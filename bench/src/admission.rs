//! What it costs to authenticate and authorize one warm Invoke, by the number of policies of whoever calls. In this process: the same
//! code as at the front door, from a request's head to the decision, without sockets. Half of a microsecond would be lost in them.

use crate::Result;
use crate::report::{Figure, Report, Row, Target, Unit};
use crate::stats::Samples;
use async_trait::async_trait;
use aws_wire::access::{Access, Asked};
use aws_wire::generated::lambda;
use aws_wire::sigv4::{self, Credentials, Secret};
use aws_wire::{
    ApiError, Caller, CallerKind, Input, Operation, Output, RequestContext, Service, ServiceModel,
};
use bytes::Bytes;
use domain::clock::SystemClock;
use domain::{AccountId, Clock, Region, Timestamp};
use gateway::{
    CodeDownloads, FunctionUrl, FunctionUrls, Gateway, Identities, KeyLookup, KnownKey, Limits, Mode,
};
use gateway::{Parts, Ran, UrlCall};
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;
use store::{IdentityName, PolicySource, PrincipalPolicies, StoreError};

const ACCOUNT: &str = "123456789012";
const SECRET: &str = "a secret of the benchmark";
/// Of AWS's limit for a managed policy, 6,144 characters, nearly all.
const POLICY: usize = 6_000;
const ROUNDS: usize = 4_000;
/// Calls of one sample: a clock has its own cost.
const CALLS: u32 = 8;

/// All of it.
pub(crate) async fn all(report: &mut Report) -> Result<()> {
    eprintln!("admission …");
    let gateway = gateway()?;
    let mut samples: BTreeMap<usize, Samples> = BTreeMap::new();
    let requests = [0, 1, 10, 100].map(|count| Ok((count, head(count)?)));
    let requests = requests.into_iter().collect::<Result<Vec<_>>>()?;
    for round in 0..ROUNDS {
        for (count, parts) in &requests {
            let begun = Instant::now();
            for _ in 0..CALLS {
                if !gateway::fuzzing::is_admitted(&gateway, parts).await {
                    return Err(format!("who has {count} policies is not let in"));
                }
            }
            // Signing keys and policies are there from the first round on.
            if round > 0 {
                samples.entry(*count).or_default().add(begun.elapsed() / CALLS);
            }
        }
    }
    let root = samples.remove(&0).unwrap_or_default();
    for (count, with) in samples {
        let policies = if count == 1 { "policy" } else { "policies" };
        let name = format!("authenticate and authorize, {count} {policies} of 6 KB");
        let micros =
            |samples: &Samples| Figure::p50(Samples::of(samples.all().iter().map(|ms| ms * 1e3).collect()));
        let row = Row::new(&name, Unit::Count("µs"), micros(&with));
        let row = row.beside("the root user's key: no policies", micros(&root));
        report.push(if count == 10 { row.target(Target::AtMost(30.0)) } else { row });
    }
    report.notes.push(
        "Admission: from the head of a signed Invoke to the decision, in the benchmark's own process. The statement that allows it is the last of\n\
         the last policy.",
    );
    Ok(())
}

/// The head of a signed Invoke of whoever has so many policies.
fn head(policies: usize) -> Result<http::request::Parts> {
    // What a body's hash is does not matter to who may, only that it is signed.
    let request = http::Request::post("http://127.0.0.1:4566/2015-03-31/functions/fn/invocations")
        .header("host", "127.0.0.1:4566")
        .header("x-amz-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        .body(());
    let (mut parts, ()) = request.map_err(|e| e.to_string())?.into_parts();
    let access_key_id = format!("AKIA{policies}");
    let credentials = Credentials { access_key_id, secret: Secret::new(SECRET), session_token: None };
    sigv4::sign(&mut parts, b"", &credentials, "us-east-1", "lambda", SystemClock.now())
        .map_err(|e| e.to_string())?;
    Ok(parts)
}

/// About 6,000 characters; with `last`, the invocation is allowed by its last statement.
fn document(n: usize, last: bool) -> String {
    let mut statements = Vec::new();
    for statement in 0.. {
        statements.push(json!({
            "Sid": format!("s{statement}"), "Effect": if statement % 9 == 8 { "Deny" } else { "Allow" },
            "Action": ["lambda:Get*", "lambda:List*", "logs:FilterLogEvents", format!("s3:PutObject{statement}")],
            "Resource": [format!("arn:aws:lambda:us-east-1:{ACCOUNT}:function:team-{n}-{statement}-*"), "arn:aws:s3:::bucket/*"],
            "Condition": { "StringEquals": { "aws:RequestedRegion": "eu-west-1" } },
        }));
        if json!(statements).to_string().len() > POLICY - 200 {
            break;
        }
    }
    if last {
        let resource = format!("arn:aws:lambda:us-east-1:{ACCOUNT}:function:f*");
        statements.push(json!({ "Effect": "Allow", "Action": "lambda:Invoke*", "Resource": resource }));
    }
    json!({ "Version": "2012-10-17", "Statement": statements }).to_string()
}

fn gateway() -> Result<Gateway> {
    let account = AccountId::new(ACCOUNT).map_err(|e| e.to_string())?;
    Ok(Gateway::new(Parts {
        mode: Mode::Signed,
        services: vec![Arc::new(Lambda)],
        keys: Arc::new(Keys(account.clone())),
        identities: Arc::new(People),
        resources: Arc::new(gateway::fuzzing::Nobody),
        inspecting: None,
        trail: None,
        downloads: Arc::new(Nothing),
        urls: Arc::new(Nothing),
        clock: Arc::new(SystemClock),
        default_account: account,
        default_region: Region::new("us-east-1").map_err(|e| e.to_string())?,
        regions: Vec::new(),
        public_endpoint: None,
        own_hosts: Vec::new(),
        limits: Limits::default(),
    }))
}

/// Lambda as far as it says what it asks.
struct Lambda;

#[async_trait]
impl Service for Lambda {
    fn model(&self) -> &'static ServiceModel {
        &lambda::MODEL
    }

    fn access(&self, asked: &Asked<'_>) -> Access {
        service_lambda::access(asked)
    }

    async fn call(
        &self,
        _: RequestContext,
        operation: &'static Operation,
        _: Input,
    ) -> std::result::Result<Output, ApiError> {
        Err(ApiError::not_implemented("lambda", operation.name))
    }
}

/// The root user's key, and keys of users who are called by the number of their policies.
struct Keys(AccountId);

impl KeyLookup for Keys {
    fn find(&self, access_key_id: &str, _: Option<&str>) -> Option<Arc<KnownKey>> {
        let name = access_key_id.strip_prefix("AKIA")?;
        let account = self.0.clone();
        let (kind, arn, user_id) = match name {
            "0" => (CallerKind::Root, format!("arn:aws:iam::{account}:root"), account.to_string()),
            name => (CallerKind::User, format!("arn:aws:iam::{account}:user/{name}"), "AIDA".to_owned()),
        };
        let access_key_id = access_key_id.to_owned();
        let caller = Caller { account, arn, user_id, access_key_id, kind, session: None };
        Some(Arc::new(KnownKey { secret: Secret::new(SECRET), session_token: None, expires: None, caller }))
    }
}

struct People;

#[async_trait]
impl Identities for People {
    fn revision(&self) -> u64 {
        1
    }

    async fn policies(
        &self,
        who: &IdentityName,
    ) -> std::result::Result<Option<PrincipalPolicies>, StoreError> {
        let count = who.name.parse().unwrap_or(0);
        let source = |n: usize| PolicySource {
            name: format!("p{n}"),
            inline: false,
            group: None,
            document: document(n, n + 1 == count).into(),
        };
        Ok(Some(PrincipalPolicies {
            id: "AIDA".to_owned(),
            arn: format!("arn:aws:iam::{ACCOUNT}:user/{}", who.name),
            tags: BTreeMap::new(),
            identity: (0..count).map(source).collect(),
            boundary: None,
            revision: 1,
        }))
    }

    fn used(&self, _: IdentityName, _: &str, _: &'static str, _: &Region, _: Timestamp) {}

    async fn managed(&self, _: &AccountId, _: &str) -> std::result::Result<Option<Arc<str>>, StoreError> {
        Ok(None)
    }
}

/// What a decision does without.
struct Nothing;

#[async_trait]
impl CodeDownloads for Nothing {
    fn claims(&self, _: &str) -> bool {
        false
    }

    async fn download(&self, _: &http::request::Parts, _: Timestamp) -> std::result::Result<Bytes, ApiError> {
        Err(ApiError::internal())
    }
}

#[async_trait]
impl FunctionUrls for Nothing {
    async fn find(&self, _: &Region, _: &str) -> std::result::Result<Option<FunctionUrl>, ApiError> {
        Ok(None)
    }

    async fn run(&self, _: UrlCall) -> std::result::Result<Ran, ApiError> {
        Ok(Ran::Failed)
    }
}
