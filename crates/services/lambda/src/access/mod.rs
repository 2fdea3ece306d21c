//! What each operation of Lambda asks to be allowed. `table` says it of all; here is what its words mean.
//!
//! Never here: who may.

mod kept;
mod table;

use aws_wire::access::{Access, Asked, Check, account_of, list};
use domain::{AccountId, FunctionArn, FunctionRef, LayerArn, LayerName, Qualifier, Scope};
use serde_json::Value;

/// What an operation is about.
#[derive(Clone, Copy, Debug, PartialEq)]
enum On {
    /// Nothing in particular.
    All,
    /// `FunctionName`, without what follows it.
    Function,
    /// `FunctionName` with `Qualifier`.
    Qualified,
    /// A function that is made: its name is in the body.
    NewFunction,
    /// `FunctionName`, and `CodeSigningConfigArn` of the body.
    FunctionAndCodeSigning,
    /// `LayerName`.
    Layer,
    /// `LayerName` with `VersionNumber`.
    LayerVersion,
    /// `Arn` of a layer's version.
    LayerVersionArn,
    /// `UUID`.
    Mapping,
    /// `UUID`, which is made to be of the function that the body names.
    EventSource,
    /// A mapping that is made.
    NewMapping,
    /// `CodeSigningConfigArn`.
    CodeSigning,
    /// A configuration that is made.
    NewSigning,
    /// `CapacityProviderName`, or an ARN.
    CapacityProvider,
    /// `DurableExecutionArn`.
    Execution,
    /// A member that is an ARN.
    ArnIn(&'static str),
}

/// What an operation brings into the decision, and what else it takes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    /// `lambda:Principal`.
    Principal,
    /// `lambda:FunctionUrlAuthType` and `lambda:FunctionArn` of the URL that there is.
    Url,
    /// `lambda:FunctionUrlAuthType` of the request.
    NewUrl,
    /// `lambda:FunctionArn` of the mapping's function.
    SourceFunction,
    /// `lambda:SubnetIds` and `lambda:SecurityGroupIds`. Which networks they are of (`lambda:VpcIds`) is not known here.
    Vpc,
    /// `lambda:CodeSigningConfigArn`.
    CodeSigningConfig,
    /// `lambda:Layer`; and each layer must be readable.
    Layers,
    /// A role that is passed to Lambda.
    Role,
    /// `aws:RequestTag/…` and `aws:TagKeys`.
    Tags,
    /// Tags on what is made take `lambda:TagResource` as well.
    Tagging,
}

impl On {
    /// Whether it is known before the body is there.
    fn is_in_head(self) -> bool {
        !matches!(
            self,
            Self::NewFunction
                | Self::FunctionAndCodeSigning
                | Self::NewMapping
                | Self::EventSource
                | Self::NewSigning
        )
    }
}

impl Key {
    fn is_in_head(self) -> bool {
        self == Self::Url
    }
}

/// What an operation asks to be allowed.
pub fn access(asked: &Asked<'_>) -> Access {
    let name = asked.operation.name;
    let Ok(at) = table::ROWS.binary_search_by(|(row, ..)| (*row).cmp(name)) else {
        return Access::Undeclared;
    };
    let (_, on, keys) = table::ROWS[at];
    let action = table::ACTIONS.iter().find(|(operation, _)| *operation == name).map_or(name, |(_, to)| *to);
    if !(asked.whole || on.is_in_head() && keys.iter().all(|key| key.is_in_head())) {
        return Access::Later(format!("lambda:{action}"));
    }
    let mut checks = resources(asked, on, action);
    let (dependent, first) = (dependents(asked, keys, &checks), checks.first_mut());
    if let Some(first) = first {
        *first = keys.iter().fold(first.clone(), |check, key| with_key(check, asked, *key));
    }
    checks.extend(dependent);
    Access::Checks(checks)
}

fn check(action: &str, (resource, owner): (String, AccountId)) -> Check {
    Check::new(format!("lambda:{action}"), resource, owner)
}

