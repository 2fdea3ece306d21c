//! How many events of each function run at the same time. Pure.
//!
//! A function that is throttled gets as many turns as it had room for, and none for a while where not even one is left;
//! one that runs gets more, up to a limit. As long as it was never throttled, it gets half as many more at a time and keeps
//! them where more gets done with them: a function that waits for others does more with five hundred environments than
//! with thirty-two, and one that computes does no more once all processors have work, so that each further environment
//! would only cost a cold start and memory. After it was throttled it gets more slowly, since each attempt too many makes
//! an event wait. So what a function cannot run stays in the queue, where it is in nobody's way.
//! Moments are counted from the start of the process: no clock that is set matters here.

use super::news::Room;
use super::{EventSettings, after};
use domain::Timestamp;
use std::collections::HashMap;
use std::time::Duration;
use store::Lane;

/// How long is measured what gets done, at least.
const ROUND: Duration = Duration::from_millis(200);
/// Of how much more there are turns, so much more must get done, in tenths.
const WORTH: u64 = 4;
/// How long what was not worth it is not tried again.
const REST: Duration = Duration::from_secs(15);

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
    /// Runs since the cap last grew, after it was throttled.
    earned: usize,
    pace: Pace,
    /// When it was last found to have no room.
    throttled: Option<Timestamp>,
    /// Failures to run in a row with nothing else running.
    stuck: u32,
    /// No turn before.
    pause: Option<Timestamp>,
}

/// Runs that ended within a time.
#[derive(Clone, Copy, Debug)]
struct Rate {
    runs: u64,
    ms: u64,
}

impl Rate {
    /// Whether the difference to what was done with fewer turns is worth the difference in turns.
    fn is_worth(self, turns: usize, before: Self, fewer: usize) -> bool {
        let (turns, fewer) = (turns as u64, fewer.max(1) as u64);
        let share = 10 * fewer + WORTH * turns.saturating_sub(fewer);
        let product = |a: u64, b: u64, c: u64| u128::from(a) * u128::from(b) * u128::from(c);
        product(self.runs, before.ms, 10 * fewer) >= product(before.runs, self.ms, share)
    }
}

/// Whether more turns get more done.
#[derive(Debug)]
struct Pace {
    /// When the round began, what has been done in it, and whether all turns were taken at some time.
    since: Timestamp,
    runs: u64,
    full: bool,
    trial: Trial,
}

#[derive(Debug)]
enum Trial {
    /// None, until then.
    Rests(Timestamp),
    /// There are more turns than these few, with which so much was done; the new ones have to begin first.
    Begins(usize, Rate),
    /// The new ones count.
    Counts(usize, Rate),
}

impl State {
    /// How many more events may be claimed.
    fn allowance(&self, now: Timestamp) -> usize {
        match self.pause {
            Some(pause) if pause > now => 0,
            _ => self.cap.saturating_sub(self.running),
        }
    }

    /// A run has ended, of a function that was never throttled.
    fn ran(&mut self, settings: &EventSettings, now: Timestamp) {
        let pace = &mut self.pace;
        pace.runs += 1;
        let ms = u64::try_from(now.0.saturating_sub(pace.since.0)).unwrap_or_default();
        if pace.runs < self.cap as u64 || u128::from(ms) < ROUND.as_millis() {
            return;
        }
        let rate = Rate { runs: pace.runs, ms };
        (pace.since, pace.runs) = (now, 0);
        // Where there were fewer events than turns, nothing was learned.
        if !std::mem::take(&mut pace.full) {
            return;
        }
        match pace.trial {
            Trial::Rests(until) if until > now => {}
            Trial::Rests(_) => self.try_more(rate, settings),
            Trial::Begins(fewer, before) => pace.trial = Trial::Counts(fewer, before),
            Trial::Counts(fewer, before) if rate.is_worth(self.cap, before, fewer) => {
                self.try_more(rate, settings);
            }
            Trial::Counts(fewer, _) => {
                self.cap = fewer;
                pace.trial = Trial::Rests(after(now, REST));
            }
        }
    }

