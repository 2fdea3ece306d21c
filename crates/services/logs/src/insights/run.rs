//! A query at work: events go in one by one, the latest first where their order matters, and rows come out.

use super::aggregate::State;
use super::expression::Expr;
use super::record::Record;
use super::value::Value;
use super::{Aggregate, Command, MAX_ROWS, Named, Query};
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// Bytes that a run keeps at most: rows that are sorted, groups, what is told apart.
pub(super) const MEMORY: usize = 96 * 1024 * 1024;
/// Bytes that a row or a group takes beside its values, roughly.
const OVERHEAD: usize = 128;

/// A row: fields and their values, as they are shown.
pub type Row = Vec<(String, String)>;

/// Whether further events matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum More {
    /// They do.
    Wanted,
    /// There is a limit, and it is reached.
    Enough,
}

/// The query keeps more than it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the query keeps more than it may: filter, group or limit more")]
pub struct TooLarge;

/// A query at work.
#[derive(Debug)]
pub struct Run {
    steps: Vec<Step>,
    shown: Vec<Shown>,
    /// Whether rows are events, which have pointers.
    events: bool,
    rows: Vec<Row>,
    limit: usize,
    memory: usize,
    matched: u64,
    /// What may still be taken from before the limit.
    over: bool,
}

#[derive(Debug)]
struct Shown {
    name: String,
    field: Arc<str>,
}

#[derive(Debug)]
enum Step {
    Set(Vec<(Arc<str>, Expr)>),
    Filter(Expr),
    Parse { of: Expr, with: regex::Regex, names: Vec<Arc<str>> },
    Group(Group),
    Sort { keys: Vec<(Expr, bool)>, most: usize, waiting: Vec<(Vec<Value>, Record)> },
    Limit { left: usize },
    Dedup { of: Vec<Expr>, seen: HashSet<String> },
}

#[derive(Debug)]
struct Group {
    columns: Vec<(Arc<str>, Expr)>,
    aggregates: Vec<Aggregate>,
    by: Vec<(Arc<str>, Expr)>,
    groups: BTreeMap<Key, Vec<State>>,
}

