//! `tenfold demo`: the whole product in one command, through the public API.

mod examples;
mod show;

use crate::cli::up::serve_until_stopped;
use crate::client::Client;
use crate::compose::Server;
use crate::config::{Config, DataDirArgs, ServeArgs};
use crate::failure::Failure;
use crate::front_door::DEFAULT_LISTEN;
use crate::keeper::Keeper;
use crate::signals::Signals;
use crate::terminal::{Style, Terminal};
use domain::runtime::Family;
use examples::{EXAMPLES, Example};
use serde_json::{Value, json};
use show::Shown;
use std::net::{SocketAddr, TcpListener};
use std::time::{Duration, Instant};
use tempfile::TempDir;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    serve: ServeArgs,
    /// Stop after printing, with status 0 only if everything worked
    #[arg(long)]
    exit: bool,
}

/// A demo that is about to run.
pub(crate) struct Demo {
    config: Config,
    exit: bool,
    /// The data directory, if it is the demo's own; removed when this is dropped.
    own: Option<TempDir>,
}

/// Warm invocations of each function; the median of an odd number is one of them.
const WARM: usize = 21;
/// A function is deployed within this, even on a slow disk or an emulated machine.
const DEPLOYED: Duration = Duration::from_secs(300);
const EVENT: &str = r#"{"name":"Tenfold"}"#;
const ROLE: &str = "tenfold-demo";

impl Demo {
    /// Decides where the demo keeps its data and where it listens: a fresh directory, and a free port if the usual
    /// one is taken, unless told otherwise.
    pub(crate) fn of(args: Args) -> Result<Self, Failure> {
        let mut serve = args.serve;
        let mut own = None;
        if serve.data.data_dir.is_none() {
            let fresh = tempfile::Builder::new().prefix("tenfold-demo-").tempdir();
            let fresh = fresh.map_err(|e| Failure::Machine(format!("cannot make a directory: {e}")))?;
            serve.data = DataDirArgs { data_dir: Some(fresh.path().to_owned()) };
            own = Some(fresh);
        }
        serve.front_door.listen = serve.front_door.listen.or_else(|| Some(usual_or_free()));
        Ok(Self { config: serve.validate()?, exit: args.exit, own })
    }

    /// What its server is started with.
    pub(crate) fn config(&self) -> &Config {
        &self.config
    }

    /// Whether its data directory goes at its end.
    pub(crate) fn is_for_once(&self) -> bool {
        self.own.is_some()
    }

    /// Shows everything, then serves until it is asked to stop.
    pub(crate) async fn run(self, keeper: Keeper, terminal: &mut Terminal) -> Result<(), Failure> {
        let mut signals = Signals::new()?;
        let server = Server::start(&self.config, keeper).await?;
        let shown = tokio::select! {
            shown = self.show(&server, terminal) => shown,
            () = signals.next() => Err(Failure::Incomplete("the demo was interrupted".to_owned())),
        };
        let served = match &shown {
            Ok(_) if !self.exit => serve_until_stopped(server, &self.config, &mut signals).await,
            _ => {
                server.stop(self.config.grace).await;
                Ok(())
            }
        };
        let failed = shown?;
        served?;
        match failed {
            0 => Ok(()),
            n => Err(Failure::Incomplete(format!("{n} of {} examples did not work", EXAMPLES.len()))),
        }
    }

    /// Deploys and invokes each example, and tells how many did not work.
    async fn show(&self, server: &Server, terminal: &mut Terminal) -> Result<usize, Failure> {
        let note = server.note();
        terminal.line(&format!(
            "Tenfold {} serves on {}, {} after its start.",
            env!("CARGO_PKG_VERSION"),
            note.url(),
            crate::terminal::duration(crate::since_start())
        ))?;
        let mut client = Client::new(note, server.credentials().clone());
        client.ensure_role(ROLE).await?;
        let mut shown = Vec::new();
        let mut failed = 0;
        for example in &EXAMPLES {
            terminal.line("")?;
            match self.try_example(example, server, &mut client).await {
                Ok(one) => {
                    show::example(&one, terminal)?;
                    shown.push(one);
                }
                Err(Failure::PipeClosed) => return Err(Failure::PipeClosed),
                Err(failure) => {
                    failed += 1;
                    let name = terminal.paint(Style::Bold, example.name);
                    terminal.line(&format!("{name}  {}", terminal.paint(Style::Bad, "failed")))?;
                    terminal.foreign(Style::Plain, &format!("  {failure}"))?;
                }
            }
        }
        terminal.line("")?;
        show::times(&shown, terminal)?;
        if !self.exit {
            show::how_to_go_on(&self.config.data_dir, terminal)?;
        }
        Ok(failed)
    }

