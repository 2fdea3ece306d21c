//! The one place where everything is plugged together, and where configuration is matched on.
//!
//! Never here: what any of the parts does. Read [`Server::start`] from top to bottom.

mod adapters;
mod chores;
mod elsewhere;
mod events;
mod settings;
mod storage;

use crate::config::Config;
use crate::data_dir::{Announced, DataDir};
use crate::failure::Failure;
use crate::keeper::Keeper;
use adapters::{Downloads, Keys, Roles, SandboxEndpoint, UnpackedPackages, Urls};
use aws_wire::sigv4::Credentials;
use dispatch::Dispatcher;
use dispatch::events::{Events, Inbox};
use domain::Clock;
use domain::clock::SystemClock;
use domain::runtime::Family;
use elsewhere::Clients;
use gateway::{Gateway, Mode};
use sandbox::linux::LinuxDriver;
use service_iam::{IamService, Sessions, StsService};
use service_lambda::LambdaService;
use service_logs::LogsService;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use storage::Storage;
use store::{LogWriter, LogWriterLimits};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use worker::{RuntimeCatalog, Worker};

/// The functions' `/tmp` on disk, within the data directory.
const SCRATCH: &str = "scratch";
/// What answers that say that an operation was cut off may take to be written.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// A server that serves.
pub(crate) struct Server {
    address: SocketAddr,
    credentials: Credentials,
    catalog: Arc<RuntimeCatalog>,
    dispatcher: Arc<Dispatcher>,
    events: Events,
    gateway: Arc<Gateway>,
    logs: Arc<LogWriter>,
    serving: JoinHandle<Result<(), gateway::ServeError>>,
    keeper_died: Pin<Box<dyn Future<Output = ()> + Send>>,
    stop: watch::Sender<bool>,
    _chores: JoinSet<()>,
    // In this order: the note goes before the lock.
    _announced: Announced,
    _data: DataDir,
}

impl Server {
    /// Starts everything; when this returns, requests are answered.
    pub(crate) async fn start(config: &Config, keeper: Keeper) -> Result<Self, Failure> {
        let data = DataDir::open(&config.data_dir)?;
        let listener = TcpListener::bind(config.listen).await;
        let listener =
            listener.map_err(|e| Failure::Machine(format!("cannot listen on {}: {e}", config.listen)))?;
        let address = listener
            .local_addr()
            .map_err(|e| Failure::Machine(format!("cannot listen on {}: {e}", config.listen)))?;
        let credentials = data.root_key()?;
        let storage = Storage::open(data.path()).await?;
        let driver = LinuxDriver::start(keeper.0, Some(data.path().join(SCRATCH))).await;
        let driver = driver.map_err(|e| Failure::Machine(format!("no sandboxes on this machine: {e}")))?;
        let keeper_died = Box::pin(driver.keeper_died());
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);

        let sessions = Arc::new(Sessions::default());
        let writer =
            LogWriter::start(Arc::clone(&storage.store) as _, Arc::clone(&clock), LogWriterLimits::default());
        let logs = Arc::new(writer);
        let endpoint = Arc::new(SandboxEndpoint::default());
        let worker_config = settings::worker(config, storage.runtime_dir);
        let life = settings::credentials_life(&worker_config);
        let roles = Roles { sessions: Arc::clone(&sessions), clock: Arc::clone(&clock), life };
        let worker = Worker::new(
            worker_config,
            worker::Parts {
                driver: Arc::new(driver),
                packages: Arc::new(UnpackedPackages(storage.packages)),
                credentials: Arc::new(roles),
                endpoint: Arc::clone(&endpoint) as _,
                logs: Arc::clone(&logs) as _,
                clock: Arc::clone(&clock),
            },
        );
        let catalog = Arc::clone(worker.runtimes());
        let dispatcher =
            Arc::new(Dispatcher::new(worker, dispatch::Limits { per_scope: config.concurrency }));

