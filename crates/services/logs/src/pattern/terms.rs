//! Terms: plain, quoted, excluded, optional.

use super::PatternError;

/// What a message must and must not contain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    pub(super) required: Vec<String>,
    excluded: Vec<String>,
    /// At least one of them, where there are no others.
    optional: Vec<String>,
}

impl Terms {
    pub(super) fn matches(&self, message: &str) -> bool {
        let has = |term: &String| message.contains(term.as_str());
        let others = !self.required.is_empty() || !self.excluded.is_empty();
        self.required.iter().all(has)
            && !self.excluded.iter().any(has)
            && (others || self.optional.is_empty() || self.optional.iter().any(has))
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
fn next_term(text: &str) -> Result<(String, &str), PatternError> {
    if text.starts_with('%') {
        return Err(PatternError::NotBuilt("regular expressions"));
    }
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(char::is_whitespace).unwrap_or(text.len());
        let (term, after) = text.split_at(end);
        let plain = |c: char| c.is_alphanumeric() || c == '_';
        if term.is_empty() || !term.chars().all(plain) {
            let message =
                format!("terms with other characters than letters, digits and _ are quoted: {term}");
            return Err(PatternError::Syntax(message));
        }
        return Ok((term.to_owned(), after));
    };
    let mut term = String::new();
    let mut chars = quoted.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Ok((term, &quoted[at + 1..])),
            '\\' => match chars.next() {
                Some((_, escaped)) => term.push(escaped),
                None => break,
            },
            c => term.push(c),
        }
    }
    Err(PatternError::Syntax("a quote is not closed".to_owned()))
}
