//! Functions on values, by a table.

use super::value::Value;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::ops::RangeInclusive;

type Work = fn(&[Value]) -> Option<Value>;

/// A function: its name, how many arguments it takes, what it does.
#[derive(Clone, Copy)]
pub(super) struct Function {
    name: &'static str,
    arguments: (usize, usize),
    work: Work,
}

impl std::fmt::Debug for Function {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

const MANY: usize = 32;

const fn function(name: &'static str, least: usize, most: usize, work: Work) -> Function {
    Function { name, arguments: (least, most), work }
}

/// All of them (user guide, "Supported operations and functions").
const FUNCTIONS: [Function; 35] = [
    function("abs", 1, 1, |a| number(a, 0).map(|n| Value::of(n.abs()))),
    function("ceil", 1, 1, |a| number(a, 0).map(|n| Value::of(n.ceil()))),
    function("floor", 1, 1, |a| number(a, 0).map(|n| Value::of(n.floor()))),
    function("sqrt", 1, 1, |a| number(a, 0).map(|n| Value::of(n.sqrt()))),
    function("log", 1, 1, |a| number(a, 0).map(|n| Value::of(n.ln()))),
    function("greatest", 1, MANY, |a| numbers(a).reduce(f64::max).map(Value::of)),
    function("least", 1, MANY, |a| numbers(a).reduce(f64::min).map(Value::of)),
    function("ispresent", 1, 1, |a| Some(Value::Bool(a.first().is_some_and(|v| *v != Value::Missing)))),
    function("coalesce", 1, MANY, |a| a.iter().find(|v| **v != Value::Missing).cloned()),
    function("isempty", 1, 1, |a| Some(Value::Bool(text(a, 0).is_none_or(|text| text.is_empty())))),
    function("isblank", 1, 1, |a| Some(Value::Bool(text(a, 0).is_none_or(|text| text.trim().is_empty())))),
    function("concat", 1, MANY, |a| {
        let mut whole = String::new();
        for part in a.iter().filter_map(Value::text) {
            // Not beyond what a message may have: a chain of these would double it each time.
            if whole.len() + part.len() > MOST_TEXT {
                return None;
            }
            whole.push_str(&part);
        }
        Some(Value::Text(whole))
    }),
    function("trim", 1, 2, |a| trim(a, true, true)),
    function("ltrim", 1, 2, |a| trim(a, true, false)),
    function("rtrim", 1, 2, |a| trim(a, false, true)),
    function("strlen", 1, 1, |a| text(a, 0).map(|text| Value::of(text.chars().count() as f64))),
    function("toupper", 1, 1, |a| text(a, 0).map(|text| Value::Text(text.to_uppercase()))),
    function("tolower", 1, 1, |a| text(a, 0).map(|text| Value::Text(text.to_lowercase()))),
    function("substr", 2, 3, |a| {
        let start = number(a, 1)?.max(0.0) as usize;
        let length = if a.len() > 2 { number(a, 2)?.max(0.0) as usize } else { usize::MAX };
        Some(Value::Text(text(a, 0)?.chars().skip(start).take(length).collect()))
    }),
    function("replace", 3, 3, |a| {
        let (whole, part, with) = (text(a, 0)?, text(a, 1)?, text(a, 2)?);
        // A text grows by what is put in: not beyond what a message may have.
        let most = whole.matches(&*part).count().saturating_mul(with.len()).saturating_add(whole.len());
        (most <= MOST_TEXT && !part.is_empty()).then(|| Value::Text(whole.replace(&*part, &with)))
    }),
    function("strcontains", 2, 2, |a| Some(Value::Number(f64::from(text(a, 0)?.contains(&*text(a, 1)?))))),
    function("frommillis", 1, 1, |a| number(a, 0).map(|n| Value::Time(n as i64))),
    function("tomillis", 1, 1, |a| number(a, 0).map(Value::of)),
    function("isvalidip", 1, 1, |a| Some(Value::Bool(address(a).is_some()))),
    function("isvalidipv4", 1, 1, |a| Some(Value::Bool(address(a).is_some_and(|ip| ip.is_ipv4())))),
    function("isvalidipv6", 1, 1, |a| Some(Value::Bool(address(a).is_some_and(|ip| ip.is_ipv6())))),
    function("isipinsubnet", 2, 2, in_subnet),
    function("isipv4insubnet", 2, 2, in_subnet),
    function("isipv6insubnet", 2, 2, in_subnet),
    function("round", 1, 1, |a| number(a, 0).map(|n| Value::of(n.round()))),
    function("exp", 1, 1, |a| number(a, 0).map(|n| Value::of(n.exp()))),
    function("pow", 2, 2, |a| Some(Value::of(number(a, 0)?.powf(number(a, 1)?)))),
    function("startswith", 2, 2, |a| Some(Value::Bool(text(a, 0)?.starts_with(&*text(a, 1)?)))),
    function("endswith", 2, 2, |a| Some(Value::Bool(text(a, 0)?.ends_with(&*text(a, 1)?)))),
    function("tostring", 1, 1, |a| Some(Value::Text(text(a, 0)?.into_owned()))),
];

/// Bytes of a text that a function makes, at most.
const MOST_TEXT: usize = 1 << 20;

impl Function {
    /// A function by its name, in any case.
    pub(super) fn find(name: &str) -> Option<Self> {
        FUNCTIONS.into_iter().find(|function| function.name.eq_ignore_ascii_case(name))
    }

