//! ListFunctions: by name, in pages of at most 50 as on AWS.

use crate::describe::{ArnForm, summary};
use crate::errors::{self, invalid};
use crate::service::LambdaService;
use aws_wire::generated::lambda::{ListFunctionsRequest, ListFunctionsResponse};
use aws_wire::{ApiError, Input, Output, RequestContext};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use domain::FunctionName;

/// What one page holds at most, whatever was asked for (API reference).
const PAGE: usize = 50;

pub(crate) async fn list_functions(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: ListFunctionsRequest = input.parse()?;
    let after = request.marker.as_deref().filter(|m| !m.is_empty()).map(read_marker).transpose()?;
    let limit = request.max_items.and_then(|n| usize::try_from(n).ok()).map_or(PAGE, |n| n.clamp(1, PAGE));
    let store = service.functions.store();
    let page = store.list_functions(&context.scope, after.as_ref(), limit).await;
    let page = page.map_err(|e| errors::store(&e))?;
    // With all versions every item is one version, and only `$LATEST` exists so far.
    let form = if request.function_version.is_some() { ArnForm::Qualified } else { ArnForm::Unqualified };
    Output::of(&ListFunctionsResponse {
        next_marker: page.items.last().filter(|_| page.more).map(|last| BASE64.encode(last.name.as_str())),
        functions: Some(page.items.iter().map(|config| summary(config, form)).collect()),
    })
}

fn read_marker(marker: &str) -> Result<FunctionName, ApiError> {
    let name = BASE64.decode(marker).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    name.and_then(|n| FunctionName::new(&n).ok()).ok_or_else(|| invalid("Invalid marker."))
}
