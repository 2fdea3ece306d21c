//! Many environments of one function at once: each invocation is held until all of them have one of its own.

use crate::Result;
use crate::client::{Client, invocations};
use crate::function::{self, Subject};
use crate::memory;
use crate::server::Place;
use bytes::Bytes;
use http::Method;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Holds its invocation until a time of the machine's clock, and says which environment it is and when it began.
const SOURCE: &str = "\
import os, time

environment = None

def handler(event, context):
    global environment
    began = time.time()
    is_new = environment is None
    if is_new:
        environment = os.urandom(8).hex()
    rest = event.get('until', 0) - time.time()
    if rest > 0:
        time.sleep(rest)
    return {'environment': environment, 'is_new': is_new, 'began': began, 'held': max(rest, 0)}
";

/// The function.
pub(crate) fn subject() -> Result<Subject> {
    function::python(SOURCE)
}

/// What has become of a crowd.
#[derive(Debug, Default)]
pub(crate) struct Crowd {
    /// Invocations that were answered with success.
    pub(crate) answered: usize,
    /// The first of those that were not: why.
    pub(crate) refused: Option<String>,
    /// Environments that are not each other.
    pub(crate) environments: usize,
    /// Those of them that nobody had invoked before, and when each began, by the time when all were asked for, s.
    pub(crate) began: Vec<f64>,
    /// When the last invocation began, s.
    pub(crate) last: f64,
}

impl Crowd {
    /// New environments a second, from the time when they were asked for to the moment when the last one began to work.
    #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
    pub(crate) fn rate(&self) -> f64 {
        let last = self.began.iter().copied().fold(0.0, f64::max);
        if last > 0.0 { self.began.len() as f64 / last } else { 0.0 }
    }
}

/// Invokes each function so many times, all at the same time, and holds every invocation for so long.
pub(crate) async fn gather(place: &Place, wanted: &[(String, usize)], hold: Duration) -> Result<Crowd> {
    let mut clients = Vec::new();
    for (name, count) in wanted {
        for _ in 0..*count {
            clients.push((name, Client::to(place).await?));
        }
    }
    let begun = now();
    let event = Bytes::from(json!({ "until": begun + hold.as_secs_f64() }).to_string());
    let tasks: Vec<_> = clients
        .into_iter()
        .map(|(name, mut client)| {
            let (target, event) = (invocations(name), event.clone());
            tokio::spawn(async move { client.send(Method::POST, &target, event).await })
        })
        .collect();
    let (mut crowd, mut environments) = (Crowd::default(), BTreeSet::new());
    for task in tasks {
        match task.await.map_err(|e| e.to_string())? {
            Ok(answer) => {
                let answer: Value = serde_json::from_slice(&answer).map_err(|e| e.to_string())?;
                let began = answer["began"].as_f64().ok_or("an answer without its beginning")? - begun;
                crowd.answered += 1;
                crowd.last = crowd.last.max(began);
                environments.insert(answer["environment"].as_str().unwrap_or_default().to_owned());
                if answer["is_new"] == true {
                    crowd.began.push(began);
                }
            }
            Err(why) => crowd.refused = crowd.refused.or(Some(why)),
        }
    }
    crowd.environments = environments.len();
    Ok(crowd)
}

fn now() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64()
}

/// Waits until a server has as many processes from one look to the next: what it gives up is gone, what it makes ready is there.
pub(crate) async fn settled(server: u32) {
    let begun = Instant::now();
    let mut before = memory::processes(server);
    let mut same = 0;
    while same < 3 && begun.elapsed() < Duration::from_secs(60) {
        tokio::time::sleep(Duration::from_millis(150)).await;
        let now = memory::processes(server);
        same = if now == before { same + 1 } else { 0 };
        before = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_that_of_new_environments_until_the_last_of_them() {
        let crowd = Crowd { began: vec![0.5, 2.0, 1.0, 1.5], last: 9.0, ..Crowd::default() };
        assert!((crowd.rate() - 2.0).abs() < 1e-9);
        assert_eq!(Crowd::default().rate(), 0.0);
    }
}
