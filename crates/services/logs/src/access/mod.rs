//! What each operation of Logs asks to be allowed. `table` says it of all; here is what its words mean.
//!
//! Never here: who may.

mod table;

use aws_wire::access::{Access, Asked, Check, account_of};

/// What an operation is about.
#[derive(Clone, Copy, Debug, PartialEq)]
enum On {
    /// Nothing in particular.
    All,
    /// `logGroupName` or `logGroupIdentifier`, as a stream without a name: so AWS asks, and so its policies are written,
    /// which have `:*` behind a group.
    Group,
    /// The same of every group that is listed.
    Groups,
    /// `logStreamName` of a group.
    Stream,
    /// A group itself, as tags have it.
    Whole,
    /// A sort, and the member that has its name.
    Called(&'static str, &'static str),
    /// A member that is an ARN.
    Arn(&'static str),
}

/// What an operation brings into the decision, and what else it takes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    /// `aws:RequestTag/…` and `aws:TagKeys`.
    Tags,
    /// Tags on what is made take `logs:TagResource` as well.
    Tagging,
    /// A role that is passed.
    Role,
}

/// What an operation asks to be allowed. All of it is in the body.
pub fn access(asked: &Asked<'_>) -> Access {
    let name = asked.operation.name;
    let Ok(at) = table::ROWS.binary_search_by(|(row, ..)| (*row).cmp(name)) else {
        return Access::Undeclared;
    };
    if !asked.whole {
        return Access::Later(format!("logs:{name}"));
    }
    let (_, on, keys) = table::ROWS[at];
    let mut checks: Vec<Check> =
        resources(asked, on).into_iter().map(|resource| check(asked, name, resource)).collect();
    if keys.contains(&Key::Tags) {
        checks = checks.into_iter().map(|check| check.with_tags(asked)).collect();
    }
    if keys.contains(&Key::Tagging) && asked.has_tags() {
        let group = whole(asked, asked.text("logGroupName").unwrap_or_default());
        checks.push(check(asked, "TagResource", group).with_tags(asked));
    }
    if let (true, Some(role)) = (keys.contains(&Key::Role), asked.text("roleArn")) {
        let pass = Check::new("iam:PassRole".to_owned(), role.to_owned(), asked.scope.account.clone());
        checks.push(pass.with("iam:PassedToService", Some("logs.amazonaws.com")));
    }
    Access::Checks(checks)
}

fn check(asked: &Asked<'_>, action: &str, resource: String) -> Check {
    let owner = account_of(&resource).unwrap_or_else(|| asked.scope.account.clone());
    Check::new(format!("logs:{action}"), resource, owner)
}

fn resources(asked: &Asked<'_>, on: On) -> Vec<String> {
    let named = asked.text("logGroupName").or_else(|| asked.text("logGroupIdentifier")).unwrap_or_default();
    let group = |name: &str, stream: &str| format!("{}:log-stream:{stream}", whole(asked, name));
    vec![match on {
        On::All => "*".to_owned(),
        On::Group => group(named, ""),
        On::Groups => {
            let lists = ["logGroupNames", "logGroupIdentifiers", "logGroupArnList"];
            let listed = lists.into_iter().flat_map(|list| asked.texts(list));
            let names: Vec<&str> = asked.text("logGroupName").into_iter().chain(listed).collect();
            let names = if names.is_empty() { vec![""] } else { names };
            return names.into_iter().map(|name| group(name, "")).collect();
        }
        On::Stream => group(named, asked.text("logStreamName").unwrap_or_default()),
        On::Whole => whole(asked, named),
        On::Called(kind, member) => match asked.text(member) {
            Some(arn) if arn.starts_with("arn:") => arn.to_owned(),
            name => own(asked, kind, name.unwrap_or_default()),
        },
        On::Arn(member) => whole(asked, asked.text(member).unwrap_or_default()),
    }]
}

fn own(asked: &Asked<'_>, kind: &str, name: &str) -> String {
    let scope = asked.scope;
    format!("arn:{}:logs:{}:{}:{kind}:{name}", scope.region.partition(), scope.region, scope.account)
}

/// The ARN of a group, which is given by its name or by its ARN, with or without `:*`.
fn whole(asked: &Asked<'_>, name: &str) -> String {
    match name.starts_with("arn:") {
        true => name.strip_suffix(":*").unwrap_or(name).to_owned(),
        false => own(asked, "log-group", name),
    }
}

#[cfg(test)]
mod tests;
