//! CloudWatch Logs' filter patterns: terms, conditions on JSON, fields between spaces. Pure.
//!
//! Terms are parts of the message, in its case: `ERROR "exact phrase" -excluded %regex%`, all of them; or `?this ?that`, at
//! least one of them. Beside others, `?` terms are ignored, as CloudWatch Logs does. Conditions on JSON are in [`json`],
//! patterns of fields in [`fields`].

mod condition;
mod expression;
mod fields;
mod json;
mod parse;
mod terms;

use condition::{Condition, Selector, follow, written};
use parse::Parser;

/// Characters of a pattern at most (`FilterPattern` of the service model).
const MAX_LENGTH: usize = 1024;
/// Regular expressions in a pattern at most (user guide, "Filter pattern syntax").
const MAX_EXPRESSIONS: usize = 2;

/// A pattern, ready to match.
#[derive(Clone, Debug, PartialEq)]
pub enum Pattern {
    /// Terms; none match everything.
    Terms(terms::Terms),
    /// A condition on a message that is a JSON object.
    Json(Condition),
    /// Fields between spaces, and conditions on them.
    Fields(fields::Fields),
}

/// Why a text is no pattern.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// What is wrong with it.
    #[error("Invalid filter pattern: {0}")]
    Syntax(String),
}

impl Pattern {
    /// Reads a pattern. Errors: no known syntax, more than 1,024 characters, more than two regular expressions.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        if text.chars().nth(MAX_LENGTH).is_some() {
            return Err(PatternError::Syntax(format!("it has more than {MAX_LENGTH} characters")));
        }
        let text = text.trim();
        let pattern = if text.starts_with('{') {
            json::parse(text).map(Self::Json)?
        } else if text.starts_with('[') {
            fields::parse(text).map(Self::Fields)?
        } else {
            terms::parse(text).map(Self::Terms)?
        };
        if pattern.expressions() > MAX_EXPRESSIONS {
            let message = format!("it has more than {MAX_EXPRESSIONS} regular expressions");
            return Err(PatternError::Syntax(message));
        }
        Ok(pattern)
    }

    /// Regular expressions in it.
    pub fn expressions(&self) -> usize {
        match self {
            Self::Terms(terms) => terms.expressions(),
            Self::Json(condition) => condition.expressions(),
            Self::Fields(fields) => fields.conditions.iter().map(Condition::expressions).sum(),
        }
    }

    /// Texts that every matching message contains, so that a store can leave out others early.
    pub fn required(&self) -> Vec<String> {
        match self {
            Self::Terms(terms) => terms.texts(),
            Self::Json(_) | Self::Fields(_) => Vec::new(),
        }
    }

    /// Whether a message matches.
    pub fn matches(&self, message: &str) -> bool {
        match self {
            Self::Terms(terms) => terms.matches(message),
            Self::Json(condition) => {
                json::document(message).is_some_and(|document| condition.holds(&|s| json::find(&document, s)))
            }
            Self::Fields(fields) => fields.read(message).is_some(),
        }
    }

    /// What a pattern takes out of a message that it matches, by the selectors in it (`$.a.b`) or the names of fields (`$ip`);
    /// `None` where it does not match.
    pub fn extract(&self, message: &str) -> Option<Vec<(String, String)>> {
        match self {
            Self::Terms(terms) => terms.matches(message).then(Vec::new),
            Self::Json(condition) => {
                let document = json::document(message)?;
                let find = |selector: &Selector| json::find(&document, selector);
                if !condition.holds(&find) {
                    return None;
                }
                let found = condition.selectors().into_iter();
                Some(found.filter_map(|s| Some((name(s), written(find(s)?.as_ref())))).collect())
            }
            Self::Fields(fields) => {
                let found = fields.read(message)?;
                Some(found.into_iter().map(|(name, value)| (format!("${name}"), value.to_owned())).collect())
            }
        }
    }

    /// Whether a value can be read with this selector out of messages that match: a path where the pattern is about JSON,
    /// a name of a field where it is about those.
    pub fn can_read(&self, selector: &str) -> bool {
        match self {
            Self::Terms(_) => false,
            Self::Json(_) => path(selector).is_some(),
            Self::Fields(fields) => selector.strip_prefix('$').is_some_and(|name| fields.has(name)),
        }
    }

    /// What the selectors find in a message, in their order; `None` where the message does not match.
    pub fn read(&self, message: &str, selectors: &[&str]) -> Option<Vec<Option<String>>> {
        match self {
            Self::Terms(terms) => terms.matches(message).then(|| vec![None; selectors.len()]),
            Self::Json(condition) => {
                let document = json::document(message)?;
                let one = |selector: &&str| follow(&document, &path(selector)?).map(written);
                condition.holds(&|s| json::find(&document, s)).then(|| selectors.iter().map(one).collect())
            }
            Self::Fields(fields) => {
                let found = fields.read(message)?;
                let one = |selector: &&str| {
                    let wanted = selector.strip_prefix('$')?;
                    found.iter().find(|(name, _)| name == wanted).map(|(_, value)| (*value).to_owned())
                };
                Some(selectors.iter().map(one).collect())
            }
        }
    }
}

/// A selector as it is written in answers.
fn name(selector: &Selector) -> String {
    match selector {
        Selector::Field(name) => format!("${name}"),
        Selector::Path(steps) => steps.iter().fold("$".to_owned(), |text, step| match step {
            condition::Step::Name(name) => format!("{text}.{name}"),
            condition::Step::Index(index) => format!("{text}[{index}]"),
        }),
    }
}

fn path(text: &str) -> Option<Vec<condition::Step>> {
    let mut parser = Parser { rest: text, fields: false };
    parser.path().ok().filter(|_| parser.rest.trim().is_empty())
}

#[cfg(test)]
mod tests;