        let elsewhere = Arc::new(Clients::new(&config.elsewhere, &clock)?);
        let inbox = Inbox::new(Arc::clone(&storage.store) as _);
        let lambda = Arc::new(LambdaService::new(
            settings::lambda(config),
            service_lambda::Deps {
                store: Arc::clone(&storage.store) as _,
                blobs: storage.blobs,
                objects: elsewhere.code(),
                inbox: Arc::clone(&inbox),
                engine: Arc::clone(&dispatcher) as _,
                clock: Arc::clone(&clock),
                download_key: settings::download_key()?,
            },
        ));
        let partition = config.scope.region.partition();
        let gateway = Arc::new(Gateway::new(gateway::Parts {
            mode: if config.dev { Mode::Dev } else { Mode::Signed },
            services: vec![
                Arc::clone(&lambda) as _,
                Arc::new(LogsService::new(Arc::clone(&storage.store) as _).reading_after(Arc::clone(&logs))),
                Arc::new(IamService::new(Arc::clone(&storage.store) as _)),
                Arc::new(StsService),
            ],
            keys: Arc::new(Keys::new(&config.scope.account, partition, &credentials, sessions)),
            downloads: Arc::new(Downloads(lambda.code_urls())),
            urls: Arc::new(Urls(Arc::clone(&lambda))),
            clock: Arc::clone(&clock),
            default_account: config.scope.account.clone(),
            default_region: config.scope.region.clone(),
            regions: Vec::new(),
            public_endpoint: None,
            own_hosts: Vec::new(),
            limits: gateway::Limits {
                drain: config.grace.saturating_add(LAST_WORDS),
                ..gateway::Limits::default()
            },
        }));
        endpoint.opens(&gateway);
        let recovered = lambda.recover().await;
        recovered.map_err(|e| Failure::Machine(format!("cannot take up the functions: {e}")))?;
        let events = events::start(inbox, Arc::clone(&lambda), elsewhere, Arc::clone(&clock));

        let (stop, stopped) = watch::channel(false);
        let serving = tokio::spawn(gateway::serve(
            Arc::clone(&gateway),
            listener,
            "public".into(),
            sandbox::linux::descriptors_are_scarce,
            until(stopped),
        ));
        let announced = data.announce(&settings::note(config, address))?;
        if config.dev {
            settings::say_loudly_that_anyone_may(address);
        }
        let chores = chores::start(lambda, Arc::clone(&storage.store) as _, clock);
        Ok(Self {
            address,
            credentials,
            catalog,
            dispatcher,
            events,
            gateway,
            logs,
            serving,
            keeper_died,
            stop,
            _chores: chores,
            _announced: announced,
            _data: data,
        })
    }

    /// Where it listens; the port is the real one where 0 was asked for.
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// The root access key.
    pub(crate) fn credentials(&self) -> &Credentials {
        &self.credentials
    }

    /// The newest runtime of a family for which this machine has an interpreter of exactly that version.
    pub(crate) async fn runtime_for(&self, family: Family) -> Option<String> {
        if family == Family::Provided {
            return Some("provided.al2023".to_owned());
        }
        let catalog = Arc::clone(&self.catalog);
        // Interpreters that nobody has asked yet are run.
        let listed = tokio::task::spawn_blocking(move || catalog.list()).await.unwrap_or_default();
        // By version, the newest last.
        listed.into_iter().rfind(|i| i.family() == family).map(|i| i.identifier())
    }

    /// Waits for the server to fail, which it should never do: somebody killed the keeper, say. Whoever runs it should
    /// start it again.
    pub(crate) async fn failed(&mut self) -> Failure {
        let why = tokio::select! {
            () = &mut self.keeper_died => "its keeper died, and every sandbox with it".to_owned(),
            served = &mut self.serving => match served {
                Ok(Ok(())) => "it stopped listening".to_owned(),
                Ok(Err(error)) => error.to_string(),
                Err(error) => error.to_string(),
            },
        };
        Failure::Machine(format!("the server failed: {why}"))
    }

    /// Takes no more connections, lets the operations under way finish within `grace`, those included whose client has
    /// gone, and the asynchronous invocations that run, keeps the queued ones for the next start, ends all
    /// environments and writes the last log lines. Whether everything finished by itself.
    ///
    /// The order matters: as long as an operation runs it may still need an environment, for its own upload is not there
    /// yet or its function is being prepared. Only then the worker is told to take no more.
    pub(crate) async fn stop(mut self, grace: Duration) -> bool {
        let _ = self.stop.send(true);
        self.events.begin_stop();
        let finished = tokio::time::timeout(grace, async {
            let served = (&mut self.serving).await;
            let drained = self.gateway.drained(grace).await;
            self.events.stopped().await;
            drained && matches!(served, Ok(Ok(())))
        })
        .await;
        let drained = self.dispatcher.drain(Duration::ZERO).await;
        if finished.is_err() {
            // Whoever waits for an operation that was cut off is told.
            let told = async {
                self.events.stopped().await;
                self.gateway.drained(LAST_WORDS).await;
                if !self.serving.is_finished() {
                    let _ = (&mut self.serving).await;
                }
            };
            let _ = tokio::time::timeout(LAST_WORDS, told).await;
        }
        tracing::info!(ended = ?self.events.totals(), "asynchronous invocations since the start");
        self.logs.flush().await;
        drained && finished == Ok(true)
    }
}

/// Waits until it is said.
async fn until(mut stopped: watch::Receiver<bool>) {
    // The sender is dropped only with the server itself, which is a stop as well.
    let _ = stopped.wait_for(|stop| *stop).await;
}
