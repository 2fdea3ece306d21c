//! Who asks, and who is meant by a `Principal` (user guide, "AWS JSON policy elements: Principal" and "… NotPrincipal").

use crate::certainty::Certainty::{self, No, Unclear, Yes};
use crate::decide::Named;
use crate::document::{Effect, Listed, Principals};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requester<'a> {
    /// Nobody has signed.
    Anonymous,
    /// An account's root user.
    Root {
        /// Its account.
        account: &'a str,
    },
    /// A user.
    User {
        /// `arn:aws:iam::<account>:user/<path><name>`.
        arn: &'a str,
        /// `AIDA…`.
        id: &'a str,
        /// Its account.
        account: &'a str,
    },
    /// A session of a role.
    RoleSession {
        /// `arn:aws:sts::<account>:assumed-role/<role>/<session>`.
        arn: &'a str,
        /// The role's ARN, where it is known. Its path is not in the session's ARN; without it roles are told apart by
        /// name, which is unique in an account.
        role: Option<&'a str>,
        /// `AROA…:<session>`.
        id: &'a str,
        /// Its account.
        account: &'a str,
    },
    /// A session that a user has made for somebody (GetFederationToken).
    FederatedUser {
        /// `arn:aws:sts::<account>:federated-user/<name>`.
        arn: &'a str,
        /// The user's ARN.
        user: &'a str,
        /// Its account.
        account: &'a str,
    },
    /// An AWS service, for itself.
    Service {
        /// Such as `events.amazonaws.com`.
        name: &'a str,
    },
    /// Who has a token of an identity provider and no session yet.
    Federated {
        /// The provider.
        provider: &'a str,
    },
}

impl<'a> Requester<'a> {
    /// The account whose administrators decide what the requester may; services and strangers have none.
    pub fn account(&self) -> Option<&'a str> {
        match *self {
            Self::Root { account }
            | Self::User { account, .. }
            | Self::RoleSession { account, .. }
            | Self::FederatedUser { account, .. } => Some(account),
            Self::Anonymous | Self::Service { .. } | Self::Federated { .. } => None,
        }
    }

    /// How closely an ARN names the requester.
    fn named_by(&self, named: &str) -> Named {
        match *self {
            Self::User { arn, .. } if named == arn => Named::Itself,
            Self::RoleSession { arn, .. } | Self::FederatedUser { arn, .. } if named == arn => Named::Itself,
            Self::RoleSession { role: Some(role), .. } if named == role => Named::Parent,
            Self::RoleSession { role: None, arn, .. } if is_role_of(named, arn) => Named::Parent,
            Self::FederatedUser { user, .. } if named == user => Named::Parent,
            _ => Named::No,
        }
    }

    fn identified_by(&self, named: &str) -> Named {
        match *self {
            Self::User { id, .. } if named == id => Named::Itself,
            Self::RoleSession { id, .. } if id.split(':').next() == Some(named) => Named::Parent,
            _ => Named::No,
        }
    }

    /// What must be named for the whole of the requester to be: its account, its role or user, itself.
    fn levels(&self) -> &'static [Named] {
        match self {
            Self::Anonymous | Self::Service { .. } | Self::Federated { .. } => &[Named::Itself],
            Self::Root { .. } => &[Named::Account],
            Self::User { .. } => &[Named::Account, Named::Itself],
            Self::RoleSession { .. } | Self::FederatedUser { .. } => {
                &[Named::Account, Named::Parent, Named::Itself]
            }
        }
    }
}

/// Whether a role's ARN is of the role of a session's ARN, by partition, account and name.
fn is_role_of(role: &str, session: &str) -> bool {
    let parts = |arn: &'_ str, service: &str| -> Option<[String; 3]> {
        let fields: Vec<&str> = arn.splitn(6, ':').collect();
        let ["arn", partition, given, "", account, resource] = fields.as_slice() else { return None };
        let name = match service {
            "iam" => resource.strip_prefix("role/")?.rsplit('/').next()?,
            _ => resource.strip_prefix("assumed-role/")?.split('/').next()?,
        };
        let good = *given == service && !name.is_empty();
        good.then(|| [partition, account, &name].map(|text| (*text).to_string()))
    };
    parts(role, "iam").is_some_and(|role| parts(session, "sts") == Some(role))
}

