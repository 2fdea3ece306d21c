//! What a runtime may do when: a pure state machine, one event in, one verdict out.
//!
//! A runtime that asks again for the event it already has gets it again, as on AWS: its first connection may have
//! broken. A runtime may also have several `next` requests waiting; they stay parked and are served one by one.

use crate::refusal::Refusal;
use domain::InvocationId;

/// Where a runtime is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Started; has not asked for an event yet.
    #[default]
    Starting,
    /// Is saying that it could not initialise.
    InitFailing,
    /// Said that it could not initialise. Nothing more is expected of it.
    InitFailed,
    /// Waits for an event, unless its connections broke.
    Ready,
    /// Has an event.
    Running,
    /// Is sending its answer.
    Replying,
    /// Has answered and not come back yet.
    Replied,
}

/// Which of the two answers to an invocation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Answering {
    /// `…/response`.
    #[default]
    Response,
    /// `…/error`.
    Error,
}

impl Answering {
    /// AWS's name of the state.
    fn name(self) -> &'static str {
        match self {
            Self::Response => "InvocationResponse",
            Self::Error => "InvocationErrorResponse",
        }
    }
}

/// What happens to a runtime.
#[derive(Clone, Debug)]
pub(crate) enum Event<'a> {
    /// `GET …/invocation/next`.
    Next,
    /// The connection of a parked `next` is gone.
    Unpark,
    /// The worker has an invocation for it.
    Offer(&'a InvocationId),
    /// The worker takes back an invocation that was not delivered.
    Withdraw,
    /// The head of `POST …/invocation/{id}/response` or `…/error`.
    BeginReply(&'a str, Answering),
    /// The answer is here (or known to be broken).
    EndReply,
    /// The head of `POST …/init/error`.
    BeginInitError,
    /// The body of that is here, or (`false`) broke off or is too long: then another may be sent.
    EndInitError(bool),
}

/// What follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Let the request wait.
    Park,
    /// Hand the current invocation over, to this request or (on an offer) to a parked one.
    Deliver,
    /// Go on.
    Accept,
    /// Answer with an error.
    Refuse(Refusal),
}

/// The machine of one process of a runtime.
#[derive(Clone, Debug, Default)]
pub(crate) struct Machine {
    phase: Phase,
    /// What it answers, or answered last.
    answering: Answering,
    parked: usize,
    /// Offered and not delivered yet.
    offered: bool,
    /// The invocation offered, delivered or last answered.
    current: Option<InvocationId>,
}

impl Machine {
    /// Where the runtime is.
    pub(crate) fn phase(&self) -> Phase {
        self.phase
    }

    /// Whether an event would be handed over at once.
    pub(crate) fn is_waiting(&self) -> bool {
        self.phase == Phase::Ready && self.parked > 0
    }

    /// One step.
    pub(crate) fn step(&mut self, event: Event<'_>) -> Verdict {
        match event {
            Event::Next => self.next(),
            Event::Unpark => {
                self.parked = self.parked.saturating_sub(1);
                Verdict::Accept
            }
            Event::Offer(id) => self.offer(id),
            Event::Withdraw => {
                if std::mem::take(&mut self.offered) {
                    self.current = None;
                }
                Verdict::Accept
            }
            Event::BeginReply(id, answering) => self.begin_reply(id, answering),
            Event::EndReply => {
                if self.phase == Phase::Replying {
                    self.phase = if self.parked > 0 { Phase::Ready } else { Phase::Replied };
                }
                Verdict::Accept
            }
            Event::BeginInitError if self.phase == Phase::Starting => {
                self.phase = Phase::InitFailing;
                Verdict::Accept
            }
            Event::BeginInitError => self.refuse("InitError"),
            Event::EndInitError(whole) => {
                if self.phase == Phase::InitFailing {
                    self.phase = if whole { Phase::InitFailed } else { Phase::Starting };
                }
                Verdict::Accept
            }
        }
    }

