//! Java's regular expressions, as the models write them, on our engine.
//!
//! Java matches the whole text, and its classes `\d`, `\w` and `\s` are ASCII; both are made explicit. Patterns
//! without look-around run in linear time; the few others are short, bounded by their shapes' lengths, and stopped by
//! the engine's backtracking limit, which counts as no match.

use crate::model::Pattern;
use fancy_regex::{Regex, RegexBuilder};

/// Steps that a pattern with look-around may take.
const BACKTRACK_LIMIT: usize = 200_000;

impl Pattern {
    /// Whether the pattern matches the whole text.
    pub(crate) fn matches(&self, text: &str) -> bool {
        let compiled = self.compiled.get_or_init(|| compile(self.source).ok());
        compiled.as_ref().is_some_and(|regex| regex.is_match(text).unwrap_or(false))
    }
}

/// Compiles a pattern of a model. That each of them compiles is a test's to show.
pub(super) fn compile(source: &str) -> Result<Regex, Box<fancy_regex::Error>> {
    let whole = format!(r"\A(?:{})\z", ascii_classes(source));
    RegexBuilder::new(&whole).backtrack_limit(BACKTRACK_LIMIT).build().map_err(Box::new)
}

/// Spells Java's meaning of `.`, `\d`, `\w`, `\s` and their opposites out.
fn ascii_classes(source: &str) -> String {
    let mut out = String::with_capacity(source.len() * 2);
    let mut in_class = false;
    let mut chars = source.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => escape(chars.next(), in_class, &mut out),
            '[' if in_class => out.push_str(r"\["),
            '[' => {
                in_class = true;
                out.push('[');
                // A bracket or caret here is part of the class.
                let mut ahead = chars.clone();
                if ahead.next() == Some('^') {
                    out.push('^');
                    chars = ahead;
                }
            }
            ']' => {
                in_class = false;
                out.push(']');
            }
            '.' if !in_class => out.push_str(r"[^\n\r\x{85}\x{2028}\x{2029}]"),
            // What our engine would read as an operation on classes.
            '&' | '~' if in_class => out.extend(['\\', c]),
            other => out.push(other),
        }
    }
    out
}

fn escape(escaped: Option<char>, in_class: bool, out: &mut String) {
    let class = match escaped {
        Some('d' | 'D') => "0-9",
        Some('w' | 'W') => "a-zA-Z0-9_",
        Some('s' | 'S') => r" \t\n\x0B\f\r",
        Some(other) => {
            out.extend(['\\', other]);
            return;
        }
        None => {
            out.push_str(r"\\");
            return;
        }
    };
    let negated = escaped.is_some_and(|c| c.is_ascii_uppercase());
    match (in_class, negated) {
        (true, false) => out.push_str(class),
        (_, true) => out.push_str(&format!("[^{class}]")),
        (false, false) => out.push_str(&format!("[{class}]")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generated;
    use crate::model::Kind;

    #[test]
    fn every_pattern_of_every_model_compiles() {
        for model in generated::ALL {
            for shape in model.shapes {
                let Kind::String(text) = &shape.kind else { continue };
                if let Some(pattern) = text.pattern {
                    let compiled = compile(pattern.source);
                    assert!(compiled.is_ok(), "{} {}: {:?}", model.service_id, shape.name, compiled.err());
                }
            }
        }
    }

    #[test]
    fn patterns_mean_what_they_mean_in_java() {
        for (pattern, text, expected) in [
            ("[a-zA-Z0-9-_]+", "a-b_9", true),
            ("[a-zA-Z0-9-_]+", "a b", false),
            ("a|b", "ab", false),
            ("a|ab", "ab", true),
            (r"\d{12}", "123456789012", true),
            (r"\d{3}", "١٢٣", false),
            (r"[\w+=,.@-]+", "a.b@c", true),
            (r"[\w+=,.@-]+", "é", false),
            (r"[^\s]+", "index.handler", true),
            (r"[^\s]+", "a b", false),
            (r"[^\S ]", "\t", true),
            (".*", "a\nb", false),
            ("(?!^[0-9]+$)([a-zA-Z0-9-_]+)", "2024", false),
            ("(?!^[0-9]+$)([a-zA-Z0-9-_]+)", "v2024", true),
            (r"((?!^\d+$)^[0-9a-zA-Z-_]+$)", "1", false),
            (r"[\u0009\u000A\u000D\u0020-\u00FF]+", "é\n", true),
            (r"[\u0009\u000A\u000D\u0020-\u00FF]+", "Ā", false),
            (r"[\p{L}\p{Z}\p{N}_.:/=+\-@]*", "Größe 1", true),
            ("[a&&b~~]+", "a&b~", true),
        ] {
            assert_eq!(compile(pattern).unwrap().is_match(text).unwrap(), expected, "{pattern} on {text:?}");
        }
    }
}
