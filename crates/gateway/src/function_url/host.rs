//! Which function URL a request is sent to: `<url-id>.lambda-url.<region>.<any host>`. AWS's own suffix is `on.aws`;
//! here it is whatever name leads to this server, `localhost` included.

use crate::endpoint::authority;
use domain::Region;
use http::header::HOST;
use http::request::Parts;
use http::uri::Authority;

/// The second label of every function URL.
const LABEL: &str = "lambda-url";
/// Characters of a URL's id.
const ID: usize = 32;

/// Where a request was sent to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    /// The host name in lower case, without the port.
    pub(crate) domain: String,
    /// What was sent as `Host`.
    pub(crate) host: String,
    /// The port, where one was sent.
    pub(crate) port: Option<u16>,
    /// The URL's id and region; `None` where there can be no such URL.
    pub(crate) url: Option<(String, Region)>,
}

/// The address, if it has the form of a function URL's.
pub(crate) fn address(parts: &Parts) -> Option<Address> {
    let authority = authority(parts)?;
    let domain = authority.host().trim_end_matches('.').to_ascii_lowercase();
    let mut labels = domain.splitn(4, '.');
    let (id, label, region, rest) = (labels.next()?, labels.next()?, labels.next()?, labels.next()?);
    if label != LABEL || id.is_empty() || rest.is_empty() {
        return None;
    }
    let known = id.len() == ID && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    let url = Region::new(region).ok().filter(|_| known).map(|region| (id.to_owned(), region));
    let (host, port) = (authority.as_str().to_owned(), authority.port_u16());
    Some(Address { domain, host, port, url })
}

/// Whether a request names one host only: a proxy in front might have looked at the other one, and a signature covers
/// the header.
pub(crate) fn is_unambiguous(parts: &Parts) -> bool {
    let mut hosts = parts.headers.get_all(HOST).iter();
    match (hosts.next(), hosts.next(), parts.uri.authority()) {
        (_, Some(_), _) => false,
        (Some(host), None, Some(target)) => {
            let host = host.to_str().ok().and_then(|host| host.parse::<Authority>().ok());
            host.is_some_and(|host| host == *target)
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "abcdefghijklmnopqrstuvwxyz012345";

    fn parts(target: &str, hosts: &[&str]) -> Parts {
        let mut request = http::Request::builder().uri(target);
        for host in hosts {
            request = request.header("host", *host);
        }
        request.body(()).unwrap().into_parts().0
    }

    #[test]
    fn any_suffix_leads_here() {
        for host in [
            format!("{ID}.lambda-url.us-east-1.on.aws"),
            format!("{ID}.lambda-url.us-east-1.localhost:4566"),
            format!("{ID}.lambda-url.us-east-1.localhost.localstack.cloud:4566"),
            format!("{}.Lambda-URL.US-EAST-1.Example.ORG.", ID.to_uppercase()),
            format!("{ID}.lambda-url.us-east-1.127.0.0.1:4566"),
        ] {
            let found = address(&parts("/", &[&host])).unwrap_or_else(|| panic!("{host}"));
            let (id, region) = found.url.unwrap_or_else(|| panic!("{host}"));
            assert_eq!((id.as_str(), region.as_str()), (ID, "us-east-1"), "{host}");
            assert!(!found.domain.contains(':') && found.domain == found.domain.to_lowercase(), "{host}");
            assert_eq!(found.port.is_some(), host.contains(':'), "{host}");
        }
        let absolute = parts(&format!("http://{ID}.lambda-url.eu-west-1.localhost/x"), &["localhost"]);
        assert!(address(&absolute).is_some());
    }

    #[test]
    fn no_such_url_can_be() {
        for host in [
            "x.lambda-url.us-east-1.localhost".to_owned(),
            format!("{ID}0.lambda-url.us-east-1.localhost"),
            format!("{}.lambda-url.us-east-1.localhost", ID.replace('a', "-")),
            format!("{ID}.lambda-url.{}.localhost", "r".repeat(33)),
            format!("{ID}.lambda-url.us_east_1.localhost"),
        ] {
            assert_eq!(
                address(&parts("/", &[&host])).unwrap_or_else(|| panic!("{host}")).url,
                None,
                "{host}"
            );
        }
    }

    #[test]
    fn other_hosts_are_for_the_api() {
        for host in [
            "",
            "localhost:4566",
            "lambda.us-east-1.amazonaws.com",
            "lambda-url.us-east-1.localhost",
            ".lambda-url.us-east-1.localhost",
            "x.lambda-url.us-east-1",
            "x.lambda-url.us-east-1.",
            "a@x.lambda-url.us-east-1.localhost",
            "x.y.lambda-url.us-east-1.localhost",
        ] {
            assert_eq!(address(&parts("/", &[host])), None, "{host}");
        }
        assert_eq!(address(&parts("/", &[])), None);
    }

    #[test]
    fn one_host_only() {
        assert!(is_unambiguous(&parts("/", &["a"])) && is_unambiguous(&parts("/", &[])));
        assert!(is_unambiguous(&parts("http://a:1/", &["A:1"])) && is_unambiguous(&parts("http://a/", &[])));
        for (target, hosts) in
            [("/", &["a", "a"][..]), ("http://a/", &["b"]), ("http://a/", &["a:1"]), ("http://a/", &[""])]
        {
            assert!(!is_unambiguous(&parts(target, hosts)), "{target} {hosts:?}");
        }
    }
}
