//! The control plane with many functions in the store, beside the same with hardly any.

use crate::Result;
use crate::baseline::ECHO_TARGET;
use crate::client::{Client, FUNCTIONS};
use crate::function::{self, Subject};
use crate::load;
use crate::measure::ECHO;
use crate::memory;
use crate::options::Options;
use crate::report::{Report, Row, Target};
use crate::server::{Place, Server};
use crate::stats::Samples;
use base64::Engine;
use bytes::Bytes;
use http::Method;
use serde_json::json;
use std::time::{Duration, Instant};

/// Versions that each function gets.
const VERSIONS: usize = 5;
/// Connections that fill the store.
const FILLERS: usize = 16;
/// How often a write waits for the one before it to be applied, 1 ms each.
const PATIENCE: usize = 5_000;
/// Functions of the small store.
const FEW: usize = 8;
/// How many times as long something may take with many functions.
const SLOWER: f64 = 2.0;

/// Fills two stores, one with many functions and one with few, and asks both the same, in turns.
pub(crate) async fn all(options: &Options, report: &mut Report, echo: &Place) -> Result<()> {
    let directory = || tempfile::tempdir().map_err(|e| e.to_string());
    let (many_data, few_data) = (directory()?, directory()?);
    eprintln!("control plane: {} functions with {VERSIONS} versions each …", options.functions);
    let many = filled(options, many_data.path(), options.functions).await?;
    let few = filled(options, few_data.path(), FEW).await?;
    let name = format!("server and keeper, {} functions", options.functions);
    let few_kb = memory::tree(few.pid()).server_kb;
    let beside = Some(("with 8 functions", few_kb));
    report.push(Row::memory(&name, memory::tree(many.pid()).server_kb, beside));

    let mut clients = (Client::of(&many).await?, Client::of(&few).await?);
    for (name, request) in requests() {
        let (mut with_many, mut with_few) = (Samples::default(), Samples::default());
        for n in 0..options.requests {
            with_many.add(timed(&mut clients.0, &request, n, options.functions).await?);
            with_few.add(timed(&mut clients.1, &request, n, FEW).await?);
        }
        let row = Row::latency(name, with_many, "the same with 8 functions", with_few);
        report.push(row.target(Target::AtMostTimes(SLOWER)));
    }
    eprintln!("control plane: throughput …");
    let echo = load::throughput(echo, ECHO_TARGET, options.connections, options.throughput).await?;
    for (name, is_write) in [("control plane, reads", false), ("control plane, writes", true)] {
        let rate = throughput(options, &many, is_write).await?;
        report.push(Row::rate(name, "answers", vec![rate], ECHO, vec![echo]));
    }
    drop(clients);
    many.stop()?;
    few.stop()?;

    let (mut with_many, mut with_few) = (Samples::default(), Samples::default());
    for _ in 0..options.starts {
        for (data, samples) in [(&many_data, &mut with_many), (&few_data, &mut with_few)] {
            let server = Server::start(&options.binary, data.path())?;
            samples.add(server.ready);
            server.stop()?;
        }
    }
    let name = format!("ready, {} functions", options.functions);
    let row = Row::latency(&name, with_many, "ready with 8 functions", with_few);
    report.push(row.target(Target::AtMostTimes(SLOWER)));
    Ok(())
}

/// One request of the `n`th function.
type Request = fn(usize) -> (Method, String, Bytes);

