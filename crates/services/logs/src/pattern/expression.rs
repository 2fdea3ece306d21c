//! Regular expressions of patterns: `%…%`, in time that is linear in the message.

use super::PatternError;
use regex::{Regex, RegexBuilder};

/// Bytes that an expression may take when it is compiled.
const COMPILED: usize = 256 * 1024;

/// An expression, by which it is compared.
#[derive(Clone, Debug)]
pub struct Expression {
    source: String,
    regex: Regex,
}

impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Eq for Expression {}

impl Expression {
    /// Compiles one, without the `%` around it. Parentheses are none of CloudWatch Logs' syntax.
    pub(super) fn new(source: &str) -> Result<Self, PatternError> {
        let refuse =
            || PatternError::Syntax(format!("'{source}' is no regular expression that is supported"));
        if source.is_empty() || has_groups(source) {
            return Err(refuse());
        }
        let regex = RegexBuilder::new(source).size_limit(COMPILED).dfa_size_limit(4 * COMPILED).build();
        Ok(Self { source: source.to_owned(), regex: regex.map_err(|_| refuse())? })
    }

    /// Whether it is found in a text.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.regex.is_match(text)
    }
}

fn has_groups(source: &str) -> bool {
    let mut chars = source.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            '(' | ')' => return true,
            _ => {}
        }
    }
    false
}

/// What is between a `%` at the beginning and the next one that is not escaped, and what comes after.
pub(super) fn cut(text: &str) -> Result<(Expression, &str), PatternError> {
    let open = || PatternError::Syntax("a regular expression is not closed".to_owned());
    let body = text.strip_prefix('%').ok_or_else(open)?;
    let mut chars = body.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            '%' => return Ok((Expression::new(&body[..at])?, &body[at + 1..])),
            _ => {}
        }
    }
    Err(open())
}
