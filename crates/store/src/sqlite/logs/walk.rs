//! Events in the order of their positions, or against it, out of chunks that overlap.
//!
//! A chunk is opened when the walk comes to its end that is nearest. What is open and too much for memory is put away, that
//! which is needed last first, and read again.

use super::chunk::{EventRef, Events, SPAN};
use super::rows;
use crate::{EventPosition, StoreError};
use domain::Timestamp;
use rusqlite::{CachedStatement, Connection, Rows};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

pub(super) const FIRST: EventPosition = EventPosition { timestamp: Timestamp(i64::MIN), sequence: i64::MIN };
pub(super) const LAST: EventPosition = EventPosition { timestamp: Timestamp(i64::MAX), sequence: i64::MAX };

/// What the open chunks of one walk take in memory, bytes, where there is more than one.
const MEMORY: usize = 16 * 1024 * 1024;

/// Between which positions, neither of them included.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    pub(super) after: EventPosition,
    pub(super) before: EventPosition,
}

impl Window {
    /// Between two positions and from a time on until another.
    pub(super) fn new(
        after: EventPosition,
        before: EventPosition,
        start: Option<Timestamp>,
        end: Option<Timestamp>,
    ) -> Self {
        let start = start.map(|at| EventPosition { timestamp: Timestamp(at.0.saturating_sub(1)), ..LAST });
        let end = end.map(|at| EventPosition { timestamp: at, ..FIRST });
        Self {
            after: start.map_or(after, |at| at.max(after)),
            before: end.map_or(before, |at| at.min(before)),
        }
    }

    fn contains(&self, position: EventPosition) -> bool {
        self.after < position && position < self.before
    }
}

/// In which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Forward,
    Backward,
}

/// Whose chunks are walked through.
#[derive(Clone, Copy, Debug)]
pub(super) enum Whose {
    Group(i64),
    Stream(i64),
}

/// Prepares the statement that a [`Walk`] reads: chunks by the end that the walk comes to first.
pub(super) fn prepare(
    db: &Connection,
    whose: Whose,
    direction: Direction,
) -> Result<CachedStatement<'_>, StoreError> {
    let column = if matches!(whose, Whose::Group(_)) { "log_group" } else { "log_stream" };
    let (near, order) = if direction == Direction::Forward { ("first", "ASC") } else { ("last", "DESC") };
    Ok(db.prepare_cached(&format!(
        "SELECT id, log_stream, first_at, first_sequence, last_at, last_sequence FROM log_chunk
        WHERE {column} = ? AND {near}_at BETWEEN ? AND ? ORDER BY {near}_at {order}, {near}_sequence {order}"
    ))?)
}

/// The bounds of the statement that [`prepare`] made. No chunk is longer than [`SPAN`].
pub(super) fn bounds(whose: Whose, direction: Direction, window: Window) -> [i64; 3] {
    let (Whose::Group(id) | Whose::Stream(id)) = whose;
    let (after, before) = (window.after.timestamp.0, window.before.timestamp.0);
    match direction {
        Direction::Forward => [id, after.saturating_sub(SPAN), before],
        Direction::Backward => [id, after, before.saturating_add(SPAN)],
    }
}

/// A chunk that is not open.
struct Ahead {
    chunk: i64,
    stream: i64,
    near: EventPosition,
}

/// An open chunk.
struct Open {
    chunk: i64,
    stream: i64,
    /// None while they are put away.
    events: Option<Events>,
    /// Which is next.
    index: usize,
}

/// See the module's documentation.
pub(super) struct Walk<'w> {
    db: &'w Connection,
    rows: Rows<'w>,
    window: Window,
    direction: Direction,
    wanted: &'w dyn Fn(i64) -> bool,
    ahead: Option<Ahead>,
    open: Vec<Open>,
    /// By the rank of the next event of each open chunk.
    turns: BinaryHeap<Reverse<(i128, usize)>>,
    memory: usize,
    limit: usize,
}

impl<'w> Walk<'w> {
    /// Over the chunks that `rows` has, of the streams that are `wanted`.
    pub(super) fn new(
        db: &'w Connection,
        rows: Rows<'w>,
        window: Window,
        direction: Direction,
        wanted: &'w dyn Fn(i64) -> bool,
    ) -> Result<Self, StoreError> {
        let (open, turns) = (Vec::new(), BinaryHeap::new());
        let mut walk =
            Self { db, rows, window, direction, wanted, ahead: None, open, turns, memory: 0, limit: MEMORY };
        walk.ahead = walk.look_ahead()?;
        Ok(walk)
    }

