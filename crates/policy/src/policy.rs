//! Documents made ready to be asked, and the context of a request.

use crate::arn::ArnPattern;
use crate::certainty::Certainty::{self, Unclear, Yes};
use crate::condition::Condition;
use crate::decide::{Asking, Kind, Named};
use crate::document::{Document, Effect, Listed, Statement, Version};
use crate::principal::Who;
use crate::template::Template;
use std::collections::HashSet;

/// The condition keys of a request, and their values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context {
    keys: Vec<(String, Vec<String>)>,
}

impl Context {
    /// Sets a key that has one value. Keys are the same in every case.
    pub fn set(&mut self, key: &str, value: impl Into<String>) {
        self.set_all(key, vec![value.into()]);
    }

    /// Sets a key that has any number of values.
    pub fn set_all(&mut self, key: &str, values: Vec<String>) {
        let key = key.to_lowercase();
        self.keys.retain(|(name, _)| *name != key);
        self.keys.push((key, values));
    }

    /// All keys, in lower case, with their values.
    pub fn into_pairs(self) -> Vec<(String, Vec<String>)> {
        self.keys
    }

    /// The values of a key, which is in lower case.
    pub(crate) fn get(&self, key: &str) -> Option<&[String]> {
        self.keys.iter().find(|(name, _)| name == key).map(|(_, values)| values.as_slice())
    }

    /// Whether a key has a value, in any case.
    pub fn has(&self, key: &str) -> bool {
        self.get(&key.to_lowercase()).is_some_and(|values| !values.is_empty())
    }
}

/// A policy that can be asked.
#[derive(Clone, Debug)]
pub struct Policy {
    pub(crate) rules: Vec<Rule>,
}

/// A statement that can be asked.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    pub(crate) sid: Option<String>,
    pub(crate) effect: Effect,
    who: Option<Who>,
    actions: Actions,
    resources: Option<Resources>,
    /// `None` is one whose operator does not exist.
    conditions: Vec<Option<Condition>>,
}

impl Policy {
    /// A document, ready.
    pub fn new(document: &Document) -> Self {
        let version = document.version.unwrap_or_default();
        Self { rules: document.statements.iter().map(|statement| Rule::new(statement, version)).collect() }
    }

    /// Reads a document that is kept; one that cannot be read denies everything, since what it would have denied is lost.
    pub fn kept(text: &str) -> Self {
        text.parse().map_or_else(|_| Self::closed(), |document| Self::new(&document))
    }

    /// One that allows everything.
    pub fn open() -> Self {
        Self { rules: vec![Rule::everything(Effect::Allow)] }
    }

    /// One that denies everything.
    pub fn closed() -> Self {
        Self { rules: vec![Rule::everything(Effect::Deny)] }
    }

    /// Whether a statement allows an action, in any case, on whatever resource and condition.
    pub fn could_allow(&self, action: &str) -> bool {
        let action = action.to_lowercase();
        self.rules.iter().any(|rule| rule.effect == Effect::Allow && rule.actions.include(&action))
    }

    /// How many statements it has.
    pub fn statements(&self) -> usize {
        self.rules.len()
    }

    /// The context keys that its conditions and variables name, as they are first written, each once.
    pub fn context_keys(&self) -> Vec<&str> {
        let mut seen = HashSet::new();
        let keys = self.rules.iter().flat_map(Rule::context_keys);
        keys.filter(|key| seen.insert(key.to_lowercase())).collect()
    }
}

impl Rule {
    fn new(statement: &Statement, version: Version) -> Self {
        let conditions = statement.conditions.iter().map(|clause| Condition::new(clause, version));
        Self {
            sid: statement.sid.clone(),
            effect: statement.effect,
            who: statement.principal.as_ref().map(Who::new),
            actions: Actions::new(&statement.action),
            resources: statement.resource.as_ref().map(|listed| Resources::new(listed, version)),
            conditions: conditions.collect(),
        }
    }