    /// How many arguments it takes.
    pub(super) fn arguments(&self) -> RangeInclusive<usize> {
        self.arguments.0..=self.arguments.1
    }

    pub(super) fn call(&self, arguments: &[Value]) -> Value {
        (self.work)(arguments).unwrap_or(Value::Missing)
    }
}

fn number(arguments: &[Value], at: usize) -> Option<f64> {
    arguments.get(at)?.number()
}

fn numbers(arguments: &[Value]) -> impl Iterator<Item = f64> {
    arguments.iter().filter_map(Value::number)
}

fn text(arguments: &[Value], at: usize) -> Option<std::borrow::Cow<'_, str>> {
    arguments.get(at)?.text()
}

/// White space, or the characters of the second argument.
fn trim(arguments: &[Value], start: bool, end: bool) -> Option<Value> {
    let (whole, set) = (text(arguments, 0)?, text(arguments, 1));
    let drop = |c: char| set.as_ref().map_or(c.is_whitespace(), |set| set.contains(c));
    let mut rest = &*whole;
    if start {
        rest = rest.trim_start_matches(drop);
    }
    if end {
        rest = rest.trim_end_matches(drop);
    }
    Some(Value::Text(rest.to_owned()))
}

fn address(arguments: &[Value]) -> Option<IpAddr> {
    text(arguments, 0)?.parse().ok()
}

fn in_subnet(arguments: &[Value]) -> Option<Value> {
    let subnet = text(arguments, 1)?;
    let (base, length) = subnet.split_once('/')?;
    let length: u32 = length.parse().ok()?;
    let same = |a: u128, b: u128, width: u32| {
        let rest = width.checked_sub(length)?;
        Some(a.checked_shr(rest).unwrap_or(0) == b.checked_shr(rest).unwrap_or(0))
    };
    let within = match (address(arguments)?, base.parse().ok()?) {
        (IpAddr::V4(a), IpAddr::V4(b)) => {
            let bits = |ip: Ipv4Addr| u128::from(u32::from(ip));
            same(bits(a), bits(b), 32)?
        }
        (IpAddr::V6(a), IpAddr::V6(b)) => same(Ipv6Addr::into(a), Ipv6Addr::into(b), 128)?,
        _ => false,
    };
    Some(Value::Bool(within))
}