    async fn try_example(
        &self,
        example: &Example,
        server: &Server,
        client: &mut Client,
    ) -> Result<Shown, Failure> {
        let runtime = server.runtime_for(example.family).await;
        let runtime = runtime.ok_or_else(|| no_interpreter(example.family))?;
        let deployed = Instant::now();
        self.deploy(example, &runtime, client).await?;
        let deployed = deployed.elapsed();
        let (cold, first) = invoke(example.name, true, client).await?;
        let mut warm = Vec::with_capacity(WARM);
        for _ in 0..WARM {
            warm.push(invoke(example.name, false, client).await?.0);
        }
        warm.sort_unstable();
        let log = first.log_tail.unwrap_or_default();
        if !log.lines().any(|line| line.starts_with("REPORT RequestId:")) {
            return Err(Failure::Incomplete("the log has no REPORT line".to_owned()));
        }
        Ok(Shown {
            name: example.name,
            runtime,
            answer: String::from_utf8_lossy(&first.payload).into_owned(),
            log,
            deployed,
            cold,
            warm_median: warm[WARM / 2],
        })
    }

    /// Creates the function, or updates the one that an earlier demo left on this data directory.
    async fn deploy(&self, example: &Example, runtime: &str, client: &mut Client) -> Result<(), Failure> {
        let zip = example.zip()?;
        let scope = &self.config.scope;
        let architecture = if cfg!(target_arch = "aarch64") { "arm64" } else { "x86_64" };
        let configuration = json!({
            "Runtime": runtime,
            "Handler": example.handler,
            "Role": format!("arn:{}:iam::{}:role/{ROLE}", scope.region.partition(), scope.account),
            // Much more than any takes: an emulated machine is slow.
            "Timeout": 60,
            // A whole processor: what is shown are the machine's times, not those of a share of it.
            "MemorySize": 1769,
        });
        let mut request = configuration.clone();
        request["FunctionName"] = json!(example.name);
        request["Architectures"] = json!([architecture]);
        match client.create_function(&request, &zip).await {
            Err(Failure::Api { code, .. }) if code == "ResourceConflictException" => {
                client.update_code(example.name, &zip).await?;
                wait_until_deployed(example.name, client).await?;
                client.update_configuration(example.name, &configuration).await?;
            }
            other => _ = other?,
        }
        wait_until_deployed(example.name, client).await
    }
}

/// Waits until the function can be invoked as it was deployed.
async fn wait_until_deployed(name: &str, client: &mut Client) -> Result<(), Failure> {
    let started = Instant::now();
    loop {
        let function = client.function(name).await?;
        let state = |name: &str| function[name].as_str().unwrap_or_default();
        let reason =
            |name: &str| Failure::Incomplete(function[name].as_str().unwrap_or("no reason").to_owned());
        match (state("State"), state("LastUpdateStatus")) {
            ("Failed", _) => return Err(reason("StateReason")),
            (_, "Failed") => return Err(reason("LastUpdateStatusReason")),
            ("Active", "Successful") => return Ok(()),
            (state, update) if started.elapsed() > DEPLOYED => {
                return Err(Failure::Incomplete(format!("still {state}, last update {update}")));
            }
            _ => tokio::time::sleep(Duration::from_millis(10)).await,
        }
    }
}

/// One invocation that must work, and how long the caller waited.
async fn invoke(
    name: &str,
    tail: bool,
    client: &mut Client,
) -> Result<(Duration, crate::api::Invoked), Failure> {
    let started = Instant::now();
    let invoked = client.invoke(name, None, EVENT.into(), tail).await?;
    let took = started.elapsed();
    let answer = String::from_utf8_lossy(&invoked.payload);
    if invoked.function_error.is_some() {
        return Err(Failure::Incomplete(format!("the function answered {answer}")));
    }
    let greeting = serde_json::from_slice::<Value>(&invoked.payload).ok();
    match greeting.as_ref().and_then(|v| v["message"].as_str()) {
        Some(message) if message.starts_with("Hello") => Ok((took, invoked)),
        _ => Err(Failure::Incomplete(format!("an answer without a greeting: {answer}"))),
    }
}

fn no_interpreter(family: Family) -> Failure {
    let (language, name) = match family {
        Family::Python => ("Python", "python3.11"),
        Family::Node => ("Node.js", "nodejs20.x"),
        Family::Provided => ("custom", "provided.al2023"),
    };
    Failure::Incomplete(format!(
        "there is no {language} interpreter on this machine; install one, or name one: \
         tenfold runtime add {name} PATH"
    ))
}

/// The usual address, or port 0 on it if something listens there already.
fn usual_or_free() -> SocketAddr {
    match TcpListener::bind(DEFAULT_LISTEN) {
        Ok(_) => DEFAULT_LISTEN,
        Err(_) => SocketAddr::new(DEFAULT_LISTEN.ip(), 0),
    }
}
