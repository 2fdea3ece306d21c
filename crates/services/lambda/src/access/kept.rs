//! What is kept of a resource and has a say in who may do something with it: its policy, its tags, its URL.

use crate::attached;
use crate::errors;
use crate::function_url::Record;
use crate::service::LambdaService;
use aws_wire::ApiError;
use domain::{AccountId, FunctionArn, FunctionRef, LayerVersionArn, Qualifier, Region, Scope};
use policy::Policy;
use std::sync::Arc;
use store::{AttachmentKind, StoreError, Tagged};

impl LambdaService {
    /// The policy of the function, version, alias or layer version that an ARN names, if it has one. A function's comes from
    /// memory, if it was invoked since it changed.
    pub async fn resource_policy(&self, arn: &str) -> Result<Option<Arc<Policy>>, ApiError> {
        if let Some(function) = function(arn) {
            let qualifier = function.qualifier.filter(|qualifier| *qualifier != Qualifier::Latest);
            return self.functions.policy(&function.scope, &function.name, qualifier.as_ref()).await;
        }
        let Ok(layer) = LayerVersionArn::parse(arn) else { return Ok(None) };
        match self.functions.store().layer_policy(&layer).await {
            Ok(found) => Ok(found.map(|found| Arc::new(Policy::kept(&found.document)))),
            Err(StoreError::NotFound(_)) => Ok(None),
            Err(error) => Err(errors::store(&error)),
        }
    }

    /// The condition keys of what an ARN names: `aws:ResourceTag/…`, and what else is kept of it.
    pub async fn resource_keys(&self, arn: &str) -> Result<Vec<(String, String)>, ApiError> {
        let Some((scope, kind, id)) = parts(arn) else { return Ok(Vec::new()) };
        let store = self.functions.store();
        let mut keys = Vec::new();
        let tagged = match (kind, function(arn)) {
            ("function", Some(function)) => {
                keys.push(("lambda:FunctionArn".to_owned(), arn.to_owned()));
                let qualifier = function.qualifier.as_ref().filter(|q| **q != Qualifier::Latest);
                let url = store.attachment(&function.scope, &function.name, qualifier, AttachmentKind::Url);
                if let Some(url) = url.await.map_err(|e| errors::store(&e))? {
                    let record: Record = attached::value(&url)?;
                    keys.push(("lambda:FunctionUrlAuthType".to_owned(), record.auth_type));
                }
                Tagged::Function(function.name)
            }
            ("event-source-mapping", _) => {
                let mapping = store.mapping(&scope, id).await.map_err(|e| errors::store(&e))?;
                if let Some(mapping) = mapping {
                    let (name, qualifier) = (mapping.function, mapping.qualifier);
                    let function = FunctionArn { scope: scope.clone(), name, qualifier };
                    keys.push(("lambda:FunctionArn".to_owned(), function.to_string()));
                }
                Tagged::EventSourceMapping(id.to_owned())
            }
            ("code-signing-config", _) => Tagged::CodeSigningConfig(id.to_owned()),
            _ => return Ok(keys),
        };
        match store.tags(&scope, &tagged).await {
            Ok(tags) => {
                keys.extend(tags.into_iter().map(|(key, value)| (format!("aws:ResourceTag/{key}"), value)));
                Ok(keys)
            }
            Err(StoreError::NotFound(_)) => Ok(keys),
            Err(error) => Err(errors::store(&error)),
        }
    }
}

/// Of `arn:<partition>:lambda:<region>:<account>:<kind>:<id>`.
fn parts(arn: &str) -> Option<(Scope, &str, &str)> {
    let fields: Vec<&str> = arn.splitn(7, ':').collect();
    let ["arn", _, "lambda", region, account, kind, id] = fields[..] else { return None };
    let scope = Scope::new(AccountId::new(account).ok()?, Region::new(region).ok()?);
    Some((scope, kind, id))
}

fn function(arn: &str) -> Option<FunctionArn> {
    let (scope, kind, _) = parts(arn)?;
    let found = FunctionRef::parse(arn).ok().filter(|_| kind == "function")?;
    Some(FunctionArn { scope, name: found.name, qualifier: found.qualifier })
}
