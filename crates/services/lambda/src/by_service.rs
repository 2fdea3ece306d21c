//! Functions that another service invokes for itself: whether it may, and the door to the queue.

use crate::errors;
use crate::operations::invoke_event;
use crate::service::LambdaService;
use crate::uuid::{random, uuid};
use aws_wire::ApiError;
use bytes::Bytes;
use domain::{FunctionArn, FunctionConfig, Qualifier, Timestamp, Trace};
use policy::{Context, Policies, Policy, Request, Requester, Source, decide};
use std::sync::Arc;
use store::AttachmentKind;

/// Who invokes, and for what.
#[derive(Clone, Copy, Debug)]
pub struct ServiceCaller<'a> {
    /// Its names, such as `logs.amazonaws.com`; one of them has to be allowed.
    pub names: &'a [&'a str],
    /// `aws:SourceArn`
    pub source_arn: &'a str,
    /// `aws:SourceAccount`
    pub source_account: &'a str,
}

impl LambdaService {
    /// The function, where there is one and its resource policy lets a service invoke it; `None` otherwise.
    pub async fn invocable_by(
        &self,
        target: &FunctionArn,
        caller: ServiceCaller<'_>,
    ) -> Result<Option<Arc<FunctionConfig>>, ApiError> {
        let FunctionArn { scope, name, qualifier } = target;
        let meant = qualifier.as_ref().unwrap_or(&Qualifier::Latest);
        let Some(found) = self.functions.resolve(scope, name, meant).await? else { return Ok(None) };
        let attached_to = qualifier.as_ref().filter(|qualifier| **qualifier != Qualifier::Latest);
        let store = self.functions.store();
        let policy = store.attachment(scope, name, attached_to, AttachmentKind::Policy).await;
        let Some(policy) = policy.map_err(|e| errors::store(&e))? else { return Ok(None) };
        let policy = Policy::kept(&policy.value);
        let attached = [Source { name: "the function's policy", policy: &policy }];
        let policies = Policies { resource: &attached, ..Policies::default() };
        let mut context = Context::default();
        context.set("aws:SourceArn", caller.source_arn);
        context.set("aws:SourceAccount", caller.source_account);
        let resource = target.to_string();
        let allowed = caller.names.iter().any(|name| {
            let request = Request {
                action: "lambda:InvokeFunction",
                resource: &resource,
                owner: scope.account.as_str(),
                requester: Requester::Service { name },
                context: &context,
                trust: false,
            };
            decide(&request, &policies).is_allowed()
        });
        Ok(allowed.then_some(found.config))
    }

    /// Keeps an invocation by a service, to be run later; `Ok` when it survives a crash of the process and of the machine.
    pub async fn accept_event(
        &self,
        target: FunctionArn,
        config: &FunctionConfig,
        payload: Bytes,
        now: Timestamp,
    ) -> Result<(), ApiError> {
        let trace = Trace::follow(None, now, random()).to_string().into();
        invoke_event::keep(self, target, config, uuid().into(), trace, payload, now).await
    }
}
