//! Reading a stream, searching a group.

use super::chunk::EventRef;
use super::groups::stream_id;
use super::walk::{Direction, FIRST, LAST, Walk, Whose, Window, bounds, prepare};
use crate::{
    EventQuery, FilterPage, FilterQuery, FilteredEvent, ReadFrom, StoreError, StoredEvent, StreamSelection,
};
use rusqlite::{Connection, params};
use std::collections::HashMap;
use std::sync::Arc;

impl From<EventRef<'_>> for StoredEvent {
    fn from(event: EventRef<'_>) -> Self {
        Self { position: event.position, ingestion: event.ingestion, message: event.message.to_owned() }
    }
}

/// Reads events of a stream; see [`crate::LogStore::get_events`].
pub(super) fn get(db: &Connection, stream: i64, query: EventQuery) -> Result<Vec<StoredEvent>, StoreError> {
    let (after, before, direction) = match query.from {
        ReadFrom::Head => (FIRST, LAST, Direction::Forward),
        ReadFrom::Tail => (FIRST, LAST, Direction::Backward),
        ReadFrom::After(position) => (position, LAST, Direction::Forward),
        ReadFrom::Before(position) => (FIRST, position, Direction::Backward),
    };
    let (whose, window) = (Whose::Stream(stream), Window::new(after, before, query.start, query.end));
    let mut statement = prepare(db, whose, direction)?;
    let rows = statement.query(bounds(whose, direction, window))?;
    let mut walk = Walk::new(db, rows, window, direction, &|_| true)?;
    let mut events: Vec<StoredEvent> = Vec::new();
    let mut bytes = 0;
    while events.len() < query.limit
        && let Some(event) = walk.next(|_, event| {
            bytes += event.size();
            (events.is_empty() || bytes <= query.max_bytes as u64).then(|| event.into())
        })?
    {
        match event {
            Some(event) => events.push(event),
            None => break,
        }
    }
    if direction == Direction::Backward {
        events.reverse();
    }
    Ok(events)
}

/// The streams that a search looks at, by row. Deleted ones are not among them, whose events are still there.
fn selected(
    db: &Connection,
    group: i64,
    streams: &StreamSelection,
) -> Result<HashMap<i64, Arc<str>>, StoreError> {
    if let StreamSelection::Names(names) = streams {
        let mut found = HashMap::new();
        for name in names {
            match stream_id(db, group, name) {
                Ok(id) => found.insert(id, Arc::from(name.as_str())),
                Err(StoreError::NotFound(_)) => continue,
                Err(error) => return Err(error),
            };
        }
        return Ok(found);
    }
    let prefix = if let StreamSelection::Prefix(prefix) = streams { prefix.as_str() } else { "" };
    let sql = "SELECT id, name FROM log_stream WHERE log_group = ?1 AND substr(name, 1, length(?2)) = ?2";
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(params![group, prefix], |row| {
        Ok((row.get(0)?, row.get_ref(1)?.as_str().map(Arc::from).unwrap_or_default()))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a search makes of an event.
enum Look {
    /// It is not one of them.
    Other,
    Found(FilteredEvent),
    /// It is, and there is no room for it.
    NoRoom,
}

/// Searches a group; see [`crate::LogStore::filter_events`].
pub(super) fn filter(db: &Connection, group: i64, query: &FilterQuery) -> Result<FilterPage, StoreError> {
    let mut page = FilterPage { events: Vec::new(), next: None, scanned: 0, scanned_bytes: 0 };
    let streams = selected(db, group, &query.streams)?;
    let whose = match streams.keys().next() {
        None => return Ok(page),
        // One stream has an index of its own; several are picked out of the group's.
        Some(only) if streams.len() == 1 => Whose::Stream(*only),
        Some(_) => Whose::Group(group),
    };
    let (window, direction) = if query.descending {
        let before = query.after.unwrap_or(LAST);
        (Window::new(FIRST, before, query.start, query.end), Direction::Backward)
    } else {
        let after = query.after.unwrap_or(FIRST);
        (Window::new(after, LAST, query.start, query.end), Direction::Forward)
    };
    let mut statement = prepare(db, whose, direction)?;
    let rows = statement.query(bounds(whose, direction, window))?;
    let wanted = |stream| streams.contains_key(&stream);
    let mut walk = Walk::new(db, rows, window, direction, &wanted)?;
    let beginning = if query.descending { window.before } else { window.after };
    let (mut bytes, mut reached) = (0, beginning);
    loop {
        let full = page.scanned == query.max_scanned.max(1) || page.events.len() == query.limit;
        let is_first = page.events.is_empty();
        let mut size = 0;
        let look = walk.next(|stream, event| {
            size = event.size();
            let is_match = query.terms.iter().all(|term| event.message.contains(term.as_str()));
            let Some(stream) = streams.get(&stream).filter(|_| is_match || full) else {
                return (event.position, Look::Other);
            };
            let bytes_then = bytes + event.size();
            if full || bytes_then > query.max_bytes as u64 && !is_first {
                return (event.position, Look::NoRoom);
            }
            bytes = bytes_then;
            let found = FilteredEvent { stream: Arc::clone(stream), event: event.into() };
            (event.position, Look::Found(found))
        })?;
        match look {
            None => break,
            Some((_, Look::NoRoom)) => {
                page.next = Some(reached);
                break;
            }
            Some((position, look)) => {
                if let Look::Found(found) = look {
                    page.events.push(found);
                }
                page.scanned += 1;
                page.scanned_bytes += size;
                reached = position;
            }
        }
    }
    Ok(page)
}
