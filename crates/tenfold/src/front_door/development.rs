//! The certificate of `--tls`, for development: made at the first start, kept in the data directory, and made anew when it
//! does not name a host that is asked for, or ends soon, while the server runs as well. It is signed by an authority whose key is forgotten at once, so
//! that whoever trusts it trusts this one certificate and nothing that could be made later.

use super::names;
use crate::data_dir::write_private;
use crate::failure::Failure;
use domain::clock::SystemClock;
use domain::{Clock, Timestamp};
use gateway::Tls;
use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, date_time_ymd,
};
use rustls::RootCertStore;
use rustls::client::verify_server_cert_signed_by_trust_anchor;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, UnixTime};
use rustls::server::ParsedCertificate;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};

/// Within the data directory: the authority's certificate, and the server's with its key.
const DIRECTORY: &str = "tls";
const AUTHORITY: &str = "ca.pem";
const SERVER: &str = "server.pem";
/// Days that it is good for: the most that Apple's systems take.
const DAYS: i64 = 825;
/// It is made anew this long before it ends.
const AHEAD: Duration = Duration::from_secs(30 * 86_400);
const DAY_MS: i64 = 86_400_000;

/// Between two looks at how long it still lasts.
const LOOK: Duration = Duration::from_secs(6 * 3600);

/// A certificate, and where its parts are.
pub(crate) struct Made {
    pub(crate) tls: Tls,
    pub(crate) certificate: PathBuf,
    pub(crate) authority: PathBuf,
    names: Vec<String>,
}

/// The certificate for an address, this machine's own names and some more, each with the function URLs below it in the
/// server's region: a wildcard stands for one label, so those of other regions are not named.
pub(crate) fn certificate(
    data_dir: &Path,
    address: IpAddr,
    hosts: &[String],
    region: &str,
) -> Result<Made, Failure> {
    let directory = data_dir.join(DIRECTORY);
    let (authority, certificate) = (directory.join(AUTHORITY), directory.join(SERVER));
    let names = wanted(address, hosts, region);
    if let Some(pem) = kept(&authority, &certificate, &names)
        && let Ok(tls) = Tls::new(&pem, &pem)
    {
        return Ok(Made { tls, certificate, authority, names });
    }
    std::fs::create_dir_all(&directory).map_err(|e| Failure::file("cannot create", &directory, e))?;
    let pem = make_anew(&authority, &certificate, &names)?;
    let tls = Tls::new(&pem, &pem).map_err(|e| Failure::file("cannot serve with", &certificate, e))?;
    Ok(Made { tls, certificate, authority, names })
}

/// The certificate with its key, if it is good.
fn kept(authority: &Path, certificate: &Path, names: &[String]) -> Option<Vec<u8>> {
    let (authority, server) = (std::fs::read(authority).ok()?, std::fs::read(certificate).ok()?);
    is_good(&authority, &server, names).then_some(server)
}

/// Makes an authority and a certificate in place of what is there; the certificate with its key.
fn make_anew(authority: &Path, certificate: &Path, names: &[String]) -> Result<Vec<u8>, Failure> {
    let (authority_pem, server_pem) = make(names, SystemClock.now())
        .map_err(|e| Failure::Machine(format!("cannot make a certificate: {e}")))?;
    for (path, text) in [(authority, &authority_pem), (certificate, &server_pem)] {
        write_private(path, text.as_bytes()).map_err(|e| Failure::file("cannot write", path, e))?;
    }
    Ok(server_pem.into_bytes())
}

impl Made {
    /// Exchanges the certificate for a new one in time, as long as the server runs. Clients have to be told of the new authority, as
    /// after a start: the log says so.
    pub(crate) async fn keep_current(self) {
        let made = Arc::new(self);
        let mut ticks = interval(LOOK);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            let made = Arc::clone(&made);
            match tokio::task::spawn_blocking(move || made.renew()).await {
                Ok(Ok(false)) | Err(_) => {}
                Ok(Ok(true)) => tracing::warn!(
                    "the certificate of --tls would have ended soon and was made anew: `tenfold env` names its new authority"
                ),
                Ok(Err(error)) => {
                    tracing::error!(%error, "the certificate of --tls ends soon and could not be made anew")
                }
            }
        }
    }

    /// Whether it was necessary. Blocks.
    fn renew(&self) -> Result<bool, Failure> {
        if kept(&self.authority, &self.certificate, &self.names).is_some() {
            return Ok(false);
        }
        let pem = make_anew(&self.authority, &self.certificate, &self.names)?;
        let exchanged = self.tls.exchange(&pem, &pem);
        exchanged.map_err(|e| Failure::file("cannot serve with", &self.certificate, e))?;
        Ok(true)
    }
}

fn wanted(address: IpAddr, hosts: &[String], region: &str) -> Vec<String> {
    let mut wanted: Vec<String> = ["localhost", "127.0.0.1", "::1"].map(str::to_owned).to_vec();
    if !address.is_unspecified() {
        wanted.push(address.to_string());
    }
    wanted.extend(hosts.iter().cloned());
    let of_urls: Vec<String> = wanted
        .iter()
        .filter(|name| name.parse::<IpAddr>().is_err())
        .map(|name| format!("*.lambda-url.{region}.{name}"))
        .collect();
    wanted.extend(of_urls);
    wanted.sort_unstable();
    wanted.dedup();
    wanted
}

