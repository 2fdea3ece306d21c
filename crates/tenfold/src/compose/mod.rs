//! The one place where everything is plugged together, and where configuration is matched on.
//!
//! Never here: what any of the parts does. Read [`Server::start`] from top to bottom.

mod access;
mod adapters;
mod alarms;
mod chores;
mod egress;
mod elsewhere;
mod events;
mod export;
mod inspection;
mod integrity;
mod keys;
mod logs;
mod rekeying;
mod settings;
mod storage;

use crate::config::{Audit, Config};
use crate::data_dir::{Announced, DataDir, ServerNote};
use crate::failure::Failure;
use crate::front_door::Secured;
use crate::keeper::Keeper;
use access::{Identities, Resources, Roles};
use adapters::{Daemon, Downloads, Meter, Published, SandboxEndpoint, UnpackedPackages, Urls};
use alarms::Actions;
use audit::Trail;
use aws_wire::sigv4::Credentials;
use dispatch::Dispatcher;
use dispatch::events::{Events, Inbox};
use domain::Clock;
use domain::clock::SystemClock;
use domain::runtime::Family;
use elsewhere::Clients;
use gateway::{Gateway, Inspecting, Listening, Mode};
use inspection::{Counted, Inspector, LaterGateway};
use keys::Keys;
use logs::{MetricsOfLogs, Subscribed};
use metrics::FunctionMetrics;
use metrics::server::Registry;
use rekeying::Rekeying;
use sandbox::linux::LinuxDriver;
use service_cloudwatch::{CloudWatchService, Watch};
use service_iam::{IamService, ServiceUses, Sessions, StsService, Tokens, UserKeys};
use service_lambda::LambdaService;
use service_logs::{Intake, LogsService};
use service_xray::XRayService;
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use storage::Storage;
use store::{
    EmbeddedMetrics, LogWriter, LogWriterLimits, METRICS_WRITTEN_EVERY, MetricWriter, SegmentWriter,
};
use telemetry::Exposed;
use telemetry::otlp::Exporter;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use worker::{RuntimeCatalog, Worker};

/// The functions' `/tmp` on disk, within the data directory.
const SCRATCH: &str = "scratch";
/// What answers that say that an operation was cut off may take to be written.
const LAST_WORDS: Duration = Duration::from_secs(2);
/// What telemetry that waits may take to be exported at the end.
const LAST_EXPORT: Duration = Duration::from_secs(5);

/// A server that serves.
pub(crate) struct Server {
    note: ServerNote,
    credentials: Credentials,
    catalog: Arc<RuntimeCatalog>,
    dispatcher: Arc<Dispatcher>,
    events: Arc<Events>,
    gateway: Arc<Gateway>,
    logs: Arc<LogWriter>,
    metrics: Arc<MetricWriter>,
    intake: Arc<Intake>,
    trail: Arc<Trail>,
    segments: Arc<SegmentWriter>,
    exporter: Option<Arc<Exporter>>,
    serving: JoinHandle<Result<(), gateway::ServeError>>,
    keeper_died: Pin<Box<dyn Future<Output = ()> + Send>>,
    stop: watch::Sender<bool>,
    _chores: JoinSet<()>,
    _certificates: JoinSet<()>,
    // In this order: the note goes before the lock.
    _announced: Announced,
    _data: DataDir,
}

