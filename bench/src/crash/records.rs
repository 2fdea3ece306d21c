//! What the function wrote down: read as it grows, from where the last reading ended. Entries are in the order of their
//! times, not of their arrival: what arrived late is only found by whoever reads all of it again.

use crate::Result;
use crate::client::Client;
use crate::server::Server;
use serde_json::{Value, json};
use std::collections::HashMap;

/// As `tests/functions/recorder` has them.
const GROUP: &str = "/recorded";
const STREAM: &str = "all";

pub(super) async fn make_stream(client: &mut Client) -> Result<()> {
    client.logs("CreateLogGroup", &json!({ "logGroupName": GROUP })).await?;
    client.logs("CreateLogStream", &json!({ "logGroupName": GROUP, "logStreamName": STREAM })).await?;
    Ok(())
}

/// Runs by the number of their event.
#[derive(Default)]
pub(super) struct Records {
    /// Of each event, by request id, how often it ran.
    runs: HashMap<u32, HashMap<String, u32>>,
    next: Option<String>,
}

impl Records {
    /// Reads all of it again.
    pub(super) async fn read_again(&mut self, server: &Server) -> Result<()> {
        *self = Self::default();
        self.read(server).await.map(drop)
    }

    /// Reads on; how many records are new.
    pub(super) async fn read(&mut self, server: &Server) -> Result<usize> {
        let mut client = Client::of(server).await?;
        let mut new = 0;
        loop {
            let mut request =
                json!({ "logGroupName": GROUP, "logStreamName": STREAM, "startFromHead": true });
            if let Some(next) = &self.next {
                request["nextToken"] = json!(next);
            }
            let page = client.logs("GetLogEvents", &request).await?;
            let events = page["events"].as_array().map(Vec::as_slice).unwrap_or_default();
            for event in events {
                self.add(event["message"].as_str().unwrap_or_default())?;
            }
            new += events.len();
            let next = page["nextForwardToken"].as_str().map(str::to_owned);
            if events.is_empty() || next == self.next {
                return Ok(new);
            }
            self.next = next;
        }
    }

    fn add(&mut self, message: &str) -> Result<()> {
        let entry: Value = serde_json::from_str(message).map_err(|e| format!("{message:?}: {e}"))?;
        let number = entry["event"]["n"].as_u64().and_then(|n| u32::try_from(n).ok());
        let (Some(number), Some(id)) = (number, entry["id"].as_str()) else {
            return Err(format!("a record of no event: {message:?}"));
        };
        *self.runs.entry(number).or_default().entry(id.to_owned()).or_default() += 1;
        Ok(())
    }

    pub(super) fn has(&self, number: u32) -> bool {
        self.runs.contains_key(&number)
    }

    /// Events that ran.
    pub(super) fn events(&self) -> usize {
        self.runs.len()
    }

    /// Runs after the first one of the same request.
    pub(super) fn repeated(&self) -> u32 {
        self.runs.values().flat_map(HashMap::values).map(|runs| runs - 1).sum()
    }

    /// Requests after the first one for the same event.
    pub(super) fn sent_again(&self) -> usize {
        self.runs.values().map(|requests| requests.len() - 1).sum()
    }
}
