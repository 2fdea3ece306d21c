//! What happened in an init phase, kept for who subscribes in it. Pure.

use super::message::Message;
use crate::logs::Event;
use domain::Timestamp;

/// Memory for lines, bytes; what is more is counted.
const MAX_BYTES: usize = 256 << 10;
/// Events of the platform; an init phase has a few.
const MAX_EVENTS: usize = 100;
/// Why lines are missing.
const TOO_MUCH: &str = "more was written before the subscription than is kept";

/// See the module's documentation.
#[derive(Default)]
pub(super) struct History {
    messages: Vec<Message>,
    bytes: usize,
    events: usize,
    dropped: Option<(u64, u64, Timestamp)>,
}

impl History {
    pub(super) fn add(&mut self, message: &Message) {
        match message {
            Message::Platform { .. } if self.events < MAX_EVENTS => self.events += 1,
            Message::Line { .. } if self.bytes + message.size() <= MAX_BYTES => self.bytes += message.size(),
            Message::Line { text, at, .. } => {
                let (lines, bytes, _) = self.dropped.unwrap_or((0, 0, *at));
                self.dropped = Some((lines + 1, bytes + text.len() as u64, *at));
                return;
            }
            Message::Platform { .. } => return,
        }
        self.messages.push(message.clone());
    }

    /// All of it, in order, and what is missing.
    pub(super) fn replay(&self, mut tell: impl FnMut(&Message)) {
        self.messages.iter().for_each(&mut tell);
        if let Some((lines, bytes, at)) = self.dropped {
            let event = Event::Dropped { lines, bytes, reason: TOO_MUCH };
            tell(&Message::Platform { event, at });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::logs::Origin;

    #[test]
    fn a_flood_before_the_subscription_is_cut_off_and_counted() {
        let mut history = History::default();
        let line = |text: String| Message::Line { origin: Origin::Function, at: Timestamp(1), text };
        let event = |lines| Event::Dropped { lines, bytes: 1, reason: "other" };
        for n in 0..1_000 {
            history.add(&line("x".repeat(1_024)));
            history.add(&Message::Platform { event: event(n), at: Timestamp(1) });
        }
        let (mut lines, mut events, mut missing) = (0, 0, None);
        history.replay(|message| match message {
            Message::Line { .. } => lines += 1,
            Message::Platform { event: Event::Dropped { lines, bytes, reason: TOO_MUCH }, .. } => {
                missing = Some((*lines, *bytes));
            }
            Message::Platform { .. } => events += 1,
        });
        assert!((200..256).contains(&lines), "{lines}");
        assert_eq!(missing, Some((1_000 - lines, (1_000 - lines) * 1_024)));
        assert_eq!(events, MAX_EVENTS);
    }
}
