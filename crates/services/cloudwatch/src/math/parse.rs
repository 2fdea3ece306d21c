//! From text to an expression. Depth and length are limited, so that a stranger's text needs no more stack than ours.

/// Characters of an expression (API reference of MetricDataQuery).
const LONGEST: usize = 2_048;
/// Parentheses and functions in each other.
const DEEPEST: usize = 40;

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expression {
    /// A constant.
    Number(f64),
    /// Text, as functions take it.
    Text(String),
    /// The id of another query.
    Name(String),
    /// Minus.
    Minus(Box<Expression>),
    /// Two operands.
    Binary(Operator, Box<Expression>, Box<Expression>),
    /// A function, its name in capitals.
    Call(String, Vec<Expression>),
}

/// What stands between two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
    And,
    Or,
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Number(f64),
    Text(String),
    Word(String),
    Sign(&'static str),
}

/// Longer ones first.
const SIGNS: [&str; 22] = [
    "&&", "||", "<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "^", "(", ")", ",", "[", "]", "=", "!",
    "%", ":",
];

/// Reads an expression; what is wrong with it otherwise.
pub(crate) fn parse(text: &str) -> Result<Expression, String> {
    if text.chars().count() > LONGEST {
        return Err(format!("it is longer than {LONGEST} characters"));
    }
    let mut parser = Parser { tokens: tokens(text)?, at: 0 };
    let expression = parser.binary(0, 0)?;
    match parser.tokens.get(parser.at) {
        None => Ok(expression),
        Some(token) => Err(format!("unexpected {}", show(token))),
    }
}

fn show(token: &Token) -> String {
    match token {
        Token::Number(number) => number.to_string(),
        Token::Text(text) => format!("'{text}'"),
        Token::Word(word) => word.clone(),
        Token::Sign(sign) => format!("'{sign}'"),
    }
}

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let (mut rest, mut tokens) = (text.trim_start(), Vec::new());
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            '0'..='9' | '.' => {
                let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
                let number: f64 =
                    rest[..end].parse().map_err(|_| format!("{} is no number", &rest[..end]))?;
                tokens.push(Token::Number(number));
                end
            }
            'a'..='z' | 'A'..='Z' | '_' => {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
                tokens.push(Token::Word(rest[..end].to_owned()));
                end
            }
            '"' | '\'' => {
                let end = rest[1..].find(first).ok_or("a quotation has no end")?;
                tokens.push(Token::Text(rest[1..=end].to_owned()));
                end + 2
            }
            _ => {
                let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
                let sign = sign.ok_or_else(|| format!("unexpected character {first}"))?;
                tokens.push(Token::Sign(sign));
                sign.len()
            }
        };
        rest = rest[taken..].trim_start();
    }
    Ok(tokens)
}

/// Operators by how tightly they bind.
const LEVELS: [&[(&str, Operator)]; 5] = [
    &[("||", Operator::Or)],
    &[("&&", Operator::And)],
    &[
        ("<=", Operator::LessOrEqual),
        (">=", Operator::GreaterOrEqual),
        ("==", Operator::Equal),
        ("!=", Operator::NotEqual),
        ("<", Operator::Less),
        (">", Operator::Greater),
    ],
    &[("+", Operator::Add), ("-", Operator::Subtract)],
    &[("*", Operator::Multiply), ("/", Operator::Divide)],
];

struct Parser {
    tokens: Vec<Token>,
    at: usize,
}

impl Parser {
    fn sign(&mut self, wanted: &str) -> bool {
        let found = matches!(self.tokens.get(self.at), Some(Token::Sign(sign)) if *sign == wanted);
        self.at += usize::from(found);
        found
    }

    /// `AND` and `OR` may be words.
    fn operator(&mut self, level: usize) -> Option<Operator> {
        let (sign, operator) = match self.tokens.get(self.at)? {
            Token::Sign(sign) => *LEVELS[level].iter().find(|(known, _)| known == sign)?,
            Token::Word(word) if level == 0 && word == "OR" => ("OR", Operator::Or),
            Token::Word(word) if level == 1 && word == "AND" => ("AND", Operator::And),
            _ => return None,
        };
        let _ = sign;
        self.at += 1;
        Some(operator)
    }

    fn binary(&mut self, level: usize, depth: usize) -> Result<Expression, String> {
        if level == LEVELS.len() {
            return self.unary(depth);
        }
        let mut left = self.binary(level + 1, depth)?;
        while let Some(operator) = self.operator(level) {
            let right = self.binary(level + 1, depth)?;
            left = Expression::Binary(operator, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn unary(&mut self, depth: usize) -> Result<Expression, String> {
        if depth > DEEPEST {
            return Err("it nests too deep".to_owned());
        }
        if self.sign("-") {
            return Ok(Expression::Minus(Box::new(self.unary(depth + 1)?)));
        }
        let base = self.primary(depth)?;
        if self.sign("^") {
            let exponent = self.unary(depth + 1)?;
            return Ok(Expression::Binary(Operator::Power, Box::new(base), Box::new(exponent)));
        }
        Ok(base)
    }

    fn primary(&mut self, depth: usize) -> Result<Expression, String> {
        if self.sign("(") {
            let inner = self.binary(0, depth + 1)?;
            return if self.sign(")") { Ok(inner) } else { Err("a parenthesis is not closed".to_owned()) };
        }
        if self.sign("[") {
            let items = self.items("]", depth)?;
            return Ok(Expression::Call(String::new(), items));
        }
        let token = self.tokens.get(self.at).cloned().ok_or("it ends too early")?;
        self.at += 1;
        match token {
            Token::Number(number) => Ok(Expression::Number(number)),
            Token::Text(text) => Ok(Expression::Text(text)),
            Token::Word(word) if self.sign("(") => {
                Ok(Expression::Call(word.to_ascii_uppercase(), self.items(")", depth)?))
            }
            Token::Word(word) => Ok(Expression::Name(word)),
            Token::Sign(sign) => Err(format!("unexpected '{sign}'")),
        }
    }

    fn items(&mut self, end: &str, depth: usize) -> Result<Vec<Expression>, String> {
        let mut items = Vec::new();
        if self.sign(end) {
            return Ok(items);
        }
        loop {
            items.push(self.binary(0, depth + 1)?);
            if self.sign(end) {
                return Ok(items);
            }
            if !self.sign(",") {
                return Err(format!("'{end}' or ',' is missing"));
            }
        }
    }
}

impl Expression {
    /// Ids of other queries in it, and whether it takes all metrics of the request.
    pub(crate) fn names<'e>(&'e self, found: &mut Vec<&'e str>) {
        match self {
            Self::Name(name) => found.push(name),
            Self::Minus(inner) => inner.names(found),
            Self::Binary(_, left, right) => {
                left.names(found);
                right.names(found);
            }
            Self::Call(_, items) => items.iter().for_each(|item| item.names(found)),
            Self::Number(_) | Self::Text(_) => {}
        }
    }

    /// The arguments of each `SEARCH` in it.
    pub(crate) fn searches<'e>(&'e self, found: &mut Vec<&'e [Expression]>) {
        match self {
            Self::Call(name, items) => {
                if name == "SEARCH" {
                    found.push(items);
                }
                items.iter().for_each(|item| item.searches(found));
            }
            Self::Minus(inner) => inner.searches(found),
            Self::Binary(_, left, right) => {
                left.searches(found);
                right.searches(found);
            }
            Self::Number(_) | Self::Text(_) | Self::Name(_) => {}
        }
    }
}
