//! The functions, as whoever runs asynchronous invocations sees them.

use crate::errors;
use crate::operations::event_invoke_config;
use crate::operations::invoke::{Admitted, Call, Queued, admit};
use crate::service::LambdaService;
use crate::traced::service_segment;
use crate::uuid::{draw, random, uuid};
use async_trait::async_trait;
use aws_wire::ApiError;
use bytes::Bytes;
use dispatch::events::{Answer, EventPolicy, Functions, MayNot, Ran};
use dispatch::{DispatchError, ThrottleReason};
use domain::invocation::Ended;
use domain::{FunctionArn, InvocationType, Outcome, Qualifier, Trace};
use std::sync::Arc;
use store::QueuedEvent;

#[async_trait]
impl Functions for LambdaService {
    async fn policy(&self, target: &FunctionArn) -> Result<Option<Arc<EventPolicy>>, String> {
        event_invoke_config::policy(self, target).await.map_err(|error| text(&error))
    }

    async fn run(&self, event: QueuedEvent<Bytes>, number: u32) -> Ran {
        match attempt(self, event, number).await {
            Ok(ran) => ran,
            Err(error) if error.status == 404 => Ran::Gone,
            Err(error) if error.code == errors::RECURSIVE => Ran::Recursive,
            Err(error) => Ran::Broken(text(&error)),
        }
    }

    async fn may_tell(&self, function: &FunctionArn, target: &str) -> Result<(), MayNot> {
        let qualifier = function.qualifier.as_ref().unwrap_or(&Qualifier::Latest);
        let found = self.functions.resolve(&function.scope, &function.name, qualifier).await;
        let unknown = |error: ApiError| MayNot::Unknown(text(&error));
        let Some(found) = found.map_err(unknown)? else { return Ok(()) };
        LambdaService::may_tell(self, &found.config, target).await.map_err(unknown)?.map_err(MayNot::Denied)
    }

    fn request_id(&self) -> Arc<str> {
        uuid().into()
    }

    fn caused_by(&self, event: &QueuedEvent<Bytes>) -> u64 {
        service_segment(&event.request_id)
    }
}

fn text(error: &ApiError) -> String {
    format!("{}: {}", error.code, error.message)
}

/// Which version of an alias runs is drawn anew for each run.
async fn attempt(service: &LambdaService, event: QueuedEvent<Bytes>, number: u32) -> Result<Ran, ApiError> {
    let FunctionArn { scope, name, qualifier } = &event.target;
    let qualifier = qualifier.as_ref().unwrap_or(&Qualifier::Latest);
    let Some(found) = service.functions.resolve(scope, name, qualifier).await? else { return Ok(Ran::Gone) };
    let call = Call {
        request_id: event.request_id,
        trace: Trace::follow(Some(&event.trace_id), event.accepted, random()),
        payload: event.payload,
        client_context: None,
        invoked_as: event.target.clone(),
        queued: Some(Queued { accepted: event.accepted, attempt: number }),
    };
    let Admitted { config, invocation, traced } = admit(service, found.choose(draw), call).await?;
    let outcome = service.engine.run(config, invocation, InvocationType::Event).await;
    if let Some(traced) = traced {
        traced.ended(outcome.as_ref());
    }
    Ok(match outcome {
        Ok(outcome) => ended(outcome),
        Err(DispatchError::Throttled { reason }) if is_stopped(service, &event.target, reason).await => {
            Ran::NoConcurrency
        }
        Err(DispatchError::Throttled { .. }) => Ran::Throttled,
        Err(DispatchError::Interrupted) => Ran::Interrupted,
        Err(error) => Ran::Broken(error.to_string()),
    })
}

fn ended(outcome: Outcome<Bytes>) -> Ran {
    let Outcome { ended, executed_version, .. } = outcome;
    match ended {
        Ended::Success(payload) => Ran::Success(Answer { payload, executed_version }),
        Ended::Error { payload, .. } => Ran::FunctionError(Answer { payload, executed_version }),
    }
}

/// Whether nothing of the function runs at all, since 0 is reserved for it. Where that cannot be read, it is throttled
/// like any other.
async fn is_stopped(service: &LambdaService, target: &FunctionArn, reason: ThrottleReason) -> bool {
    reason == ThrottleReason::ReservedFunctionConcurrentInvocationLimitExceeded
        && matches!(service.reserved(&target.scope, &target.name).await, Ok(Some(0)))
}
