//! What becomes of an event. Pure: the same arguments, the same decision.
//!
//! Errors of the function are tried again after 1 and 2 minutes; what could not be run, after 1 s and then ever later,
//! up to 5 min, until the event is too old (AWS Lambda developer guide, "Asynchronous invocation").

use super::{EventPolicy, after};
use domain::Timestamp;
use std::fmt;
use std::time::Duration;
use store::{Progress, Settlement};

/// When things are tried again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// After the first and the second error of the function.
    pub errors: [Duration; 2],
    /// After it could not be run for the first time; each further time twice as long.
    pub backoff_first: Duration,
    /// The longest of these, and no shorter than those after errors.
    pub backoff_most: Duration,
    /// Takeovers that an event survives: one that had more owners end while it ran is not run again.
    pub takeovers: u32,
    /// How often a message for another service is sent before it is given up: 1 s after the first time, then ever later.
    pub deliveries: u32,
    /// A message that is older is given up.
    pub delivery_age: Duration,
}

impl Default for Schedule {
    fn default() -> Self {
        Self {
            errors: [Duration::from_secs(60), Duration::from_secs(120)],
            backoff_first: Duration::from_secs(1),
            backoff_most: Duration::from_secs(300),
            takeovers: 5,
            deliveries: 16,
            delivery_age: Duration::from_secs(6 * 3_600),
        }
    }
}

impl Schedule {
    /// After the `n`th failure in a row, from 1.
    pub(super) fn backoff(&self, n: u32) -> Duration {
        let doublings = n.saturating_sub(1).min(31);
        self.backoff_first.saturating_mul(1_u32 << doublings).min(self.backoff_most)
    }
}

/// Why an event ended, as destinations are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Condition {
    /// The function succeeded.
    Success,
    /// It failed as often as it may.
    RetriesExhausted,
    /// It is too old to be tried again.
    EventAgeExceeded,
    /// The function's concurrency is reserved to be 0.
    ZeroReservedConcurrency,
    /// It was stopped as part of a recursive loop.
    RecursiveInvocation,
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Success => "Success",
            // What AWS calls the last one is not known; it is not to surprise whoever knows the others.
            Self::RetriesExhausted | Self::RecursiveInvocation => "RetriesExhausted",
            Self::EventAgeExceeded => "EventAgeExceeded",
            Self::ZeroReservedConcurrency => "ZeroReservedConcurrency",
        })
    }
}

/// Why an event ended without anybody but the log hearing of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Discard {
    /// It failed for this reason, and has no destination for failures and no dead-letter target.
    NobodyToTell(Condition),
    /// Its function, version or alias does not exist any more, nor then what was configured for it.
    Gone,
    /// Its record in the queue cannot be read; it is set aside there.
    Unreadable,
    /// Its record is not in the queue.
    Missing,
}

impl fmt::Display for Discard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NobodyToTell(Condition::RecursiveInvocation) => {
                f.write_str("it is part of a recursive loop, and nobody is to be told")
            }
            Self::NobodyToTell(condition) => write!(f, "{condition}, and nobody is to be told"),
            Self::Gone => f.write_str("what was invoked does not exist any more"),
            Self::Unreadable => f.write_str("its record cannot be read, and is set aside"),
            Self::Missing => f.write_str("its record is missing"),
        }
    }
}

/// What happened to an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Happened {
    /// It was claimed.
    Claimed,
    Succeeded,
    /// The function failed.
    Failed,
    /// It could not be run: throttled, or something is broken.
    NotRun,
    NoConcurrency,
    Recursive,
    Gone,
    Interrupted,
    /// Its record was looked for, and cannot be read.
    Unreadable,
    /// It was looked for, and is not there.
    Missing,
}

/// What is to be done, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    Run,
    /// A record goes to the destination for this condition.
    Record(Condition),
    /// The event goes to the dead-letter target.
    DeadLetter(Condition),
    Discard(Discard),
    Settle(Settlement),
}

/// What is known of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct State {
    pub(super) accepted: Timestamp,
    pub(super) progress: Progress,
}

impl State {
    /// `approximateInvokeCount`: runs that ended in an error, runs whose end nobody saw, and a success.
    pub(super) fn invokes(&self, condition: Condition) -> u32 {
        let Progress { errors, takeovers, .. } = self.progress;
        errors.saturating_add(takeovers).saturating_add(u32::from(condition == Condition::Success))
    }
}

