//! Execution roles: whether Lambda may take one on.

use crate::errors::{self, invalid};
use crate::service::LambdaService;
use aws_wire::ApiError;
use domain::{FunctionArn, FunctionConfig};
use policy::{Context, Policies, Policy, Request, Requester, Source};
use store::{IdentityKind, IdentityName};

const LAMBDA: &str = "lambda.amazonaws.com";

/// Refuses a function's role where it is known here and its trust policy does not let Lambda take it on; and where it is
/// not known, if roles have to be. AWS's text for both (developer guide, "Troubleshoot execution issues").
pub(crate) async fn check(service: &LambdaService, config: &FunctionConfig) -> Result<(), ApiError> {
    let refused = || invalid("The role defined for the function cannot be assumed by Lambda.");
    let Some(role) = IdentityName::of_arn(&config.role).filter(|it| it.kind == IdentityKind::Role) else {
        return if service.config.require_roles { Err(refused()) } else { Ok(()) };
    };
    let role = service.identities.role(&role.account, &role.name).await.map_err(|e| errors::store(&e))?;
    match role {
        // Names are unique whatever their path is: this is none that is not known, but none that there is.
        Some(role) if role.arn() != config.role => Err(refused()),
        Some(role) if !trusts_lambda(&role.assume_role_document, config) => Err(refused()),
        None if service.config.require_roles => Err(refused()),
        _ => Ok(()),
    }
}

/// Whether a trust policy lets Lambda take the role on for this function.
pub fn trusts_lambda(document: &str, config: &FunctionConfig) -> bool {
    let policy = Policy::kept(document);
    let account = config.scope.account.as_str();
    let mut context = Context::default();
    context.set("aws:SourceAccount", account);
    context.set(
        "aws:SourceArn",
        FunctionArn::unqualified(config.scope.clone(), config.name.clone()).to_string(),
    );
    context.set("aws:PrincipalServiceName", LAMBDA);
    context.set("aws:PrincipalIsAWSService", "true");
    let request = Request {
        action: "sts:AssumeRole",
        resource: &config.role,
        owner: account,
        requester: Requester::Service { name: LAMBDA },
        context: &context,
        trust: true,
    };
    let attached = [Source { name: "the role's trust policy", policy: &policy }];
    policy::decide(&request, &Policies { resource: &attached, ..Policies::default() }).is_allowed()
}
