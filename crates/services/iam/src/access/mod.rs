//! What each operation of IAM and STS asks to be allowed. The tables say it of all; here is what their words mean.
//!
//! Never here: who may.

mod kept;
mod sts;
mod table;

pub use kept::{resource_keys, with_path};
pub use sts::access as sts_access;

use aws_wire::access::{Access, Asked, Check, account_of};
use aws_wire::{Caller, CallerKind};

/// Sorts of resource that have a path and are named without it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    User,
    Group,
    Role,
    Policy,
    InstanceProfile,
    ServerCertificate,
}

impl Kind {
    /// As ARNs have it.
    fn name(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Group => "group",
            Self::Role => "role",
            Self::Policy => "policy",
            Self::InstanceProfile => "instance-profile",
            Self::ServerCertificate => "server-certificate",
        }
    }

    /// As errors have it.
    fn shown(self) -> &'static str {
        match self {
            Self::InstanceProfile => "instance profile",
            Self::ServerCertificate => "server certificate",
            _ => self.name(),
        }
    }

    /// The member that has its name.
    fn member(self) -> &'static str {
        match self {
            Self::User => "UserName",
            Self::Group => "GroupName",
            Self::Role => "RoleName",
            Self::Policy => "PolicyName",
            Self::InstanceProfile => "InstanceProfileName",
            Self::ServerCertificate => "ServerCertificateName",
        }
    }

    /// The action that putting tags on it takes.
    fn tagging(self) -> &'static str {
        match self {
            Self::User => "TagUser",
            Self::Role => "TagRole",
            Self::Policy => "TagPolicy",
            Self::Group | Self::InstanceProfile => "TagInstanceProfile",
            Self::ServerCertificate => "TagServerCertificate",
        }
    }
}

/// What an operation is about.
#[derive(Clone, Copy, Debug, PartialEq)]
enum On {
    /// Nothing in particular.
    All,
    /// All of a sort, below `PathPrefix`.
    Below(Kind),
    /// One that there is, by its name. A user who is not named is the caller.
    Named(Kind),
    /// One that is made, at `Path`.
    New(Kind),
    /// One that there is, which gets `NewPath` or another name: both must be allowed.
    Moved(Kind),
    /// The role that is made for `AWSServiceName`.
    ServiceRole,
    /// The identity provider that is made for `Url`.
    NewProvider,
    /// A sort without a path, and the member that has its name.
    Called(&'static str, &'static str),
    /// The same of one that is made, at `Path`.
    NewCalled(&'static str, &'static str),
    /// A member that is an ARN.
    Arn(&'static str),
}

/// What an operation brings into the decision, and what else it takes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    /// `iam:PolicyARN`.
    PolicyArn,
    /// `iam:PermissionsBoundary` as it is kept.
    Boundary,
    /// `iam:PermissionsBoundary` of the request.
    NewBoundary,
    /// `iam:AWSServiceName`.
    ServiceName,
    /// `aws:RequestTag/…` and `aws:TagKeys`.
    Tags,
    /// Tags on what is made take another action as well.
    Tagging,
    /// A role that is passed.
    Role,
}

/// What an operation of IAM asks to be allowed. All of it is in the body.
pub fn access(asked: &Asked<'_>) -> Access {
    let name = asked.operation.name;
    let Ok(at) = table::ROWS.binary_search_by(|(row, ..)| (*row).cmp(name)) else {
        return Access::Undeclared;
    };
    if !asked.whole {
        return Access::Later(format!("iam:{name}"));
    }
    let (_, on, keys) = table::ROWS[at];
    let mut checks = resources(asked, on);
    let tagging = match on {
        On::New(kind) if keys.contains(&Key::Tagging) && asked.has_tags() => checks.first().map(|first| {
            let tag = Check { action: format!("iam:{}", kind.tagging()), ..first.clone() };
            tag.with_tags(asked)
        }),
        _ => None,
    };
    for check in &mut checks {
        *check = keys.iter().fold(check.clone(), |check, key| with_key(check, asked, *key));
    }
    checks.extend(tagging);
    if let (true, Some(role)) = (keys.contains(&Key::Role), asked.text("RoleName")) {
        checks.push(Check { action: "iam:PassRole".to_owned(), ..named(asked, Kind::Role, role) });
    }
    Access::Checks(checks)
}

