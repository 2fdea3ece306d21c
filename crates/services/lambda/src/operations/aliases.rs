//! CreateAlias, GetAlias, UpdateAlias, DeleteAlias, ListAliases.

use crate::errors::{self, conflict, invalid, not_found};
use crate::page;
use crate::reference::Target;
use crate::service::LambdaService;
use crate::uuid::uuid;
use aws_wire::generated::lambda::{
    AliasConfiguration, AliasRoutingConfiguration, CreateAliasRequest, DeleteAliasRequest, GetAliasRequest,
    ListAliasesRequest, ListAliasesResponse, UpdateAliasRequest,
};
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::{Alias, FunctionArn, Qualifier, Routing, Version};
use store::{StoreError, Thing};

/// How often an update is made anew on top of others' that came in between.
const TRIES: usize = 200;

pub(crate) async fn create_alias(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: CreateAliasRequest = input.parse()?;
    let target = Target::resolve(context, &request.function_name, None, "CreateAlias")?;
    let function = target.unqualified(context);
    let version = find_version(service, &function, &request.function_version).await?;
    let mut alias = Alias {
        scope: context.scope.clone(),
        function: target.name.clone(),
        name: request.name.into(),
        version,
        description: request.description.unwrap_or_default(),
        routing: None,
        revision_id: uuid(),
    };
    let store = service.functions.store();
    let exists = || conflict(format!("Alias already exists: {}", alias.arn()));
    let existing = store.alias(&alias.scope, &alias.function, &alias.name).await;
    if existing.map_err(|e| errors::store(&e))?.is_some() {
        return Err(exists());
    }
    let exists = exists();
    alias.routing = routing(service, &function, version, request.routing_config).await?;
    let write = store.create_alias(alias.clone());
    match service.functions.write(&alias.scope, &alias.function, write).await {
        Ok(()) => Output::of(&describe(&alias)),
        Err(StoreError::AlreadyExists(_)) => Err(exists),
        Err(error) => Err(gone(&function, &alias, &error)),
    }
}

pub(crate) async fn get_alias(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetAliasRequest = input.parse()?;
    let target = Target::resolve(context, &request.function_name, None, "GetAlias")?;
    let alias = service.functions.store().alias(&context.scope, &target.name, &request.name).await;
    match alias.map_err(|e| errors::store(&e))? {
        Some(alias) => Output::of(&describe(&alias)),
        None => {
            let arn = target.unqualified(context);
            Err(errors::alias_not_found(&arn.with(Qualifier::Alias(request.name.into()))))
        }
    }
}

pub(crate) async fn update_alias(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: UpdateAliasRequest = input.parse()?;
    let target = Target::resolve(context, &request.function_name, None, "UpdateAlias")?;
    let function = target.unqualified(context);
    service.find(context, &Target { qualifier: None, ..target.clone() }).await?;
    let store = service.functions.store();
    let missing = || not_found(format!("Alias not found: {function}:{}", request.name));
    let asked_for = request.revision_id.as_deref();
    for _ in 0..TRIES {
        let old = store.alias(&context.scope, &target.name, &request.name).await;
        let old = old.map_err(|e| errors::store(&e))?.ok_or_else(missing)?;
        if asked_for.is_some_and(|revision| revision != old.revision_id) {
            return Err(errors::wrong_revision());
        }
        let alias = changed(service, &function, &old, &request).await?;
        service.check_alias_may_move(&alias).await?;
        let write = store.replace_alias(&old.revision_id, alias.clone());
        match service.functions.write(&alias.scope, &alias.function, write).await {
            Ok(()) => {
                service.follow_with_concurrency(&alias.scope, &alias.function).await?;
                return Output::of(&describe(&alias));
            }
            Err(StoreError::NotFound(Thing::Alias)) => return Err(missing()),
            // Somebody else's change of the alias or of its policy came in between: this one is made on top of it.
            Err(StoreError::RevisionMismatch) => {}
            Err(error) => return Err(gone(&function, &alias, &error)),
        }
    }
    Err(errors::update_in_progress(&function.with(Qualifier::Alias(request.name.into()))))
}

/// The alias with what a request changes of it.
async fn changed(
    service: &LambdaService,
    function: &FunctionArn,
    old: &Alias,
    request: &UpdateAliasRequest,
) -> Result<Alias, ApiError> {
    let mut alias = Alias { revision_id: uuid(), ..old.clone() };
    if let Some(version) = &request.function_version {
        alias.version = find_version(service, function, version).await?;
    }
    if let Some(description) = &request.description {
        alias.description.clone_from(description);
    }
    if request.routing_config.is_some() {
        let config = request.routing_config.clone();
        alias.routing = routing(service, function, alias.version, config).await?;
    } else if let Some(second) = alias.routing {
        // The alias was moved without a word on its weights.
        check_second(alias.version, Version::Number(second.version))?;
    }
    Ok(alias)
}