/// A `Principal` or `NotPrincipal`, ready to be asked.
#[derive(Clone, Debug)]
pub(crate) struct Who {
    all_but: bool,
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
enum Entry {
    Everybody,
    Account(String),
    Arn(String),
    Id(String),
    Service(String),
    Federated(String),
    /// AWS has no such principal, or knows it by an id that we do not have.
    Odd,
}

impl Who {
    pub(crate) fn new(listed: &Listed<Principals>) -> Self {
        let entries = match listed.items() {
            Principals::Everybody => vec![Entry::Everybody],
            Principals::Named(kinds) => {
                let each = kinds.iter().flat_map(|(kind, names)| names.iter().map(|name| entry(kind, name)));
                each.collect()
            }
        };
        Self { all_but: matches!(listed, Listed::AllBut(_)), entries }
    }

    /// Whether a statement of that effect is about a requester, and how closely it names him.
    pub(crate) fn is(
        &self,
        requester: &Requester<'_>,
        effect: Effect,
        is_bounded: bool,
    ) -> (Certainty, Named) {
        let named = self.entries.iter().map(|entry| entry.names(requester));
        let is_odd = self.entries.iter().any(|entry| matches!(entry, Entry::Odd));
        let certain = |holds: bool| if is_odd { Unclear.max(holds.into()) } else { holds.into() };
        match (self.all_but, effect) {
            (false, _) => {
                let closest = named.max().unwrap_or(Named::No);
                (certain(closest > Named::No), closest)
            }
            // Whoever is named in any way is excepted from what others are allowed.
            (true, Effect::Allow) => {
                let is_named = named.max().unwrap_or(Named::No) > Named::No;
                let certainty = match (is_named, is_odd) {
                    (true, _) => No,
                    (false, true) => Unclear,
                    (false, false) => Yes,
                };
                (certainty, Named::Itself)
            }
            // Whoever has a permissions boundary is excepted from nothing that others are denied …
            (true, Effect::Deny) if is_bounded => (Yes, Named::Itself),
            // … and others only if their account and all between it and themselves are named too.
            (true, Effect::Deny) => {
                let named: Vec<Named> = named.collect();
                let everybody = self.entries.iter().any(|entry| matches!(entry, Entry::Everybody));
                let is_excepted = everybody || requester.levels().iter().all(|level| named.contains(level));
                ((!is_excepted).into(), Named::Itself)
            }
        }
    }
}

fn entry(kind: &str, name: &str) -> Entry {
    let is_odd = name.contains(['*', '?']);
    match kind {
        "AWS" if name == "*" => Entry::Everybody,
        _ if is_odd || name.is_empty() => Entry::Odd,
        "AWS" => match account(name) {
            Some(account) => Entry::Account(account.to_owned()),
            None if name.starts_with("arn:") => Entry::Arn(name.to_owned()),
            None if name.starts_with("AIDA") || name.starts_with("AROA") => Entry::Id(name.to_owned()),
            None => Entry::Odd,
        },
        "Service" => Entry::Service(name.to_owned()),
        "Federated" => Entry::Federated(name.to_owned()),
        _ => Entry::Odd,
    }
}

/// The account of `123456789012` or `arn:aws:iam::123456789012:root`, which are the same.
fn account(name: &str) -> Option<&str> {
    let fields: Vec<&str> = name.splitn(6, ':').collect();
    let account = match *fields.as_slice() {
        ["arn", _, "iam", "", account, "root"] | [account] => account,
        _ => return None,
    };
    (account.len() == 12 && account.bytes().all(|b| b.is_ascii_digit())).then_some(account)
}

impl Entry {
    fn names(&self, requester: &Requester<'_>) -> Named {
        match (self, requester) {
            (Self::Everybody, _) => Named::Itself,
            (Self::Account(account), requester) if requester.account() == Some(account) => Named::Account,
            (Self::Arn(arn), requester) => requester.named_by(arn),
            (Self::Id(id), requester) => requester.identified_by(id),
            (Self::Service(service), Requester::Service { name }) if service == name => Named::Itself,
            (Self::Federated(wanted), Requester::Federated { provider }) if wanted == provider => {
                Named::Itself
            }
            _ => Named::No,
        }
    }
}
