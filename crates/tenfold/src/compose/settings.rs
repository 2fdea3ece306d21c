//! From the configuration to what the parts are made with.

use crate::config::{Config, Substitution};
use crate::data_dir::ServerNote;
use crate::failure::Failure;
use crate::front_door::TlsNote;
use aws_wire::sigv4::{Credentials, Secret};
use domain::egress::Egress;
use domain::limits;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;
use worker::WorkerConfig;

/// How many times the machine's memory all environments together may be allowed. Functions are given far more than
/// they touch, and each is held to its own limit by its cgroup.
const MEMORY_FACTOR: u64 = 4;
/// What is assumed where the machine does not say how much memory it has, MB.
const UNKNOWN_MEMORY_MB: u64 = 8_192;
/// Credentials outlive their environment by this, so that none ends within an invocation.
const CREDENTIALS_MARGIN: Duration = Duration::from_secs(600);

/// How this host runs functions.
pub(super) fn worker(config: &Config, runtime_dir: PathBuf) -> WorkerConfig {
    let usual = || machine_memory_mb().unwrap_or(UNKNOWN_MEMORY_MB) * MEMORY_FACTOR;
    let memory = config.memory.unwrap_or_else(usual);
    WorkerConfig {
        substitution: match config.substitution {
            Substitution::Exact => worker::Substitution::Exact,
            Substitution::Nearest => worker::Substitution::Nearest,
        },
        idle_timeout: config.idle_timeout,
        max_age: config.environment_life,
        freeze_after: config.freeze_after,
        snapshots: config.snapshots,
        blanks: config.ready_sandboxes,
        blanks_for_crowds: config.ready_for_crowds,
        prestart: config.prestart,
        ..WorkerConfig::new(runtime_dir, config.data_dir.clone(), memory)
    }
}

/// What the Lambda service takes. Where the nearest interpreter will do, so does this machine's architecture.
pub(super) fn lambda(config: &Config, egress_max: &Egress) -> service_lambda::Config {
    let usual = service_lambda::Config::default();
    service_lambda::Config {
        foreign_roles: config.dev,
        require_roles: config.require_roles,
        egress_max: egress_max.clone(),
        concurrency: config.concurrency,
        stream_rate: config.stream_rate,
        architecture: usual.architecture.filter(|_| config.substitution == Substitution::Exact),
        ..usual
    }
}

/// How long the credentials of an environment are good for: as long as it lives, and its last invocation.
pub(super) fn credentials_life(worker: &WorkerConfig) -> Duration {
    worker.max_age + Duration::from_secs(u64::from(*limits::TIMEOUT_S.end())) + CREDENTIALS_MARGIN
}

/// The key that `Code.Location` is signed with. It opens nothing else and lives as long as this process: the URLs end
/// after ten minutes anyway.
pub(super) fn download_key() -> Result<Credentials, Failure> {
    let mut random = [0_u8; 32];
    getrandom::fill(&mut random).map_err(|e| Failure::Machine(format!("no random numbers: {e}")))?;
    Ok(Credentials {
        access_key_id: "TENFOLDCODE".to_owned(),
        secret: Secret::new(domain::Sha256(random).hex()),
        session_token: None,
    })
}

/// What strangers may make the server do. Operations that were cut off get their last words.
pub(super) fn limits(config: &Config) -> gateway::Limits {
    gateway::Limits {
        connections: config.front_door.connections,
        connections_of_a_peer: config.front_door.connections_of_a_peer,
        drain: config.grace.saturating_add(super::LAST_WORDS),
        ..gateway::Limits::default()
    }
}

/// What other commands are told.
pub(super) fn note(config: &Config, address: SocketAddr, tls: Option<TlsNote>) -> ServerNote {
    ServerNote {
        pid: std::process::id(),
        address,
        region: config.scope.region.to_string(),
        account: config.scope.account.to_string(),
        tls,
        dev: config.dev,
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

/// Whoever starts it like this should see it, whatever the level of the log.
pub(super) fn say_loudly_that_anyone_may(address: SocketAddr) {
    use std::io::Write;
    // If standard error is closed, there is nobody to warn.
    let _ = writeln!(
        std::io::stderr(),
        "WARNING: --dev accepts any access key: every process of this machine that reaches {address} is root here. \
         Not for anything that matters."
    );
}

/// `MemTotal`, MB.
pub(super) fn machine_memory_mb() -> Option<u64> {
    memory_total_mb(&std::fs::read_to_string("/proc/meminfo").ok()?)
}

fn memory_total_mb(meminfo: &str) -> Option<u64> {
    let line = meminfo.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes / 1_024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_of_a_machine() {
        let text = "MemTotal:       16303924 kB\nMemFree:         1 kB\n";
        assert_eq!(memory_total_mb(text), Some(15_921));
        for broken in ["", "MemTotal:\n", "MemTotal: many kB\n", "MemFree: 1 kB\n"] {
            assert_eq!(memory_total_mb(broken), None);
        }
    }
}