/// Whether a certificate is of that authority, names all that is wanted, and lasts.
fn is_good(authority: &[u8], server: &[u8], wanted: &[String]) -> bool {
    let one = |pem| CertificateDer::from_pem_slice(pem).ok();
    let (Some(authority), Some(server)) = (one(authority), one(server)) else { return false };
    let mut roots = RootCertStore::empty();
    if roots.add(authority).is_err() {
        return false;
    }
    let Ok(parsed) = ParsedCertificate::try_from(&server) else { return false };
    let algorithms = rustls::crypto::ring::default_provider().signature_verification_algorithms;
    let now = Duration::from_millis(u64::try_from(SystemClock.now().0).unwrap_or(0));
    let later = UnixTime::since_unix_epoch(now + AHEAD);
    verify_server_cert_signed_by_trust_anchor(&parsed, &roots, &[], later, algorithms.all).is_ok()
        && wanted.iter().all(|name| names(&server, &name.replace('*', "any")))
}

/// An authority, and a certificate of it with its key; both in PEM.
fn make(names: &[String], now: Timestamp) -> Result<(String, String), rcgen::Error> {
    // In whole days; one ahead, for clocks that are behind.
    let moment = |ms: i64| {
        let civil = Timestamp(ms).civil();
        let small = |n: u32| u8::try_from(n).unwrap_or(1);
        date_time_ymd(i32::try_from(civil.year).unwrap_or(1970), small(civil.month), small(civil.day))
    };
    let valid = |mut params: CertificateParams| {
        (params.not_before, params.not_after) = (moment(now.0 - DAY_MS), moment(now.0 + DAYS * DAY_MS));
        params
    };
    let mut authority = valid(CertificateParams::default());
    authority.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    authority.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    // Two authorities of one name and different keys could be mistaken for one another.
    let key = KeyPair::generate()?;
    let tail: String = key.public_key_raw().iter().rev().take(4).map(|byte| format!("{byte:02x}")).collect();
    authority.distinguished_name.push(DnType::CommonName, format!("Tenfold development {tail}"));
    let authority_pem = authority.self_signed(&key)?.pem();
    let issuer = Issuer::new(authority, key);

    let mut server = valid(CertificateParams::new(names)?);
    server.distinguished_name.push(DnType::CommonName, "Tenfold");
    server.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    server.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    server.use_authority_key_identifier_extension = true;
    let key = KeyPair::generate()?;
    let server_pem = server.signed_by(&key, &issuer)?.pem();
    Ok((authority_pem, server_pem + &key.serialize_pem()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    #[test]
    fn it_is_made_once_and_private() {
        let dir = tempfile::tempdir().unwrap();
        let hosts = ["fold.test".to_owned()];
        let first = certificate(dir.path(), HERE, &hosts, "us-east-1").unwrap();
        let read = |path: &Path| std::fs::read(path).unwrap();
        let (authority, server) = (read(&first.authority), read(&first.certificate));
        for path in [&first.authority, &first.certificate] {
            assert_eq!(std::fs::metadata(path).unwrap().permissions().mode() & 0o7777, 0o600);
        }
        let all = wanted(HERE, &hosts, "us-east-1");
        assert!(all.contains(&"*.lambda-url.us-east-1.fold.test".to_owned()), "{all:?}");
        assert!(is_good(&authority, &server, &all));

        certificate(dir.path(), HERE, &[], "us-east-1").unwrap();
        assert_eq!(read(&first.certificate), server, "it names all that is wanted and more");
        certificate(dir.path(), HERE, &["other.test".to_owned()], "us-east-1").unwrap();
        assert_ne!(read(&first.certificate), server, "it named too little");
        assert!(!is_good(&authority, &read(&first.certificate), &[]), "it has an authority of its own");
    }

    #[test]
    fn it_is_renewed_while_the_server_runs() {
        let dir = tempfile::tempdir().unwrap();
        let made = certificate(dir.path(), HERE, &[], "us-east-1").unwrap();
        assert!(!made.renew().unwrap());
        let (authority, server) =
            make(&made.names, Timestamp(SystemClock.now().0 - (DAYS - 20) * DAY_MS)).unwrap();
        std::fs::write(&made.authority, authority).unwrap();
        std::fs::write(&made.certificate, &server).unwrap();
        assert!(made.renew().unwrap());
        assert_ne!(std::fs::read_to_string(&made.certificate).unwrap(), server);
        assert!(!made.renew().unwrap(), "it is good again");
        assert_eq!(std::fs::metadata(&made.certificate).unwrap().permissions().mode() & 0o7777, 0o600);
    }

    #[test]
    fn what_is_broken_or_ends_soon_is_made_anew() {
        let dir = tempfile::tempdir().unwrap();
        let first = certificate(dir.path(), HERE, &[], "us-east-1").unwrap();
        for broken in [b"".as_slice(), b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
            std::fs::write(&first.certificate, broken).unwrap();
            certificate(dir.path(), HERE, &[], "us-east-1").unwrap();
            assert!(std::fs::read(&first.certificate).unwrap().len() > 500);
        }
        let names = wanted(HERE, &[], "us-east-1");
        let made = |days_ago: i64| make(&names, Timestamp(SystemClock.now().0 - days_ago * DAY_MS)).unwrap();
        for (days_ago, good) in [(0, true), (DAYS - 40, true), (DAYS - 20, false), (DAYS + 1, false)] {
            let (authority, server) = made(days_ago);
            assert_eq!(is_good(authority.as_bytes(), server.as_bytes(), &names), good, "{days_ago}");
        }
    }
}
