//! Whether a caller may do what it asks. This is the one place of that decision until IAM policies are evaluated:
//!
//! - the account's root may do everything in its account;
//! - a function's role may call `sts:GetCallerIdentity`, as every identity may on AWS, and nothing else;
//! - in development mode a function's role may do everything.

use crate::config::Mode;
use aws_wire::model::{Operation, Protocol};
use aws_wire::route::Labels;
use aws_wire::{ApiError, Caller, CallerKind, ServiceModel};
use domain::{FunctionArn, FunctionRef, Scope};

/// Decides about one operation.
pub(crate) fn authorize(
    mode: Mode,
    caller: &Caller,
    scope: &Scope,
    model: &'static ServiceModel,
    operation: &'static Operation,
    labels: &Labels,
) -> Result<(), ApiError> {
    let service = model.signing_name;
    if identity_allows(mode, caller, service, operation.name) {
        return Ok(());
    }
    let action = action(service, operation.name);
    let resource = resource(service, scope, labels);
    let code = if model.protocol == Protocol::Query { "AccessDenied" } else { "AccessDeniedException" };
    let status = if model.protocol == Protocol::Json11 { 400 } else { 403 };
    let message = format!(
        "User: {} is not authorized to perform: {service}:{action} on resource: {resource} \
         because no identity-based policy allows the {service}:{action} action",
        caller.arn
    );
    Err(ApiError::new(status, code, message))
}

/// Whether a caller's own policies allow an operation.
pub(crate) fn identity_allows(mode: Mode, caller: &Caller, service: &str, operation: &str) -> bool {
    caller.kind == CallerKind::Root
        || mode == Mode::Dev
        || service == "sts" && operation == "GetCallerIdentity"
}

/// IAM's name of an operation, where it is not the operation's own.
fn action(service: &str, operation: &'static str) -> &'static str {
    match (service, operation) {
        ("lambda", "Invoke" | "InvokeWithResponseStream") => "InvokeFunction",
        _ => operation,
    }
}

fn resource(service: &str, scope: &Scope, labels: &Labels) -> String {
    let label =
        |wanted: &str| labels.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str());
    if let Some(resource) = label("Resource").filter(|_| service == "lambda") {
        return resource.to_owned();
    }
    match label("FunctionName").and_then(|text| FunctionRef::parse(text).ok()) {
        Some(function) if service == "lambda" => {
            let unqualified = FunctionArn::unqualified(scope.clone(), function.name);
            match function.qualifier {
                Some(qualifier) => unqualified.with(qualifier).to_string(),
                None => unqualified.to_string(),
            }
        }
        _ => "*".to_owned(),
    }
}
