//! From what each policy says to whether a request is allowed (user guide, "Policy evaluation logic", with "How AWS
//! enforcement code logic evaluates requests", "Policy evaluation for requests within a single account" and "Cross-account
//! policy evaluation logic").

use crate::document::Effect;
use crate::policy::{Context, Policy, Rule};
use crate::principal::Requester;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// Such as `lambda:InvokeFunction`, in any case.
    pub action: &'a str,
    /// The resource's ARN, or `*` where the action has none.
    pub resource: &'a str,
    /// Whose the resource is.
    pub owner: &'a str,
    /// Who asks.
    pub requester: Requester<'a>,
    /// The condition keys.
    pub context: &'a Context,
    /// Whether nobody is let in whom the resource's policy does not let in, as with a role's trust policy. Within an account
    /// an identity's own policies will do otherwise.
    pub trust: bool,
}

/// A policy, and what it is called in an explanation.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// A managed policy's ARN, an inline policy's name.
    pub name: &'a str,
    /// The policy.
    pub policy: &'a Policy,
}

/// All policies that have a say.
#[derive(Clone, Copy, Debug, Default)]
pub struct Policies<'a> {
    /// Those of the user and his groups, or of the role.
    pub identity: &'a [Source<'a>],
    /// Those of the resource.
    pub resource: &'a [Source<'a>],
    /// The permissions boundary, if there is one.
    pub boundary: Option<&'a [Source<'a>]>,
    /// The session policies, if the session was made with any.
    pub session: Option<&'a [Source<'a>]>,
    /// Service control policies, a list a level; each level must allow.
    pub guardrails: &'a [&'a [Source<'a>]],
}

/// Why a policy has a say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A service control policy.
    Guardrail,
    /// The resource's policy.
    Resource,
    /// A role's trust policy.
    Trust,
    /// A policy of the identity.
    Identity,
    /// The permissions boundary.
    Boundary,
    /// A session policy.
    Session,
}

impl Kind {
    pub(crate) fn names_principals(self) -> bool {
        matches!(self, Self::Resource | Self::Trust)
    }
}

/// How closely a statement names a requester.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// Not at all.
    No,
    /// As one of his account, which hands the decision to the account's administrators.
    Account,
    /// As the role that his session is of, or the user who made it: boundary and session policies still limit him.
    Parent,
    /// Himself, or everybody. Nothing else has to allow it then.
    Itself,
}

/// A statement that applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding<'a> {
    /// Why its policy has a say.
    pub kind: Kind,
    /// Its policy's name.
    pub policy: &'a str,
    /// Its place in the policy, from 0.
    pub statement: usize,
    /// Its id.
    pub sid: Option<&'a str>,
    /// What it does.
    pub effect: Effect,
    /// How closely it names the requester.
    pub named: Named,
}

/// Whether a request is allowed, and by what.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision<'a> {
    /// Whether.
    pub verdict: Verdict,
    /// The statements that applied: those that decided ([`decide`]) or all ([`explain`]).
    pub findings: Vec<Finding<'a>>,
}

impl Decision<'_> {
    /// Whether it is allowed.
    pub fn is_allowed(&self) -> bool {
        matches!(self.verdict, Verdict::Allowed(_))
    }
}

/// The outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Let in.
    Allowed(By),
    /// Kept out.
    Denied(Denial),
}

/// What lets somebody in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// He is the root user of the account.
    Root,
    /// The identity's policies.
    Identity,
    /// The resource's policy.
    Resource,
    /// Both, which it takes across accounts.
    Both,
}

/// What keeps somebody out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denial {
    /// A statement of a policy of that kind denies it.
    Explicit(Kind),
    /// No policy of that kind allows it.
    Implicit(Kind),
}

impl Denial {
    /// AWS's words, which follow "is not authorized to perform: … on resource: … " (user guide, "Troubleshoot access denied
    /// error messages").
    pub fn because(self, action: &str) -> String {
        match self {
            Self::Explicit(Kind::Trust) => "with an explicit deny in the role trust policy".to_owned(),
            Self::Explicit(kind) => format!("with an explicit deny in {} {}", article(kind), name(kind)),
            Self::Implicit(kind) => format!("because no {} allows the {action} action", name(kind)),
        }
    }
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Guardrail => "service control policy",
        Kind::Resource => "resource-based policy",
        Kind::Trust => "role trust policy",
        Kind::Identity => "identity-based policy",
        Kind::Boundary => "permissions boundary",
        Kind::Session => "session policy",
    }
}

fn article(kind: Kind) -> &'static str {
    if kind == Kind::Identity { "an" } else { "a" }
}

/// Decides. Looks no further than it must.
pub fn decide<'a>(request: &Request<'_>, policies: &Policies<'a>) -> Decision<'a> {
    Asking::new(request, policies, false).decide(policies)
}

/// Decides, and finds every statement that applies.
pub fn explain<'a>(request: &Request<'_>, policies: &Policies<'a>) -> Decision<'a> {
    Asking::new(request, policies, true).decide(policies)
}

pub(crate) struct Asking<'r> {
    pub(crate) request: &'r Request<'r>,
    /// In lower case.
    pub(crate) action: String,
    /// Whether the requester has a permissions boundary.
    pub(crate) is_bounded: bool,
    thorough: bool,
}