    /// Whether more is known of it than of a new one. All of its runs may end at the same moment.
    fn is_on_trial(&self, settings: &EventSettings) -> bool {
        self.pace.full || self.cap != settings.lane_first || !matches!(self.pace.trial, Trial::Rests(_))
    }

    fn try_more(&mut self, rate: Rate, settings: &EventSettings) {
        self.pace.trial = Trial::Begins(self.cap, rate);
        let more = self.cap.saturating_add(self.cap.div_ceil(2)).min(settings.lane_most);
        self.cap = self.cap.max(more);
    }
}

/// See the module's documentation. Only functions that run or are paused, or were lately, are known.
#[derive(Debug, Default)]
pub(super) struct Lanes(HashMap<Lane, State>);

impl Lanes {
    /// How many more events of each known lane may be claimed. Forgets lanes that are like new ones.
    pub(super) fn allowances(&mut self, settings: &EventSettings, now: Timestamp) -> HashMap<Lane, usize> {
        let memory = settings.schedule.backoff_most.saturating_mul(2);
        self.0.retain(|_, lane| {
            lane.running > 0
                || lane.throttled.is_some_and(|at| after(at, memory) > now)
                || (lane.is_on_trial(settings) && after(lane.pace.since, REST) > now)
        });
        self.0.iter().map(|(lane, state)| (*lane, state.allowance(now))).collect()
    }

    /// Whether an event of a lane may be claimed.
    pub(super) fn room(&self, lane: Lane, now: Timestamp) -> Room {
        match self.0.get(&lane).filter(|state| state.allowance(now) == 0) {
            None => Room::Now,
            Some(state) if state.pause.is_some_and(|pause| pause > now) => Room::NotYet,
            Some(_) => Room::None,
        }
    }

    /// Whether more than one event of a lane was claimed and is not settled.
    pub(super) fn is_shared(&self, lane: Lane) -> bool {
        self.0.get(&lane).is_some_and(|state| state.running > 1)
    }

    /// An event was claimed.
    pub(super) fn began(&mut self, lane: Lane, settings: &EventSettings, now: Timestamp) {
        let new = || State {
            running: 0,
            cap: settings.lane_first,
            earned: 0,
            pace: Pace { since: now, runs: 0, full: false, trial: Trial::Rests(now) },
            throttled: None,
            stuck: 0,
            pause: None,
        };
        let state = self.0.entry(lane).or_insert_with(new);
        state.running += 1;
        state.pace.full |= state.running >= state.cap;
    }

