//! A query's text, piece by piece. What a piece is depends on what is expected: `/` divides, or begins an expression.

use super::parse::Malformed;

/// Where a query is read.
pub(super) struct Scanner<'q> {
    pub(super) text: &'q str,
    pub(super) at: usize,
}

impl<'q> Scanner<'q> {
    pub(super) fn rest(&self) -> &'q str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// Passes white space and comments: from `#` to the end of the line.
    pub(super) fn skip(&mut self) {
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start();
            self.at += rest.len() - trimmed.len();
            match trimmed.strip_prefix('#') {
                Some(comment) => self.at += 1 + comment.find('\n').unwrap_or(comment.len()),
                None => return,
            }
        }
    }

    pub(super) fn is_over(&mut self) -> bool {
        self.skip();
        self.rest().is_empty()
    }

    pub(super) fn peek(&mut self, token: &str) -> bool {
        self.skip();
        self.rest().starts_with(token)
    }

    pub(super) fn take(&mut self, token: &str) -> bool {
        let found = self.peek(token);
        if found {
            self.at += token.len();
        }
        found
    }

    /// A keyword in any case.
    pub(super) fn keyword(&mut self, word: &str) -> bool {
        self.skip();
        let rest = self.rest();
        let found = rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
            && !rest[word.len()..].starts_with(is_name);
        if found {
            self.at += word.len();
        }
        found
    }

    pub(super) fn expect(&mut self, token: &str) -> Result<(), Malformed> {
        if self.take(token) { Ok(()) } else { Err(self.unexpected()) }
    }

    /// A name: of a command, a function, a field. `None` where there is none.
    pub(super) fn name(&mut self) -> Option<&'q str> {
        self.skip();
        let rest = self.rest();
        let end = rest.find(|c: char| !is_name(c)).unwrap_or(rest.len());
        let name = rest.get(..end).filter(|name| !name.is_empty())?;
        self.at += end;
        Some(name)
    }

    /// What is between backticks.
    pub(super) fn quoted_name(&mut self) -> Result<Option<&'q str>, Malformed> {
        self.skip();
        let start = self.at;
        let Some(inner) = self.rest().strip_prefix('`') else { return Ok(None) };
        let end = inner.find('`').ok_or_else(|| self.malformed("a backtick is not closed", start))?;
        self.at += end + 2;
        Ok(Some(&inner[..end]))
    }

    /// A number without a sign.
    pub(super) fn number(&mut self) -> Option<f64> {
        self.skip();
        let rest = self.rest();
        let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let mut end = digits(rest);
        if end == 0 {
            return None;
        }
        if let Some(fraction) =
            rest[end..].strip_prefix('.').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        {
            end += 1 + digits(fraction);
        }
        let number = rest[..end].parse().ok()?;
        self.at += end;
        Some(number)
    }

    /// What is between quotes, of either kind.
    pub(super) fn string(&mut self) -> Result<Option<String>, Malformed> {
        self.skip();
        let start = self.at;
        let rest = self.rest();
        let Some(quote) = rest.chars().next().filter(|c| *c == '"' || *c == '\'') else { return Ok(None) };
        let (mut text, mut chars) = (String::new(), rest.char_indices().skip(1));
        while let Some((at, c)) = chars.next() {
            match c {
                c if c == quote => {
                    self.at += at + 1;
                    return Ok(Some(text));
                }
                '\\' => match chars.next() {
                    Some((_, 'n')) => text.push('\n'),
                    Some((_, 't')) => text.push('\t'),
                    Some((_, c)) => text.push(c),
                    None => break,
                },
                c => text.push(c),
            }
        }
        Err(self.malformed("a quote is not closed", start))
    }

    /// What is between slashes.
    pub(super) fn regex(&mut self) -> Result<Option<String>, Malformed> {
        self.skip();
        let start = self.at;
        let Some(inner) = self.rest().strip_prefix('/') else { return Ok(None) };
        let (mut text, mut chars) = (String::new(), inner.char_indices());
        while let Some((at, c)) = chars.next() {
            match c {
                '/' => {
                    self.at += at + 2;
                    return Ok(Some(text));
                }
                '\\' => match chars.next() {
                    Some((_, '/')) => text.push('/'),
                    Some((_, c)) => text.extend(['\\', c]),
                    None => break,
                },
                c => text.push(c),
            }
        }
        Err(self.malformed("a regular expression is not closed", start))
    }

    /// What stands here was not expected.
    pub(super) fn unexpected(&mut self) -> Malformed {
        self.skip();
        let rest = self.rest();
        let end = rest.find(|c: char| !is_name(c)).unwrap_or(rest.len());
        let end = if end == 0 { rest.chars().next().map_or(0, char::len_utf8) } else { end };
        let symbol = rest.get(..end.min(64)).unwrap_or("");
        let symbol = if symbol.is_empty() { "<EOF>" } else { symbol };
        let (line, column) = self.place(self.at);
        let message = format!("unexpected symbol found {symbol} at line {line} and position {column}");
        Malformed { message, start: self.characters(self.at), end: self.characters(self.at + end) }
    }

    /// Something is wrong between a place and this one.
    pub(super) fn malformed(&self, what: &str, start: usize) -> Malformed {
        let (line, column) = self.place(start);
        let message = format!("{what} at line {line} and position {column}");
        Malformed { message, start: self.characters(start), end: self.characters(self.at.max(start)) }
    }

    fn place(&self, at: usize) -> (usize, usize) {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        (line, before.rsplit('\n').next().unwrap_or("").chars().count())
    }

    fn characters(&self, at: usize) -> usize {
        self.text.get(..at).unwrap_or(self.text).chars().count()
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '@' || c == '.'
}