/// See the module's documentation.
pub(super) fn decide(
    mut state: State,
    happened: Happened,
    policy: &EventPolicy,
    schedule: &Schedule,
    now: Timestamp,
) -> (State, Vec<Effect>) {
    let too_old = after(state.accepted, policy.max_age);
    let progress = &mut state.progress;
    let effects = match happened {
        Happened::Claimed if progress.takeovers > schedule.takeovers => {
            end(Condition::RetriesExhausted, policy)
        }
        Happened::Claimed if now >= too_old => end(Condition::EventAgeExceeded, policy),
        Happened::Claimed => vec![Effect::Run],
        Happened::Succeeded => {
            let record = policy.on_success.is_some().then_some(Effect::Record(Condition::Success));
            record.into_iter().chain([DONE]).collect()
        }
        Happened::Failed => {
            progress.errors = progress.errors.saturating_add(1);
            progress.backoffs = 0;
            let [first, second] = schedule.errors;
            let due = after(now, if progress.errors == 1 { first } else { second });
            match () {
                () if progress.errors > policy.retries => end(Condition::RetriesExhausted, policy),
                () if due >= too_old => end(Condition::EventAgeExceeded, policy),
                () => vec![Effect::Settle(Settlement::Later { due, progress: *progress })],
            }
        }
        Happened::NotRun if now >= too_old => end(Condition::EventAgeExceeded, policy),
        Happened::NotRun => {
            progress.backoffs = progress.backoffs.saturating_add(1);
            // Not after its end, so that whoever is to hear of that hears in time.
            let due = after(now, schedule.backoff(progress.backoffs)).min(too_old);
            vec![Effect::Settle(Settlement::Later { due, progress: *progress })]
        }
        Happened::NoConcurrency => end(Condition::ZeroReservedConcurrency, policy),
        Happened::Recursive => end(Condition::RecursiveInvocation, policy),
        Happened::Gone => vec![Effect::Discard(Discard::Gone), DONE],
        Happened::Interrupted => vec![Effect::Settle(Settlement::Unclaimed)],
        Happened::Unreadable => {
            vec![Effect::Discard(Discard::Unreadable), Effect::Settle(Settlement::SetAside)]
        }
        Happened::Missing => vec![Effect::Discard(Discard::Missing), DONE],
    };
    (state, effects)
}

const DONE: Effect = Effect::Settle(Settlement::Done);