    /// Goes on to the next event and gives it to `look`, with its stream's row. `None` after the last.
    pub(super) fn next<T>(
        &mut self,
        look: impl FnOnce(i64, EventRef<'_>) -> T,
    ) -> Result<Option<T>, StoreError> {
        while let Some(ahead) = &self.ahead
            && self.turns.peek().is_none_or(|Reverse((rank, _))| self.rank(ahead.near) <= *rank)
        {
            self.open_next()?;
        }
        let Some(Reverse((_, at))) = self.turns.pop() else { return Ok(None) };
        self.bring_back(at)?;
        let Some(open) = self.open.get_mut(at) else { return Ok(None) };
        let Some(event) = open.events.as_ref().and_then(|events| events.get(open.index)) else {
            return Ok(None);
        };
        let seen = look(open.stream, event);
        let following = match self.direction {
            Direction::Forward => Some(open.index + 1),
            Direction::Backward => open.index.checked_sub(1),
        };
        self.turn(at, following);
        Ok(Some(seen))
    }

    /// Puts an open chunk in its turn, or closes it where it has no event left within the window.
    fn turn(&mut self, at: usize, index: Option<usize>) {
        let Some(open) = self.open.get_mut(at) else { return };
        let position = index.and_then(|index| open.events.as_ref()?.get(index)).map(|event| event.position);
        match (index, position.filter(|position| self.window.contains(*position))) {
            (Some(index), Some(position)) => {
                open.index = index;
                let rank = self.rank(position);
                self.turns.push(Reverse((rank, at)));
            }
            _ => self.put_away(at),
        }
    }

    /// Smaller is earlier in this walk.
    fn rank(&self, position: EventPosition) -> i128 {
        let rank = (i128::from(position.timestamp.0) << 64) + i128::from(position.sequence);
        if self.direction == Direction::Forward { rank } else { -rank }
    }

    /// The next chunk that has a wanted stream and may have events within the window.
    fn look_ahead(&mut self) -> Result<Option<Ahead>, StoreError> {
        while let Some(row) = self.rows.next()? {
            let (first, last) = (rows::position(row, 2)?, rows::position(row, 4)?);
            let stream = row.get(1)?;
            if last <= self.window.after || first >= self.window.before || !(self.wanted)(stream) {
                continue;
            }
            let near = if self.direction == Direction::Forward { first } else { last };
            return Ok(Some(Ahead { chunk: row.get(0)?, stream, near }));
        }
        Ok(None)
    }

    fn open_next(&mut self) -> Result<(), StoreError> {
        let Some(ahead) = self.ahead.take() else { return Ok(()) };
        self.ahead = self.look_ahead()?;
        // Those that are over keep their place, without their events: turns name chunks by their places.
        let at = self.open.len();
        self.open.push(Open { chunk: ahead.chunk, stream: ahead.stream, events: None, index: 0 });
        self.bring_back(at)?;
        let Some(events) = self.open.get(at).and_then(|open| open.events.as_ref()) else { return Ok(()) };
        let window = self.window;
        let first = match self.direction {
            Direction::Forward => events.first_after(window.after),
            Direction::Backward => events.last_before(window.before),
        };
        self.turn(at, first);
        Ok(())
    }

    /// Has an open chunk's events in memory, and not too much beside them.
    fn bring_back(&mut self, at: usize) -> Result<(), StoreError> {
        let Some(open) = self.open.get_mut(at) else { return Ok(()) };
        if open.events.is_some() {
            return Ok(());
        }
        let events = rows::load(self.db, open.chunk)?;
        self.memory += events.weight();
        open.events = Some(events);
        if self.memory > self.limit {
            self.make_room(at);
        }
        Ok(())
    }

    /// Puts away what is needed last, but for one.
    fn make_room(&mut self, but: usize) {
        let mut turns: Vec<_> = self.turns.iter().map(|Reverse(turn)| *turn).collect();
        turns.sort_unstable_by(|a, b| b.cmp(a));
        for (_, at) in turns {
            if self.memory <= self.limit / 2 {
                break;
            }
            if at != but {
                self.put_away(at);
            }
        }
    }

    fn put_away(&mut self, at: usize) {
        if let Some(events) = self.open.get_mut(at).and_then(|open| open.events.take()) {
            self.memory -= events.weight();
        }
    }

    /// With less memory.
    #[cfg(test)]
    pub(super) fn within(mut self, bytes: usize) -> Self {
        self.limit = bytes;
        self
    }
}