/// The action on what the operation is about, which is rarely more than one thing.
fn resources(asked: &Asked<'_>, on: On, action: &str) -> Vec<Check> {
    let scope = asked.scope;
    let own = |kind: &str, id: &str| (scope.lambda_arn(kind, id), scope.account.clone());
    let given = |member: &str| of_arn(scope, asked.text(member).unwrap_or("*"));
    let resource = match on {
        On::All | On::NewMapping => ("*".to_owned(), scope.account.clone()),
        On::NewSigning => ("*".to_owned(), scope.account.clone()),
        On::Function | On::NewFunction => whole_function(asked),
        On::Qualified => function(asked, asked.text("Qualifier")),
        On::FunctionAndCodeSigning => {
            return vec![check(action, whole_function(asked)), check(action, given("CodeSigningConfigArn"))];
        }
        On::Layer => layer(asked, None),
        On::LayerVersion => layer(asked, asked.members.get("VersionNumber")),
        On::LayerVersionArn => given("Arn"),
        On::Mapping | On::EventSource => {
            let uuid = asked.text("UUID").unwrap_or_default().to_ascii_lowercase();
            let mapping =
                Check { kept: &["lambda:FunctionArn"], ..check(action, own("event-source-mapping", &uuid)) };
            // The function that it is of, and the one that it is to be of.
            let function = asked.text("FunctionName").filter(|_| on == On::EventSource);
            let next = function.map(|text| {
                let function = reference(scope, text, None).0;
                Check { kept: &[], ..mapping.clone() }.with("lambda:FunctionArn", Some(&function))
            });
            return std::iter::once(mapping).chain(next).collect();
        }
        On::CodeSigning => given("CodeSigningConfigArn"),
        On::CapacityProvider => match asked.text("CapacityProviderName") {
            Some(arn) if arn.starts_with("arn:") => of_arn(scope, arn),
            name => own("capacity-provider", name.unwrap_or_default()),
        },
        On::Execution => given("DurableExecutionArn"),
        On::ArnIn(member) => match asked.text(member) {
            // As the operation itself reads it, which takes short forms too.
            Some(arn) if arn.split(':').nth(5).is_none_or(|kind| kind == "function") => {
                reference(scope, arn, None)
            }
            _ => given(member),
        },
    };
    vec![check(action, resource)]
}

/// An ARN, and whose the thing is; of the caller's account where it names none.
fn of_arn(scope: &Scope, arn: &str) -> (String, AccountId) {
    (arn.to_owned(), account_of(arn).unwrap_or_else(|| scope.account.clone()))
}

fn function(asked: &Asked<'_>, qualifier: Option<&str>) -> (String, AccountId) {
    reference(asked.scope, asked.text("FunctionName").unwrap_or_default(), qualifier)
}

/// The function, whichever version of it is named.
fn whole_function(asked: &Asked<'_>) -> (String, AccountId) {
    let (arn, owner) = function(asked, None);
    // Six colons are before a function's name, and one behind it where it is qualified.
    let end = arn.match_indices(':').nth(6).map_or(arn.len(), |(at, _)| at);
    (arn.get(..end).unwrap_or_default().to_owned(), owner)
}

/// The function that a reference means, read as operations read it. What cannot be read is refused by them; its name is
/// taken as it stands, so that nothing is said of it to who may do nothing.
fn reference(scope: &Scope, text: &str, qualifier: Option<&str>) -> (String, AccountId) {
    let Ok(found) = FunctionRef::parse(text) else {
        return (scope.lambda_arn("function", text), scope.account.clone());
    };
    let account = found.account.unwrap_or_else(|| scope.account.clone());
    let region = found.region.unwrap_or_else(|| scope.region.clone());
    let arn = FunctionArn::unqualified(Scope::new(account.clone(), region), found.name);
    let arn = match qualifier.map(Qualifier::new) {
        Some(Ok(qualifier)) => arn.with(qualifier).to_string(),
        Some(Err(_)) => format!("{arn}:{}", qualifier.unwrap_or_default()),
        None => match found.qualifier {
            Some(qualifier) => arn.with(qualifier).to_string(),
            None => arn.to_string(),
        },
    };
    (arn, account)
}

