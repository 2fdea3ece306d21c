//! Any server that speaks the Lambda API, measured by the same functions and the same clients: peers side by side.
//!
//! Only what the API shows is measured. Each row is a try of its own: what a server does not answer is said in its row.

use crate::baseline::{self, Bare};
use crate::client::{Client, FUNCTIONS, invocations};
use crate::function::{self, EVENT, Subject};
use crate::load::{self, throughput};
use crate::measure::{ECHO, echoing};
use crate::report::{Figure, Report, Row, Unit};
use crate::server::Place;
use crate::stats::Samples;
use crate::{Result, cold, crowd};
use aws_wire::sigv4::{Credentials, Secret};
use bytes::Bytes;
use http::Method;
use serde_json::{Value, json};
use std::net::{SocketAddr, ToSocketAddrs};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long a row may take, so that a server that never answers ends too.
const PATIENCE: Duration = Duration::from_secs(120);
/// Clients that send events, and what each event has, bytes.
const SENDERS: usize = 64;
const PAYLOAD: usize = 1_024;
/// Environments that are asked for at once, and how long each is held.
const CROWD: usize = 20;
const HOLD: Duration = Duration::from_secs(4);
/// The role of the functions: some servers want it to exist.
const ROLE: &str = "bench";

/// What to measure, and where.
pub(crate) struct Options {
    /// `http://HOST[:PORT]`.
    pub(crate) url: String,
    pub(crate) access_key: String,
    pub(crate) secret_key: String,
    /// Whether load may be sent to where this machine is not.
    pub(crate) may_send_load: bool,
    /// The Rust function's `bootstrap`.
    pub(crate) rust_function: PathBuf,
    /// Where the JSON goes.
    pub(crate) output: PathBuf,
    /// Cold starts of each function, warm invocations of each, and how long rates are measured.
    pub(crate) colds: usize,
    pub(crate) warms: usize,
    pub(crate) time: Duration,
}

/// Everything; fails where there is no server or no leave to send it load.
pub(crate) async fn all(options: &Options) -> Result<Report> {
    let place = Place { address: address(&options.url)?, credentials: Some(credentials(options)) };
    allowed(options, place.address)?;
    Client::to(&place).await?;
    let mut report = Report::new(json!({ "against": options.url }));
    report.begin(&options.url);
    let (_echo, echo): (Bare, Place) = baseline::start_echo()?;
    let role = role(&place).await;
    let name = |of: &str| format!("tenfold-bench-{}-{of}", std::process::id());
    let mut made = Vec::new();
    for subject in &function::subjects(&options.rust_function)? {
        let name = name(subject.name);
        let run = Run { options, place: &place, echo: &echo, role: &role, subject, name: &name };
        run.all(&mut report).await;
        made.push(name);
    }
    made.push(name("crowd"));
    at_once(&place, &name("crowd"), &role, &mut report).await;
    // At last, for they go on running.
    events(options, &place, &made[0], &mut report).await;
    for name in made {
        let delete = async {
            Client::to(&place).await?.send(Method::DELETE, &format!("{FUNCTIONS}/{name}"), Bytes::new()).await
        };
        // What was never made cannot be deleted.
        let _ = tokio::time::timeout(Duration::from_secs(10), delete).await;
    }
    Ok(report)
}

/// A role of the server's own account, where it makes one; most servers have no such thing or want none.
async fn role(place: &Place) -> Value {
    let making = async { Client::to(place).await?.create_role(ROLE).await };
    let made = tokio::time::timeout(Duration::from_secs(10), making).await;
    let made = made.unwrap_or_else(|_| Err("no answer".to_owned())).unwrap_or_default();
    let arn = made.split_once("<Arn>").and_then(|(_, rest)| rest.split_once("</Arn>")).map(|(arn, _)| arn);
    json!({ "Role": arn.unwrap_or("arn:aws:iam::000000000000:role/bench") })
}

/// Where a URL leads to.
fn address(url: &str) -> Result<SocketAddr> {
    let rest = url.strip_prefix("http://").ok_or_else(|| format!("{url}: only http:// is spoken here"))?;
    let authority = rest.split('/').next().unwrap_or_default();
    let has_port = authority.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok());
    let with_port = if has_port { authority.to_owned() } else { format!("{authority}:80") };
    let mut found = with_port.to_socket_addrs().map_err(|e| format!("{url}: {e}"))?;
    found.next().ok_or_else(|| format!("{url}: no address"))
}

fn credentials(options: &Options) -> Credentials {
    Credentials {
        access_key_id: options.access_key.clone(),
        secret: Secret::new(options.secret_key.clone()),
        session_token: None,
    }
}

/// Load goes to other machines only where somebody has said so.
fn allowed(options: &Options, address: SocketAddr) -> Result<()> {
    if address.ip().is_loopback() {
        return Ok(());
    }
    let warning = format!(
        "{address} is not this machine: thousands of requests on up to {SENDERS} connections will be sent there, functions \
         made, run and deleted"
    );
    if !options.may_send_load {
        return Err(format!("{warning}; --yes-send-load says that you want that"));
    }
    eprintln!("bench: {warning}");
    Ok(())
}

