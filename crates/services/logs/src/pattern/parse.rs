//! What conditions on JSON and on fields have in common, read.

use super::condition::{Condition, Operator, Selector, Step, Test};
use super::{PatternError, expression};
use serde_json::Value;

/// Parentheses within each other at most, which bounds the stack.
const MAX_DEPTH: usize = 32;

pub(super) fn syntax(message: &str) -> PatternError {
    PatternError::Syntax(message.to_owned())
}

pub(super) struct Parser<'a> {
    pub(super) rest: &'a str,
    /// Names of fields are selectors, and not paths.
    pub(super) fields: bool,
}

impl Parser<'_> {
    pub(super) fn take(&mut self, token: &str) -> bool {
        let rest = self.rest.trim_start();
        match rest.strip_prefix(token) {
            Some(after) => {
                self.rest = after;
                true
            }
            None => false,
        }
    }

    pub(super) fn expect(&mut self, token: &str) -> Result<(), PatternError> {
        if self.take(token) { Ok(()) } else { Err(syntax(&format!("'{token}' is expected"))) }
    }

    /// A keyword in any case.
    fn keyword(&mut self, word: &str) -> bool {
        let rest = self.rest.trim_start();
        let found = rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
            && !rest[word.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
        if found {
            self.rest = &rest[word.len()..];
        }
        found
    }

    pub(super) fn either(&mut self, depth: usize) -> Result<Condition, PatternError> {
        let mut condition = self.both(depth)?;
        while self.take("||") {
            condition = Condition::Or(Box::new(condition), Box::new(self.both(depth)?));
        }
        Ok(condition)
    }

    fn both(&mut self, depth: usize) -> Result<Condition, PatternError> {
        let mut condition = self.single(depth)?;
        while self.take("&&") {
            condition = Condition::And(Box::new(condition), Box::new(self.single(depth)?));
        }
        Ok(condition)
    }

    fn single(&mut self, depth: usize) -> Result<Condition, PatternError> {
        if depth > MAX_DEPTH {
            return Err(syntax("too many parentheses within each other"));
        }
        if self.take("(") {
            let condition = self.either(depth + 1)?;
            self.expect(")")?;
            return Ok(condition);
        }
        let selector = if self.fields { Selector::Field(self.name()?) } else { Selector::Path(self.path()?) };
        Ok(Condition::Test(selector, self.test()?))
    }

    /// A field's name.
    pub(super) fn name(&mut self) -> Result<String, PatternError> {
        let rest = self.rest.trim_start();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || "_-@.".contains(c))).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        if name.is_empty() {
            return Err(syntax("a name of a field is expected"));
        }
        self.rest = after;
        Ok(name.to_owned())
    }

    pub(super) fn path(&mut self) -> Result<Vec<Step>, PatternError> {
        self.expect("$")?;
        let mut steps = Vec::new();
        loop {
            if let Some(after) = self.rest.strip_prefix('.') {
                let end = after.find(|c: char| !(c.is_alphanumeric() || "_-@".contains(c)));
                let (name, rest) = after.split_at(end.unwrap_or(after.len()));
                if name.is_empty() {
                    return Err(syntax("a name is expected after '.'"));
                }
                steps.push(Step::Name(name.to_owned()));
                self.rest = rest;
            } else if self.rest.starts_with('[') {
                self.expect("[")?;
                steps.push(self.bracket()?);
                self.expect("]")?;
            } else {
                return if steps.is_empty() { Err(syntax("a selector is expected")) } else { Ok(steps) };
            }
        }
    }

    fn bracket(&mut self) -> Result<Step, PatternError> {
        if self.rest.trim_start().starts_with(['"', '\'']) {
            return self.quoted().map(Step::Name);
        }
        let word = self.word();
        word.parse().map(Step::Index).map_err(|_| syntax("an index or a quoted name is expected in brackets"))
    }

    fn test(&mut self) -> Result<Test, PatternError> {
        if self.keyword("NOT") {
            return if self.keyword("EXISTS") {
                Ok(Test::Exists(false))
            } else {
                Err(syntax("NOT EXISTS is expected"))
            };
        }
        if self.keyword("EXISTS") {
            return Ok(Test::Exists(true));
        }
        if self.keyword("IS") {
            return match () {
                () if self.keyword("TRUE") => Ok(Test::Is(Value::Bool(true))),
                () if self.keyword("FALSE") => Ok(Test::Is(Value::Bool(false))),
                () if self.keyword("NULL") => Ok(Test::Is(Value::Null)),
                () => Err(syntax("TRUE, FALSE or NULL is expected after IS")),
            };
        }
        let operators = [
            ("!=", Operator::NotEqual),
            ("<=", Operator::LessOrEqual),
            (">=", Operator::GreaterOrEqual),
            ("=", Operator::Equal),
            ("<", Operator::Less),
            (">", Operator::Greater),
        ];
        let operator =
            operators.into_iter().find(|(token, _)| self.take(token)).map(|(_, operator)| operator);
        let operator = operator.ok_or_else(|| syntax("an operator is expected after a selector"))?;
        self.operand(operator)
    }

    fn operand(&mut self, operator: Operator) -> Result<Test, PatternError> {
        let equality = match operator {
            Operator::Equal => Some(true),
            Operator::NotEqual => Some(false),
            _ => None,
        };
        let rest = self.rest.trim_start();
        if rest.starts_with('%') {
            let (expression, after) = expression::cut(rest)?;
            self.rest = after;
            let wanted =
                equality.ok_or_else(|| syntax("regular expressions are compared with = and != only"))?;
            return Ok(Test::Matches(wanted, expression));
        }
        let quoted = rest.starts_with(['"', '\'']);
        let text = if quoted { self.quoted()? } else { self.word() };
        if let (false, Ok(number)) = (quoted, text.parse::<f64>())
            && number.is_finite()
        {
            return Ok(Test::Number(operator, number));
        }
        if text.is_empty() && !quoted {
            return Err(syntax("a value is expected after an operator"));
        }
        let wanted = equality.ok_or_else(|| syntax("texts are compared with = and != only"))?;
        Ok(Test::Text(wanted, text))
    }

    /// A bare word: up to white space or what ends a condition.
    fn word(&mut self) -> String {
        let ends = if self.fields { "(),]&|" } else { "(){}]&|" };
        let rest = self.rest.trim_start();
        let end = rest.find(|c: char| c.is_whitespace() || ends.contains(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        self.rest = after;
        word.to_owned()
    }

    fn quoted(&mut self) -> Result<String, PatternError> {
        let rest = self.rest.trim_start();
        let mut chars = rest.char_indices();
        let quote = chars.next().map(|(_, c)| c);
        let mut text = String::new();
        while let Some((at, c)) = chars.next() {
            match c {
                c if Some(c) == quote => {
                    self.rest = &rest[at + c.len_utf8()..];
                    return Ok(text);
                }
                '\\' => text.extend(chars.next().map(|(_, c)| c)),
                c => text.push(c),
            }
        }
        Err(syntax("a quote is not closed"))
    }
}