fn requests() -> [(&'static str, Request); 6] {
    [
        ("GetFunction", |n| (Method::GET, format!("{FUNCTIONS}/f-{n}"), Bytes::new())),
        ("GetFunctionConfiguration", |n| {
            (Method::GET, format!("{FUNCTIONS}/f-{n}/configuration?Qualifier=3"), Bytes::new())
        }),
        // As many as the small store has.
        ("ListFunctions", |_| (Method::GET, format!("{FUNCTIONS}/?MaxItems=8"), Bytes::new())),
        ("ListVersionsByFunction", |n| (Method::GET, format!("{FUNCTIONS}/f-{n}/versions"), Bytes::new())),
        ("GetAccountSettings", |_| (Method::GET, "/2016-08-19/account-settings/".to_owned(), Bytes::new())),
        ("UpdateAlias", |n| {
            let body = json!({ "FunctionVersion": (n % VERSIONS + 1).to_string() });
            (Method::PUT, format!("{FUNCTIONS}/f-{n}/aliases/live"), body.to_string().into())
        }),
    ]
}

async fn timed(client: &mut Client, request: &Request, n: usize, functions: usize) -> Result<Duration> {
    // All over the store.
    let (method, target, body) = request((n * 7_919) % functions);
    let begun = Instant::now();
    client.send(method, &target, body).await?;
    Ok(begun.elapsed())
}

/// Answers a second to a mixture of reads, or of writes, on several connections.
async fn throughput(options: &Options, server: &Server, is_write: bool) -> Result<f64> {
    let mixture: Vec<Request> = requests()
        .into_iter()
        // The whole account's sizes are added up for it: nobody asks it often.
        .filter(|(name, _)| *name != "GetAccountSettings" && (*name == "UpdateAlias") == is_write)
        .map(|(_, request)| request)
        .collect();
    let until = Instant::now() + options.throughput;
    let tasks: Vec<_> = (0..options.connections)
        .map(|connection| {
            let (mixture, functions, steps) = (mixture.clone(), options.functions, options.connections);
            let client = Client::connect(server.address, Some(server.credentials.clone()));
            async move {
                let (mut client, mut n) = (client.await?, connection);
                let mut answers = 0_u32;
                while Instant::now() < until {
                    timed(&mut client, &mixture[n / steps % mixture.len()], n, functions).await?;
                    answers += 1;
                    n += steps;
                }
                Ok::<_, String>(answers)
            }
        })
        .map(tokio::spawn)
        .collect();
    let mut answers = 0;
    for task in tasks {
        answers += task.await.map_err(|e| e.to_string())??;
    }
    Ok(f64::from(answers) / options.throughput.as_secs_f64())
}

/// A server with so many functions, each with its versions and an alias.
async fn filled(options: &Options, data: &std::path::Path, functions: usize) -> Result<Server> {
    let server = Server::start(&options.binary, data)?;
    let begun = Instant::now();
    let tasks: Vec<_> = (0..FILLERS)
        .map(|filler| {
            let client = Client::connect(server.address, Some(server.credentials.clone()));
            async move {
                let (mut client, subjects) = (client.await?, packages()?);
                let own = || (filler..functions).step_by(FILLERS);
                for (round, subject) in subjects.iter().enumerate() {
                    for n in own() {
                        write(&mut client, round, n, subject).await?;
                    }
                }
                for n in own() {
                    let body = json!({ "Name": "live", "FunctionVersion": "1" }).to_string();
                    client.send(Method::POST, &format!("{FUNCTIONS}/f-{n}/aliases"), body.into()).await?;
                }
                Ok::<_, String>(())
            }
        })
        .map(tokio::spawn)
        .collect();
    for task in tasks {
        task.await.map_err(|e| e.to_string())??;
    }
    if functions > FEW {
        let writes = functions * (VERSIONS + 1);
        eprintln!("control plane: filled by {writes} requests in {:.1} s", begun.elapsed().as_secs_f64());
    }
    Ok(server)
}

/// Makes more functions of one version each, without an alias.
pub(crate) async fn deploy(server: &Server, numbers: std::ops::Range<usize>) -> Result<()> {
    let tasks: Vec<_> = (0..FILLERS)
        .map(|filler| {
            let (place, own) = (server.place(), numbers.clone().skip(filler).step_by(FILLERS));
            async move {
                let (mut client, subjects) = (Client::to(&place).await?, packages()?);
                for n in own {
                    write(&mut client, 0, n, &subjects[0]).await?;
                }
                Ok::<_, String>(())
            }
        })
        .map(tokio::spawn)
        .collect();
    for task in tasks {
        task.await.map_err(|e| e.to_string())??;
    }
    Ok(())
}

/// As many packages as there are versions; all functions share them.
fn packages() -> Result<Vec<Subject>> {
    (0..VERSIONS).map(|n| function::python(&format!("{}# {n}\n", function::PYTHON))).collect()
}

/// Makes a function with its first version, or gives it its next.
async fn write(client: &mut Client, round: usize, n: usize, subject: &Subject) -> Result<()> {
    let zip = base64::engine::general_purpose::STANDARD.encode(&subject.zip);
    let (method, target, body) = if round == 0 {
        let body = json!({
            "FunctionName": format!("f-{n}"),
            "Runtime": subject.runtime,
            "Handler": subject.handler,
            "Role": "arn:aws:iam::000000000000:role/bench",
            "Code": { "ZipFile": zip },
            "Publish": true,
        });
        (Method::POST, FUNCTIONS.to_owned(), body)
    } else {
        let body = json!({ "ZipFile": zip, "Publish": true });
        (Method::PUT, format!("{FUNCTIONS}/f-{n}/code"), body)
    };
    for _ in 0..PATIENCE {
        match client.send(method.clone(), &target, body.to_string().into()).await {
            Ok(_) => return Ok(()),
            // The update before it is being applied.
            Err(error) if error.contains("409") => tokio::time::sleep(Duration::from_millis(1)).await,
            Err(error) => return Err(error),
        }
    }
    Err(format!("{target}: an update is never applied"))
}