impl Server {
    /// Starts everything; when this returns, requests are answered.
    pub(crate) async fn start(config: &Config, keeper: Keeper) -> Result<Self, Failure> {
        let data = DataDir::open(&config.data_dir)?;
        let listen = config.front_door.listen;
        let unusable = |e| Failure::Machine(format!("cannot listen on {listen}: {e}"));
        let listener = TcpListener::bind(listen).await.map_err(unusable)?;
        let address = listener.local_addr().map_err(unusable)?;
        let secured = config.front_door.secure(data.path(), address, config.scope.region.as_str())?;
        let (tls, tls_note, certificates) = match secured {
            Some(Secured { tls, note, chores }) => (Some(tls), Some(note), chores),
            None => (None, None, JoinSet::new()),
        };
        let inspected = inspection::bind(config.inspection.listen).await?;
        let storage = Storage::open(data.path(), &config.keys).await?;
        let credentials = data.root_key(storage.keys.ring())?;
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let trail = Arc::new(trail(config, data.path(), &storage, &clock)?);
        let driver = LinuxDriver::start(keeper.0, Some(data.path().join(SCRATCH))).await;
        let driver = driver.map_err(|e| Failure::Machine(format!("no sandboxes on this machine: {e}")))?;
        let keeper_died = Box::pin(driver.keeper_died());
        let policies = egress::Policies::of(config, sandbox::Driver::features(&driver))?;
        let (driver, counters) = (Arc::new(driver), Arc::new(Registry::default()));

        let sessions = Arc::new(Sessions::default());
        let measured = Arc::new(FunctionMetrics::new(Arc::clone(&clock)));
        let exposed = Exposed::new(Arc::clone(&counters), Arc::clone(&measured), config.inspection.functions);
        let exposed = Arc::new(exposed);
        let exporter = export::start(config, &exposed, &counters, &clock)?;
        let metrics = MetricWriter::start(
            Arc::clone(&storage.store) as _,
            Arc::clone(&measured),
            METRICS_WRITTEN_EVERY,
            &counters,
        );
        let metrics = Arc::new(metrics);
        let embedded = EmbeddedMetrics::start(Arc::clone(&metrics), Arc::clone(&clock), &counters);
        let of_logs = Arc::new(MetricsOfLogs { writer: Arc::clone(&metrics), embedded });
        let intake = Intake::load(Arc::clone(&storage.store) as _, of_logs).await;
        let intake = intake.map_err(|e| Failure::Machine(format!("cannot read the filters of logs: {e}")))?;
        let users = UserKeys::load(Arc::clone(&storage.store) as _, Arc::clone(&storage.secrets)).await;
        let users =
            users.map_err(|e| Failure::Machine(format!("cannot read the users' access keys: {e}")))?;
        let (users, tokens) = (Arc::new(users), Arc::new(Tokens::new(Arc::clone(&storage.tokens))));
        let writer =
            LogWriter::start(Arc::clone(&intake) as _, Arc::clone(&clock), LogWriterLimits::default());
        let logs = Arc::new(writer);
        let segments = SegmentWriter::start(Arc::clone(&storage.traces) as _, Arc::clone(&clock));
        let segments = Arc::new(segments.telling(exporter.clone().map(|exporter| exporter as _)));
        let xray = Arc::new(XRayService::new(Arc::clone(&storage.traces) as _, Arc::clone(&segments)));
        let endpoint = Arc::new(SandboxEndpoint::default());
        let worker_config = settings::worker(config, storage.runtime_dir);
        let life = settings::credentials_life(&worker_config);
        let roles =
            Roles::new(Arc::clone(&sessions), Arc::clone(&storage.store) as _, Arc::clone(&clock), life);
        let worker = Worker::new(
            worker_config,
            worker::Parts {
                driver: Arc::clone(&driver) as _,
                packages: Arc::new(UnpackedPackages {
                    cache: storage.packages,
                    seals: Arc::clone(&storage.seals),
                }),
                credentials: Arc::new(roles),
                endpoint: Arc::clone(&endpoint) as _,
                egress: Arc::new(policies.clone()),
                logs: export::telling(Arc::clone(&logs) as _, exporter.as_ref()),
                allocations: Arc::new(Meter(Arc::clone(&storage.store) as _)),
                segments: Arc::new(Daemon(Arc::clone(&xray))),
                clock: Arc::clone(&clock),
            },
        );
        let catalog = Arc::clone(worker.runtimes());
        let allowed = dispatch::Limits { per_scope: config.concurrency };
        let dispatcher = Arc::new(Dispatcher::new(worker, allowed, Arc::clone(&measured)));

        let elsewhere = Arc::new(Clients::new(&config.elsewhere, &clock)?);
        let inbox = Inbox::new(Arc::clone(&storage.store) as _, Arc::clone(&measured));
        let lambda = Arc::new(LambdaService::new(
            settings::lambda(config, policies.most()),
            service_lambda::Deps {
                store: Arc::clone(&storage.store) as _,
                identities: Arc::clone(&storage.store) as _,
                blobs: storage.blobs,
                objects: elsewhere.code(),
                inbox: Arc::clone(&inbox),
                engine: Arc::clone(&dispatcher) as _,
                clock: Arc::clone(&clock),
                segments: Arc::clone(&segments) as _,
                download_key: settings::download_key()?,
            },
        ));
        let subscribed = Arc::new(Subscribed { lambda: Arc::clone(&lambda), clock: Arc::clone(&clock) });
        let actions = Actions {
            lambda: Arc::clone(&lambda),
            elsewhere: Arc::clone(&elsewhere),
            clock: Arc::clone(&clock),
        };
        let cloudwatch = CloudWatchService::new(
            Arc::clone(&storage.store) as _,
            Arc::clone(&storage.store) as _,
            Arc::new(actions),
        );
        let cloudwatch = Arc::new(cloudwatch.reading_after(Arc::clone(&metrics)));
        let partition = config.scope.region.partition();
        let later = LaterGateway::default();
        let exposed = config.inspection.metrics.then_some(exposed);
        let probed = vec![Arc::clone(&storage.store) as _, Arc::clone(&storage.traces) as _];
        let checks = inspection::checks(
            &config.inspection,
            data.path(),
            probed,
            Arc::downgrade(&driver),
            later.clone(),
        );
        drop(driver);
        let uses = Arc::new(ServiceUses::new(Arc::clone(&storage.store) as _));
        let gateway = Arc::new(Gateway::new(gateway::Parts {
            mode: if config.dev { Mode::Dev } else { Mode::Signed },
            services: vec![
                Arc::clone(&lambda) as _,
                Arc::new(
                    LogsService::new(Arc::clone(&intake))
                        .delivering_to(Arc::clone(&subscribed) as _)
                        .reading_after(Arc::clone(&logs)),
                ),
                Arc::new(IamService::new(
                    Arc::clone(&storage.store) as _,
                    Arc::clone(&users),
                    Arc::clone(&uses),
                )),
                Arc::new(StsService::new(
                    Arc::clone(&storage.store) as _,
                    Arc::clone(&tokens),
                    Arc::clone(&users),
                    Arc::new(Published),
                    config.dev,
                )),
                Arc::clone(&cloudwatch) as _,
                xray,
            ],
            keys: Arc::new(Keys::new(
                &config.scope.account,
                partition,
                &credentials,
                Arc::clone(&users),
                sessions,
                tokens,
            )),
            identities: Arc::new(Identities(Arc::clone(&storage.store) as _, Arc::clone(&uses))),
            resources: Arc::new(Resources {
                lambda: Arc::clone(&lambda),
                identities: Arc::clone(&storage.store) as _,
            }),
            downloads: Arc::new(Downloads(lambda.code_urls())),
            urls: Arc::new(Urls { lambda: Arc::clone(&lambda), metrics: Arc::clone(&measured) }),
            inspecting: Some(Inspecting {
                inspection: Arc::new(Inspector::new(exposed, checks)),
                token: config.inspection.token.clone(),
            }),
            trail: Some(Arc::clone(&trail)),
            clock: Arc::clone(&clock),
            default_account: config.scope.account.clone(),
            default_region: config.scope.region.clone(),
            regions: Vec::new(),
            public_endpoint: None,
            own_hosts: config.front_door.hosts.clone(),
            limits: settings::limits(config),
        }));
        endpoint.opens(&gateway);
        later.is(&gateway);
        let counted = Counted {
            logs: Arc::clone(&logs),
            segments: Arc::clone(&segments),
            dispatcher: Arc::clone(&dispatcher),
            gateway: later,
            data_dir: data.path().to_owned(),
        };
        inspection::count(&counters, counted);
        let recovered = lambda.recover().await;
        recovered.map_err(|e| Failure::Machine(format!("cannot take up the functions: {e}")))?;
        let events = Arc::new(events::start(inbox, Arc::clone(&lambda), elsewhere, Arc::clone(&clock)));
        let told = Arc::clone(&events);
        inspection::count_events(&counters, move || told.totals());
        inspection::count_queue(&counters, Arc::clone(&storage.store) as _, Arc::clone(&clock));

        let (stop, stopped) = watch::channel(false);
        let serving = tokio::spawn(gateway::serve(
            Arc::clone(&gateway),
            Listening {
                listener,
                label: "public".into(),
                tls,
                is_scarce: sandbox::linux::descriptors_are_scarce,
                inspects: false,
            },
            until(stopped),
        ));
        let note = settings::note(config, address, tls_note);
        let announced = data.announce(&note)?;
        if config.dev {
            settings::say_loudly_that_anyone_may(address);
        }
        let kept = chores::Kept {
            logs: Arc::clone(&storage.store) as _,
            most_of_a_group: config.log_group_bytes,
            metrics: Arc::clone(&storage.store) as _,
            users,
            uses,
            traces: storage.traces,
        };
        let mut chores = chores::start(lambda, kept, Arc::clone(&clock));
        if let Some(inspected) = inspected {
            chores.spawn(inspection::serve(Arc::clone(&gateway), inspected));
        }
        chores.spawn(integrity::tell(Arc::clone(&metrics), config.scope.clone(), Arc::clone(&clock)));
        chores.spawn(service_logs::delivery::deliver(Arc::clone(&intake), subscribed, Arc::clone(&clock)));
        let rekeying = Rekeying {
            keys: storage.keys,
            data_dir: data.path().to_owned(),
            store: storage.store,
            blobs: storage.directory,
            seals: storage.seals,
            trail: Arc::clone(&trail),
            clock: Arc::clone(&clock),
        };
        chores.spawn(rekeying.keep());
        chores.spawn(Watch::new(cloudwatch, clock).run());
        Ok(Self {
            note,
            credentials,
            catalog,
            dispatcher,
            events,
            gateway,
            logs,
            metrics,
            intake,
            trail,
            segments,
            exporter,
            serving,
            keeper_died,
            stop,
            _chores: chores,
            _certificates: certificates,
            _announced: announced,
            _data: data,
        })
    }

    /// Where it listens and how it is reached; the port is the real one where 0 was asked for.
    pub(crate) fn note(&self) -> &ServerNote {
        &self.note
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
        self.intake.close();
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
        self.metrics.flush().await;
        let trail = Arc::clone(&self.trail);
        let _ = tokio::task::spawn_blocking(move || trail.stop()).await;
        self.segments.flush().await;
        if let Some(exporter) = &self.exporter {
            exporter.stop(LAST_EXPORT).await;
        }
        drained && finished == Ok(true)
    }
}

/// The audit log.
fn trail(
    config: &Config,
    data_dir: &Path,
    storage: &Storage,
    clock: &Arc<dyn Clock>,
) -> Result<Trail, Failure> {
    let Audit { data_events, retention } = config.audit;
    let signer = storage.keys.ring().signer(audit::PURPOSE);
    let trail =
        Trail::open(&data_dir.join(audit::DIRECTORY), signer, retention, data_events, Arc::clone(clock));
    trail.map_err(|e| Failure::Machine(e.to_string()))
}

/// Waits until it is said.
async fn until(mut stopped: watch::Receiver<bool>) {
    // The sender is dropped only with the server itself, which is a stop as well.
    let _ = stopped.wait_for(|stop| *stop).await;
}