/// One function on the server.
struct Run<'a> {
    options: &'a Options,
    place: &'a Place,
    echo: &'a Place,
    role: &'a Value,
    subject: &'a Subject,
    name: &'a str,
}

impl Run<'_> {
    /// Every row; once it cannot even be made or run, the others say so.
    async fn all(&self, report: &mut Report) {
        let of = self.subject.name;
        let names = ["CreateFunction until active", "cold Invoke", "warm Invoke", "throughput"];
        let names = names.map(|what| format!("{what}, {of}"));
        eprintln!("{of} …");
        let mut given_up: Option<String> = None;
        for (n, name) in names.iter().enumerate() {
            let row = match &given_up {
                Some(why) => Err(why.clone()),
                None => match n {
                    0 => within(self.create(name)).await,
                    1 => within(self.cold(name, report)).await,
                    2 => within(self.warm(name, report)).await,
                    _ => within(self.throughput(name)).await,
                },
            };
            match row {
                Ok(row) => report.push(row),
                Err(why) => {
                    report.push(Row::missing(name, format!("not answered: {why}")));
                    // Without a function there is nothing to invoke, without an answer nothing to measure.
                    if n < 2 {
                        given_up = given_up.or(Some(why));
                    }
                }
            }
        }
    }

    async fn create(&self, what: &str) -> Result<Row> {
        let mut client = Client::to(self.place).await?;
        let (runtime, handler) = (self.subject.runtime, self.subject.handler);
        let begun = Instant::now();
        client.create_with(self.name, (runtime, handler, &self.subject.zip), self.role).await?;
        let mut samples = Samples::default();
        samples.add(begun.elapsed());
        Ok(Row::new(what, Unit::Ms, Figure::p50(samples)))
    }

    async fn cold(&self, what: &str, report: &mut Report) -> Result<Row> {
        let event = Bytes::from_static(EVENT);
        let mut client = Client::to(self.place).await?;
        let answer = client.send(Method::POST, &invocations(self.name), event.clone()).await?;
        is_answer(&answer)?;
        let (mut cold, mut started) = (Samples::default(), Samples::default());
        for n in 0..self.options.colds {
            client.make_cold(self.name, n).await?;
            cold.add(client.invoke(self.name, &event).await?);
            started.add(baseline::bare_process(self.subject.name, &self.options.rust_function)?);
        }
        let (beside, _) = cold::bare(self.subject.name);
        report.push(Row::tail(what, &cold));
        let chart = self.chart(report);
        chart.ours("cold Invoke", &cold);
        chart.baseline(beside, &started);
        Ok(Row::latency(what, cold, beside, started))
    }

    fn chart<'b>(&self, report: &'b mut Report) -> &'b mut crate::report::Chart {
        let of = self.subject.name;
        report.chart(&format!("against-{of}"), &format!("{of} on {}", self.options.url))
    }

    async fn warm(&self, what: &str, report: &mut Report) -> Result<Row> {
        let event = Bytes::from_static(EVENT);
        let (mut client, mut echo) = (Client::to(self.place).await?, Client::to(self.echo).await?);
        let (mut warm, mut echoed) = (Samples::default(), Samples::default());
        // A slow server gets as many invocations as it answers in the time.
        let begun = Instant::now();
        for n in 0..self.options.warms {
            let (invoked, other) =
                (client.invoke(self.name, &event).await?, echoing(&mut echo, &event).await?);
            if n >= 5 {
                warm.add(invoked);
                echoed.add(other);
            }
            if begun.elapsed() > PATIENCE / 4 && n > 10 {
                break;
            }
        }
        let chart = self.chart(report);
        chart.ours("warm Invoke", &warm);
        chart.baseline(ECHO, &echoed);
        Ok(Row::latency(what, warm, ECHO, echoed))
    }

    async fn throughput(&self, what: &str) -> Result<Row> {
        let target = invocations(self.name);
        let ours = throughput(self.place, &target, 16, self.options.time).await?;
        let echo = throughput(self.echo, &target, 16, self.options.time).await?;
        Ok(Row::rate(&format!("{what}, 16 connections"), "answers", vec![ours], ECHO, vec![echo]))
    }
}

/// Asynchronous invocations that are accepted.
async fn events(options: &Options, place: &Place, name: &str, report: &mut Report) {
    let what = format!("Event accepted, {SENDERS} clients, 1 KB");
    let event = json!({ "word": "x".repeat(PAYLOAD), "n": 1 }).to_string();
    report.push(match within(load::events(place, name, event.into(), SENDERS, options.time)).await {
        Ok(rate) => Row::new(&what, Unit::PerSecond("events"), Figure::one(rate)),
        Err(why) => Row::missing(&what, format!("not answered: {why}")),
    });
}