/// The end of an event that failed.
fn end(condition: Condition, policy: &EventPolicy) -> Vec<Effect> {
    let record = policy.on_failure.is_some().then_some(Effect::Record(condition));
    let letter = policy.dead_letter.is_some().then_some(Effect::DeadLetter(condition));
    let mut effects: Vec<_> = record.into_iter().chain(letter).collect();
    if effects.is_empty() {
        effects.push(Effect::Discard(Discard::NobodyToTell(condition)));
    }
    effects.push(DONE);
    effects
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOTH: fn() -> EventPolicy = || EventPolicy {
        on_success: Some("s".to_owned()),
        on_failure: Some("f".to_owned()),
        dead_letter: Some("d".to_owned()),
        ..EventPolicy::default()
    };

    fn progress(errors: u32, backoffs: u32, takeovers: u32) -> Progress {
        Progress { errors, backoffs, takeovers }
    }

    fn later(s: i64, progress: Progress) -> Vec<Effect> {
        vec![Effect::Settle(Settlement::Later { due: Timestamp(s * 1_000), progress })]
    }

    fn told(condition: Condition) -> Vec<Effect> {
        vec![Effect::Record(condition), Effect::DeadLetter(condition), DONE]
    }

    /// Accepted at 0.
    fn at(s: i64, before: Progress, happened: Happened, policy: &EventPolicy) -> Vec<Effect> {
        let state = State { accepted: Timestamp(0), progress: before };
        decide(state, happened, policy, &Schedule::default(), Timestamp(s * 1_000)).1
    }

    #[test]
    fn errors_of_the_function() {
        let policy = BOTH();
        assert_eq!(at(10, progress(0, 0, 0), Happened::Failed, &policy), later(70, progress(1, 0, 0)));
        assert_eq!(at(70, progress(1, 7, 0), Happened::Failed, &policy), later(190, progress(2, 0, 0)));
        assert_eq!(at(190, progress(2, 0, 0), Happened::Failed, &policy), told(Condition::RetriesExhausted));
        let never = EventPolicy { retries: 0, ..BOTH() };
        assert_eq!(at(1, progress(0, 0, 0), Happened::Failed, &never), told(Condition::RetriesExhausted));
        let short = EventPolicy { max_age: Duration::from_secs(60), ..BOTH() };
        assert_eq!(at(1, progress(0, 0, 0), Happened::Failed, &short), told(Condition::EventAgeExceeded));
    }

    #[test]
    fn what_could_not_be_run() {
        let policy = BOTH();
        let run = Happened::NotRun;
        for (backoffs, wait) in [(0, 1), (1, 2), (2, 4), (7, 128), (8, 256), (9, 300), (50, 300)] {
            let found = at(100, progress(1, backoffs, 1), run, &policy);
            assert_eq!(found, later(100 + wait, progress(1, backoffs + 1, 1)));
        }
        assert_eq!(at(21_500, progress(0, 20, 0), run, &policy), later(21_600, progress(0, 21, 0)));
        assert_eq!(at(21_600, progress(0, 21, 0), run, &policy), told(Condition::EventAgeExceeded));
    }

    #[test]
    fn what_is_not_begun() {
        let policy = BOTH();
        let claimed = Happened::Claimed;
        assert_eq!(at(0, progress(0, 0, 5), claimed, &policy), [Effect::Run]);
        assert_eq!(at(0, progress(0, 0, 6), claimed, &policy), told(Condition::RetriesExhausted));
        assert_eq!(at(21_600, progress(0, 0, 0), claimed, &policy), told(Condition::EventAgeExceeded));
        let zero = at(0, progress(0, 0, 0), Happened::NoConcurrency, &policy);
        assert_eq!(zero, told(Condition::ZeroReservedConcurrency));
        let recursive = at(0, progress(0, 0, 0), Happened::Recursive, &policy);
        assert_eq!(recursive, told(Condition::RecursiveInvocation));
        let gone = at(0, progress(0, 0, 0), Happened::Gone, &policy);
        assert_eq!(gone, [Effect::Discard(Discard::Gone), DONE]);
        let interrupted = at(0, progress(0, 0, 0), Happened::Interrupted, &policy);
        assert_eq!(interrupted, [Effect::Settle(Settlement::Unclaimed)]);
        let unreadable = at(0, progress(0, 0, 0), Happened::Unreadable, &policy);
        let aside = Effect::Settle(Settlement::SetAside);
        assert_eq!(unreadable, [Effect::Discard(Discard::Unreadable), aside]);
        let missing = at(0, progress(0, 0, 0), Happened::Missing, &policy);
        assert_eq!(missing, [Effect::Discard(Discard::Missing), DONE]);
    }

    #[test]
    fn who_is_told() {
        let none = EventPolicy { retries: 0, ..EventPolicy::default() };
        assert_eq!(at(0, progress(0, 0, 0), Happened::Succeeded, &none), [DONE]);
        let discard = Effect::Discard(Discard::NobodyToTell(Condition::RetriesExhausted));
        assert_eq!(at(0, progress(0, 0, 0), Happened::Failed, &none), [discard, DONE]);
        let success = at(0, progress(0, 0, 0), Happened::Succeeded, &BOTH());
        assert_eq!(success, [Effect::Record(Condition::Success), DONE]);
    }

    proptest::proptest! {
        /// Whatever happens to an event, each decision settles it once, and it reaches its end in time.
        #[test]
        fn every_event_ends(
            happens in proptest::collection::vec(0..4_u8, 400),
            retries in 0..3_u32,
            age_s in 60..21_601_u64,
        ) {
            let policy = EventPolicy { retries, max_age: Duration::from_secs(age_s), ..BOTH() };
            let schedule = Schedule::default();
            let mut state = State { accepted: Timestamp(0), progress: progress(0, 0, 0) };
            let (mut now, mut runs) = (Timestamp(0), 0);
            for happened in happens {
                let (claimed, mut effects) = decide(state, Happened::Claimed, &policy, &schedule, now);
                if effects == [Effect::Run] {
                    runs += u32::from(happened < 2);
                    let what = [Happened::Succeeded, Happened::Failed, Happened::NotRun, Happened::NotRun];
                    (state, effects) = decide(claimed, what[usize::from(happened)], &policy, &schedule, now);
                }
                let settlements = effects.iter().filter(|effect| matches!(effect, Effect::Settle(_))).count();
                proptest::prop_assert_eq!(settlements, 1);
                match effects.last() {
                    Some(Effect::Settle(Settlement::Done)) => {
                        proptest::prop_assert!(runs <= retries + 1 && now <= after(Timestamp(0), policy.max_age));
                        return Ok(());
                    }
                    Some(Effect::Settle(Settlement::Later { due, progress })) => {
                        proptest::prop_assert!(*due > now && *progress == state.progress);
                        now = *due;
                    }
                    other => proptest::prop_assert!(false, "{other:?}"),
                }
            }
            proptest::prop_assert!(false, "no end");
        }
    }

    #[test]
    fn how_often_it_ran() {
        let state = State { accepted: Timestamp(0), progress: progress(2, 9, 1) };
        assert_eq!(state.invokes(Condition::Success), 4);
        assert_eq!(state.invokes(Condition::RetriesExhausted), 3);
        let new = State { accepted: Timestamp(0), progress: progress(0, 0, 0) };
        assert_eq!(new.invokes(Condition::ZeroReservedConcurrency), 0);
    }
}
