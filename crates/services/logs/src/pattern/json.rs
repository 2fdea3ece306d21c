//! Conditions on JSON: `{ ($.level = "ERROR" || $.status >= 500) && $.user.id IS NULL }`.
//!
//! A selector is `$` with `.name`, `["name"]` and `[index]`. It is compared (`=`, `!=`, `<`, `>`, `<=`, `>=`) with a
//! number or a text, in which `*` stands for anything; or it `IS TRUE`, `IS FALSE`, `IS NULL`, `EXISTS`, `NOT EXISTS`.
//! `&&` binds closer than `||`.

use super::PatternError;
use serde_json::Value;

/// Parentheses within each other at most, which bounds the stack.
const MAX_DEPTH: usize = 32;

/// A condition.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// Both hold.
    And(Box<Condition>, Box<Condition>),
    /// One of them holds.
    Or(Box<Condition>, Box<Condition>),
    /// About the value at a selector.
    Test(Vec<Step>, Test),
}

/// A step of a selector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into an object.
    Name(String),
    /// Into an array.
    Index(usize),
}

/// What a value is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// Compared with a number.
    Number(Operator, f64),
    /// Whether it is (`true`) or is not this text, in which `*` stands for anything.
    Text(bool, String),
    /// Exactly this value.
    Is(Value),
    /// Whether there is one.
    Exists(bool),
}

/// Comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Equal,
    NotEqual,
    Less,
    Greater,
    LessOrEqual,
    GreaterOrEqual,
}

impl Condition {
    pub(super) fn holds(&self, root: &Value) -> bool {
        match self {
            Self::And(a, b) => a.holds(root) && b.holds(root),
            Self::Or(a, b) => a.holds(root) || b.holds(root),
            Self::Test(selector, test) => test.holds(select(root, selector)),
        }
    }
}

fn select<'a>(root: &'a Value, selector: &[Step]) -> Option<&'a Value> {
    selector.iter().try_fold(root, |value, step| match step {
        Step::Name(name) => value.get(name.as_str()),
        Step::Index(index) => value.get(index),
    })
}

impl Test {
    fn holds(&self, value: Option<&Value>) -> bool {
        let Some(value) = value else { return *self == Self::Exists(false) };
        match self {
            Self::Exists(wanted) => *wanted,
            Self::Is(wanted) => value == wanted,
            Self::Number(operator, wanted) => value.as_f64().is_some_and(|n| operator.compare(n, *wanted)),
            Self::Text(wanted, pattern) => {
                let matches = match value {
                    Value::String(text) => wildcard(pattern, text),
                    Value::Number(_) | Value::Bool(_) => wildcard(pattern, &value.to_string()),
                    _ => return false,
                };
                matches == *wanted
            }
        }
    }
}

impl Operator {
    #[expect(clippy::float_cmp, reason = "the pattern asks for this very number")]
    fn compare(self, a: f64, b: f64) -> bool {
        match self {
            Self::Equal => a == b,
            Self::NotEqual => a != b,
            Self::Less => a < b,
            Self::Greater => a > b,
            Self::LessOrEqual => a <= b,
            Self::GreaterOrEqual => a >= b,
        }
    }
}

/// Whether a text has the form of a pattern with `*`. Linear: pieces are found from left to right.
fn wildcard(pattern: &str, text: &str) -> bool {
    let mut pieces = pattern.split('*');
    let first = pieces.next().unwrap_or("");
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let Some(last) = pieces.next_back() else { return rest.is_empty() };
    for piece in pieces {
        match rest.find(piece) {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return false,
        }
    }
    rest.len() >= last.len() && rest.ends_with(last)
}

pub(super) fn parse(text: &str) -> Result<Condition, PatternError> {
    let mut parser = Parser { rest: text };
    parser.expect("{")?;
    let condition = parser.either(0)?;
    parser.expect("}")?;
    match parser.rest.trim() {
        "" => Ok(condition),
        more => Err(syntax(&format!("nothing is expected after the condition: {more}"))),
    }
}

fn syntax(message: &str) -> PatternError {
    PatternError::Syntax(message.to_owned())
}

struct Parser<'a> {
    rest: &'a str,
}

impl Parser<'_> {
    fn take(&mut self, token: &str) -> bool {
        let rest = self.rest.trim_start();
        match rest.strip_prefix(token) {
            Some(after) => {
                self.rest = after;
                true
            }
            None => false,
        }
    }

    fn expect(&mut self, token: &str) -> Result<(), PatternError> {
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

    fn either(&mut self, depth: usize) -> Result<Condition, PatternError> {
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
        let selector = self.selector()?;
        Ok(Condition::Test(selector, self.test()?))
    }

    fn selector(&mut self) -> Result<Vec<Step>, PatternError> {
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
        let quoted = self.rest.trim_start().starts_with(['"', '\'']);
        let text = if quoted { self.quoted()? } else { self.word() };
        if text.starts_with('%') && !quoted {
            return Err(PatternError::NotBuilt("regular expressions"));
        }
        if let (false, Ok(number)) = (quoted, text.parse::<f64>())
            && number.is_finite()
        {
            return Ok(Test::Number(operator, number));
        }
        match operator {
            _ if text.is_empty() && !quoted => Err(syntax("a value is expected after an operator")),
            Operator::Equal => Ok(Test::Text(true, text)),
            Operator::NotEqual => Ok(Test::Text(false, text)),
            _ => Err(syntax("texts are compared with = and != only")),
        }
    }

    /// A bare word: up to white space or what ends a condition.
    fn word(&mut self) -> String {
        let rest = self.rest.trim_start();
        let end = rest.find(|c: char| c.is_whitespace() || "(){}]&|".contains(c)).unwrap_or(rest.len());
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
