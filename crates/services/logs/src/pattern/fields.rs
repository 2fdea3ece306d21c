//! Patterns for messages whose fields are between spaces: `[ip, user, ..., status = 4*, size > 100]`.
//!
//! A message's fields are its words; what is between double quotes or brackets is one of them, without those. The pattern names
//! each in turn, and `...` stands for any number of them, once. A field may have a condition behind its name, which
//! names it again where it has several: `status = 404 || status = 410`.

use super::PatternError;
use super::condition::{Condition, Selector};
use super::parse::{Parser, syntax};
use serde_json::Value;
use std::borrow::Cow;

/// A pattern of fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Fields {
    /// Names before `...`, or all of them.
    head: Vec<String>,
    /// Names behind `...`, where there is one.
    tail: Option<Vec<String>>,
    pub(super) conditions: Vec<Condition>,
}

impl Fields {
    /// Names of all fields that are named.
    fn names(&self) -> impl Iterator<Item = &String> {
        self.head.iter().chain(self.tail.iter().flatten())
    }

    /// Whether a field has this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names().any(|known| known == name)
    }

    /// The fields of a message that the pattern matches, by name; those that have none by their place, from 1 on.
    pub(super) fn read<'m>(&self, message: &'m str) -> Option<Vec<(Cow<'_, str>, &'m str)>> {
        let words = split(message);
        let behind = self.tail.as_ref().map_or(0, Vec::len);
        let named = self.head.len() + behind;
        if words.len() < named || self.tail.is_none() && words.len() != named {
            return None;
        }
        let tail_at = words.len() - behind;
        let name = |at: usize| match (self.head.get(at), &self.tail) {
            (Some(name), _) => Cow::Borrowed(name.as_str()),
            (None, Some(tail)) if at >= tail_at => {
                tail.get(at - tail_at).map_or(Cow::Borrowed(""), |name| Cow::Borrowed(name.as_str()))
            }
            _ => Cow::Owned((at + 1).to_string()),
        };
        let fields: Vec<_> = words.iter().enumerate().map(|(at, word)| (name(at), *word)).collect();
        let find = |selector: &Selector| {
            let Selector::Field(wanted) = selector else { return None };
            let found = fields.iter().find(|(name, _)| name == wanted)?;
            Some(Cow::Owned(Value::String(found.1.to_owned())))
        };
        self.conditions.iter().all(|condition| condition.holds(&find)).then_some(fields)
    }
}

/// A message's fields.
fn split(message: &str) -> Vec<&str> {
    let (mut words, mut rest) = (Vec::new(), message.trim());
    while let Some(first) = rest.chars().next() {
        let close = match first {
            '"' => Some('"'),
            '[' => Some(']'),
            _ => None,
        };
        let closed = close.and_then(|close| rest[1..].find(close));
        let (word, after) = match closed {
            Some(end) => (&rest[1..=end], &rest[end + 2..]),
            None => rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len())),
        };
        words.push(word);
        rest = after.trim_start();
    }
    words
}

pub(super) fn parse(text: &str) -> Result<Fields, PatternError> {
    let mut parser = Parser { rest: text, fields: true };
    parser.expect("[")?;
    let mut fields = Fields { head: Vec::new(), tail: None, conditions: Vec::new() };
    loop {
        if parser.take("...") {
            if fields.tail.is_some() {
                return Err(syntax("'...' stands once in a pattern"));
            }
            fields.tail = Some(Vec::new());
        } else {
            let here = parser.rest;
            let grouped = here.trim_start().starts_with('(');
            if !grouped {
                let name = parser.name()?;
                if fields.has(&name) {
                    return Err(syntax(&format!("two fields are called {name}")));
                }
                fields.tail.as_mut().unwrap_or(&mut fields.head).push(name);
            }
            let ends = parser.rest.trim_start().starts_with([',', ']']);
            if grouped || !ends {
                parser.rest = here;
                let condition = parser.either(0)?;
                if grouped {
                    // The first name in it is the field's.
                    let first = condition.selectors().first().map(|s| (*s).clone());
                    let Some(Selector::Field(name)) = first else {
                        return Err(syntax("a name of a field is expected"));
                    };
                    if fields.has(&name) {
                        return Err(syntax(&format!("two fields are called {name}")));
                    }
                    fields.tail.as_mut().unwrap_or(&mut fields.head).push(name);
                }
                fields.conditions.push(condition);
            }
        }
        if !parser.take(",") {
            break;
        }
    }
    parser.expect("]")?;
    if !parser.rest.trim().is_empty() {
        return Err(syntax("nothing is expected after the fields"));
    }
    for selector in fields.conditions.iter().flat_map(Condition::selectors) {
        if let Selector::Field(name) = selector
            && !fields.has(name)
        {
            return Err(syntax(&format!("no field is called {name}")));
        }
    }
    Ok(fields)
}
