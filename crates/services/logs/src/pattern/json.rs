//! Conditions on JSON: `{ ($.level = "ERROR" || $.status >= 500) && $.user.id IS NULL }`.
//!
//! A selector is `$` with `.name`, `["name"]` and `[index]`. It is compared (`=`, `!=`, `<`, `>`, `<=`, `>=`) with a
//! number or a text, in which `*` stands for anything, or (`=`, `!=`) with a regular expression; or it `IS TRUE`,
//! `IS FALSE`, `IS NULL`, `EXISTS`, `NOT EXISTS`. `&&` binds closer than `||`.

use super::PatternError;
use super::condition::{Condition, Selector, follow};
use super::parse::{Parser, syntax};
use serde_json::Value;
use std::borrow::Cow;

pub(super) fn parse(text: &str) -> Result<Condition, PatternError> {
    let mut parser = Parser { rest: text, fields: false };
    parser.expect("{")?;
    let condition = parser.either(0)?;
    parser.expect("}")?;
    match parser.rest.trim() {
        "" => Ok(condition),
        more => Err(syntax(&format!("nothing is expected after the condition: {more}"))),
    }
}

/// A message as the document that conditions are about, where it is one.
pub(super) fn document(message: &str) -> Option<Value> {
    message.trim_start().starts_with('{').then(|| serde_json::from_str(message).ok()).flatten()
}

pub(super) fn find<'v>(document: &'v Value, selector: &Selector) -> Option<Cow<'v, Value>> {
    match selector {
        Selector::Path(path) => follow(document, path).map(Cow::Borrowed),
        Selector::Field(_) => None,
    }
}
