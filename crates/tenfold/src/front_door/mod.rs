//! How clients reach the server: where it listens, whether it speaks TLS and by which certificate, how many may come.
//!
//! Never here: HTTP, or the handshake (see `gateway`).

pub(crate) mod development;
mod files;
pub(crate) mod pinned;

use crate::config::absolute;
use crate::failure::Failure;
use files::Files;
use gateway::Tls;
use rustls::client::verify_server_name;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::server::ParsedCertificate;
use serde::{Deserialize, Serialize};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use tokio::task::JoinSet;

/// Where Tenfold listens if nothing else is said: the port that the ecosystem's local wrappers use.
pub(crate) const DEFAULT_LISTEN: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 4566);

/// How clients reach the server, as typed.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct FrontDoorArgs {
    /// Address and port to serve on; port 0 takes a free one [default: 127.0.0.1:4566]
    #[arg(long, value_name = "ADDRESS:PORT", value_parser = parse_listen)]
    pub(crate) listen: Option<SocketAddr>,
    /// Serve HTTPS with a certificate that is made at the first start, for development
    #[arg(long, conflicts_with_all = ["tls_cert", "tls_key"])]
    tls: bool,
    /// Serve HTTPS with this certificate and its chain, PEM; read again when it changes, and on SIGHUP
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// The certificate's private key, PEM
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// Authority of that certificate that clients do not know yet, PEM; `tenfold env` names it to them
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_ca: Option<PathBuf>,
    /// Host name that leads to this server and that its certificate names; may be given again
    #[arg(long, value_name = "NAME", value_parser = parse_host)]
    tls_host: Vec<String>,
    /// Listen beyond this machine without TLS: something in front has it, or nobody else is on the network
    #[arg(long)]
    insecure_listen: bool,
    /// Connections of clients that are open at the same time; further ones wait
    #[arg(long, value_name = "COUNT", default_value_t = 4_096, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    max_connections: u32,
    /// The same of one peer, of whom further ones are closed [default: half of all]
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    max_connections_per_peer: Option<u32>,
}

/// How clients reach the server, checked.
#[derive(Clone, Debug)]
pub(crate) struct FrontDoor {
    /// Where to listen.
    pub(crate) listen: SocketAddr,
    transport: Transport,
    /// Names of this server besides those of loopback.
    pub(crate) hosts: Vec<String>,
    /// Connections of all.
    pub(crate) connections: usize,
    /// Connections of one peer.
    pub(crate) connections_of_a_peer: usize,
}

#[derive(Clone, Debug)]
enum Transport {
    Plain,
    /// TLS with a certificate of our own making.
    Development,
    /// TLS with somebody's.
    Given {
        files: Files,
        authority: Option<PathBuf>,
    },
}

impl FrontDoorArgs {
    /// Checks what one argument alone does not show.
    pub(crate) fn validate(&self) -> Result<FrontDoor, Failure> {
        let listen = self.listen.unwrap_or(DEFAULT_LISTEN);
        let transport = match (&self.tls_cert, &self.tls_key) {
            (Some(certificate), Some(key)) => Transport::Given {
                files: Files { certificate: absolute(certificate)?, key: absolute(key)? },
                authority: self.tls_ca.as_deref().map(absolute).transpose()?,
            },
            _ if self.tls => Transport::Development,
            _ => Transport::Plain,
        };
        let plain = matches!(transport, Transport::Plain);
        if plain && !listen.ip().is_loopback() && !self.insecure_listen {
            return Err(Failure::Usage(format!(
                "{listen} is reached from other machines, and without TLS everybody on the way reads and changes what is \
                 sent: give --tls-cert and --tls-key, or --tls for a certificate that is made here; --insecure-listen \
                 does without"
            )));
        }
        if plain && !self.tls_host.is_empty() {
            return Err(Failure::Usage("--tls-host is for --tls or --tls-cert".to_owned()));
        }
        let connections = self.max_connections as usize;
        let of_a_peer = self.max_connections_per_peer.map_or(connections.div_ceil(2), |count| count as usize);
        Ok(FrontDoor {
            listen,
            transport,
            hosts: self.tls_host.clone(),
            connections,
            connections_of_a_peer: of_a_peer.min(connections),
        })
    }
}

/// What clients are told of a server's TLS.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct TlsNote {
    /// The file whose first certificate is the server's.
    pub(crate) certificate: PathBuf,
    /// The file with the authority that clients have to trust, where they do not anyway.
    pub(crate) authority: Option<PathBuf>,
    /// The name by which the certificate knows the server; `None`: it knows its address.
    pub(crate) host: Option<String>,
}

/// A listener's TLS, as long as the server runs.
pub(crate) struct Secured {
    pub(crate) tls: Tls,
    pub(crate) note: TlsNote,
    /// Looks after the files.
    pub(crate) chores: JoinSet<()>,
}

