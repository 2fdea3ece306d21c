//! From a text to a document.

use super::{Clause, Document, Effect, Listed, Principals, Statement, Version};
use crate::condition::Operator;
use crate::json::{self, Json};
use crate::malformed::Malformed::{self, NotJson, Syntax, TooLarge};
use crate::{MAX_DOCUMENT, MAX_STATEMENTS};
use std::collections::HashSet;

type Read<T> = Result<T, Malformed>;

pub(super) fn document(text: &str) -> Read<Document> {
    if text.len() > MAX_DOCUMENT {
        return Err(TooLarge);
    }
    let Json::Object(members) = json::read(text).ok_or(NotJson)? else { return Err(Syntax) };
    let (mut version, mut id, mut statements) = (None, None, None);
    for (name, value) in members {
        match name.as_str() {
            "Version" => version = Some(Version::parse(&text_of(value)?).ok_or(Malformed::Version)?),
            "Id" => id = Some(text_of(value)?),
            "Statement" => statements = Some(self::statements(value)?),
            _ => return Err(Syntax),
        }
    }
    let statements = statements.ok_or(Syntax)?;
    let mut sids = HashSet::new();
    if !statements.iter().filter_map(|statement| statement.sid.as_ref()).all(|sid| sids.insert(sid)) {
        return Err(Malformed::SidTwice);
    }
    Ok(Document { version, id, statements })
}

fn statements(value: Json) -> Read<Vec<Statement>> {
    let list = match value {
        Json::List(list) => list,
        one @ Json::Object(_) => vec![one],
        _ => return Err(Syntax),
    };
    match list.len() {
        0 => Err(Syntax),
        n if n > MAX_STATEMENTS => Err(TooLarge),
        _ => list.into_iter().map(statement).collect(),
    }
}

fn statement(value: Json) -> Read<Statement> {
    let Json::Object(members) = value else { return Err(Syntax) };
    let (mut sid, mut effect, mut conditions) = (None, None, Vec::new());
    let (mut principal, mut action, mut resource) = (None, None, None);
    for (name, value) in members {
        match name.as_str() {
            "Sid" => sid = Some(text_of(value)?),
            "Effect" => effect = Some(self::effect(&text_of(value)?)?),
            "Principal" => put(&mut principal, Listed::These(principals(value)?))?,
            "NotPrincipal" => put(&mut principal, Listed::AllBut(principals(value)?))?,
            "Action" => put(&mut action, Listed::These(texts(value)?))?,
            "NotAction" => put(&mut action, Listed::AllBut(texts(value)?))?,
            "Resource" => put(&mut resource, Listed::These(texts(value)?))?,
            "NotResource" => put(&mut resource, Listed::AllBut(texts(value)?))?,
            "Condition" => conditions = self::conditions(value)?,
            _ => return Err(Syntax),
        }
    }
    let action = action.ok_or(Malformed::NoActions)?;
    if action.items().is_empty() {
        return Err(Malformed::NoActions);
    }
    if resource.as_ref().is_some_and(|resource| resource.items().is_empty()) {
        return Err(Malformed::NoResources);
    }
    action.items().iter().try_for_each(|action| check_action(action))?;
    Ok(Statement { sid, effect: effect.ok_or(Syntax)?, principal, action, resource, conditions })
}

/// An element; that it and its opposite are not there together is part of the grammar.
fn put<T>(place: &mut Option<T>, value: T) -> Read<()> {
    match place.replace(value) {
        Some(_) => Err(Syntax),
        None => Ok(()),
    }
}

fn effect(text: &str) -> Read<Effect> {
    match text {
        "Allow" => Ok(Effect::Allow),
        "Deny" => Ok(Effect::Deny),
        _ => Err(Syntax),
    }
}

/// `*`, or a service and an action with wildcards.
fn check_action(action: &str) -> Read<()> {
    if action == "*" {
        return Ok(());
    }
    let (vendor, name) = action.split_once(':').ok_or(Malformed::NoVendor)?;
    if name.contains(':') {
        return Err(Malformed::Colons);
    }
    let known = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'.' || b == b'_';
    if vendor != "*" && (vendor.is_empty() || !vendor.bytes().all(known)) {
        return Err(Malformed::Vendor(vendor.chars().take(128).collect()));
    }
    if name.is_empty() {
        return Err(Syntax);
    }
    Ok(())
}

fn principals(value: Json) -> Read<Principals> {
    match value {
        Json::Text(text) if text == "*" => Ok(Principals::Everybody),
        Json::Object(kinds) if !kinds.is_empty() => {
            let kinds = kinds.into_iter().map(|(kind, names)| {
                if !matches!(kind.as_str(), "AWS" | "Service" | "Federated" | "CanonicalUser") {
                    return Err(Syntax);
                }
                Ok((kind, texts(names)?))
            });
            Ok(Principals::Named(kinds.collect::<Read<_>>()?))
        }
        _ => Err(Syntax),
    }
}

fn conditions(value: Json) -> Read<Vec<Clause>> {
    let Json::Object(operators) = value else { return Err(Syntax) };
    let mut clauses = Vec::new();
    for (operator, keys) in operators {
        let Json::Object(keys) = keys else { return Err(Syntax) };
        if Operator::parse(&operator).is_none() {
            return Err(Syntax);
        }
        for (key, values) in keys {
            clauses.push(Clause { operator: operator.clone(), key, values: bare_texts(values)? });
        }
    }
    Ok(clauses)
}

fn text_of(value: Json) -> Read<String> {
    match value {
        Json::Text(text) => Ok(text),
        _ => Err(Syntax),
    }
}

fn texts(value: Json) -> Read<Vec<String>> {
    match value {
        Json::List(list) => list.into_iter().map(text_of).collect(),
        one => Ok(vec![text_of(one)?]),
    }
}

/// Quotation marks are optional for numbers and truth values.
fn bare_texts(value: Json) -> Read<Vec<String>> {
    let one = |value| match value {
        Json::Text(text) | Json::Bare(text) => Ok(text),
        _ => Err(Syntax),
    };
    match value {
        Json::List(list) => list.into_iter().map(one).collect(),
        single => Ok(vec![one(single)?]),
    }
}
