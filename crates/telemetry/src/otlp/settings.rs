//! Where telemetry is sent, and how, by OpenTelemetry's own variables ("OpenTelemetry Protocol Exporter" and "Environment Variable
//! Specification").
//!
//! Nothing is sent unless an endpoint is given: the specification's default, a collector on this machine, is for programs that
//! were made to export.

use aws_client::{Endpoint, Trust};
use http::{HeaderName, HeaderValue, Uri};
use percent_encoding::percent_decode_str;
use std::path::PathBuf;
use std::time::Duration;

/// A kind of telemetry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// Spans.
    Traces,
    /// Numbers.
    Metrics,
    /// Lines.
    Logs,
}

impl Signal {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Traces, Self::Metrics, Self::Logs];

    /// As labels and paths name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Traces => "traces",
            Self::Metrics => "metrics",
            Self::Logs => "logs",
        }
    }

    /// The method of the gRPC service.
    pub(crate) fn method(self) -> &'static str {
        match self {
            Self::Traces => "/opentelemetry.proto.collector.trace.v1.TraceService/Export",
            Self::Metrics => "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export",
            Self::Logs => "/opentelemetry.proto.collector.logs.v1.LogsService/Export",
        }
    }
}

/// How it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// Protobuf over HTTP/1.1.
    Http,
    /// gRPC.
    Grpc,
}

/// Where a signal goes.
#[derive(Clone)]
pub struct Target {
    /// Which one it is.
    pub signal: Signal,
    /// Host and port.
    pub endpoint: Endpoint,
    /// The path of requests.
    pub path: String,
    /// How.
    pub protocol: Protocol,
    /// Sent with each request. May be secrets.
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// Whether bodies are compressed.
    pub gzip: bool,
    /// What one attempt may take.
    pub timeout: Duration,
    /// By which files both sides know each other, where there is TLS.
    pub trust: Trust,
}

/// What is sent, and where.
#[derive(Clone)]
pub struct Settings {
    /// The signals that are sent.
    pub targets: Vec<Target>,
    /// `service.name` of the server itself.
    pub service: String,
    /// Attributes of every resource.
    pub resource: Vec<(String, String)>,
    /// How long spans wait for others.
    pub span_delay: Duration,
    /// How long log records do.
    pub log_delay: Duration,
    /// Between two exports of metrics.
    pub metric_interval: Duration,
}

/// Headers stay out of logs.
impl std::fmt::Debug for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<_> = self.headers.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("Target")
            .field("signal", &self.signal)
            .field("endpoint", &self.endpoint)
            .field("path", &self.path)
            .field("protocol", &self.protocol)
            .field("headers", &names)
            .field("gzip", &self.gzip)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Settings").field("targets", &self.targets).finish_non_exhaustive()
    }
}

struct Variables<'a> {
    /// Before the variable of all signals.
    endpoint: Option<&'a str>,
    read: &'a dyn Fn(&str) -> Option<String>,
}

