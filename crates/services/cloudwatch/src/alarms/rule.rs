//! Rules of composite alarms: `ALARM("a") AND NOT (OK(b) OR INSUFFICIENT_DATA(c))` (API reference of PutCompositeAlarm).

use super::kept::{ALARM, INSUFFICIENT, OK};

/// Parentheses in each other.
const DEEPEST: usize = 40;
/// Alarms in a rule (API reference: 100).
const ALARMS: usize = 100;

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    Constant(bool),
    /// An alarm, by name, has this state.
    Is(&'static str, String),
    Not(Box<Rule>),
    All(Vec<Rule>),
    Any(Vec<Rule>),
}

impl Rule {
    /// Whether it holds, where alarms have these states; of one that there is none of nothing holds.
    pub(crate) fn holds(&self, state: &dyn Fn(&str) -> Option<String>) -> bool {
        match self {
            Self::Constant(value) => *value,
            Self::Is(wanted, name) => state(name).is_some_and(|found| found == *wanted),
            Self::Not(rule) => !rule.holds(state),
            Self::All(rules) => rules.iter().all(|rule| rule.holds(state)),
            Self::Any(rules) => rules.iter().any(|rule| rule.holds(state)),
        }
    }

    /// Alarms that it is about.
    pub(crate) fn names<'r>(&'r self, found: &mut Vec<&'r str>) {
        match self {
            Self::Constant(_) => {}
            Self::Is(_, name) => found.push(name),
            Self::Not(rule) => rule.names(found),
            Self::All(rules) | Self::Any(rules) => rules.iter().for_each(|rule| rule.names(found)),
        }
    }
}

/// Reads a rule; what is wrong with it otherwise.
pub(crate) fn parse(text: &str) -> Result<Rule, String> {
    let mut parser = Parser { rest: text.trim_start() };
    let rule = parser.any(0)?;
    if !parser.rest.is_empty() {
        return Err(format!("unexpected {}", parser.rest.chars().take(20).collect::<String>()));
    }
    let mut names = Vec::new();
    rule.names(&mut names);
    if names.len() > ALARMS { Err(format!("it has more than {ALARMS} alarms")) } else { Ok(rule) }
}

struct Parser<'a> {
    rest: &'a str,
}

impl<'a> Parser<'a> {
    fn word(&mut self, wanted: &str) -> bool {
        let Some(after) = self.rest.strip_prefix(wanted) else { return false };
        let is_word = wanted.starts_with(|c: char| c.is_ascii_alphabetic());
        if is_word && after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_') {
            return false;
        }
        self.rest = after.trim_start();
        true
    }

    fn any(&mut self, depth: usize) -> Result<Rule, String> {
        let mut rules = vec![self.all(depth)?];
        while self.word("OR") {
            rules.push(self.all(depth)?);
        }
        Ok(if rules.len() == 1 { rules.remove(0) } else { Rule::Any(rules) })
    }

    fn all(&mut self, depth: usize) -> Result<Rule, String> {
        let mut rules = vec![self.one(depth)?];
        while self.word("AND") {
            rules.push(self.one(depth)?);
        }
        Ok(if rules.len() == 1 { rules.remove(0) } else { Rule::All(rules) })
    }

    fn one(&mut self, depth: usize) -> Result<Rule, String> {
        if depth > DEEPEST {
            return Err("it nests too deep".to_owned());
        }
        if self.word("NOT") {
            return Ok(Rule::Not(Box::new(self.one(depth + 1)?)));
        }
        if self.word("TRUE") {
            return Ok(Rule::Constant(true));
        }
        if self.word("FALSE") {
            return Ok(Rule::Constant(false));
        }
        if self.word("(") {
            let inner = self.any(depth + 1)?;
            return if self.word(")") { Ok(inner) } else { Err("a parenthesis is not closed".to_owned()) };
        }
        for state in [ALARM, OK, INSUFFICIENT] {
            if self.word(state) {
                if !self.word("(") {
                    return Err(format!("{state} is not followed by an alarm"));
                }
                let name = self.name()?;
                return if self.word(")") {
                    Ok(Rule::Is(state, name))
                } else {
                    Err("a parenthesis is not closed".to_owned())
                };
            }
        }
        Err(match self.rest {
            "" => "it ends too early".to_owned(),
            rest => format!("unexpected {}", rest.chars().take(20).collect::<String>()),
        })
    }

    /// An alarm's name or ARN, in quotation marks where it has characters of the language.
    fn name(&mut self) -> Result<String, String> {
        let (text, after) = match self.rest.strip_prefix('"') {
            Some(rest) => rest.split_once('"').ok_or("a name has no end")?,
            None => {
                let end = self.rest.find([')', '(', ' ', '\n', '\t']).unwrap_or(self.rest.len());
                self.rest.split_at(end)
            }
        };
        self.rest = after.trim_start();
        let name =
            text.split_once(":alarm:").filter(|_| text.starts_with("arn:")).map_or(text, |(_, name)| name);
        if name.is_empty() { Err("a name is empty".to_owned()) } else { Ok(name.to_owned()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules() {
        let state = |name: &str| match name {
            "a" => Some(ALARM.to_owned()),
            "b b" => Some(OK.to_owned()),
            _ => None,
        };
        for (text, holds) in [
            ("ALARM(a)", true),
            ("ALARM(\"b b\")", false),
            ("OK(\"b b\") AND ALARM(a)", true),
            ("NOT ALARM(a) OR OK(\"b b\")", true),
            ("NOT (ALARM(a) OR OK(\"b b\"))", false),
            ("ALARM(c) OR INSUFFICIENT_DATA(c)", false),
            ("TRUE AND NOT FALSE", true),
            ("ALARM(arn:aws:cloudwatch:us-east-1:123456789012:alarm:a)", true),
            ("FALSE AND TRUE OR TRUE", true),
        ] {
            assert_eq!(parse(text).unwrap().holds(&state), holds, "{text}");
        }
        for bad in [
            "",
            "ALARM",
            "ALARM()",
            "ALARM(a",
            "a",
            "ALARM(a) ALARM(b)",
            "NOT",
            "(TRUE",
            "ALARM(\"a)",
            "ALARMS(a)",
        ] {
            assert!(parse(bad).is_err(), "{bad}");
        }
        assert!(parse(&"(".repeat(2_000)).is_err());
        assert!(parse(&vec!["ALARM(a)"; 101].join(" OR ")).is_err());
    }
}