    fn next(&mut self) -> Verdict {
        match self.phase {
            Phase::InitFailing | Phase::InitFailed | Phase::Replying => self.refuse("Ready"),
            Phase::Running => Verdict::Deliver,
            Phase::Starting | Phase::Ready | Phase::Replied if std::mem::take(&mut self.offered) => {
                self.phase = Phase::Running;
                Verdict::Deliver
            }
            Phase::Starting | Phase::Ready | Phase::Replied => {
                self.phase = Phase::Ready;
                self.parked += 1;
                Verdict::Park
            }
        }
    }

    fn offer(&mut self, id: &InvocationId) -> Verdict {
        let busy =
            matches!(self.phase, Phase::InitFailing | Phase::InitFailed | Phase::Running | Phase::Replying);
        if self.offered || busy {
            return self.refuse("Invoke");
        }
        self.current = Some(id.clone());
        if self.is_waiting() {
            self.parked -= 1;
            self.phase = Phase::Running;
            return Verdict::Deliver;
        }
        self.offered = true;
        Verdict::Park
    }

    fn begin_reply(&mut self, id: &str, answering: Answering) -> Verdict {
        if self.offered || self.current.as_ref().is_none_or(|current| &*current.0 != id) {
            return Verdict::Refuse(Refusal::InvalidRequestId);
        }
        if self.phase != Phase::Running {
            return self.refuse(answering.name());
        }
        (self.phase, self.answering) = (Phase::Replying, answering);
        Verdict::Accept
    }