impl FrontDoor {
    /// The certificate, made or read; `None` without TLS.
    pub(crate) fn secure(
        &self,
        data_dir: &Path,
        address: SocketAddr,
        region: &str,
    ) -> Result<Option<Secured>, Failure> {
        let (tls, certificate, authority, chores) = match &self.transport {
            Transport::Plain => return Ok(None),
            Transport::Development => {
                let made = development::certificate(data_dir, address.ip(), &self.hosts, region)?;
                let told = (made.tls.clone(), made.certificate.clone(), Some(made.authority.clone()));
                let mut chores = JoinSet::new();
                chores.spawn(made.keep_current());
                (told.0, told.1, told.2, chores)
            }
            Transport::Given { files, authority } => {
                let tls = files.load()?;
                let mut chores = JoinSet::new();
                chores.spawn(files.clone().keep_current(tls.clone()));
                (tls, files.certificate.clone(), authority.clone(), chores)
            }
        };
        let host = known_host(&certificate, crate::client::reachable(address).ip(), &self.hosts)?;
        Ok(Some(Secured { tls, note: TlsNote { certificate, authority, host }, chores }))
    }
}

/// The name to use where the certificate does not know the address: the first of the given ones that it knows.
fn known_host(file: &Path, address: IpAddr, hosts: &[String]) -> Result<Option<String>, Failure> {
    let certificate = first_certificate(file)?;
    if names(&certificate, &address.to_string()) {
        return Ok(None);
    }
    let known = hosts.iter().find(|host| names(&certificate, host)).cloned();
    if known.is_none() {
        tracing::warn!(
            certificate = %file.display(),
            %address,
            "the certificate names neither the server's address nor a --tls-host: clients will refuse it there"
        );
    }
    Ok(known)
}

/// Whether a certificate is one for a host.
fn names(certificate: &CertificateDer<'_>, host: &str) -> bool {
    let Ok(name) = ServerName::try_from(host) else { return false };
    ParsedCertificate::try_from(certificate).is_ok_and(|parsed| verify_server_name(&parsed, &name).is_ok())
}

/// The server's own certificate in a file of PEM.
pub(crate) fn first_certificate(file: &Path) -> Result<CertificateDer<'static>, Failure> {
    let text = std::fs::read(file).map_err(|e| Failure::file("cannot read the certificate", file, e))?;
    CertificateDer::from_pem_slice(&text).map_err(|e| Failure::file("no certificate in", file, e))
}

pub(crate) fn parse_listen(text: &str) -> Result<SocketAddr, String> {
    let numeric = match text.strip_prefix("localhost:") {
        Some(port) => format!("127.0.0.1:{port}"),
        None => text.to_owned(),
    };
    numeric.parse().map_err(|_| "expected an IP address and a port, such as 127.0.0.1:4566".to_owned())
}

fn parse_host(text: &str) -> Result<String, String> {
    match ServerName::try_from(text) {
        Ok(_) => Ok(text.to_ascii_lowercase()),
        Err(_) => Err("expected a host name or an IP address".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Only {
        #[command(flatten)]
        front_door: FrontDoorArgs,
    }

    fn parse(args: &[&str]) -> Result<FrontDoor, String> {
        let parsed = Only::try_parse_from(["tenfold"].iter().chain(args)).map_err(|e| e.to_string())?;
        parsed.front_door.validate().map_err(|e| e.to_string())
    }

    #[test]
    fn beyond_loopback_there_is_tls_or_somebody_says_not() {
        for args in [
            &[][..],
            &["--listen", "[::1]:0"],
            &["--listen", "0.0.0.0:0", "--insecure-listen"],
            &["--listen", "0.0.0.0:0", "--tls"],
            &["--listen", "[::]:0", "--tls-cert", "c", "--tls-key", "k"],
        ] {
            assert!(parse(args).is_ok(), "{args:?}");
        }
        for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:80", "[::ffff:10.0.0.1]:80"] {
            let error = parse(&["--listen", address]).unwrap_err();
            assert!(error.contains("--insecure-listen") && error.contains("--tls-cert"), "{error}");
        }
        assert_eq!(parse(&["--listen", "localhost:80"]).unwrap().listen.to_string(), "127.0.0.1:80");
    }

    #[test]
    fn what_cannot_be_meant() {
        for (args, says) in [
            (&["--listen", "4566"][..], "127.0.0.1:4566"),
            (&["--listen", "example.org:80"], "127.0.0.1:4566"),
            (&["--tls-cert", "c"], "--tls-key"),
            (&["--tls-key", "k"], "--tls-cert"),
            (&["--tls", "--tls-cert", "c", "--tls-key", "k"], "cannot be used with"),
            (&["--tls-host", "a"], "--tls-host is for"),
            (&["--tls", "--tls-host", "a b"], "host name"),
            (&["--max-connections", "0"], "0 is not in"),
        ] {
            let error = parse(args).unwrap_err();
            assert!(error.contains(says), "{args:?}: {error}");
        }
    }

    #[test]
    fn a_peer_has_half_of_the_connections() {
        let counts = |args: &[&str]| {
            let door = parse(args).unwrap();
            (door.connections, door.connections_of_a_peer)
        };
        assert_eq!(counts(&[]), (4_096, 2_048));
        assert_eq!(counts(&["--max-connections", "1"]), (1, 1));
        assert_eq!(counts(&["--max-connections", "10", "--max-connections-per-peer", "20"]), (10, 10));
    }
}