fn layer(asked: &Asked<'_>, version: Option<&Value>) -> (String, AccountId) {
    let scope = asked.scope;
    let text = asked.text("LayerName").unwrap_or_default();
    let layer = match LayerName::new(text) {
        Ok(name) => Some(LayerArn { scope: scope.clone(), name }),
        Err(_) => LayerArn::parse(text).ok(),
    };
    let (arn, owner) = match layer {
        Some(layer) => (layer.to_string(), layer.scope.account),
        None => (scope.lambda_arn("layer", text), scope.account.clone()),
    };
    match version {
        Some(version) => (format!("{arn}:{version}"), owner),
        None => (arn, owner),
    }
}

fn with_key(check: Check, asked: &Asked<'_>, key: Key) -> Check {
    let texts = |value: Option<&Value>| -> Vec<String> {
        list(value).filter_map(Value::as_str).map(str::to_owned).collect()
    };
    match key {
        Key::Principal => check.with("lambda:Principal", asked.text("Principal")),
        Key::NewUrl => check.with(
            "lambda:FunctionUrlAuthType",
            asked.text("AuthType").or_else(|| asked.text("FunctionUrlAuthType")),
        ),
        Key::Url => Check { kept: &["lambda:FunctionUrlAuthType", "lambda:FunctionArn"], ..check },
        Key::SourceFunction => match asked.text("FunctionName") {
            Some(text) if check.kept.is_empty() => {
                check.with("lambda:FunctionArn", Some(&reference(asked.scope, text, None).0))
            }
            // Of a mapping that there is, the second check has the new one.
            _ => check,
        },
        Key::Vpc => {
            let config = asked.members.get("VpcConfig");
            let ids = |member: &str| texts(config.and_then(|config| config.get(member)));
            check
                .with_all("lambda:SubnetIds", ids("SubnetIds"))
                .with_all("lambda:SecurityGroupIds", ids("SecurityGroupIds"))
        }
        Key::CodeSigningConfig => {
            check.with("lambda:CodeSigningConfigArn", asked.text("CodeSigningConfigArn"))
        }
        Key::Layers => check.with_all("lambda:Layer", texts(asked.members.get("Layers"))),
        Key::Tags => check.with_tags(asked),
        Key::Role | Key::Tagging => check,
    }
}

/// What else has to be allowed.
fn dependents(asked: &Asked<'_>, keys: &[Key], checks: &[Check]) -> Vec<Check> {
    let own = &asked.scope.account;
    let mut all = Vec::new();
    if let (true, Some(role)) = (keys.contains(&Key::Role), asked.text("Role")) {
        // Whether a role of another account may be had is the operation's to say.
        let pass = Check::new("iam:PassRole".to_owned(), role.to_owned(), own.clone());
        all.push(pass.with("iam:PassedToService", Some("lambda.amazonaws.com")));
    }
    if keys.contains(&Key::Layers) {
        let layers = asked.texts("Layers").filter(|arn| domain::LayerVersionArn::parse(arn).is_ok());
        all.extend(layers.map(|arn| check("GetLayerVersion", of_arn(asked.scope, arn))));
    }
    if let (true, true, Some(first)) = (keys.contains(&Key::Tagging), asked.has_tags(), checks.first()) {
        // What has no ARN yet has one with any id.
        let resource = match asked.operation.name {
            "CreateEventSourceMapping" => asked.scope.lambda_arn("event-source-mapping", "*"),
            "CreateCodeSigningConfig" => asked.scope.lambda_arn("code-signing-config", "*"),
            _ => first.resource.clone(),
        };
        all.push(check("TagResource", (resource, own.clone())).with_tags(asked));
    }
    all
}

#[cfg(test)]
mod tests;
