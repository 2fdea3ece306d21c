//! How many events of each function run at the same time. Pure.
//!
//! A function that is throttled gets as many turns as it had room for, and none for a while where not even one is left;
//! one that runs gets more, up to a limit: quickly as long as it was never throttled, slowly after that, since each
//! attempt too many makes an event wait. So what a function cannot run stays in the queue, where it is in nobody's way.
//! Moments are counted from the start of the process: no clock that is set matters here.

use super::{EventSettings, after};
use domain::Timestamp;
use std::collections::HashMap;
use store::Lane;

/// How a turn ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// The function ran.
    Ran,
    /// There was no room for it, or something was broken.
    NotRun,
    /// Nothing was learned about the function.
    Neither,
}

#[derive(Debug)]
struct State {
    running: usize,
    cap: usize,
    /// Runs since the cap last grew.
    earned: usize,
    /// When it was last found to have no room.
    throttled: Option<Timestamp>,
    /// Failures to run in a row with nothing else running.
    stuck: u32,
    /// No turn before.
    pause: Option<Timestamp>,
}

/// See the module's documentation. Only functions that run or are paused, or were lately, are known.
#[derive(Debug, Default)]
pub(super) struct Lanes(HashMap<Lane, State>);

impl Lanes {
    /// How many more events of each known lane may be claimed. Forgets lanes that are like new ones.
    pub(super) fn allowances(&mut self, settings: &EventSettings, now: Timestamp) -> HashMap<Lane, usize> {
        let memory = settings.schedule.backoff_most.saturating_mul(2);
        self.0.retain(|_, lane| lane.running > 0 || lane.throttled.is_some_and(|at| after(at, memory) > now));
        let allowance = |state: &State| match state.pause {
            Some(pause) if pause > now => 0,
            _ => state.cap.saturating_sub(state.running),
        };
        self.0.iter().map(|(lane, state)| (*lane, allowance(state))).collect()
    }

    /// Whether more than one event of a lane was claimed and is not settled.
    pub(super) fn is_shared(&self, lane: Lane) -> bool {
        self.0.get(&lane).is_some_and(|state| state.running > 1)
    }

    /// An event was claimed.
    pub(super) fn began(&mut self, lane: Lane, settings: &EventSettings) {
        let new = || State {
            running: 0,
            cap: settings.lane_first,
            earned: 0,
            throttled: None,
            stuck: 0,
            pause: None,
        };
        self.0.entry(lane).or_insert_with(new).running += 1;
    }

    /// It is settled.
    pub(super) fn ended(&mut self, lane: Lane, turn: Turn, settings: &EventSettings, now: Timestamp) {
        let Some(state) = self.0.get_mut(&lane) else { return };
        state.running = state.running.saturating_sub(1);
        match turn {
            Turn::Ran => {
                (state.stuck, state.pause) = (0, None);
                let price = match state.throttled {
                    None => 1,
                    Some(at) if after(at, settings.schedule.backoff_first) > now => return,
                    Some(_) => state.cap,
                };
                state.earned += 1;
                if state.earned >= price {
                    (state.cap, state.earned) = (state.cap.saturating_add(1).min(settings.lane_most), 0);
                }
            }
            Turn::NotRun => {
                (state.cap, state.earned, state.throttled) = (state.running.max(1), 0, Some(now));
                // Where others still run, the end of one of them makes room.
                if state.running == 0 && state.pause.is_none_or(|pause| pause <= now) {
                    state.stuck = state.stuck.saturating_add(1);
                    state.pause = Some(after(now, settings.schedule.backoff(state.stuck)));
                }
            }
            Turn::Neither => {}
        }
    }

    /// Events that run.
    #[cfg(test)]
    fn running(&self) -> usize {
        self.0.values().map(|state| state.running).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Lane = Lane(1);

    fn settings() -> EventSettings {
        EventSettings { lane_first: 3, lane_most: 5, ..EventSettings::default() }
    }

    #[test]
    fn turns_grow_with_success() {
        let (mut lanes, settings, now) = (Lanes::default(), settings(), Timestamp(0));
        lanes.began(A, &settings);
        assert!(!lanes.is_shared(A) && !lanes.is_shared(Lane(2)));
        lanes.began(A, &settings);
        assert!(lanes.is_shared(A));
        assert_eq!(lanes.allowances(&settings, now)[&A], 1);
        lanes.ended(A, Turn::Ran, &settings, now);
        assert_eq!(lanes.allowances(&settings, now)[&A], 3);
        for _ in 0..9 {
            lanes.began(A, &settings);
            lanes.ended(A, Turn::Ran, &settings, now);
        }
        assert_eq!(lanes.allowances(&settings, now)[&A], 4, "five, of which one runs");
        lanes.ended(A, Turn::Neither, &settings, now);
        assert!(lanes.allowances(&settings, now).is_empty(), "forgotten");
    }

    #[test]
    fn a_throttled_lane_runs_what_it_can() {
        let (mut lanes, settings, now) = (Lanes::default(), settings(), Timestamp(0));
        (0..3).for_each(|_| lanes.began(A, &settings));
        lanes.ended(A, Turn::NotRun, &settings, now);
        assert_eq!(lanes.allowances(&settings, now)[&A], 0, "two run, and there is room for two");
        lanes.ended(A, Turn::Ran, &settings, now);
        assert_eq!((lanes.allowances(&settings, now)[&A], lanes.running()), (1, 1));
        // A second later it may be more, one for each round.
        let later = Timestamp(1_000);
        for (turns, allowance) in [(1, 1), (1, 2), (2, 2), (1, 3)] {
            for _ in 0..turns {
                lanes.began(A, &settings);
                lanes.ended(A, Turn::Ran, &settings, later);
            }
            assert_eq!(lanes.allowances(&settings, later)[&A], allowance);
        }
    }

    #[test]
    fn a_lane_that_cannot_run_at_all_waits_longer_and_longer() {
        let (mut lanes, settings) = (Lanes::default(), settings());
        let mut now = 0;
        for wait in [1_000, 2_000, 4_000, 8_000] {
            lanes.began(A, &settings);
            lanes.ended(A, Turn::NotRun, &settings, Timestamp(now));
            assert_eq!(lanes.allowances(&settings, Timestamp(now + wait - 1))[&A], 0);
            now += wait;
            assert_eq!(lanes.allowances(&settings, Timestamp(now))[&A], 1);
        }
        // The last time was 8 s ago.
        assert_eq!(lanes.allowances(&settings, Timestamp(now + 591_999)).len(), 1);
        assert_eq!(lanes.allowances(&settings, Timestamp(now + 592_000)).len(), 0);
        lanes.began(A, &settings);
        assert_eq!(lanes.allowances(&settings, Timestamp(now))[&A], 2);
    }
}