/// The values of a group, in the order of `sort`.
#[derive(Debug)]
struct Key(Vec<Value>);

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        let pairs = self.0.iter().zip(&other.0);
        pairs.map(|(a, b)| a.rank(b)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Key {}

fn named(list: Vec<Named>) -> Vec<(Arc<str>, Expr)> {
    list.into_iter().map(|Named { name, expr }| (name.as_str().into(), expr)).collect()
}

impl Run {
    /// Begins a query. `limit` is what was asked for beside the query, which may have one of its own; `merged` where events
    /// do not come from the latest on.
    pub fn new(query: Query, limit: Option<usize>, merged: bool) -> Self {
        let own = query.commands.iter().rev().find_map(|command| match command {
            Command::Limit(limit) => Some(*limit),
            _ => None,
        });
        let limit = own.or(limit).unwrap_or(MAX_ROWS).min(MAX_ROWS);
        let events = query.is_ordered();
        let mut run = Self {
            steps: Vec::new(),
            shown: Vec::new(),
            events,
            rows: Vec::new(),
            limit,
            memory: 0,
            matched: 0,
            over: false,
        };
        if merged && events && !query.commands.iter().any(|command| matches!(command, Command::Sort(_))) {
            let keys = vec![(Expr::Field("@timestamp".into()), true)];
            // Filters come before it: they need no order.
            let filters = query.commands.iter().take_while(|command| matches!(command, Command::Filter(_)));
            let at = filters.count();
            let mut commands = query.commands;
            commands.insert(at, Command::Sort(keys));
            run.plan(commands);
        } else {
            run.plan(query.commands);
        }
        run
    }

    fn plan(&mut self, commands: Vec<Command>) {
        let (mut fields, mut displayed) = (Vec::new(), None);
        let show = |name: &Arc<str>| Shown { name: name.to_string(), field: Arc::clone(name) };
        let mut rest = commands.into_iter().peekable();
        while let Some(command) = rest.next() {
            match command {
                Command::Fields(list) => {
                    let list = named(list);
                    fields.extend(list.iter().map(|(name, _)| show(name)));
                    self.steps.extend(computed(list));
                }
                Command::Display(list) => {
                    let list = named(list);
                    displayed = Some(list.iter().map(|(name, _)| show(name)).collect());
                    self.steps.extend(computed(list));
                }
                Command::Filter(expr) => self.steps.push(Step::Filter(expr)),
                Command::Parse { of, with, names } => {
                    let names = names.into_iter().map(Into::into).collect();
                    self.steps.push(Step::Parse { of, with, names });
                }
                Command::Stats { columns, aggregates, by } => {
                    let (columns, by) = (named(columns), named(by));
                    fields = by.iter().chain(&columns).map(|(name, _)| show(name)).collect();
                    displayed = None;
                    let groups = BTreeMap::new();
                    self.steps.push(Step::Group(Group { columns, aggregates, by, groups }));
                }
                Command::Sort(keys) => {
                    // What comes right behind it says how many are worth keeping.
                    let most = match rest.peek() {
                        Some(Command::Limit(limit)) => *limit,
                        Some(_) => MAX_ROWS,
                        None => self.limit,
                    };
                    self.steps.push(Step::Sort { keys, most, waiting: Vec::new() });
                }
                Command::Limit(limit) => self.steps.push(Step::Limit { left: limit }),
                Command::Dedup(of) => self.steps.push(Step::Dedup { of, seen: HashSet::new() }),
            }
        }
        if self.events && fields.is_empty() {
            fields = ["@timestamp", "@message"].into_iter().map(|name| show(&name.into())).collect();
        }
        self.shown = displayed.unwrap_or(fields);
    }

    /// Takes an event.
    pub fn take(&mut self, record: Record) -> Result<More, TooLarge> {
        let Self { steps, shown, events, rows, limit, memory, matched, over } = self;
        let mut out = Out { shown, events: *events, rows, limit: *limit, memory, matched, over };
        push(steps, record, &mut out)?;
        let enough = *out.over || out.events && out.rows.len() >= out.limit && is_streaming(steps);
        if *out.memory > MEMORY {
            return Err(TooLarge);
        }
        Ok(if enough { More::Enough } else { More::Wanted })
    }

    /// Events that passed all filters before statistics.
    pub fn matched(&self) -> u64 {
        self.matched
    }

    /// The rows.
    pub fn finish(mut self) -> Result<Vec<Row>, TooLarge> {
        let Self { steps, shown, events, rows, limit, memory, matched, over } = &mut self;
        *over = false;
        let mut out = Out { shown, events: *events, rows, limit: *limit, memory, matched, over };
        let mut rest = steps.as_mut_slice();
        while let Some((step, behind)) = rest.split_first_mut() {
            match step {
                Step::Sort { most, waiting, keys } => {
                    sort(waiting, keys);
                    for (_, record) in std::mem::take(waiting).into_iter().take(*most) {
                        push(behind, record, &mut out)?;
                    }
                }
                Step::Group(group) => {
                    for record in group.rows() {
                        push(behind, record, &mut out)?;
                    }
                }
                _ => {}
            }
            rest = behind;
        }
        Ok(self.rows)
    }
}

/// What is more than a name for itself.
fn computed(list: Vec<(Arc<str>, Expr)>) -> Option<Step> {
    let own = |(name, expr): &(Arc<str>, Expr)| !matches!(expr, Expr::Field(field) if field == name);
    let list: Vec<_> = list.into_iter().filter(own).collect();
    (!list.is_empty()).then_some(Step::Set(list))
}

fn is_streaming(steps: &[Step]) -> bool {
    !steps.iter().any(|step| matches!(step, Step::Sort { .. } | Step::Group(_)))
}

/// Where rows go.
struct Out<'r> {
    shown: &'r [Shown],
    events: bool,
    rows: &'r mut Vec<Row>,
    limit: usize,
    memory: &'r mut usize,
    matched: &'r mut u64,
    over: &'r mut bool,
}

impl Out<'_> {
    fn row(&mut self, record: &Record) {
        if self.rows.len() >= self.limit {
            return;
        }
        let mut row = Row::new();
        for Shown { name, field } in self.shown {
            row.extend(record.get(field).shown().map(|value| (name.clone(), value)));
        }
        if self.events {
            row.extend(record.ptr().map(|ptr| ("@ptr".to_owned(), ptr)));
        }
        *self.memory +=
            row.iter().map(|(name, value)| name.len() + value.len() + OVERHEAD / 2).sum::<usize>();
        self.rows.push(row);
    }
}