pub(crate) async fn delete_alias(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: DeleteAliasRequest = input.parse()?;
    let target = Target::resolve(context, &request.function_name, None, "DeleteAlias")?;
    service.find(context, &Target { qualifier: None, ..target.clone() }).await?;
    let delete = service.functions.store().delete_alias(&context.scope, &target.name, &request.name);
    match service.functions.write(&context.scope, &target.name, delete).await {
        // AWS does not mind an alias that is not there.
        Ok(()) | Err(StoreError::NotFound(_)) => {}
        Err(error) => return Err(errors::store(&error)),
    }
    service.follow_with_concurrency(&context.scope, &target.name).await?;
    Ok(Output { status: Some(204), ..Output::empty() })
}

pub(crate) async fn list_aliases(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: ListAliasesRequest = input.parse()?;
    let after = page::read_marker(request.marker.as_deref(), |text| Some(text.to_owned()))?;
    let limit = page::limit(request.max_items);
    let target = Target::resolve(context, &request.function_name, None, "ListAliases")?;
    // What names no version finds no alias: there is no version 0.
    let version = request.function_version.as_deref().map(|text| {
        let version = Qualifier::new(text).ok().map(Version::try_from);
        version.and_then(Result::ok).unwrap_or(Version::Number(0))
    });
    let store = service.functions.store();
    let page = store.list_aliases(&context.scope, &target.name, version, after.as_deref(), limit).await;
    let page = page.map_err(|error| match error {
        StoreError::NotFound(_) => errors::function_not_found(&target.unqualified(context)),
        other => errors::store(&other),
    })?;
    Output::of(&ListAliasesResponse {
        next_marker: page.items.last().filter(|_| page.more).map(|last| page::marker(&last.name)),
        aliases: Some(page.items.iter().map(describe).collect()),
    })
}

fn describe(alias: &Alias) -> AliasConfiguration {
    let weights = |routing: Routing| [(routing.version.to_string(), routing.weight)].into_iter().collect();
    AliasConfiguration {
        alias_arn: Some(alias.arn().to_string()),
        name: Some(alias.name.to_string()),
        function_version: Some(alias.version.to_string()),
        description: Some(alias.description.clone()),
        routing_config: alias
            .routing
            .map(|routing| AliasRoutingConfiguration { additional_version_weights: Some(weights(routing)) }),
        revision_id: Some(alias.revision_id.clone()),
    }
}

/// A version by its name. The model's pattern has let through numbers and `$LATEST` only.
async fn find_version(
    service: &LambdaService,
    function: &FunctionArn,
    text: &str,
) -> Result<Version, ApiError> {
    let missing = || not_found(format!("Function not found: {function}:{text}"));
    let qualifier = Qualifier::new(text).map_err(|_| missing())?;
    let version = Version::try_from(qualifier.clone()).map_err(|_| missing())?;
    let found = service.functions.resolve(&function.scope, &function.name, &qualifier).await?;
    found.map(|_| version).ok_or_else(missing)
}

/// The second version of a request and its weight; an empty map takes it away.
async fn routing(
    service: &LambdaService,
    function: &FunctionArn,
    main: Version,
    config: Option<AliasRoutingConfiguration>,
) -> Result<Option<Routing>, ApiError> {
    let weights = config.and_then(|config| config.additional_version_weights).unwrap_or_default();
    if weights.len() > 1 {
        return Err(invalid("Number of items in AdditionalVersionWeights cannot be greater than 1"));
    }
    let Some((second, weight)) = weights.into_iter().next() else { return Ok(None) };
    let version = match Qualifier::new(&second).map(Version::try_from) {
        Ok(Ok(version)) => version,
        _ => return Err(not_found(format!("Function not found: {function}:{second}"))),
    };
    check_second(main, version)?;
    match find_version(service, function, &second).await? {
        Version::Number(version) => Ok(Some(Routing { version, weight })),
        Version::Latest => Err(latest_with_a_second()),
    }
}

fn check_second(main: Version, second: Version) -> Result<(), ApiError> {
    if second == main {
        return Err(invalid(format!(
            "Invalid function version {second}. Function version {second} is already included in routing \
             configuration."
        )));
    }
    if main == Version::Latest { Err(latest_with_a_second()) } else { Ok(()) }
}

fn latest_with_a_second() -> ApiError {
    // AWS leaves `Type` out here.
    invalid("$LATEST is not supported for an alias pointing to more than 1 version")
        .with("Type", serde_json::Value::Null)
}

/// A function or version that went away between the check and the write.
fn gone(function: &FunctionArn, alias: &Alias, error: &StoreError) -> ApiError {
    match error {
        StoreError::NotFound(_) => not_found(format!("Function not found: {function}:{}", alias.version)),
        other => errors::store(other),
    }
}