/// What the policies of one kind say.
#[derive(Clone, Copy)]
struct Said {
    denied: bool,
    /// How closely the closest `Allow` names the requester.
    allowed: Named,
}

impl Said {
    const NOTHING: Self = Self { denied: false, allowed: Named::No };

    fn allows(self) -> bool {
        self.allowed > Named::No
    }
}

impl<'r> Asking<'r> {
    fn new(request: &'r Request<'r>, policies: &Policies<'_>, thorough: bool) -> Self {
        let is_bounded = policies.boundary.is_some();
        Self { request, action: request.action.to_lowercase(), is_bounded, thorough }
    }

    fn decide<'a>(&self, policies: &Policies<'a>) -> Decision<'a> {
        let mut findings = Vec::new();
        let verdict = self.verdict(policies, &mut findings);
        if !self.thorough {
            match verdict {
                Verdict::Denied(Denial::Explicit(kind)) => {
                    findings.retain(|finding| finding.effect == Effect::Deny && finding.kind == kind);
                }
                _ => findings.retain(|finding| finding.effect == Effect::Allow),
            }
        }
        Decision { verdict, findings }
    }

    fn verdict<'a>(&self, policies: &Policies<'a>, findings: &mut Vec<Finding<'a>>) -> Verdict {
        let resource_kind = if self.request.trust { Kind::Trust } else { Kind::Resource };
        let mut ask = |kind, sources: &[Source<'a>]| self.ask(kind, sources, findings);
        let levels: Vec<Said> = policies.guardrails.iter().map(|level| ask(Kind::Guardrail, level)).collect();
        let resource = ask(resource_kind, policies.resource);
        let identity = ask(Kind::Identity, policies.identity);
        let boundary = policies.boundary.map(|sources| ask(Kind::Boundary, sources));
        let session = policies.session.map(|sources| ask(Kind::Session, sources));
        let guardrail = levels.iter().copied().find(|said| said.denied).unwrap_or(Said::NOTHING);
        for (kind, said) in [
            (Kind::Guardrail, Some(guardrail)),
            (resource_kind, Some(resource)),
            (Kind::Identity, Some(identity)),
            (Kind::Boundary, boundary),
            (Kind::Session, session),
        ] {
            if said.is_some_and(|said| said.denied) {
                return Verdict::Denied(Denial::Explicit(kind));
            }
        }
        if levels.iter().any(|level| !level.allows()) {
            return Verdict::Denied(Denial::Implicit(Kind::Guardrail));
        }
        self.allowed(resource_kind, resource, identity, boundary, session)
    }

    /// Whether it is allowed, where nothing denies it.
    fn allowed(
        &self,
        resource_kind: Kind,
        resource: Said,
        identity: Said,
        boundary: Option<Said>,
        session: Option<Said>,
    ) -> Verdict {
        let no_resource = Verdict::Denied(Denial::Implicit(resource_kind));
        let is_root = matches!(self.request.requester, Requester::Root { .. });
        let limited = |said: Option<Said>| said.is_some_and(|said| !said.allows());
        // What identity, boundary and session leave over; `named` is whether the identity's policies do not have to allow it.
        let own = |named: bool| match () {
            () if !named && !is_root && !identity.allows() => Some(Kind::Identity),
            () if limited(boundary) => Some(Kind::Boundary),
            () if limited(session) => Some(Kind::Session),
            () => None,
        };
        let Some(account) = self.request.requester.account() else {
            return if resource.allows() { Verdict::Allowed(By::Resource) } else { no_resource };
        };
        if account != self.request.owner {
            return match own(false) {
                Some(kind) => Verdict::Denied(Denial::Implicit(kind)),
                None if resource.allows() => Verdict::Allowed(By::Both),
                None => no_resource,
            };
        }
        if resource.allowed == Named::Itself {
            return Verdict::Allowed(By::Resource);
        }
        if self.request.trust && !resource.allows() {
            return no_resource;
        }
        let by_resource = resource.allowed == Named::Parent;
        match own(by_resource) {
            Some(kind) => Verdict::Denied(Denial::Implicit(kind)),
            None if is_root => Verdict::Allowed(By::Root),
            None if identity.allows() => Verdict::Allowed(By::Identity),
            None => Verdict::Allowed(By::Resource),
        }
    }

    fn ask<'a>(&self, kind: Kind, sources: &[Source<'a>], findings: &mut Vec<Finding<'a>>) -> Said {
        let mut said = Said::NOTHING;
        for source in sources {
            for (statement, rule) in source.policy.rules.iter().enumerate() {
                if !self.thorough && rule.effect == Effect::Allow && said.allowed == Named::Itself {
                    continue;
                }
                let (applies, named) = rule.applies(kind, self);
                if !applies {
                    continue;
                }
                match rule.effect {
                    Effect::Allow => said.allowed = said.allowed.max(named),
                    Effect::Deny => said.denied = true,
                }
                findings.push(finding(kind, source.name, statement, rule, named));
                if said.denied && !self.thorough {
                    return said;
                }
            }
        }
        said
    }
}

fn finding<'a>(kind: Kind, policy: &'a str, statement: usize, rule: &'a Rule, named: Named) -> Finding<'a> {
    Finding { kind, policy, statement, sid: rule.sid.as_deref(), effect: rule.effect, named }
}
