//! A query, read: commands between `|`, expressions by recursive descent.

use super::aggregate::Kind;
use super::expression::{Arithmetic, Compare, Expr};
use super::functions::Function;
use super::scan::Scanner;
use super::value::Value;
use super::{Aggregate, Command, MAX_ROWS, Named, Query};
use regex::{Regex, RegexBuilder};

/// Characters of a query at most (`QueryString` of the service model).
const MAX_LENGTH: usize = 10_000;
/// Expressions within each other at most, which bounds the stack.
const MAX_DEPTH: usize = 48;
/// Operands and commands of a query at most: what is joined from left to right is as deep as it is long.
const MAX_NODES: usize = 600;
/// Commands `stats` of a query at most (user guide, "stats").
const MAX_STATS: usize = 2;
/// Bytes that a regular expression may take when it is compiled.
const COMPILED: usize = 1024 * 1024;
/// Commands that CloudWatch Logs Insights has beside ours.
const NOT_BUILT: [&str; 12] = [
    "pattern",
    "diff",
    "anomaly",
    "unnest",
    "unmask",
    "lookup",
    "join",
    "source",
    "fieldsindex",
    "filterindex",
    "addtotals",
    "expand",
];

/// Why a text is no query, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Malformed {
    /// What is wrong.
    pub message: String,
    /// Characters before what is wrong.
    pub start: usize,
    /// Characters before its end.
    pub end: usize,
}

/// Reads a query.
pub fn parse(text: &str) -> Result<Query, Malformed> {
    let scanner = Scanner { text, at: 0 };
    if text.chars().nth(MAX_LENGTH).is_some() {
        return Err(scanner.malformed(&format!("the query has more than {MAX_LENGTH} characters"), 0));
    }
    let mut parser = Parser { scanner, depth: 0, nodes: 0, aggregates: None, columns: Vec::new() };
    let mut commands = Vec::new();
    loop {
        commands.extend(parser.command()?);
        if !parser.scanner.take("|") {
            break;
        }
    }
    if !parser.scanner.is_over() {
        return Err(parser.scanner.unexpected());
    }
    if commands.iter().filter(|command| matches!(command, Command::Stats { .. })).count() > MAX_STATS {
        return Err(parser.scanner.malformed("more than two stats commands", 0));
    }
    Ok(Query { commands })
}

struct Parser<'q> {
    scanner: Scanner<'q>,
    depth: usize,
    nodes: usize,
    /// Those of the `stats` that is being read.
    aggregates: Option<Vec<Aggregate>>,
    /// Names of the columns of the last `stats`: one that is called as it is written, such as `count(*)`, is called so further on.
    columns: Vec<String>,
}

impl<'q> Parser<'q> {
    /// One command; none where there is nothing, as in an empty query.
    fn command(&mut self) -> Result<Option<Command>, Malformed> {
        self.count()?;
        if self.scanner.is_over() {
            return Ok(None);
        }
        self.scanner.skip();
        let start = self.scanner.at;
        let Some(name) = self.scanner.name() else { return Err(self.scanner.unexpected()) };
        let command = match name.to_ascii_lowercase().as_str() {
            "fields" => Command::Fields(self.named()?),
            "display" => Command::Display(self.named()?),
            "filter" => Command::Filter(self.expression()?),
            "stats" => self.stats()?,
            "sort" => self.sort()?,
            "limit" => self.limit()?,
            "parse" => self.parse_command()?,
            "dedup" => {
                let mut list = vec![self.expression()?];
                while self.scanner.take(",") {
                    list.push(self.expression()?);
                }
                Command::Dedup(list)
            }
            known if NOT_BUILT.contains(&known) => {
                return Err(self.scanner.malformed(&format!("{name} is not built in Tenfold yet"), start));
            }
            _ => {
                self.scanner.at = start;
                return Err(self.scanner.unexpected());
            }
        };
        Ok(Some(command))
    }

    fn count(&mut self) -> Result<(), Malformed> {
        self.nodes += 1;
        match self.nodes > MAX_NODES {
            true => Err(self.scanner.malformed("the query is too long", self.scanner.at)),
            false => Ok(()),
        }
    }

