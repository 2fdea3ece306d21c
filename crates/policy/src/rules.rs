//! What a use of policies asks of a document beyond the grammar.

use crate::document::{Document, Listed, Principals, Statement};
use crate::malformed::Malformed::{self, InvalidPrincipal};

/// What a document is used as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A policy of a user, group or role, inline or managed; a permissions boundary; a session policy.
    Identity,
    /// A role's trust policy.
    Trust,
}

impl Document {
    /// Whether the document has what its use asks for, and nothing that it forbids.
    pub fn check(&self, used: Use) -> Result<(), Malformed> {
        self.statements.iter().try_for_each(|statement| {
            sid(statement)?;
            match used {
                Use::Identity => identity(statement),
                Use::Trust => trust(statement),
            }
        })
    }
}

fn sid(statement: &Statement) -> Result<(), Malformed> {
    match &statement.sid {
        Some(sid) if !sid.bytes().all(|b| b.is_ascii_alphanumeric()) => Err(Malformed::Sid),
        _ => Ok(()),
    }
}

fn identity(statement: &Statement) -> Result<(), Malformed> {
    if statement.principal.is_some() {
        return Err(Malformed::Principal);
    }
    let resources = statement.resource.as_ref().ok_or(Malformed::NoResources)?;
    for resource in resources.items() {
        let shown = || resource.chars().take(256).collect();
        match resource.strip_prefix("arn:").and_then(|rest| rest.split_once(':')) {
            None if resource == "*" => {}
            None => return Err(Malformed::Resource(shown())),
            Some((partition, _)) if is_partition(partition) => {}
            Some((partition, _)) => {
                let partition = partition.chars().take(64).collect();
                return Err(Malformed::Partition { partition, resource: shown() });
            }
        }
    }
    Ok(())
}

/// A partition, or a pattern of some.
fn is_partition(text: &str) -> bool {
    const KNOWN: [&str; 8] =
        ["aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"];
    text.contains(['*', '?', '$']) || KNOWN.contains(&text)
}

fn trust(statement: &Statement) -> Result<(), Malformed> {
    let principals = match &statement.principal {
        None => return Err(Malformed::NoPrincipal),
        Some(Listed::AllBut(_)) => return Err(Malformed::Prohibited("NotPrincipal")),
        Some(Listed::These(principals)) => principals,
    };
    if statement.resource.is_some() {
        return Err(Malformed::Prohibited("Resource"));
    }
    let actions = statement.action.items();
    if !actions.iter().all(|action| action == "*" || action.to_ascii_lowercase().starts_with("sts:")) {
        return Err(Malformed::NotAssumeRole);
    }
    match principals {
        Principals::Everybody => Ok(()),
        Principals::Named(kinds) => kinds.iter().try_for_each(|(kind, names)| named(kind, names)),
    }
}

fn named(kind: &str, names: &[String]) -> Result<(), Malformed> {
    let is_account = |text: &str| text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit());
    let fits = |name: &str| match kind {
        "AWS" => name == "*" || is_account(name) || is_identity(name) || is_unique_id(name),
        "Service" => name.contains('.') && !name.contains([':', '/', '*']),
        "Federated" => !name.is_empty() && !name.contains('*'),
        _ => false,
    };
    match names.iter().find(|name| !fits(name)) {
        Some(name) => {
            // In capitals, whatever was given.
            let (kind, name) = (kind.to_uppercase(), name.chars().take(256).collect());
            Err(InvalidPrincipal { kind, name })
        }
        None => Ok(()),
    }
}

/// An ARN of IAM or STS, without wildcards. Whether it exists is not asked: those of other accounts cannot be known.
fn is_identity(text: &str) -> bool {
    let fields: Vec<&str> = text.splitn(6, ':').collect();
    let [arn, partition, service, region, account, resource] = fields.as_slice() else { return false };
    let digits = account.len() == 12 && account.bytes().all(|b| b.is_ascii_digit());
    *arn == "arn"
        && partition.starts_with("aws")
        && matches!(*service, "iam" | "sts")
        && region.is_empty()
        && digits
        && !resource.is_empty()
        && !resource.contains(['*', '?'])
}

/// What a principal that is gone is shown as.
fn is_unique_id(text: &str) -> bool {
    (16..=128).contains(&text.len())
        && (text.starts_with("AIDA") || text.starts_with("AROA"))
        && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}