    /// It is settled.
    pub(super) fn ended(&mut self, lane: Lane, turn: Turn, settings: &EventSettings, now: Timestamp) {
        let Some(state) = self.0.get_mut(&lane) else { return };
        state.running = state.running.saturating_sub(1);
        match turn {
            Turn::Ran => {
                (state.stuck, state.pause) = (0, None);
                match state.throttled {
                    None => return state.ran(settings, now),
                    Some(at) if after(at, settings.schedule.backoff_first) > now => return,
                    Some(_) => state.earned += 1,
                }
                if state.earned >= state.cap {
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
    fn a_lane_is_forgotten_when_nothing_of_it_runs() {
        let (mut lanes, settings, now) = (Lanes::default(), settings(), Timestamp(0));
        lanes.began(A, &settings, now);
        assert!(!lanes.is_shared(A) && !lanes.is_shared(Lane(2)));
        lanes.began(A, &settings, now);
        assert!(lanes.is_shared(A));
        assert_eq!(lanes.allowances(&settings, now)[&A], 1);
        lanes.ended(A, Turn::Ran, &settings, now);
        lanes.ended(A, Turn::Neither, &settings, now);
        assert!(lanes.allowances(&settings, now).is_empty(), "forgotten");
    }

    /// How many turns a function has in the end, and had at most, of which each run takes `time(running)` ms and of which
    /// so many events are queued at any time.
    fn turns(queued: usize, time: impl Fn(usize) -> i64) -> (usize, usize) {
        let settings = EventSettings { lane_first: 32, lane_most: 500, ..EventSettings::default() };
        let mut lanes = Lanes::default();
        let (mut ends, mut most): (Vec<i64>, usize) = (Vec::new(), 0);
        for now in 0..60_000 {
            let (over, running): (Vec<i64>, Vec<i64>) = ends.into_iter().partition(|end| *end <= now);
            ends = running;
            over.iter().for_each(|_| lanes.ended(A, Turn::Ran, &settings, Timestamp(now)));
            let room = lanes.allowances(&settings, Timestamp(now)).get(&A).copied().unwrap_or(32);
            let begin = room.min(queued.saturating_sub(ends.len()));
            (0..begin).for_each(|_| lanes.began(A, &settings, Timestamp(now)));
            let time = time(ends.len() + begin).max(1);
            ends.extend((0..begin).map(|_| now + time));
            most = most.max(ends.len());
        }
        (lanes.0[&A].cap, most)
    }

    #[test]
    fn a_function_that_waits_gets_more_turns_and_one_that_computes_does_not() {
        assert_eq!(turns(usize::MAX, |_| 1_000), (500, 500));
        assert_eq!(turns(usize::MAX, |_| 20), (500, 500));
        // Two processors, 2 ms each run: with more at once each takes longer.
        let (cap, most) = turns(usize::MAX, |running| i64::try_from(running).unwrap());
        assert!(cap <= 48 && most <= 48, "{cap} {most}");
        // It computes for a part of its time: no more than pays.
        let (cap, _) = turns(usize::MAX, |running| i64::try_from(running / 2).unwrap().max(40));
        assert!((48..=162).contains(&cap), "{cap}");
        assert_eq!(turns(20, |_| 100), (32, 20), "what is not used does not grow");
    }

    #[test]
    fn time_makes_room_only_after_a_pause() {
        let (mut lanes, settings, now) = (Lanes::default(), settings(), Timestamp(0));
        assert_eq!(lanes.room(A, now), Room::Now, "nothing is known of it");
        (0..3).for_each(|_| lanes.began(A, &settings, now));
        assert_eq!(lanes.room(A, Timestamp(i64::MAX)), Room::None, "all turns are taken");
        lanes.ended(A, Turn::Ran, &settings, now);
        assert_eq!(lanes.room(A, now), Room::Now);
        (0..2).for_each(|_| lanes.ended(A, Turn::NotRun, &settings, now));
        assert_eq!(lanes.room(A, now), Room::NotYet);
        assert_eq!(lanes.room(A, after(now, settings.schedule.backoff_first)), Room::Now);
    }

    #[test]
    fn a_throttled_lane_runs_what_it_can() {
        let (mut lanes, settings, now) = (Lanes::default(), settings(), Timestamp(0));
        (0..3).for_each(|_| lanes.began(A, &settings, now));
        lanes.ended(A, Turn::NotRun, &settings, now);
        assert_eq!(lanes.allowances(&settings, now)[&A], 0, "two run, and there is room for two");
        lanes.ended(A, Turn::Ran, &settings, now);
        assert_eq!((lanes.allowances(&settings, now)[&A], lanes.running()), (1, 1));
        // A second later it may be more, one for each round.
        let later = Timestamp(1_000);
        for (turns, allowance) in [(1, 1), (1, 2), (2, 2), (1, 3)] {
            for _ in 0..turns {
                lanes.began(A, &settings, later);
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
            lanes.began(A, &settings, Timestamp(now));
            lanes.ended(A, Turn::NotRun, &settings, Timestamp(now));
            assert_eq!(lanes.allowances(&settings, Timestamp(now + wait - 1))[&A], 0);
            now += wait;
            assert_eq!(lanes.allowances(&settings, Timestamp(now))[&A], 1);
        }
        // The last time was 8 s ago.
        assert_eq!(lanes.allowances(&settings, Timestamp(now + 591_999)).len(), 1);
        assert_eq!(lanes.allowances(&settings, Timestamp(now + 592_000)).len(), 0);
        lanes.began(A, &settings, Timestamp(now));
        assert_eq!(lanes.allowances(&settings, Timestamp(now))[&A], 2);
    }
}