impl Variables<'_> {
    /// An empty one is none, as the specification demands.
    fn get(&self, name: &str) -> Option<String> {
        (self.read)(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    /// The signal's own, else that of all.
    fn of(&self, signal: Signal, what: &str) -> Option<(String, String)> {
        let own = format!("OTEL_EXPORTER_OTLP_{}_{what}", signal.word().to_uppercase());
        let all = format!("OTEL_EXPORTER_OTLP_{what}");
        let own_value = self.get(&own);
        own_value.map(|value| (own, value)).or_else(|| self.get(&all).map(|value| (all, value)))
    }

    fn millis(&self, name: &str, usual: u64) -> Result<Duration, String> {
        millis(name, self.get(name), usual)
    }
}

/// What the environment says, and `endpoint` where it is given besides; nothing where nothing is to be sent.
///
/// # Errors
/// The name of a variable that is not understood, and what it may be; never its value.
pub fn settings(
    endpoint: Option<&str>,
    read: &dyn Fn(&str) -> Option<String>,
) -> Result<Option<Settings>, String> {
    let variables = Variables { endpoint, read };
    if variables.get("OTEL_SDK_DISABLED").is_some_and(|value| value.eq_ignore_ascii_case("true")) {
        return Ok(None);
    }
    let mut targets = Vec::new();
    for signal in Signal::ALL {
        targets.extend(target(&variables, signal)?);
    }
    if targets.is_empty() {
        return Ok(None);
    }
    let mut resource = Vec::new();
    if let Some(list) = variables.get("OTEL_RESOURCE_ATTRIBUTES") {
        resource = pairs("OTEL_RESOURCE_ATTRIBUTES", &list)?;
    }
    let named = resource.iter().position(|(key, _)| key == "service.name");
    let named = named.map(|at| resource.remove(at).1);
    let service = variables.get("OTEL_SERVICE_NAME").or(named).unwrap_or_else(|| "tenfold".to_owned());
    Ok(Some(Settings {
        targets,
        service,
        resource,
        span_delay: variables.millis("OTEL_BSP_SCHEDULE_DELAY", 5_000)?,
        log_delay: variables.millis("OTEL_BLRP_SCHEDULE_DELAY", 1_000)?,
        metric_interval: variables
            .millis("OTEL_METRIC_EXPORT_INTERVAL", 60_000)?
            .max(Duration::from_millis(100)),
    }))
}

fn target(variables: &Variables<'_>, signal: Signal) -> Result<Option<Target>, String> {
    let exporter = format!("OTEL_{}_EXPORTER", signal.word().to_uppercase());
    match variables.get(&exporter).as_deref() {
        None | Some("otlp") => {}
        Some("none") => return Ok(None),
        Some(_) => return Err(format!("{exporter} is `otlp` or `none`")),
    }
    let protocol = match variables.of(signal, "PROTOCOL") {
        None => Protocol::Http,
        Some((_, value)) if value == "http/protobuf" => Protocol::Http,
        Some((_, value)) if value == "grpc" => Protocol::Grpc,
        Some((name, _)) => return Err(format!("{name} is `http/protobuf` or `grpc`")),
    };
    let own = format!("OTEL_EXPORTER_OTLP_{}_ENDPOINT", signal.word().to_uppercase());
    let (name, url, is_own) = match (variables.get(&own), variables.endpoint) {
        (Some(url), _) => (own.as_str(), url, true),
        (None, Some(url)) => ("--otlp-endpoint", url.to_owned(), false),
        (None, None) => match variables.get("OTEL_EXPORTER_OTLP_ENDPOINT") {
            Some(url) => ("OTEL_EXPORTER_OTLP_ENDPOINT", url, false),
            None => return Ok(None),
        },
    };
    let (endpoint, base) = endpoint(&url).ok_or_else(|| {
        format!("{name} is http://HOST[:PORT][/PATH] or https://HOST[:PORT][/PATH], without credentials")
    })?;
    let path = match (protocol, is_own) {
        (Protocol::Grpc, _) => signal.method().to_owned(),
        (Protocol::Http, true) => {
            if base.is_empty() {
                "/".to_owned()
            } else {
                base
            }
        }
        (Protocol::Http, false) => format!("{}/v1/{}", base.trim_end_matches('/'), signal.word()),
    };
    let gzip = match variables.of(signal, "COMPRESSION") {
        None => false,
        Some((_, value)) if value == "none" => false,
        Some((_, value)) if value == "gzip" => true,
        Some((name, _)) => return Err(format!("{name} is `gzip` or `none`")),
    };
    let timeout = variables.of(signal, "TIMEOUT");
    let (name, value) = timeout.map_or((String::new(), None), |(name, value)| (name, Some(value)));
    let timeout = millis(&name, value, 10_000)?;
    let headers = match variables.of(signal, "HEADERS") {
        Some((name, list)) => headers(&name, &list)?,
        None => Vec::new(),
    };
    let trust = trust(variables, signal)?;
    Ok(Some(Target { signal, endpoint, path, protocol, headers, gzip, timeout, trust }))
}

/// A certificate without its key, and a key alone, are a mistake rather than no identity.
fn trust(variables: &Variables<'_>, signal: Signal) -> Result<Trust, String> {
    let authorities = variables.of(signal, "CERTIFICATE").map(|(_, file)| PathBuf::from(file));
    let identity = match (variables.of(signal, "CLIENT_CERTIFICATE"), variables.of(signal, "CLIENT_KEY")) {
        (None, None) => None,
        (Some((_, certificate)), Some((_, key))) => Some((certificate.into(), key.into())),
        (Some((name, _)), None) => return Err(format!("{name} needs OTEL_EXPORTER_OTLP_CLIENT_KEY")),
        (None, Some((name, _))) => return Err(format!("{name} needs OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE")),
    };
    Ok(Trust { authorities, identity })
}

/// Host and path.
fn endpoint(url: &str) -> Option<(Endpoint, String)> {
    let uri: Uri = url.parse().ok()?;
    if uri.query().is_some() {
        return None;
    }
    let endpoint = Endpoint::parse(&format!("{}://{}", uri.scheme_str()?, uri.authority()?)).ok()?;
    Some((endpoint, if uri.path() == "/" { String::new() } else { uri.path().to_owned() }))
}

fn millis(name: &str, value: Option<String>, usual: u64) -> Result<Duration, String> {
    let Some(value) = value else { return Ok(Duration::from_millis(usual)) };
    match value.parse::<u64>() {
        Ok(ms @ 1..=86_400_000) => Ok(Duration::from_millis(ms)),
        _ => Err(format!("{name} is a number of milliseconds, 1 to 86400000")),
    }
}

/// `key=value,key=value` in W3C Baggage's form, with percent signs in values.
fn pairs(name: &str, list: &str) -> Result<Vec<(String, String)>, String> {
    let malformed = || format!("{name} is a list of key=value,key=value");
    let pair = |pair: &str| {
        let (key, value) = pair.split_once('=').ok_or_else(malformed)?;
        let value = percent_decode_str(value.trim()).decode_utf8().map_err(|_| malformed())?;
        Ok((key.trim().to_owned(), value.into_owned()))
    };
    list.split(',').filter(|pair| !pair.trim().is_empty()).map(pair).collect()
}

fn headers(name: &str, list: &str) -> Result<Vec<(HeaderName, HeaderValue)>, String> {
    let header = |(key, value): (String, String)| {
        let malformed = || format!("{name} has what is no header");
        let key = HeaderName::from_bytes(key.as_bytes()).map_err(|_| malformed())?;
        let mut value = HeaderValue::from_str(&value).map_err(|_| malformed())?;
        value.set_sensitive(true);
        Ok((key, value))
    };
    pairs(name, list)?.into_iter().map(header).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(endpoint: Option<&str>, variables: &[(&str, &str)]) -> Result<Option<Settings>, String> {
        settings(endpoint, &|name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    fn paths(endpoint: Option<&str>, variables: &[(&str, &str)]) -> Vec<String> {
        let settings = read(endpoint, variables).unwrap().unwrap();
        settings.targets.iter().map(|target| target.path.clone()).collect()
    }

    #[test]
    fn nothing_is_sent_unless_it_is_said() {
        assert!(read(None, &[]).unwrap().is_none());
        assert!(read(None, &[("OTEL_EXPORTER_OTLP_ENDPOINT", "")]).unwrap().is_none());
        let disabled = [("OTEL_SDK_DISABLED", "TRUE")];
        assert!(read(Some("http://h:4318"), &disabled).unwrap().is_none());
        let none = [
            ("OTEL_TRACES_EXPORTER", "none"),
            ("OTEL_METRICS_EXPORTER", "none"),
            ("OTEL_LOGS_EXPORTER", "none"),
        ];
        assert!(read(Some("http://h:4318"), &none).unwrap().is_none());
    }

    #[test]
    fn where_each_signal_goes() {
        let all = ["/v1/traces", "/v1/metrics", "/v1/logs"];
        for url in ["http://h:4318", "http://h:4318/"] {
            assert_eq!(paths(Some(url), &[]), all);
            assert_eq!(paths(None, &[("OTEL_EXPORTER_OTLP_ENDPOINT", url)]), all);
        }
        assert_eq!(paths(Some("http://h/otlp/"), &[])[0], "/otlp/v1/traces");
        let own = [
            ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "https://t/x"),
            ("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "http://l"),
        ];
        assert_eq!(paths(None, &own), ["/x", "/"]);
        assert_eq!(paths(Some("http://h"), &own), ["/x", "/v1/metrics", "/"]);
        let grpc =
            [("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"), ("OTEL_EXPORTER_OTLP_LOGS_PROTOCOL", "http/protobuf")];
        assert_eq!(
            paths(Some("http://h:4317"), &grpc),
            [Signal::Traces.method(), Signal::Metrics.method(), "/v1/logs"]
        );
    }

    #[test]
    fn how_it_is_sent() {
        let variables = [
            ("OTEL_EXPORTER_OTLP_HEADERS", "api-key=geheim%20x, X-Other = 1 ,"),
            ("OTEL_EXPORTER_OTLP_LOGS_HEADERS", "only=logs"),
            ("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip"),
            ("OTEL_EXPORTER_OTLP_METRICS_COMPRESSION", "none"),
            ("OTEL_EXPORTER_OTLP_TIMEOUT", "2500"),
            ("OTEL_EXPORTER_OTLP_CERTIFICATE", "/ca.pem"),
            ("OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", "/mine.pem"),
            ("OTEL_EXPORTER_OTLP_CLIENT_KEY", "/all.key"),
            ("OTEL_EXPORTER_OTLP_LOGS_CLIENT_KEY", "/logs.key"),
            ("OTEL_RESOURCE_ATTRIBUTES", "service.name=named,deployment.environment.name=e2e"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
        ];
        let settings = read(Some("https://h"), &variables).unwrap().unwrap();
        let [traces, metrics, logs] = &settings.targets[..] else { panic!() };
        let headers: Vec<_> = traces.headers.iter().map(|(n, v)| (n.as_str(), v.to_str().unwrap())).collect();
        assert_eq!(headers, [("api-key", "geheim x"), ("x-other", "1")]);
        assert_eq!(logs.headers.len(), 1);
        assert_eq!((traces.gzip, metrics.gzip, traces.timeout), (true, false, Duration::from_millis(2_500)));
        assert_eq!(traces.trust.authorities.as_deref().unwrap().to_str(), Some("/ca.pem"));
        let identity = |key: &str| Some((PathBuf::from("/mine.pem"), PathBuf::from(key)));
        assert_eq!(
            (&traces.trust.identity, &logs.trust.identity),
            (&identity("/all.key"), &identity("/logs.key"))
        );
        assert_eq!((settings.service.as_str(), settings.resource.len()), ("named", 1));
        assert_eq!(settings.metric_interval, Duration::from_millis(200));
        assert!(!format!("{settings:?}").contains("geheim"));
        let named = [("OTEL_SERVICE_NAME", "first"), ("OTEL_RESOURCE_ATTRIBUTES", "service.name=second")];
        assert_eq!(read(Some("http://h"), &named).unwrap().unwrap().service, "first");
    }

    #[test]
    fn what_cannot_be_meant() {
        for (name, value) in [
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json"),
            ("OTEL_EXPORTER_OTLP_TRACES_COMPRESSION", "zstd"),
            ("OTEL_EXPORTER_OTLP_TIMEOUT", "0"),
            ("OTEL_EXPORTER_OTLP_TIMEOUT", "10s"),
            ("OTEL_EXPORTER_OTLP_HEADERS", "geheim"),
            ("OTEL_EXPORTER_OTLP_HEADERS", "a b=geheim"),
            ("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "http://u:geheim@h"),
            ("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "h:4318"),
            ("OTEL_LOGS_EXPORTER", "console"),
            ("OTEL_BSP_SCHEDULE_DELAY", "-1"),
            ("OTEL_EXPORTER_OTLP_CLIENT_KEY", "geheim"),
            ("OTEL_EXPORTER_OTLP_LOGS_CLIENT_CERTIFICATE", "geheim"),
        ] {
            let error = read(Some("http://h"), &[(name, value)]).unwrap_err();
            assert!(error.contains(name) && !error.contains("geheim"), "{name}={value}: {error}");
        }
        let error = read(Some("http://u:geheim@h"), &[]).unwrap_err();
        assert!(error.contains("--otlp-endpoint") && !error.contains("geheim"), "{error}");
    }
}