    fn context_keys(&self) -> impl Iterator<Item = &str> {
        let variables = self.resources.iter().flat_map(|resources| &resources.patterns);
        let conditions = self.conditions.iter().flatten().flat_map(Condition::keys);
        variables.flat_map(ArnPattern::keys).chain(conditions)
    }

    fn everything(effect: Effect) -> Self {
        Self {
            sid: None,
            effect,
            who: None,
            actions: Actions { all_but: false, any: true, exact: Vec::new(), patterns: Vec::new() },
            resources: Some(Resources { all_but: false, patterns: vec![ArnPattern::All] }),
            conditions: Vec::new(),
        }
    }

    /// Whether it applies to a request, in a policy of that kind, and how closely it names the requester.
    pub(crate) fn applies(&self, kind: Kind, asking: &Asking<'_>) -> (bool, Named) {
        let request = asking.request;
        if !self.actions.include(&asking.action) {
            return (false, Named::No);
        }
        let (who, named) = match (&self.who, kind.names_principals()) {
            (Some(who), true) => who.is(&request.requester, self.effect, asking.is_bounded),
            (None, false) => (Yes, Named::Itself),
            // A principal too many, or none.
            _ => (Unclear, Named::Itself),
        };
        let resource = match &self.resources {
            Some(resources) => resources.include(request.resource, request.context),
            // Of what it is attached to.
            None if kind.names_principals() => Yes,
            None => Unclear,
        };
        let about = who.min(resource);
        if !self.effect.takes(about) {
            return (false, Named::No);
        }
        let conditions = self.conditions.iter().map(|condition| match condition {
            Some(condition) => condition.holds(request.context),
            None => Unclear,
        });
        (self.effect.takes(about.min(Certainty::all(conditions))), named)
    }
}

impl Effect {
    /// Whether a statement applies that is so certainly about a request.
    fn takes(self, certainty: Certainty) -> bool {
        certainty >= if self == Self::Allow { Yes } else { Unclear }
    }
}

/// Actions, in lower case.
#[derive(Clone, Debug)]
struct Actions {
    all_but: bool,
    any: bool,
    /// Sorted.
    exact: Vec<String>,
    patterns: Vec<Template>,
}

impl Actions {
    fn new(listed: &Listed<Vec<String>>) -> Self {
        let mut actions = Self {
            all_but: matches!(listed, Listed::AllBut(_)),
            any: false,
            exact: Vec::new(),
            patterns: Vec::new(),
        };
        for action in listed.items() {
            let action = action.to_lowercase();
            if action == "*" || action == "*:*" {
                actions.any = true;
            } else if action.contains(['*', '?']) {
                actions.patterns.push(Template::pattern(&action, Version::V2008));
            } else {
                actions.exact.push(action);
            }
        }
        actions.exact.sort_unstable();
        actions
    }

    fn include(&self, action: &str) -> bool {
        let listed = self.any
            || self.exact.binary_search_by(|exact| exact.as_str().cmp(action)).is_ok()
            || self.patterns.iter().any(|pattern| pattern.fits_plain(action));
        listed != self.all_but
    }
}

#[derive(Clone, Debug)]
struct Resources {
    all_but: bool,
    patterns: Vec<ArnPattern>,
}

impl Resources {
    fn new(listed: &Listed<Vec<String>>, version: Version) -> Self {
        let patterns = listed.items().iter().map(|resource| ArnPattern::new(resource, version));
        Self { all_but: matches!(listed, Listed::AllBut(_)), patterns: patterns.collect() }
    }

    fn include(&self, resource: &str, context: &Context) -> Certainty {
        let listed = Certainty::any(self.patterns.iter().map(|pattern| pattern.fits(resource, context)));
        if !self.all_but {
            return listed;
        }
        // What a variable without a value would have excepted is not known.
        let is_whole = self.patterns.iter().all(|pattern| pattern.has_values(context));
        let rest = listed.not();
        if is_whole { rest } else { rest.min(Unclear) }
    }
}