fn check(asked: &Asked<'_>, arn: String) -> Check {
    let owner = account_of(&arn).unwrap_or_else(|| asked.scope.account.clone());
    Check::new(format!("iam:{}", asked.operation.name), arn, owner)
}

fn arn(asked: &Asked<'_>, rest: &str) -> String {
    format!("arn:{}:iam::{}:{rest}", asked.scope.region.partition(), asked.scope.account)
}

/// One that there is. Its path is looked up later; if there is none of this name, it has none.
fn named(asked: &Asked<'_>, kind: Kind, name: &str) -> Check {
    let shown = Some(format!("{} {name}", kind.shown()));
    Check { shown, pathless: true, ..check(asked, arn(asked, &format!("{}/{name}", kind.name()))) }
}

fn resources(asked: &Asked<'_>, on: On) -> Vec<Check> {
    let made = |kind: Kind, path: Option<&str>, name: &str| {
        check(asked, arn(asked, &format!("{}{}{name}", kind.name(), path.unwrap_or("/"))))
    };
    vec![match on {
        On::All => check(asked, "*".to_owned()),
        On::Below(kind) => made(kind, asked.text("PathPrefix"), ""),
        On::Named(kind) => match (asked.text(kind.member()), kind) {
            (Some(name), _) => named(asked, kind, name),
            (None, Kind::User) => himself(asked),
            (None, _) => named(asked, kind, ""),
        },
        On::New(kind) => {
            let check = made(kind, asked.text("Path"), asked.text(kind.member()).unwrap_or_default());
            let shown = asked.text(kind.member()).filter(|_| kind == Kind::Policy);
            Check { shown: shown.map(|name| format!("policy {name}")), ..check }
        }
        On::Moved(kind) => {
            let name = asked.text(kind.member()).unwrap_or_default();
            let old = named(asked, kind, name);
            let new_name = asked.text(&format!("New{}", kind.member()));
            let path = asked.text("NewPath");
            if new_name.is_none() && path.is_none() {
                return vec![old];
            }
            // Without a new path it stays where it is, which is not known here: a name is below any path then.
            return vec![old, made(kind, path, new_name.unwrap_or(name))];
        }
        On::ServiceRole => {
            let service = asked.text("AWSServiceName").unwrap_or_default();
            check(asked, arn(asked, &format!("role/aws-service-role/{service}/*")))
        }
        On::NewProvider => {
            let url = asked.text("Url").unwrap_or_default();
            let host = url.split_once("://").map_or(url, |(_, rest)| rest);
            check(asked, arn(asked, &format!("oidc-provider/{}", host.trim_end_matches('/'))))
        }
        On::Called(kind, member) => {
            let name = asked.text(member).unwrap_or_default();
            check(asked, arn(asked, &format!("{kind}/{name}")))
        }
        On::NewCalled(kind, member) => {
            let path = asked.text("Path").unwrap_or("/");
            check(asked, arn(asked, &format!("{kind}{path}{}", asked.text(member).unwrap_or_default())))
        }
        On::Arn(member) => {
            let given = asked.text(member).unwrap_or_default();
            let shown = (member == "PolicyArn").then(|| format!("policy {given}"));
            Check { shown, ..check(asked, given.to_owned()) }
        }
    }]
}

/// Who asks, where a user is not named.
fn himself(asked: &Asked<'_>) -> Check {
    let Caller { arn, kind, .. } = asked.caller;
    let check = check(asked, arn.clone());
    match (kind, arn.rsplit('/').next()) {
        (CallerKind::User, Some(name)) => Check { shown: Some(format!("user {name}")), ..check },
        _ => check,
    }
}

fn with_key(check: Check, asked: &Asked<'_>, key: Key) -> Check {
    match key {
        Key::PolicyArn => check.with("iam:PolicyARN", asked.text("PolicyArn")),
        Key::Boundary => Check { kept: &["iam:PermissionsBoundary"], ..check },
        Key::NewBoundary => check.with("iam:PermissionsBoundary", asked.text("PermissionsBoundary")),
        Key::ServiceName => check.with("iam:AWSServiceName", asked.text("AWSServiceName")),
        Key::Tags => check.with_tags(asked),
        Key::Tagging | Key::Role => check,
    }
}

#[cfg(test)]
mod tests;
