//! What an operation asks to be allowed: actions on resources, with condition keys of its own. Each service says it of all
//! its operations in one table, from AWS's Service Authorization Reference.
//!
//! Never here: whether it is allowed.

use crate::caller::Caller;
use crate::model::Operation;
use domain::{AccountId, Scope};
use serde_json::{Map, Value};

/// What an operation asks to be allowed.
#[derive(Clone, Debug, PartialEq)]
pub enum Access {
    /// Nobody has said yet. Only an account's root user may.
    Undeclared,
    /// It is in the body, which is not there yet. The action is this, whatever else.
    Later(String),
    /// Every identity may, or the service asks a policy of its own (a role's trust policy, say).
    Open,
    /// All of it must be allowed. The first is about what the operation is for: whose that is, acts in his account.
    Checks(Vec<Check>),
}

/// One action on one resource.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Such as `lambda:InvokeFunction`.
    pub action: String,
    /// Its ARN, or `*` where the action has none. A wildcard in a stranger's name is that character.
    pub resource: String,
    /// What it is called in errors, where it is not the ARN.
    pub shown: Option<String>,
    /// Whose it is.
    pub owner: AccountId,
    /// Whether the ARN lacks the path that what it names may have, since requests of IAM name things without.
    pub pathless: bool,
    /// Condition keys of the request itself.
    pub keys: Vec<(String, Vec<String>)>,
    /// Condition keys whose values are what is kept of the resource, besides its tags.
    pub kept: &'static [&'static str],
}

impl Check {
    /// An action on a resource of an account, without keys.
    pub fn new(action: String, resource: String, owner: AccountId) -> Self {
        Self { action, resource, shown: None, owner, pathless: false, keys: Vec::new(), kept: &[] }
    }

    /// The same with one more key of one value, if there is one.
    #[must_use]
    pub fn with(self, key: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.with_all(key, vec![value.to_owned()]),
            None => self,
        }
    }

    /// The same with one more key, if it has values.
    #[must_use]
    pub fn with_all(mut self, key: &str, values: Vec<String>) -> Self {
        if !values.is_empty() {
            self.keys.push((key.to_owned(), values));
        }
        self
    }

    /// The same with `aws:RequestTag/…` and `aws:TagKeys`.
    #[must_use]
    pub fn with_tags(mut self, asked: &Asked<'_>) -> Self {
        let tags = asked.tags();
        let mut keys: Vec<String> = tags.iter().map(|(key, _)| key.clone()).collect();
        for list in ["TagKeys", "tagKeys"] {
            keys.extend(asked.texts(list).map(str::to_owned));
        }
        for (key, value) in tags {
            self.keys.push((format!("aws:RequestTag/{key}"), vec![value]));
        }
        self.with_all("aws:TagKeys", keys)
    }
}

/// What a service needs to know to say what an operation asks.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Who asks.
    pub caller: &'a Caller,
    /// His account, and the region of the request.
    pub scope: &'a Scope,
    /// What he asks for.
    pub operation: &'static Operation,
    /// The members of the request, not checked against the model's constraints.
    pub members: &'a Map<String, Value>,
    /// Whether those that travel in the body are among them.
    pub whole: bool,
}

impl<'a> Asked<'a> {
    /// A member that is text and not empty.
    pub fn text(&self, member: &str) -> Option<&'a str> {
        self.members.get(member).and_then(Value::as_str).filter(|text| !text.is_empty())
    }

    /// The items of a member that is a list of texts.
    pub fn texts(&self, member: &str) -> impl Iterator<Item = &'a str> {
        list(self.members.get(member)).filter_map(Value::as_str)
    }

    /// A member of a member.
    pub fn inner(&self, outer: &str, member: &str) -> Option<&'a Value> {
        self.members.get(outer).and_then(|outer| outer.get(member))
    }

    /// `Tags` or `tags`, which are a map, or a list of keys with values.
    pub fn tags(&self) -> Vec<(String, String)> {
        let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
        let tags = self.members.get("Tags").or_else(|| self.members.get("tags"));
        match tags {
            Some(Value::Object(map)) => {
                map.iter().map(|(key, value)| (key.clone(), text(Some(value)))).collect()
            }
            Some(Value::Array(items)) => {
                let read =
                    |item: &Value, name: &str, small: &str| text(item.get(name).or_else(|| item.get(small)));
                items.iter().map(|item| (read(item, "Key", "key"), read(item, "Value", "value"))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether the request has tags for what it makes.
    pub fn has_tags(&self) -> bool {
        !self.tags().is_empty()
    }
}

/// The items of a list; none where there is no list.
pub fn list(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default().iter()
}

/// The account of an ARN, if it has one.
pub fn account_of(arn: &str) -> Option<AccountId> {
    arn.split(':').nth(4).and_then(|account| AccountId::new(account).ok())
}
