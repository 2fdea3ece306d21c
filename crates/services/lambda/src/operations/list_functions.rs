//! ListFunctions: by name, in pages; with `FunctionVersion=ALL` every version of every function.

use crate::describe::{ArnForm, summary};
use crate::errors;
use crate::page;
use crate::service::LambdaService;
use aws_wire::generated::lambda::{ListFunctionsRequest, ListFunctionsResponse};
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::{FunctionName, Qualifier, Version};

pub(crate) async fn list_functions(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: ListFunctionsRequest = input.parse()?;
    let limit = page::limit(request.max_items);
    let marker = request.marker.as_deref();
    let store = service.functions.store();
    let (page, form) = if request.function_version.is_some() {
        let after = page::read_marker(marker, read_both)?;
        let after = after.as_ref().map(|(name, version)| (name, *version));
        (store.list_all_versions(&context.scope, after, limit).await, ArnForm::Qualified)
    } else {
        let after = page::read_marker(marker, |text| FunctionName::new(text).ok())?;
        (store.list_functions(&context.scope, after.as_ref(), limit).await, ArnForm::Unqualified)
    };
    let page = page.map_err(|e| errors::store(&e))?;
    let next_marker = page.items.last().filter(|_| page.more).map(|last| match form {
        ArnForm::Unqualified => page::marker(last.name.as_str()),
        _ => page::marker(&format!("{}:{}", last.name, last.version)),
    });
    Output::of(&ListFunctionsResponse {
        next_marker,
        functions: Some(page.items.iter().map(|config| summary(config, form)).collect()),
    })
}

fn read_both(marker: &str) -> Option<(FunctionName, Version)> {
    let (name, version) = marker.split_once(':')?;
    let version = Version::try_from(Qualifier::new(version).ok()?).ok()?;
    Some((FunctionName::new(name).ok()?, version))
}
