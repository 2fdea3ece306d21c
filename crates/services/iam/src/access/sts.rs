//! What the operations of STS ask to be allowed (Service Authorization Reference, "Actions, resources, and condition keys for
//! AWS Security Token Service").

use aws_wire::CallerKind;
use aws_wire::access::{Access, Asked, Check};

/// Roles are assumed where their trust policies let somebody in, which the operations ask themselves. Who a caller is, he may
/// always know; a session of his own he may always have (API reference, "Permissions" of GetCallerIdentity and
/// GetSessionToken).
const OPEN: [&str; 5] =
    ["AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity", "GetCallerIdentity", "GetSessionToken"];
/// Actions without a resource.
const ANY: [&str; 6] = [
    "AssumeRoot",
    "DecodeAuthorizationMessage",
    "GetAccessKeyInfo",
    "GetDelegatedAccessToken",
    "GetScopedCredentials",
    "GetWebIdentityToken",
];

/// What an operation of STS asks to be allowed.
pub fn access(asked: &Asked<'_>) -> Access {
    let name = asked.operation.name;
    if OPEN.contains(&name) {
        return Access::Open;
    }
    let account = &asked.scope.account;
    let resource = match name {
        "GetFederationToken" if !asked.whole => return Access::Later(format!("sts:{name}")),
        "GetFederationToken" => {
            let partition = asked.scope.region.partition();
            format!(
                "arn:{partition}:sts::{account}:federated-user/{}",
                asked.text("Name").unwrap_or_default()
            )
        }
        name if ANY.contains(&name) => "*".to_owned(),
        _ => return Access::Undeclared,
    };
    let check = Check::new(format!("sts:{name}"), resource, account.clone());
    let check = if asked.whole { check.with_tags(asked) } else { check };
    // Tags of a session take a right of their own.
    let tagging = (name == "GetFederationToken" && asked.has_tags() && asked.caller.kind == CallerKind::User)
        .then(|| Check { action: "sts:TagSession".to_owned(), ..check.clone() });
    Access::Checks(std::iter::once(check).chain(tagging).collect())
}
