//! Terms: plain, quoted, regular expressions; excluded, optional.

use super::PatternError;
use super::expression::{self, Expression};

/// What a message must and must not contain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    required: Vec<Term>,
    excluded: Vec<Term>,
    /// At least one of them, where there are no others.
    optional: Vec<Term>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Term {
    Text(String),
    Matches(Expression),
}

impl Term {
    fn is_in(&self, message: &str) -> bool {
        match self {
            Self::Text(text) => message.contains(text.as_str()),
            Self::Matches(expression) => expression.is_in(message),
        }
    }
}

impl Terms {
    pub(super) fn matches(&self, message: &str) -> bool {
        let has = |term: &Term| term.is_in(message);
        let others = !self.required.is_empty() || !self.excluded.is_empty();
        self.required.iter().all(has)
            && !self.excluded.iter().any(has)
            && (others || self.optional.is_empty() || self.optional.iter().any(has))
    }

    /// Texts that every match contains.
    pub(super) fn texts(&self) -> Vec<String> {
        let text = |term: &Term| match term {
            Term::Text(text) => Some(text.clone()),
            Term::Matches(_) => None,
        };
        self.required.iter().filter_map(text).collect()
    }

    pub(super) fn expressions(&self) -> usize {
        let all = self.required.iter().chain(&self.excluded).chain(&self.optional);
        all.filter(|term| matches!(term, Term::Matches(_))).count()
    }
}

pub(super) fn parse(text: &str) -> Result<Terms, PatternError> {
    let mut terms = Terms::default();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let list = match rest.as_bytes().first() {
            Some(b'-') => &mut terms.excluded,
            Some(b'?') => &mut terms.optional,
            _ => &mut terms.required,
        };
        let body = rest.strip_prefix(['-', '?']).unwrap_or(rest);
        let (term, after) = next_term(body)?;
        list.push(term);
        rest = after.trim_start();
    }
    Ok(terms)
}

/// One term and what is behind it.
fn next_term(text: &str) -> Result<(Term, &str), PatternError> {
    if text.starts_with('%') {
        let (expression, after) = expression::cut(text)?;
        return Ok((Term::Matches(expression), after));
    }
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(char::is_whitespace).unwrap_or(text.len());
        let (term, after) = text.split_at(end);
        let plain = |c: char| c.is_alphanumeric() || c == '_';
        if term.is_empty() || !term.chars().all(plain) {
            return Err(PatternError::Syntax(format!("Invalid character(s) in term '{term}'")));
        }
        return Ok((Term::Text(term.to_owned()), after));
    };
    let mut term = String::new();
    let mut chars = quoted.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Ok((Term::Text(term), &quoted[at + 1..])),
            '\\' => match chars.next() {
                Some((_, escaped)) => term.push(escaped),
                None => break,
            },
            c => term.push(c),
        }
    }
    Err(PatternError::Syntax("a quote is not closed".to_owned()))
}