    fn refuse(&self, to: &'static str) -> Verdict {
        let from = match self.phase {
            Phase::Starting => "Started",
            Phase::InitFailing | Phase::InitFailed => "InitError",
            Phase::Ready => "Ready",
            Phase::Running => "Running",
            Phase::Replying => self.answering.name(),
            Phase::Replied => "RuntimeResponseSentState",
        };
        Verdict::Refuse(Refusal::InvalidStateTransition { from, to })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "7b6b4a7e-0000-4000-8000-000000000001";

    /// `N` next, `U` its connection gone, `O` offer, `W` withdraw, `B` begin reply, `X` begin reply of another id, `E`
    /// end reply, `I` begin init error, `F` its end, `R` it broke off. Answers: `p` park, `d` deliver, `a` accept, `4`
    /// 400, `3` 403.
    fn play(events: &str) -> (String, Phase, bool) {
        let id = InvocationId(ID.into());
        let mut machine = Machine::default();
        let verdicts = events.chars().map(|event| {
            let event = match event {
                'N' => Event::Next,
                'U' => Event::Unpark,
                'O' => Event::Offer(&id),
                'W' => Event::Withdraw,
                'B' => Event::BeginReply(ID, Answering::Response),
                'X' => Event::BeginReply("another", Answering::Error),
                'E' => Event::EndReply,
                'I' => Event::BeginInitError,
                'F' => Event::EndInitError(true),
                'R' => Event::EndInitError(false),
                other => panic!("{other}"),
            };
            match machine.step(event) {
                Verdict::Park => 'p',
                Verdict::Deliver => 'd',
                Verdict::Accept => 'a',
                Verdict::Refuse(Refusal::InvalidRequestId) => '4',
                Verdict::Refuse(Refusal::InvalidStateTransition { .. }) => '3',
                Verdict::Refuse(other) => panic!("{other:?}"),
            }
        });
        let verdicts = verdicts.collect();
        (verdicts, machine.phase(), machine.is_waiting())
    }

    #[test]
    fn what_a_runtime_may_do_when() {
        for (events, verdicts, phase, waiting) in [
            ("", "", Phase::Starting, false),
            ("N", "p", Phase::Ready, true),
            // The ordinary round: event in hand before or after the request.
            ("NOBEN", "pdaap", Phase::Ready, true),
            ("ONBE", "pdaa", Phase::Replied, false),
            ("NOBEONBE", "pdaapdaa", Phase::Replied, false),
            // The same event again where a connection broke; a second answer is refused.
            ("NON", "pdd", Phase::Running, false),
            ("NOBB", "pda3", Phase::Replying, false),
            ("NOBEB", "pdaa3", Phase::Replied, false),
            ("NOBN", "pda3", Phase::Replying, false),
            // Answers to nothing, to another id, to one offered but not delivered, to a withdrawn one.
            ("B", "4", Phase::Starting, false),
            ("NB", "p4", Phase::Ready, true),
            ("NOX", "pd4", Phase::Running, false),
            ("OB", "p4", Phase::Starting, false),
            ("NUOWB", "papa4", Phase::Ready, false),
            // Withdrawing what was delivered changes nothing.
            ("NOWB", "pdaa", Phase::Replying, false),
            // A broken poll is no poll; several polls are served one by one.
            ("NU", "pa", Phase::Ready, false),
            ("NUON", "papd", Phase::Running, false),
            ("NNOBEO", "ppdaad", Phase::Running, false),
            // Init errors only before the first poll; nothing after one.
            ("IF", "aa", Phase::InitFailed, false),
            ("IFN", "aa3", Phase::InitFailed, false),
            ("IFI", "aa3", Phase::InitFailed, false),
            ("IFO", "aa3", Phase::InitFailed, false),
            // One at a time; after one that broke off, all is as before.
            ("INIO", "a333", Phase::InitFailing, false),
            ("IRIF", "aaaa", Phase::InitFailed, false),
            ("IRNOBE", "aapdaa", Phase::Replied, false),
            ("NOFR", "pdaa", Phase::Running, false),
            ("NI", "p3", Phase::Ready, true),
            ("NOI", "pd3", Phase::Running, false),
            // One invocation at a time.
            ("NOO", "pd3", Phase::Running, false),
            ("OO", "p3", Phase::Starting, false),
        ] {
            assert_eq!(play(events), (verdicts.to_owned(), phase, waiting), "{events}");
        }
    }

    #[test]
    fn refusals_name_states_as_aws_does() {
        let id = InvocationId(ID.into());
        let mut machine = Machine::default();
        let mut said = Vec::new();
        for event in [
            Event::Next,
            Event::BeginInitError,
            Event::Offer(&id),
            Event::BeginInitError,
            Event::BeginReply(ID, Answering::Error),
            Event::Next,
            Event::BeginReply(ID, Answering::Response),
            Event::EndReply,
            Event::BeginReply(ID, Answering::Error),
        ] {
            if let Verdict::Refuse(Refusal::InvalidStateTransition { from, to }) = machine.step(event) {
                said.push((from, to));
            }
        }
        assert_eq!(
            said,
            [
                ("Ready", "InitError"),
                ("Running", "InitError"),
                ("InvocationErrorResponse", "Ready"),
                ("InvocationErrorResponse", "InvocationResponse"),
                ("RuntimeResponseSentState", "InvocationErrorResponse"),
            ]
        );
    }

    #[test]
    fn no_sequence_delivers_an_invocation_that_was_not_offered() {
        // Every sequence of up to five events: deliveries need an offer, and accepted answers need a delivery.
        let alphabet: Vec<char> = "NUOWBXEIFR".chars().collect();
        let mut sequences = vec![String::new()];
        for _ in 0..5 {
            sequences = sequences
                .iter()
                .flat_map(|s| alphabet.iter().map(move |event| format!("{s}{event}")))
                .collect();
            for events in &sequences {
                let (verdicts, ..) = play(events);
                let offered = events.find('O').unwrap_or(usize::MAX);
                let delivered = verdicts.find('d').unwrap_or(usize::MAX);
                assert!(delivered == usize::MAX || delivered >= offered, "{events}");
                for (at, (event, verdict)) in events.chars().zip(verdicts.chars()).enumerate() {
                    assert!(event != 'B' || verdict != 'a' || delivered < at, "{events}");
                    assert!(event != 'X' || verdict == '4', "{events}");
                }
            }
        }
    }
}
