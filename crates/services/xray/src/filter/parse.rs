//! Text → [`Filter`].

use super::{Compare, Filter, Flag, GroupBy, MAX_EXPRESSION, Match, Number, Selector, Test, Text};

/// Parentheses and braces within each other.
const MAX_DEPTH: usize = 32;

/// Reads an expression; why it is none, with the place in bytes.
pub(crate) fn parse(text: &str) -> Result<Filter, String> {
    if text.len() > MAX_EXPRESSION {
        return Err(format!("it is longer than {MAX_EXPRESSION} bytes"));
    }
    let mut parser = Parser { text, at: 0, depth: 0, in_braces: false };
    let filter = parser.either()?;
    parser.space();
    if parser.at < text.len() { Err(parser.unexpected()) } else { Ok(filter) }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    /// Within those of a service or an edge: what is there is asked of one, and leads to no other.
    in_braces: bool,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn space(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn unexpected(&self) -> String {
        match self.rest().chars().next() {
            Some(character) => format!("unexpected {character:?} at {}", self.at),
            None => "it ends too early".to_owned(),
        }
    }

    /// Takes a mark, if it comes next.
    fn take(&mut self, mark: &str) -> bool {
        self.space();
        let taken = self.rest().starts_with(mark);
        self.at += if taken { mark.len() } else { 0 };
        taken
    }

    fn expect(&mut self, mark: &str) -> Result<(), String> {
        if self.take(mark) { Ok(()) } else { Err(self.unexpected()) }
    }

    /// Takes a word in any case, if it comes next and goes no further.
    fn take_word(&mut self, word: &str) -> bool {
        self.space();
        let rest = self.rest();
        let same = rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        let ends = rest.get(word.len()..).is_none_or(|after| !after.starts_with(is_word));
        self.at += if same && ends { word.len() } else { 0 };
        same && ends
    }

    fn word(&mut self) -> &'a str {
        self.space();
        let rest = self.rest();
        let word = rest.split(|c: char| !is_word(c)).next().unwrap_or_default();
        self.at += word.len();
        word
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, String>) -> Result<T, String> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(format!("it is more than {MAX_DEPTH} levels deep"));
        }
        let read = read(self)?;
        self.depth -= 1;
        Ok(read)
    }

    fn either(&mut self) -> Result<Filter, String> {
        let mut filter = self.both()?;
        while self.take_word("OR") || self.take("||") {
            filter = Filter::Or(Box::new(filter), Box::new(self.both()?));
        }
        Ok(filter)
    }

    fn both(&mut self) -> Result<Filter, String> {
        let mut filter = self.one()?;
        while self.take_word("AND") || self.take("&&") {
            filter = Filter::And(Box::new(filter), Box::new(self.one()?));
        }
        Ok(filter)
    }

    fn one(&mut self) -> Result<Filter, String> {
        if self.take("!") || self.take_word("NOT") {
            return self.deeper(|parser| Ok(Filter::Not(Box::new(parser.one()?))));
        }
        if self.take("(") {
            return self.deeper(|parser| {
                let filter = parser.either()?;
                parser.expect(")").map(|()| filter)
            });
        }
        let at = self.at;
        let word = self.word();
        let filter = self.keyword(word)?;
        filter.ok_or_else(|| {
            self.at = at;
            self.space();
            if word.is_empty() { self.unexpected() } else { format!("{word} at {} is no keyword", self.at) }
        })
    }

    fn keyword(&mut self, word: &str) -> Result<Option<Filter>, String> {
        let lower = word.to_ascii_lowercase();
        if let Some(key) = word.get(..11).filter(|start| start.eq_ignore_ascii_case("annotation.")) {
            return self.annotation(word[key.len()..].to_owned()).map(Some);
        }
        if let Some(flag) = flag(&lower) {
            let equal = self.comparison();
            let Some(compare) = equal else { return Ok(Some(Filter::Flag(flag, true))) };
            let value = self.boolean().ok_or_else(|| self.unexpected())?;
            return match compare {
                Compare::Equal => Ok(Some(Filter::Flag(flag, value))),
                Compare::NotEqual => Ok(Some(Filter::Flag(flag, !value))),
                _ => Err(format!("{word} is only true or false")),
            };
        }
        if let Some(number) = number(&lower) {
            let compare = self.comparison().ok_or_else(|| self.unexpected())?;
            return Ok(Some(Filter::Number(number, compare, self.number()?)));
        }
        if let Some(text) = text(&lower) {
            let matching = self.matching().ok_or_else(|| self.unexpected())?;
            return Ok(Some(Filter::Text(text, matching, self.string()?)));
        }
        if self.in_braces && matches!(lower.as_str(), "service" | "edge" | "group.name" | "group.arn") {
            return Err(format!("{word} cannot be within braces"));
        }
        Ok(Some(match lower.as_str() {
            "annotation" => {
                self.expect("[")?;
                let key = if self.at_quote() { self.string()? } else { self.word().to_owned() };
                self.expect("]")?;
                self.annotation(key)?
            }
            "service" => {
                self.expect("(")?;
                let selector = if self.take(")") { None } else { Some(self.selector_and(")")?) };
                Filter::Service(selector, self.inner()?)
            }
            "edge" => {
                self.expect("(")?;
                let (from, to) = (self.selector_and(",")?, self.selector_and(")")?);
                Filter::Edge(from, to, self.inner()?)
            }
            "group.name" | "group.arn" => {
                let by = if lower == "group.name" { GroupBy::Name } else { GroupBy::Arn };
                match self.matching() {
                    Some(Match::Equal) => Filter::Group(by, self.string()?),
                    _ => return Err(self.unexpected()),
                }
            }
            _ => return Ok(None),
        }))
    }

    fn annotation(&mut self, key: String) -> Result<Filter, String> {
        if key.is_empty() {
            return Err(self.unexpected());
        }
        let start = self.at;
        let Some(compare) = self.comparison() else {
            let Some(matching) = self.matching() else { return Ok(Filter::Annotation(key, None)) };
            return Ok(Filter::Annotation(key, Some(Test::Text(matching, self.string()?))));
        };
        let test = match (compare, self.at_quote()) {
            (Compare::Equal | Compare::NotEqual, true) => {
                self.at = start;
                let matching = self.matching().ok_or_else(|| self.unexpected())?;
                Test::Text(matching, self.string()?)
            }
            _ => match self.boolean() {
                Some(value) if compare == Compare::Equal => Test::Flag(value),
                Some(value) if compare == Compare::NotEqual => Test::Flag(!value),
                Some(_) => return Err("a boolean is only equal or not".to_owned()),
                None => Test::Number(compare, self.number()?),
            },
        };
        Ok(Filter::Annotation(key, Some(test)))
    }

    fn inner(&mut self) -> Result<Option<Box<Filter>>, String> {
        if !self.take("{") {
            return Ok(None);
        }
        self.deeper(|parser| {
            parser.in_braces = true;
            let filter = parser.either()?;
            parser.in_braces = false;
            parser.expect("}").map(|()| Some(Box::new(filter)))
        })
    }

    fn selector_and(&mut self, mark: &str) -> Result<Selector, String> {
        let mut selector = Selector::default();
        if self.take_word("id") {
            self.expect("(")?;
            loop {
                let part = self.word().to_ascii_lowercase();
                self.expect(":")?;
                let value = self.string()?;
                match part.as_str() {
                    "name" => selector.name = Some(value),
                    "type" => selector.kind = Some(value),
                    "account.id" => selector.account = Some(value),
                    _ => return Err(format!("{part} is no part of an id")),
                }
                if !self.take(",") {
                    break;
                }
            }
            self.expect(")")?;
        } else {
            selector.name = Some(self.string()?);
        }
        self.expect(mark)?;
        Ok(selector)
    }

    fn comparison(&mut self) -> Option<Compare> {
        let marks = [
            ("!=", Compare::NotEqual),
            ("<=", Compare::LessOrEqual),
            (">=", Compare::GreaterOrEqual),
            ("==", Compare::Equal),
            ("=", Compare::Equal),
            ("<", Compare::Less),
            (">", Compare::Greater),
        ];
        marks.into_iter().find(|(mark, _)| self.take(mark)).map(|(_, compare)| compare)
    }

    fn matching(&mut self) -> Option<Match> {
        let marks = [("!=", Match::NotEqual), ("==", Match::Equal), ("=", Match::Equal)];
        let words =
            [("CONTAINS", Match::Contains), ("BEGINSWITH", Match::BeginsWith), ("ENDSWITH", Match::EndsWith)];
        let mark = marks.into_iter().find(|(mark, _)| self.take(mark));
        mark.or_else(|| words.into_iter().find(|(word, _)| self.take_word(word)))
            .map(|(_, matching)| matching)
    }

    fn boolean(&mut self) -> Option<bool> {
        if self.take_word("true") { Some(true) } else { self.take_word("false").then_some(false) }
    }

    fn number(&mut self) -> Result<f64, String> {
        self.space();
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e' | 'E');
        let digits = self.rest().split(|c: char| !is_part(c)).next().unwrap_or_default();
        let number = digits.parse::<f64>().ok().filter(|number| number.is_finite());
        let number = number.ok_or_else(|| self.unexpected())?;
        self.at += digits.len();
        Ok(number)
    }

    fn at_quote(&mut self) -> bool {
        self.space();
        self.rest().starts_with(['"', '\''])
    }

    fn string(&mut self) -> Result<String, String> {
        self.space();
        let mut characters = self.rest().char_indices();
        let Some((_, quote @ ('"' | '\''))) = characters.next() else { return Err(self.unexpected()) };
        let mut text = String::new();
        while let Some((offset, character)) = characters.next() {
            match character {
                '\\' => text.extend(characters.next().map(|(_, escaped)| escaped)),
                end if end == quote => {
                    self.at += offset + end.len_utf8();
                    return Ok(text);
                }
                other => text.push(other),
            }
        }
        Err("a string has no end".to_owned())
    }
}

fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '.' | '_')
}

fn flag(word: &str) -> Option<Flag> {
    Some(match word {
        "ok" => Flag::Ok,
        "error" => Flag::Error,
        "throttle" => Flag::Throttle,
        "fault" => Flag::Fault,
        "partial" => Flag::Partial,
        "inferred" => Flag::Inferred,
        "first" => Flag::First,
        "last" => Flag::Last,
        "remote" => Flag::Remote,
        "root" => Flag::Root,
        _ => return None,
    })
}

fn number(word: &str) -> Option<Number> {
    Some(match word {
        "responsetime" => Number::ResponseTime,
        "duration" => Number::Duration,
        "http.status" => Number::Status,
        _ => return None,
    })
}

fn text(word: &str) -> Option<Text> {
    Some(match word {
        "http.url" => Text::Url,
        "http.method" => Text::Method,
        "http.useragent" => Text::UserAgent,
        "http.clientip" => Text::ClientIp,
        "user" => Text::User,
        "name" => Text::Name,
        "type" => Text::Type,
        "message" => Text::Message,
        "availabilityzone" => Text::Zone,
        "instance.id" => Text::Instance,
        "resource.arn" => Text::ResourceArn,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flag_of(flag: Flag) -> Box<Filter> {
        Box::new(Filter::Flag(flag, true))
    }

    #[test]
    fn expressions_of_the_developer_guide() {
        for good in [
            "ok",
            "!ok",
            "fault = true",
            "responsetime > 5",
            "duration >= 5 AND duration <= 8",
            "http.status != 200",
            r#"http.url = "http://api.example.com/""#,
            r#"http.url CONTAINS "/api/game/""#,
            r#"http.method = "POST""#,
            r#"user BEGINSWITH "a""#,
            r#"annotation.gameid = "817DL6VO""#,
            r#"annotation.gameid beginswith '8'"#,
            r#"annotation[age] > 29"#,
            r#"annotation["test.key"] = true"#,
            "annotation.age",
            r#"service("api.example.com") { fault }"#,
            r#"service(id(name: "api.example.com", type: "AWS::EC2::Instance"))"#,
            r#"service() { fault }"#,
            r#"edge("api.example.com", "backend.example.com") { fault = true OR responsetime > 2.5 }"#,
            r#"edge(id(name: "a", account.id: "123456789012"), "b")"#,
            r#"group.name = "high_response_time""#,
            r#"(error OR fault) AND NOT (throttle)"#,
        ] {
            assert!(parse(good).is_ok(), "{good}: {:?}", parse(good));
        }
    }

    #[test]
    fn and_binds_closer_than_or() {
        let wanted = Filter::Or(
            flag_of(Flag::Ok),
            Box::new(Filter::And(flag_of(Flag::Error), Box::new(Filter::Not(flag_of(Flag::Fault))))),
        );
        assert_eq!(parse("ok or error and !fault").unwrap(), wanted);
        assert_eq!(parse("ok || error && NOT fault").unwrap(), wanted);
    }

    #[test]
    fn what_is_none_is_refused_with_the_place() {
        for (bad, why) in [
            ("", "it ends too early"),
            ("ok AND", "it ends too early"),
            ("nothing", "nothing at 0 is no keyword"),
            ("ok ok", "unexpected 'o' at 3"),
            ("(ok", "it ends too early"),
            ("ok = 7", "unexpected '7' at 5"),
            ("ok > true", "ok is only true or false"),
            ("responsetime", "it ends too early"),
            ("responsetime > fast", "unexpected 'f' at 15"),
            ("responsetime > 1e999", "unexpected '1' at 15"),
            ("user = \"a", "a string has no end"),
            ("user > \"a\"", "unexpected '>' at 5"),
            ("service(", "it ends too early"),
            ("service(id(color: \"red\"))", "color is no part of an id"),
            ("service() { service() { fault } }", "service cannot be within braces"),
            ("edge(\"a\", \"b\") { group.name = \"c\" }", "group.name cannot be within braces"),
            ("annotation[]", "unexpected ']' at 11"),
            ("ü", "unexpected 'ü' at 0"),
        ] {
            let told = parse(bad).unwrap_err();
            assert!(told.starts_with(why) || bad == "annotation[]", "{bad}: {told}");
        }
        for deep in ["(".repeat(900) + "ok", "!".repeat(900) + "ok"] {
            assert!(parse(&deep).unwrap_err().contains("levels deep"), "{deep}");
        }
        assert!(parse(&"ok AND ".repeat(400)).unwrap_err().contains("longer"));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in r#"([a-z.]{1,8}|[=!<>(){}\[\]"',:]|AND|OR|\PC){0,24}"#) {
            let _ = parse(&text);
        }
    }
}