/// Takes a record through steps, up to one that keeps it.
fn push(steps: &mut [Step], mut record: Record, out: &mut Out<'_>) -> Result<(), TooLarge> {
    for step in steps {
        match step {
            Step::Set(list) => {
                let values: Vec<_> = list.iter().map(|(_, expr)| expr.value(&record, &[])).collect();
                list.iter().zip(values).for_each(|((name, _), value)| record.set(name, value));
            }
            Step::Filter(expr) => {
                if !expr.value(&record, &[]).is_true() {
                    return Ok(());
                }
            }
            Step::Parse { of, with, names } => parse(&mut record, of, with, names),
            Step::Group(group) => {
                *out.matched += 1;
                *out.memory += group.add(&record);
                return Ok(());
            }
            Step::Sort { keys, most, waiting } => {
                *out.matched += 1;
                let values: Vec<_> = keys.iter().map(|(expr, _)| expr.value(&record, &[])).collect();
                *out.memory += record.weight() + values.iter().map(Value::weight).sum::<usize>();
                waiting.push((values, record));
                if waiting.len() > most.saturating_mul(2).max(64)
                    || *out.memory > MEMORY / 2 && waiting.len() > *most
                {
                    sort(waiting, keys);
                    for (values, gone) in waiting.drain((*most).min(waiting.len())..) {
                        let weight = gone.weight() + values.iter().map(Value::weight).sum::<usize>();
                        *out.memory = out.memory.saturating_sub(weight);
                    }
                }
                return Ok(());
            }
            Step::Limit { left } => match left.checked_sub(1) {
                Some(less) => {
                    *left = less;
                    *out.over = less == 0;
                }
                None => {
                    *out.over = true;
                    return Ok(());
                }
            },
            Step::Dedup { of, seen } => {
                let values = of.iter().map(|expr| expr.value(&record, &[]).shown());
                let values: Vec<_> = values.map(Option::unwrap_or_default).collect();
                let key = values.join("\0");
                let weight = key.len() + OVERHEAD;
                if !seen.insert(key) {
                    return Ok(());
                }
                *out.memory += weight;
                if *out.memory > MEMORY {
                    return Err(TooLarge);
                }
            }
        }
    }
    *out.matched += 1;
    out.row(&record);
    Ok(())
}

fn sort(waiting: &mut [(Vec<Value>, Record)], keys: &[(Expr, bool)]) {
    let compare = |a: &[Value], b: &[Value]| {
        let pairs = a.iter().zip(b).zip(keys);
        let orders = pairs.map(|((a, b), (_, descending))| match (a, b) {
            // Missing values are at the end either way.
            (Value::Missing, _) | (_, Value::Missing) => a.rank(b),
            _ if *descending => b.rank(a),
            _ => a.rank(b),
        });
        orders.into_iter().find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    };
    waiting.sort_by(|(a, _), (b, _)| compare(a, b));
}

fn parse(record: &mut Record, of: &Expr, with: &regex::Regex, names: &[Arc<str>]) {
    let value = of.value(record, &[]);
    let Some(text) = value.text() else { return };
    let Some(found) = with.captures(&text) else { return };
    // Globs have numbers for their stars, expressions have names.
    let by_name = with.capture_names().flatten().next().is_some();
    let values: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let part = if by_name { found.name(name) } else { found.get(at + 1) };
            part.map(|part| Value::Text(part.as_str().to_owned()))
        })
        .collect();
    for (name, value) in names.iter().zip(values) {
        record.set(name, value.unwrap_or(Value::Missing));
    }
}

impl Group {
    /// Adds an event, and says how many bytes are kept for it.
    fn add(&mut self, record: &Record) -> usize {
        let key = Key(self.by.iter().map(|(_, expr)| expr.value(record, &[])).collect());
        let mut added = 0;
        if !self.groups.contains_key(&key) {
            let states =
                self.aggregates.iter().map(|aggregate| State::new(aggregate.kind)).collect::<Vec<_>>();
            added +=
                key.0.iter().map(Value::weight).sum::<usize>() + states.len() * size_of::<State>() + OVERHEAD;
            let key = Key(key.0.clone());
            self.groups.insert(key, states);
        }
        let at = record.timestamp().map_or(0, |at| at.0);
        if let Some(states) = self.groups.get_mut(&key) {
            for (state, aggregate) in states.iter_mut().zip(&self.aggregates) {
                added += state.add(aggregate.of.as_ref().map(|of| of.value(record, &[])), at);
            }
        }
        added
    }

    /// A row for each group; one without `by` is there also where nothing came.
    fn rows(&mut self) -> Vec<Record> {
        let mut groups = std::mem::take(&mut self.groups);
        if groups.is_empty() && self.by.is_empty() {
            let states = self.aggregates.iter().map(|aggregate| State::new(aggregate.kind)).collect();
            groups.insert(Key(Vec::new()), states);
        }
        let mut rows = Vec::with_capacity(groups.len());
        for (Key(values), states) in groups {
            let results: Vec<Value> = states.iter().map(State::result).collect();
            let by = self.by.iter().map(|(name, _)| Arc::clone(name)).zip(values);
            let empty = Record::made(by.collect());
            let columns = self.columns.iter();
            let columns: Vec<_> = columns.map(|(name, expr)| (name, expr.value(&empty, &results))).collect();
            let mut row = empty;
            columns.into_iter().for_each(|(name, value)| row.set(name, value));
            rows.push(row);
        }
        rows
    }
}
