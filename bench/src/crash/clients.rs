//! Clients that send events without a pause, each until it is answered 202.

use super::FUNCTION;
use super::records::Records;
use crate::Result;
use crate::client::Client;
use crate::server::Place;
use bytes::Bytes;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// What the server said.
#[derive(Default)]
pub(super) struct Said {
    next: AtomicU32,
    accepted: Mutex<Vec<u32>>,
    unanswered: AtomicU64,
    refused: AtomicU64,
    enough: AtomicBool,
}

impl Said {
    pub(super) fn accepted(&self) -> usize {
        self.accepted.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    pub(super) fn unanswered(&self) -> u64 {
        self.unanswered.load(Ordering::Relaxed)
    }

    pub(super) fn refused(&self) -> u64 {
        self.refused.load(Ordering::Relaxed)
    }

    /// No new events.
    pub(super) fn enough(&self) {
        self.enough.store(true, Ordering::Relaxed);
    }

    /// The numbers of accepted events of which there is no record.
    pub(super) fn missing(&self, records: &Records) -> Vec<u32> {
        let accepted = self.accepted.lock().unwrap_or_else(PoisonError::into_inner);
        accepted.iter().copied().filter(|number| !records.has(*number)).collect()
    }

    /// Whether nothing more is sent and all that was accepted has run.
    pub(super) fn is_over(&self, records: &Records) -> bool {
        self.enough.load(Ordering::Relaxed) && self.missing(records).is_empty()
    }
}

/// How events are sent.
#[derive(Clone, Copy)]
pub(super) struct Event {
    /// Between two of them, of all clients together, at least.
    pub(super) pace: Duration,
    /// Bytes besides the number.
    pub(super) payload: usize,
}

/// All clients.
pub(super) struct Clients(JoinSet<()>);

impl Clients {
    /// `place` is where the server is now, if it is.
    pub(super) fn start(
        clients: usize,
        event: Event,
        said: Arc<Said>,
        place: watch::Receiver<Option<Place>>,
    ) -> Self {
        let mut tasks = JoinSet::new();
        let begun = Instant::now();
        for _ in 0..clients {
            tasks.spawn(one(event, begun, Arc::clone(&said), place.clone()));
        }
        Self(tasks)
    }

    pub(super) async fn ended(mut self) -> Result<()> {
        while let Some(ended) = self.0.join_next().await {
            ended.map_err(|e| e.to_string())?;
        }
        Ok(())
    }
}

async fn one(how: Event, begun: Instant, said: Arc<Said>, mut place: watch::Receiver<Option<Place>>) {
    let filling = "x".repeat(how.payload);
    let mut client = None;
    while !said.enough.load(Ordering::Relaxed) {
        let number = said.next.fetch_add(1, Ordering::Relaxed);
        tokio::time::sleep_until(begun + how.pace * number).await;
        let event = Bytes::from(format!("{{\"n\":{number},\"filling\":\"{filling}\"}}"));
        loop {
            let mut connected = match client.take() {
                Some(client) => client,
                None => match connect(&mut place).await {
                    Some(client) => client,
                    None => return,
                },
            };
            match connected.send_event(FUNCTION, event.clone()).await {
                Ok(202) => {
                    said.accepted.lock().unwrap_or_else(PoisonError::into_inner).push(number);
                    client = Some(connected);
                    break;
                }
                Ok(_) => {
                    said.refused.fetch_add(1, Ordering::Relaxed);
                    client = Some(connected);
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
                Err(_) => {
                    said.unanswered.fetch_add(1, Ordering::Relaxed);
                }
            }
            // Not answered for long: nobody waits for it any more at the end.
            if said.enough.load(Ordering::Relaxed) {
                return;
            }
        }
    }
}

/// To the server, once there is one. `None`: there will be none.
async fn connect(place: &mut watch::Receiver<Option<Place>>) -> Option<Client> {
    loop {
        let found = place.wait_for(Option::is_some).await.ok()?.clone()?;
        match Client::to(&found).await {
            Ok(client) => return Some(client),
            // Killed already; the next one has another address.
            Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
        }
    }
}