/// Whether it is what the function says, and not what a server makes up.
fn is_answer(answer: &[u8]) -> Result<()> {
    let value: Value = serde_json::from_slice(answer).unwrap_or_default();
    if value["n"] == 42 || value["echo"]["n"] == 41 {
        Ok(())
    } else {
        Err(format!(
            "the function does not say {:?}",
            String::from_utf8_lossy(&answer[..answer.len().min(200)])
        ))
    }
}

/// A small burst: invocations that are held, each in an environment of its own.
async fn at_once(place: &Place, name: &str, role: &Value, report: &mut Report) {
    let what = format!("{CROWD} environments at once");
    let burst = async {
        let subject = crowd::subject()?;
        let mut client = Client::to(place).await?;
        let mut settings = role.clone();
        settings["MemorySize"] = 128.into();
        client.create_with(name, (subject.runtime, subject.handler, &subject.zip), &settings).await?;
        crowd::gather(place, &[(name.to_owned(), CROWD)], HOLD).await
    };
    match within(burst).await {
        Ok(crowd) if crowd.answered == CROWD => {
            let rate = Figure::one(crowd.rate());
            report.push(Row::new(&format!("{what}: new ones"), Unit::PerSecond("environments"), rate));
            #[expect(clippy::cast_precision_loss, reason = "some dozens")]
            let own = Figure::one(crowd.environments as f64);
            report.push(Row::new(&format!("{what}: not each other"), Unit::Count("environments"), own));
        }
        Ok(crowd) => {
            let why = crowd.refused.unwrap_or_default();
            let why = format!("not answered: {} of {CROWD}: {why}", CROWD - crowd.answered);
            report.push(Row::missing(&what, why));
        }
        Err(why) => report.push(Row::missing(&what, format!("not answered: {why}"))),
    }
}

async fn within<T>(measuring: impl Future<Output = Result<T>>) -> Result<T> {
    match tokio::time::timeout(PATIENCE, measuring).await {
        Ok(measured) => measured,
        Err(_) => Err(format!("nothing within {} s", PATIENCE.as_secs())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(url: &str, may_send_load: bool) -> Options {
        Options {
            url: url.to_owned(),
            access_key: "a".to_owned(),
            secret_key: "s".to_owned(),
            may_send_load,
            rust_function: PathBuf::new(),
            output: PathBuf::new(),
            colds: 1,
            warms: 1,
            time: Duration::from_secs(5),
        }
    }

    #[test]
    fn addresses() {
        for (url, says) in [
            ("http://127.0.0.1:4566/", "127.0.0.1:4566"),
            ("http://127.0.0.1", "127.0.0.1:80"),
            ("http://[::1]:5", "[::1]:5"),
        ] {
            assert_eq!(address(url).unwrap().to_string(), says);
        }
        assert!(address("https://127.0.0.1").unwrap_err().contains("http://"));
        assert!(address("http://").is_err());
    }

    #[test]
    fn load_leaves_this_machine_only_where_somebody_wants_that() {
        for (at, may, is_allowed) in [
            ("127.0.0.1:1", false, true),
            ("[::1]:1", false, true),
            ("192.0.2.1:1", false, false),
            ("192.0.2.1:1", true, true),
        ] {
            let answer = allowed(&options("", may), at.parse().unwrap());
            assert_eq!(answer.is_ok(), is_allowed, "{at}");
            assert!(is_allowed || answer.unwrap_err().contains("--yes-send-load"));
        }
    }

    #[test]
    fn what_a_server_makes_up_is_no_answer() {
        assert!(is_answer(br#"{"echo":"hello","n":42}"#).is_ok());
        assert!(is_answer(br#"{"echo":{"n":41,"word":"hello"},"count":1}"#).is_ok());
        assert!(is_answer(b"Simple Lambda happy path OK").is_err());
    }

    #[tokio::test]
    async fn rows_of_a_server_that_only_refuses_say_so() {
        let server = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let place = Place { address: server.local_addr().unwrap(), credentials: None };
        tokio::spawn(async move {
            use tokio::io::{AsyncReadExt, AsyncWriteExt};
            while let Ok((mut stream, _)) = server.accept().await {
                tokio::spawn(async move {
                    let _ = stream.read(&mut [0; 65_536]).await;
                    let _ = stream.write_all(b"HTTP/1.0 501 Not Implemented\r\n\r\nno lambda here").await;
                });
            }
        });
        let mut report = Report::new(json!({}));
        let (options, subject) = (options("http://x", false), function::python(function::PYTHON).unwrap());
        let role = role(&place).await;
        let run =
            Run { options: &options, place: &place, echo: &place, role: &role, subject: &subject, name: "f" };
        run.all(&mut report).await;
        at_once(&place, "g", &role, &mut report).await;
        events(&options, &place, "f", &mut report).await;
        let text = report.text();
        assert_eq!(text.matches("not measured: not answered: ").count(), 6, "{text}");
        assert_eq!(text.matches("501").count(), 6, "{text}");
    }
}
