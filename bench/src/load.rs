//! Asking on several connections at once, as fast as it goes.

use crate::Result;
use crate::client::Client;
use crate::function::EVENT;
use crate::server::Place;
use bytes::Bytes;
use std::time::{Duration, Instant};

/// Rounds of warming up, at most.
const WARM_UPS: usize = 20;
/// No cold start is as quick as this when all connections have theirs at the same time.
const SURELY_WARM: Duration = Duration::from_millis(40);

/// Answers a second to a POST of the usual event, over several connections at once.
pub(crate) async fn throughput(
    place: &Place,
    target: &str,
    connections: usize,
    time: Duration,
) -> Result<f64> {
    let event = Bytes::from_static(EVENT);
    let mut clients = Vec::new();
    for _ in 0..connections {
        let mut client = Client::to(place).await?;
        client.send(http::Method::POST, target, event.clone()).await?;
        clients.push(client);
    }
    // Side by side until nobody waits for a cold start any more, so that the clock runs for warm ones only.
    for _ in 0..WARM_UPS {
        let warmed = hammer(clients, target, &event, Duration::from_millis(300)).await?;
        clients = warmed.clients;
        if warmed.slowest < SURELY_WARM {
            break;
        }
    }
    let begun = Instant::now();
    let answers = hammer(clients, target, &event, time).await?.answers;
    let took = begun.elapsed().as_secs_f64();
    #[expect(clippy::cast_precision_loss, reason = "a few hundred thousand")]
    Ok(answers as f64 / took)
}

/// What a round of asking on all connections came to.
struct Round {
    clients: Vec<Client>,
    answers: u64,
    slowest: Duration,
}

async fn hammer(clients: Vec<Client>, target: &str, event: &Bytes, time: Duration) -> Result<Round> {
    let until = Instant::now() + time;
    let tasks: Vec<_> = clients
        .into_iter()
        .map(|mut client| {
            let (target, event) = (target.to_owned(), event.clone());
            tokio::spawn(async move {
                let (mut answers, mut slowest) = (0, Duration::ZERO);
                while Instant::now() < until {
                    let begun = Instant::now();
                    client.send(http::Method::POST, &target, event.clone()).await?;
                    slowest = slowest.max(begun.elapsed());
                    answers += 1;
                }
                Ok::<_, String>((client, answers, slowest))
            })
        })
        .collect();
    let mut round = Round { clients: Vec::new(), answers: 0, slowest: Duration::ZERO };
    for task in tasks {
        let (client, answers, slowest) = task.await.map_err(|e| e.to_string())??;
        round.clients.push(client);
        round.answers += answers;
        round.slowest = round.slowest.max(slowest);
    }
    Ok(round)
}

/// Events that are accepted a second, sent by so many clients at the same time.
pub(crate) async fn events(
    place: &Place,
    name: &str,
    event: Bytes,
    senders: usize,
    time: Duration,
) -> Result<f64> {
    let mut clients = Vec::new();
    for _ in 0..senders {
        clients.push(Client::to(place).await?);
    }
    let begun = Instant::now();
    let send = |mut client: Client| {
        let (name, event) = (name.to_owned(), event.clone());
        tokio::spawn(async move {
            let mut sent = 0_u32;
            while begun.elapsed() < time {
                match client.send_event(&name, event.clone()).await? {
                    202 => sent += 1,
                    status => return Err(format!("an event is answered {status}")),
                }
            }
            Ok::<_, String>(sent)
        })
    };
    let (mut accepted, tasks) = (0, clients.into_iter().map(send).collect::<Vec<_>>());
    for task in tasks {
        accepted += task.await.map_err(|e| e.to_string())??;
    }
    Ok(f64::from(accepted) / begun.elapsed().as_secs_f64())
}
