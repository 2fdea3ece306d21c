//! CloudWatch Logs Insights' query language: read, and run over events that are handed in one by one. Pure; memory is bounded.
//!
//! [`parse`] makes a [`Query`]; a [`Run`] of it is given events until it says that it has enough, and then gives its rows.

mod aggregate;
mod expression;
mod functions;
mod parse;
mod record;
mod run;
mod scan;
#[cfg(test)]
mod tests;
mod value;

pub use parse::{Malformed, parse};
pub use record::{Pointer, Record, discover};
pub use run::{More, Row, Run, TooLarge};
pub use value::Value;

use aggregate::Kind;
use expression::Expr;
use regex::Regex;

/// Rows of a result at most, and where no limit is given.
pub const MAX_ROWS: usize = 10_000;

/// A query.
#[derive(Debug)]
pub struct Query {
    commands: Vec<Command>,
}

/// An expression and what its column is called.
#[derive(Debug)]
struct Named {
    name: String,
    expr: Expr,
}

#[derive(Debug)]
struct Aggregate {
    kind: Kind,
    /// `None` for `count(*)`.
    of: Option<Expr>,
}

#[derive(Debug)]
enum Command {
    Fields(Vec<Named>),
    Display(Vec<Named>),
    Filter(Expr),
    Parse { of: Expr, with: Regex, names: Vec<String> },
    Stats { columns: Vec<Named>, aggregates: Vec<Aggregate>, by: Vec<Named> },
    Sort(Vec<(Expr, bool)>),
    Limit(usize),
    Dedup(Vec<Expr>),
}

impl Query {
    /// Texts that are part of every event that counts.
    pub fn required(&self) -> Vec<String> {
        let mut texts = Vec::new();
        for command in &self.commands {
            match command {
                Command::Filter(expr) => expr.required(&mut texts),
                Command::Stats { .. } => break,
                // A field may be called `@message` from here on.
                Command::Fields(named) if named.iter().any(|one| one.name == "@message") => break,
                _ => {}
            }
        }
        texts
    }

    /// Whether it matters that events come from the latest on.
    pub fn is_ordered(&self) -> bool {
        !self.commands.iter().any(|command| matches!(command, Command::Stats { .. }))
    }
}
