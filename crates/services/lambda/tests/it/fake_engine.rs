//! What runs functions in these tests: nothing but what a payload says.

use crate::house::scope;
use async_trait::async_trait;
use bytes::Bytes;
use dispatch::{DispatchError, Permits, Provision, Shares};
use domain::invocation::Ended;
use domain::{FunctionConfig, FunctionName, Invocation, InvocationType, Outcome, Scope, Version};
use service_lambda::Engine;
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use tokio::sync::Semaphore;
use worker::{Part, PrepareError, Provisioned, ProvisionedVersion, ProvisioningState, ResponseSink};

/// An engine that echoes, or gives the one answer; preparations wait for a permit.
pub(crate) struct FakeEngine {
    pub(crate) permits: Semaphore,
    pub(crate) prepare_fails: Mutex<Option<PrepareError>>,
    pub(crate) run_fails: Mutex<Option<DispatchError>>,
    pub(crate) answer: Mutex<Option<Bytes>>,
    pub(crate) ran: Mutex<Vec<(Arc<FunctionConfig>, Invocation<Bytes>)>>,
    pub(crate) retired: AtomicUsize,
    /// By version; `*` is all.
    pub(crate) retired_versions: Mutex<Vec<String>>,
    /// Counts as the real one does.
    pub(crate) shares: Arc<Permits>,
    pub(crate) provided: Mutex<HashMap<FunctionName, Vec<ProvisionedVersion>>>,
    /// How many are there of what is provisioned, and how far they are.
    pub(crate) progress: Mutex<Option<(FunctionName, u32, ProvisioningState)>>,
}

impl FakeEngine {
    pub(crate) fn shares_now(&self) -> Shares {
        self.shares(&scope())
    }

    pub(crate) fn provides(&self, name: &str, available: u32, state: ProvisioningState) {
        *self.progress.lock().unwrap() = Some((FunctionName::new(name).unwrap(), available, state));
    }
}

#[async_trait]
impl Engine for FakeEngine {
    async fn prepare(&self, _: &FunctionConfig) -> Result<(), PrepareError> {
        let _permit = self.permits.acquire().await.unwrap();
        match self.prepare_fails.lock().unwrap().clone() {
            Some(error) => Err(error),
            None => Ok(()),
        }
    }

    async fn run(
        &self,
        function: Arc<FunctionConfig>,
        invocation: Invocation<Bytes>,
        _: InvocationType,
    ) -> Result<Outcome<Bytes>, DispatchError> {
        let executed_version = function.version.to_string().into();
        self.ran.lock().unwrap().push((function, invocation.clone()));
        if let Some(error) = self.run_fails.lock().unwrap().clone() {
            return Err(error);
        }
        let fails = invocation.payload.starts_with(b"\"fail");
        let ended = if fails {
            Ended::Error { error_type: "E".to_owned(), payload: Bytes::from_static(b"{\"errorType\":\"E\"}") }
        } else {
            let answer = self.answer.lock().unwrap().clone();
            Ended::Success(answer.unwrap_or(invocation.payload))
        };
        Ok(Outcome {
            ended,
            executed_version,
            report: Default::default(),
            log_tail: b"START\nEND\n".to_vec(),
        })
    }

    /// `"stream…"` streams, and fails if that is the rest.
    async fn run_streaming(
        &self,
        function: Arc<FunctionConfig>,
        invocation: Invocation<Bytes>,
        sink: ResponseSink,
    ) -> Result<Outcome<Bytes>, DispatchError> {
        let how = invocation.payload.strip_prefix(b"\"stream").map(<[u8]>::to_vec);
        let mut outcome = self.run(function, invocation, InvocationType::RequestResponse).await?;
        if let Some(how) = how {
            sink.send(Part::Head { content_type: Some("text/plain".to_owned()) }).await;
            sink.send(Part::Chunk(Bytes::from_static(b"one\0"))).await;
            sink.send(Part::Chunk(Bytes::from_static(b"\xfftwo"))).await;
            let error = |error_type: &str| Ended::Error {
                error_type: error_type.to_owned(),
                payload: Bytes::from_static(b"{\"errorType\":\"E\"}"),
            };
            outcome.ended = match &how[..] {
                b" fails\"" => error("E"),
                b" exits\"" => error("Runtime.ExitError"),
                b" interrupted\"" => return Err(DispatchError::Interrupted),
                _ => Ended::Success(Bytes::new()),
            };
        }
        Ok(outcome)
    }

    fn retire(&self, _: &Scope, _: &FunctionName, version: Option<Version>) {
        let version = version.map_or_else(|| "*".to_owned(), |version| version.to_string());
        self.retired_versions.lock().unwrap().push(version);
        self.retired.fetch_add(1, Ordering::SeqCst);
    }

    fn reserve(&self, scope: &Scope, name: &FunctionName, reserved: Option<u32>) {
        self.shares.reserve(scope, name, reserved);
    }

    fn provision(&self, scope: &Scope, name: &FunctionName, wanted: Vec<ProvisionedVersion>) {
        let share = |p: &ProvisionedVersion| Provision {
            version: p.function.version,
            alias: p.alias.clone(),
            amount: p.amount,
        };
        self.shares.provision(scope, name, wanted.iter().map(share).collect());
        self.provided.lock().unwrap().insert(name.clone(), wanted);
    }

    fn provisioned(&self, _: &Scope, name: &FunctionName, version: Version) -> Option<Provisioned> {
        let provided = self.provided.lock().unwrap();
        let requested = provided.get(name)?.iter().find(|p| p.function.version == version)?.amount;
        let progress = self.progress.lock().unwrap().clone().filter(|(of, ..)| of == name);
        let (_, available, state) = progress.unwrap_or((name.clone(), 0, ProvisioningState::InProgress));
        Some(Provisioned { requested, available, state })
    }

    fn has_own_concurrency(&self, scope: &Scope, name: &FunctionName) -> bool {
        self.shares.has_own(scope, name)
    }

    fn shares(&self, scope: &Scope) -> Shares {
        self.shares.shares(scope)
    }
}
