//! Where statements stand in a document's text, as the policy simulator counts (seen in its answers: columns begin at 1; a
//! statement of a list begins at its brace, one that is no list behind it, and ends behind its last).

use serde::Deserialize;
use serde_json::value::RawValue;

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

/// From where to where a statement goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its begin.
    pub start: Position,
    /// Its end.
    pub end: Position,
}

#[derive(Deserialize)]
struct Statements<'a> {
    #[serde(borrow, rename = "Statement")]
    statement: &'a RawValue,
}

/// The spans of a document's statements, in their order; none where the text is no document.
pub fn spans(text: &str) -> Vec<Span> {
    // A list would do for serde.
    let object = text.trim_start().starts_with('{').then_some(text);
    let read = object.and_then(|text| serde_json::from_str(text).ok());
    let Some(Statements { statement }) = read else { return Vec::new() };
    let span = |raw: &RawValue, behind: usize| {
        // Both are parts of the same text.
        let start = (raw.get().as_ptr().addr()).saturating_sub(text.as_ptr().addr());
        Span { start: position(text, start + behind), end: position(text, start + raw.get().len()) }
    };
    match serde_json::from_str::<Vec<&RawValue>>(statement.get()) {
        Ok(list) => list.into_iter().map(|raw| span(raw, 0)).collect(),
        Err(_) => vec![span(statement, 1)],
    }
}

fn position(text: &str, at: usize) -> Position {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    Position { line: before.matches('\n').count() + 1, column: line.chars().count() + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(text: &str) -> Vec<(usize, usize)> {
        spans(text).into_iter().map(|span| (span.start.column, span.end.column)).collect()
    }

    /// The first is the AWS CLI's own example of `simulate-custom-policy`.
    #[test]
    fn as_the_simulator_counts() {
        let example = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:*","Resource":"*","Condition":{"DateGreaterThan":{"aws:CurrentTime":"2018-08-16T12:00:00Z"}}}}"#;
        assert_eq!(columns(example), [(38, 167)]);
        assert_eq!(
            columns(r#"{"Version": "2012-10-17", "Statement": [{"Sid": "é"}, {}]}"#),
            [(41, 53), (55, 57)]
        );
        let lines = spans("{\n \"Statement\": [\n  {\n  }\n ]}");
        let [Span { start, end }] = lines.as_slice() else { panic!("{lines:?}") };
        assert_eq!((start.line, start.column, end.line, end.column), (3, 3, 4, 4));
        assert!(spans("").is_empty() && spans("{}").is_empty() && spans("[1]").is_empty());
    }
}
