//! When an idle environment is to be frozen. Pure.
//!
//! From the moment that an environment is given back, anybody may take it, on another thread and before whoever gave it back
//! has said so here. So what was given back is known by how often it had been used until then; every use counts, and what was
//! used more often is in use, or was given back again, which is told in its turn.

use tokio::time::Instant;

/// An environment that came back after so many uses, and when it is to be frozen unless there are more by then.
pub(super) struct Idle {
    uses: u64,
    due: Instant,
    /// Whether somebody waits for that time.
    watched: bool,
}

/// Whether to freeze an environment now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    /// If it had no more than so many uses.
    Now(u64),
    /// Not before this.
    Later(Instant),
    /// It is in use, and whoever brings it back takes care of it.
    Never,
}

impl Idle {
    /// It was never given back.
    pub(super) fn new(born: Instant) -> Self {
        Self { uses: 0, due: born, watched: false }
    }

    /// It was given back after so many uses. True where somebody is to begin to wait until `due`, and to [`Self::look`] then;
    /// else somebody does, or need not.
    pub(super) fn came_back(&mut self, uses: u64, due: Instant) -> bool {
        // It came back again meanwhile, and that was told first.
        if uses < self.uses {
            return false;
        }
        let was_watched = self.watched;
        *self = Self { uses, due, watched: true };
        !was_watched
    }

    /// Whether the time has come to freeze it, after so many `uses` until now, or a moment ago. Unless it comes later, nobody
    /// waits any more.
    pub(super) fn look(&mut self, uses: u64, now: Instant) -> Due {
        let is_unused = self.uses >= uses;
        if is_unused && self.due > now {
            return Due::Later(self.due);
        }
        self.watched = false;
        if is_unused { Due::Now(self.uses) } else { Due::Never }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    /// One that is new, and times after that in milliseconds.
    fn new() -> (Idle, impl Fn(u64) -> Instant) {
        let born = Instant::now();
        (Idle::new(born), move |millis| born + Duration::from_millis(millis))
    }

    #[test]
    fn what_nobody_uses_is_frozen_when_it_is_due() {
        let (mut idle, at) = new();
        assert!(idle.came_back(1, at(20)));
        assert_eq!(idle.look(1, at(19)), Due::Later(at(20)));
        assert_eq!(idle.look(1, at(20)), Due::Now(1));
    }

    #[test]
    fn one_watches_while_it_comes_back_again_and_again() {
        let (mut idle, at) = new();
        assert!(idle.came_back(1, at(20)));
        assert!(!idle.came_back(2, at(30)));
        assert_eq!(idle.look(2, at(20)), Due::Later(at(30)));
        assert_eq!(idle.look(3, at(30)), Due::Never, "in use");
        assert!(idle.came_back(3, at(60)), "nobody watches any more");
    }

    #[test]
    fn what_is_told_twice_is_frozen_once_for_each() {
        let (mut idle, at) = new();
        assert!(idle.came_back(1, at(20)));
        assert!(!idle.came_back(1, at(25)), "taken, and given back unused");
        assert_eq!(idle.look(1, at(20)), Due::Later(at(25)));
        assert_eq!(idle.look(1, at(25)), Due::Now(1));
        assert!(idle.came_back(1, at(50)));
        assert_eq!(idle.look(1, at(50)), Due::Now(1));
    }

    /// Whoever looks has asked for the uses before it came back once more.
    #[test]
    fn who_looks_with_old_uses_goes_on_watching() {
        let (mut idle, at) = new();
        assert!(idle.came_back(1, at(20)));
        assert!(!idle.came_back(2, at(30)));
        assert_eq!(idle.look(1, at(20)), Due::Later(at(30)));
        assert_eq!(idle.look(1, at(30)), Due::Now(2));
    }

    #[test]
    fn what_is_told_late_does_not_hide_what_came_after() {
        let (mut idle, at) = new();
        assert!(idle.came_back(2, at(25)));
        assert!(!idle.came_back(1, at(20)));
        assert_eq!(idle.look(2, at(25)), Due::Now(2));
        assert!(!idle.came_back(1, at(40)), "nor does anybody watch for it");
    }
}
