//! CloudWatch Logs' filter patterns: terms, and conditions on JSON. Pure.
//!
//! Terms are parts of the message, in its case: `ERROR "exact phrase" -excluded`, all of them; or `?this ?that`, at
//! least one of them. Beside others, `?` terms are ignored, as CloudWatch Logs does. Conditions on JSON are in
//! [`json`]. Patterns for space-delimited fields (`[ip, user, …]`) and regular expressions (`%…%`) are refused by name.

mod json;
mod terms;

/// A pattern, ready to match.
#[derive(Clone, Debug, PartialEq)]
pub enum Pattern {
    /// Terms; none match everything.
    Terms(terms::Terms),
    /// A condition on a message that is a JSON object.
    Json(json::Condition),
}

/// Why a text is no pattern that we know.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// CloudWatch Logs has it and we do not.
    #[error("Invalid filter pattern: {0} are not built in Tenfold yet.")]
    NotBuilt(&'static str),
    /// No pattern at all.
    #[error("Invalid filter pattern: {0}")]
    Syntax(String),
}

impl Pattern {
    /// Reads a pattern.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        let text = text.trim();
        if text.starts_with('{') {
            return json::parse(text).map(Self::Json);
        }
        if text.starts_with('[') {
            return Err(PatternError::NotBuilt("patterns for space-delimited fields"));
        }
        terms::parse(text).map(Self::Terms)
    }

    /// Texts that every matching message contains, so that a store can leave out others early.
    pub fn required(&self) -> Vec<String> {
        match self {
            Self::Terms(terms) => terms.required.clone(),
            Self::Json(_) => Vec::new(),
        }
    }

    /// Whether a message matches.
    pub fn matches(&self, message: &str) -> bool {
        match self {
            Self::Terms(terms) => terms.matches(message),
            Self::Json(condition) => {
                let object = message.trim_start().starts_with('{');
                object && serde_json::from_str(message).is_ok_and(|value| condition.holds(&value))
            }
        }
    }
}

#[cfg(test)]
mod tests;