    /// Expressions, each with a name of its own or as it is written.
    fn named(&mut self) -> Result<Vec<Named>, Malformed> {
        let mut list = Vec::new();
        loop {
            self.scanner.skip();
            let start = self.scanner.at;
            let expr = self.expression()?;
            let written = self.scanner.text.get(start..self.scanner.at).unwrap_or_default().trim();
            let name = match self.scanner.keyword("as") {
                true => self.field()?.to_owned(),
                false => written.trim_matches('`').to_owned(),
            };
            list.push(Named { name, expr });
            // Commas may be left out between fields.
            self.scanner.skip();
            if !self.scanner.take(",") {
                return Ok(list);
            }
        }
    }

    /// A name of a field.
    fn field(&mut self) -> Result<&'q str, Malformed> {
        if let Some(name) = self.scanner.quoted_name()? {
            return Ok(name);
        }
        self.scanner.name().ok_or_else(|| self.scanner.unexpected())
    }

    fn stats(&mut self) -> Result<Command, Malformed> {
        self.aggregates = Some(Vec::new());
        let columns = self.named();
        let aggregates = self.aggregates.take().unwrap_or_default();
        let columns = columns?;
        let by = if self.scanner.keyword("by") { self.named()? } else { Vec::new() };
        if aggregates.is_empty() {
            return Err(self.scanner.malformed("stats without a function of statistics", self.scanner.at));
        }
        self.columns = columns.iter().map(|column| column.name.clone()).collect();
        Ok(Command::Stats { columns, aggregates, by })
    }

    fn sort(&mut self) -> Result<Command, Malformed> {
        let mut keys = Vec::new();
        loop {
            let expr = self.expression()?;
            let descending = self.scanner.keyword("desc");
            if !descending {
                let _ = self.scanner.keyword("asc");
            }
            keys.push((expr, descending));
            if !self.scanner.take(",") {
                return Ok(Command::Sort(keys));
            }
        }
    }

    fn limit(&mut self) -> Result<Command, Malformed> {
        let number = self.scanner.number().filter(|n| n.fract() == 0.0 && *n >= 1.0);
        let number = number.ok_or_else(|| self.scanner.unexpected())?;
        Ok(Command::Limit((number as usize).min(MAX_ROWS)))
    }

    fn parse_command(&mut self) -> Result<Command, Malformed> {
        let literal = self.scanner.peek("\"") || self.scanner.peek("'") || self.scanner.peek("/");
        let of = match literal {
            true => Expr::Field("@message".into()),
            false => Expr::Field(self.field()?.into()),
        };
        self.scanner.skip();
        let start = self.scanner.at;
        if let Some(glob) = self.scanner.string()? {
            let stars = glob.matches('*').count();
            let pieces: Vec<String> = glob.split('*').map(regex::escape).collect();
            // Each star is as short as it can be, and the last one, at the end, as long.
            let mut source = pieces.join("(.*?)");
            if glob.ends_with('*') {
                source.truncate(source.len() - "(.*?)".len());
                source.push_str("(.*)");
            }
            let with = self.regex(&format!("(?s){source}"), start)?;
            if !self.scanner.keyword("as") {
                return Err(self.scanner.unexpected());
            }
            let mut names = vec![self.field()?.to_owned()];
            while self.scanner.take(",") {
                names.push(self.field()?.to_owned());
            }
            if names.len() != stars {
                let what = format!("{stars} wildcards and {} names", names.len());
                return Err(self.scanner.malformed(&what, start));
            }
            return Ok(Command::Parse { of, with, names });
        }
        let source = self.scanner.regex()?.ok_or_else(|| self.scanner.unexpected())?;
        let with = self.regex(&source, start)?;
        let names: Vec<String> = with.capture_names().flatten().map(str::to_owned).collect();
        if names.is_empty() {
            return Err(self.scanner.malformed("a regular expression without named groups", start));
        }
        Ok(Command::Parse { of, with, names })
    }

    fn regex(&self, source: &str, start: usize) -> Result<Regex, Malformed> {
        let built = RegexBuilder::new(source).size_limit(COMPILED).dfa_size_limit(4 * COMPILED).build();
        built.map_err(|_| self.scanner.malformed("a regular expression that is not supported", start))
    }

    fn expression(&mut self) -> Result<Expr, Malformed> {
        if self.depth >= MAX_DEPTH {
            return Err(self.scanner.malformed("too many expressions within each other", self.scanner.at));
        }
        self.depth += 1;
        let expr = self.either();
        self.depth -= 1;
        expr
    }

    fn either(&mut self) -> Result<Expr, Malformed> {
        let mut expr = self.both()?;
        while self.scanner.keyword("or") || self.scanner.take("||") {
            expr = Expr::Or(Box::new(expr), Box::new(self.both()?));
        }
        Ok(expr)
    }

    fn both(&mut self) -> Result<Expr, Malformed> {
        let mut expr = self.negated()?;
        while self.scanner.keyword("and") || self.scanner.take("&&") {
            expr = Expr::And(Box::new(expr), Box::new(self.negated()?));
        }
        Ok(expr)
    }

    fn negated(&mut self) -> Result<Expr, Malformed> {
        let mut negations = 0_usize;
        while self.scanner.keyword("not") {
            self.count()?;
            negations += 1;
        }
        let expr = self.compared()?;
        Ok(if negations % 2 == 1 { Expr::Not(Box::new(expr)) } else { expr })
    }

    fn compared(&mut self) -> Result<Expr, Malformed> {
        let left = self.sum()?;
        let before = self.scanner.at;
        let not = self.scanner.keyword("not");
        let test = if self.scanner.keyword("like") || !not && self.scanner.take("=~") {
            self.like(left)?
        } else if self.scanner.keyword("in") {
            self.scanner.expect("[")?;
            let mut list = Vec::new();
            while !self.scanner.take("]") {
                if !list.is_empty() {
                    self.scanner.expect(",")?;
                }
                list.push(self.sum()?);
            }
            Expr::OneOf(Box::new(left), list)
        } else if not {
            self.scanner.at = before;
            return Err(self.scanner.unexpected());
        } else {
            return self.ordered(left);
        };
        Ok(if not { Expr::Not(Box::new(test)) } else { test })
    }

    fn ordered(&mut self, left: Expr) -> Result<Expr, Malformed> {
        let operators = [
            ("!=", Compare::NotEqual),
            ("<=", Compare::LessOrEqual),
            (">=", Compare::GreaterOrEqual),
            ("==", Compare::Equal),
            ("=", Compare::Equal),
            ("<", Compare::Less),
            (">", Compare::Greater),
        ];
        let found = operators.into_iter().find(|(token, _)| self.scanner.take(token));
        let Some((_, operator)) = found else { return Ok(left) };
        Ok(Expr::Compare(operator, Box::new(left), Box::new(self.sum()?)))
    }

    fn like(&mut self, left: Expr) -> Result<Expr, Malformed> {
        self.scanner.skip();
        let start = self.scanner.at;
        if let Some(source) = self.scanner.regex()? {
            return Ok(Expr::Matches(Box::new(left), self.regex(&source, start)?));
        }
        let text = self.scanner.string()?.ok_or_else(|| self.scanner.unexpected())?;
        Ok(Expr::Contains(Box::new(left), text))
    }

    fn sum(&mut self) -> Result<Expr, Malformed> {
        let mut expr = self.product()?;
        loop {
            let how = match () {
                () if self.scanner.take("+") => Arithmetic::Add,
                () if self.scanner.take("-") => Arithmetic::Subtract,
                () => return Ok(expr),
            };
            expr = Expr::Arithmetic(how, Box::new(expr), Box::new(self.product()?));
        }
    }

    fn product(&mut self) -> Result<Expr, Malformed> {
        let mut expr = self.power()?;
        loop {
            let how = match () {
                () if self.scanner.take("*") => Arithmetic::Multiply,
                () if self.scanner.take("/") => Arithmetic::Divide,
                () if self.scanner.take("%") => Arithmetic::Remainder,
                () => return Ok(expr),
            };
            expr = Expr::Arithmetic(how, Box::new(expr), Box::new(self.power()?));
        }
    }

    fn power(&mut self) -> Result<Expr, Malformed> {
        let mut expr = self.signed()?;
        while self.scanner.take("^") {
            expr = Expr::Arithmetic(Arithmetic::Power, Box::new(expr), Box::new(self.signed()?));
        }
        Ok(expr)
    }

    fn signed(&mut self) -> Result<Expr, Malformed> {
        let negative = self.scanner.take("-");
        let expr = self.primary()?;
        Ok(if negative { Expr::Negative(Box::new(expr)) } else { expr })
    }

    fn primary(&mut self) -> Result<Expr, Malformed> {
        self.count()?;
        if self.scanner.take("(") {
            let expr = self.expression()?;
            self.scanner.expect(")")?;
            return Ok(expr);
        }
        if let Some(text) = self.scanner.string()? {
            return Ok(Expr::Literal(Value::Text(text)));
        }
        if let Some(name) = self.scanner.quoted_name()? {
            return Ok(Expr::Field(name.into()));
        }
        if let Some(number) = self.scanner.number() {
            return Ok(Expr::Literal(Value::of(number)));
        }
        self.scanner.skip();
        let start = self.scanner.at;
        let Some(name) = self.scanner.name() else { return Err(self.scanner.unexpected()) };
        if self.scanner.take("(") {
            return self.call(name, start);
        }
        Ok(match name.to_ascii_lowercase().as_str() {
            "true" => Expr::Literal(Value::Bool(true)),
            "false" => Expr::Literal(Value::Bool(false)),
            _ => Expr::Field(name.into()),
        })
    }

    fn call(&mut self, name: &str, start: usize) -> Result<Expr, Malformed> {
        match name.to_ascii_lowercase().as_str() {
            "bin" => {
                let step = self.period()?;
                self.scanner.expect(")")?;
                return Ok(Expr::Floor(Box::new(Expr::Field("@timestamp".into())), step));
            }
            how @ ("datefloor" | "dateceil") => {
                let of = Box::new(self.expression()?);
                self.scanner.expect(",")?;
                let step = self.period()?;
                self.scanner.expect(")")?;
                return Ok(if how == "datefloor" { Expr::Floor(of, step) } else { Expr::Ceil(of, step) });
            }
            _ => {}
        }
        if let Some(kind) = Kind::find(name)
            && self.aggregates.is_some()
        {
            return self.aggregate(kind, start);
        }
        let rest = self.scanner.text.get(start..).unwrap_or_default();
        if let Some(column) = self.columns.iter().find(|column| rest.starts_with(column.as_str())) {
            self.scanner.at = start + column.len();
            return Ok(Expr::Field(column.as_str().into()));
        }
        let Some(function) = Function::find(name) else {
            self.scanner.at = start;
            return Err(self.scanner.unexpected());
        };
        let mut arguments = Vec::new();
        while !self.scanner.take(")") {
            if !arguments.is_empty() {
                self.scanner.expect(",")?;
            }
            arguments.push(self.expression()?);
        }
        if !function.arguments().contains(&arguments.len()) {
            return Err(self.scanner.malformed(&format!("a wrong number of arguments of {name}"), start));
        }
        Ok(Expr::Call(function, arguments))
    }

    fn aggregate(&mut self, mut kind: Kind, start: usize) -> Result<Expr, Malformed> {
        // None stands within another one.
        let mut list = self.aggregates.take().unwrap_or_default();
        let of = match kind {
            Kind::Count if self.scanner.take("*") || self.scanner.peek(")") => None,
            _ => Some(self.expression()?),
        };
        if let Kind::Pct(wanted) = &mut kind
            && self.scanner.take(",")
        {
            let number = self.scanner.number().filter(|number| (0.0..=100.0).contains(number));
            *wanted = number.ok_or_else(|| self.scanner.malformed("a percentile is from 0 to 100", start))?;
        }
        self.scanner.expect(")")?;
        list.push(Aggregate { kind, of });
        let place = list.len() - 1;
        self.aggregates = Some(list);
        Ok(Expr::Aggregate(place))
    }

    /// A period such as `5m`, in ms.
    fn period(&mut self) -> Result<i64, Malformed> {
        const SECOND: i64 = 1_000;
        const DAY: i64 = 86_400 * SECOND;
        const UNITS: [(&[&str], i64); 9] = [
            (&["ms", "msec", "millisecond", "milliseconds"], 1),
            (&["s", "sec", "second", "seconds"], SECOND),
            (&["m", "min", "minute", "minutes"], 60 * SECOND),
            (&["h", "hr", "hour", "hours"], 3_600 * SECOND),
            (&["d", "day", "days"], DAY),
            (&["w", "week", "weeks"], 7 * DAY),
            (&["mo", "mon", "month", "months"], 30 * DAY),
            (&["q", "qtr", "quarter", "quarters"], 91 * DAY),
            (&["y", "yr", "year", "years"], 365 * DAY),
        ];
        self.scanner.skip();
        let start = self.scanner.at;
        let number =
            self.scanner.number().filter(|number| number.fract() == 0.0 && (1.0..=1e6).contains(number));
        let unit = self.scanner.name().unwrap_or_default().to_ascii_lowercase();
        let unit = UNITS.iter().find(|(names, _)| names.contains(&unit.as_str())).map(|(_, ms)| *ms);
        match (number, unit) {
            (Some(number), Some(unit)) => Ok(number as i64 * unit),
            _ => {
                self.scanner.at = start;
                Err(self.scanner.unexpected())
            }
        }
    }
}
