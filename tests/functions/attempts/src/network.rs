//! Ways out by sockets. Sent is only to the machine's own addresses and to what stands in for others in namespaces of the
//! test's own.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::time::Duration;

use crate::attempt::{Attempt, Outcome, call, code};
use crate::facts::Facts;

const REFUSED: &[&str] = &["EPERM"];
const PATIENCE: Duration = Duration::from_millis(1500);

pub(crate) const ATTEMPTS: &[Attempt] = &[
    call("raw socket", "packets of any make", libc::SYS_socket, [2, 3, 1, 0, 0, 0], &["EPERM", "EPROTONOSUPPORT"]),
    call("raw IPv6 socket", "the same", libc::SYS_socket, [10, 3, 58, 0, 0, 0], &["EPERM", "EPROTONOSUPPORT"]),
    call("packet socket", "hears and sends frames", libc::SYS_socket, [17, 3, 0x0300, 0, 0, 0], REFUSED),
    call("vsock", "talks to the hypervisor", libc::SYS_socket, [40, 1, 0, 0, 0, 0], REFUSED),
    call("kernel's ciphers", "AF_ALG", libc::SYS_socket, [38, 5, 0, 0, 0, 0], REFUSED),
    call("key management", "AF_KEY", libc::SYS_socket, [15, 3, 2, 0, 0, 0], REFUSED),
    call("xdp", "AF_XDP", libc::SYS_socket, [44, 3, 0, 0, 0, 0], REFUSED),
    call("bluetooth", "AF_BLUETOOTH", libc::SYS_socket, [31, 3, 0, 0, 0, 0], REFUSED),
    call("tipc", "AF_TIPC", libc::SYS_socket, [30, 5, 0, 0, 0, 0], REFUSED),
    call("can", "AF_CAN", libc::SYS_socket, [29, 3, 1, 0, 0, 0], REFUSED),
    call("netlink audit", "the host's audit", libc::SYS_socket, [16, 3, 9, 0, 0, 0], REFUSED),
    call("netlink filter", "the kernel's packet filter", libc::SYS_socket, [16, 3, 12, 0, 0, 0], REFUSED),
    call("netlink events", "the host's devices coming and going", libc::SYS_socket, [16, 3, 15, 0, 0, 0], REFUSED),
    call("netlink sockets", "others' sockets", libc::SYS_socket, [16, 3, 4, 0, 0, 0], REFUSED),
    call("netlink generic", "everything else that speaks netlink", libc::SYS_socket, [16, 3, 16, 0, 0, 0], REFUSED),
    code("netlink route", "an interface of one's own", add_link, REFUSED),
    code("told addresses", "connects to the server, to the host's listeners, to a private network and a metadata service", told_tcp, &["contained"]),
    code("told addresses by datagram", "sends to the same", told_udp, &["contained"]),
    code("told abstract sockets", "connects to Unix sockets that have no path", told_abstract, &["ECONNREFUSED"]),
    code("listed Unix sockets", "looks for those of others", listed_unix, &["contained"]),
    code("listeners", "finds listeners that are not the sandbox's own two", listeners, &["contained"]),
    code("interfaces", "finds another one than the loopback", interfaces, &["contained"]),
    code("takes the listeners' place", "listens where the server does", take_place, &["EADDRINUSE"]),
    code("neighbour's invocation", "answers another function's invocation by its id", neighbours_invocation, &["contained"]),
    code("credentials without a token", "asks for credentials as nobody", credentials, &["contained"]),
    code("names", "resolves one", names, &["contained"]),
    code("source address", "sends under an address that is not one's own", foreign_source, &["EADDRNOTAVAIL"]),
    code("device of a socket", "binds to an interface of the host", bind_device, &["ENODEV", "EPERM"]),
];

/// One message that asks for a dummy interface with a name that is too long to be one.
fn add_link(_: &Facts) -> Outcome {
    // SAFETY: one buffer with its length, both of the kernel's make.
    unsafe {
        let fd = libc::socket(libc::AF_NETLINK, libc::SOCK_RAW, 0);
        if fd < 0 {
            return Outcome::last();
        }
        // Header: length 32, RTM_NEWLINK with acknowledgement and create; then an empty interface.
        let mut message = [0_u8; 32];
        message[..4].copy_from_slice(&32_u32.to_ne_bytes());
        message[4..6].copy_from_slice(&16_u16.to_ne_bytes());
        message[6..8].copy_from_slice(&0x0405_u16.to_ne_bytes());
        if libc::send(fd, message.as_ptr().cast(), message.len(), 0) < 0 {
            return Outcome::last();
        }
        let mut answer = [0_u8; 256];
        let length = libc::recv(fd, answer.as_mut_ptr().cast(), answer.len(), 0);
        if length < 20 {
            return Outcome::last();
        }
        let code = i32::from_ne_bytes([answer[16], answer[17], answer[18], answer[19]]);
        if code == 0 { Outcome::won("made") } else { Outcome::errno(-code) }
    }
}

fn told_tcp(facts: &Facts) -> Outcome {
    let mut answers = Vec::new();
    for (name, address, port) in &facts.addresses {
        let Ok(target) = format!("{address}:{port}").parse::<SocketAddr>() else { continue };
        match TcpStream::connect_timeout(&target, PATIENCE) {
            Ok(_) => return Outcome::won(format!("{name} ({target})")),
            Err(error) => answers.push(format!("{name}: {}", Outcome::of_io(&error).got)),
        }
    }
    Outcome::contained(answers.join(", "))
}

/// Nobody answers datagrams here: where they cannot even be sent, that is the answer; on the loopback it is the refusal.
/// The outside looks at what arrived.
fn told_udp(facts: &Facts) -> Outcome {
    let mut answers = Vec::new();
    for (name, address, port) in &facts.addresses {
        let Ok(target) = format!("{address}:{port}").parse::<SocketAddr>() else { continue };
        let Ok(socket) = UdpSocket::bind(if target.is_ipv4() { "0.0.0.0:0" } else { "[::]:0" }) else { continue };
        let sent = socket.send_to(b"probe", target);
        answers.push(format!("{name}: {}", sent.map_or_else(|e| Outcome::of_io(&e).got, |_| "sent".to_owned())));
    }
    Outcome::contained(answers.join(", "))
}

fn told_abstract(facts: &Facts) -> Outcome {
    use std::os::linux::net::SocketAddrExt as _;
    let mut last = Outcome::errno(libc::ECONNREFUSED);
    for name in &facts.abstract_sockets {
        let Ok(address) = std::os::unix::net::SocketAddr::from_abstract_name(name) else { continue };
        match std::os::unix::net::UnixStream::connect_addr(&address) {
            Ok(_) => return Outcome::won(name.clone()),
            Err(error) => last = Outcome::of_io(&error),
        }
    }
    last
}

fn listed_unix(_: &Facts) -> Outcome {
    let text = std::fs::read_to_string("/proc/net/unix").unwrap_or_default();
    let named: Vec<&str> = text.lines().skip(1).filter_map(|line| line.split_whitespace().nth(7)).collect();
    if named.is_empty() { Outcome::contained("none has a name") } else { Outcome::won(named.join(" ")) }
}

/// Of the loopback's ports: which answer.
fn open_ports() -> Vec<u16> {
    let text = std::fs::read_to_string("/proc/net/tcp").unwrap_or_default()
        + &std::fs::read_to_string("/proc/net/tcp6").unwrap_or_default();
    let listening = text.lines().filter_map(|line| {
        let mut fields = line.split_whitespace();
        let local = fields.nth(1)?;
        // The state after the remote address: 0A listens.
        (fields.nth(1)? == "0A").then(|| u16::from_str_radix(local.rsplit(':').next()?, 16).ok()).flatten()
    });
    listening.collect()
}

fn listeners(facts: &Facts) -> Outcome {
    let listed = open_ports();
    // Those that are hidden from the list would still answer.
    let answering: Vec<u16> = (1..=u16::MAX).filter(|port| answers(*port)).collect();
    if answering.len() <= facts.listeners && listed.len() <= facts.listeners {
        Outcome::contained(format!("{answering:?}"))
    } else {
        Outcome::won(format!("{answering:?} {listed:?}"))
    }
}

/// A socket may be given the very port that it connects to, and then meets itself.
fn answers(port: u16) -> bool {
    let Ok(stream) = TcpStream::connect(("127.0.0.1", port)) else { return false };
    stream.local_addr().ok() != stream.peer_addr().ok()
}

fn interfaces(_: &Facts) -> Outcome {
    let text = std::fs::read_to_string("/proc/net/dev").unwrap_or_default();
    let names: Vec<&str> = text.lines().filter_map(|line| Some(line.split_once(':')?.0.trim())).collect();
    if names == ["lo"] { Outcome::contained("lo") } else { Outcome::won(names.join(" ")) }
}

fn runtime_api() -> String {
    std::env::var("AWS_LAMBDA_RUNTIME_API").unwrap_or_default()
}

fn take_place(_: &Facts) -> Outcome {
    let port = runtime_api().rsplit(':').next().and_then(|port| port.parse::<u16>().ok()).unwrap_or(9001);
    // With the options by which several may listen in one place.
    // SAFETY: sizes are those of what is passed.
    unsafe {
        let fd = libc::socket(libc::AF_INET, libc::SOCK_STREAM, 0);
        let on = 1_i32;
        for option in [libc::SO_REUSEADDR, libc::SO_REUSEPORT] {
            libc::setsockopt(fd, libc::SOL_SOCKET, option, (&raw const on).cast(), 4);
        }
        for address in [u32::from_ne_bytes([127, 0, 0, 1]), 0] {
            let place = libc::sockaddr_in {
                sin_family: 2,
                sin_port: port.to_be(),
                sin_addr: libc::in_addr { s_addr: address },
                sin_zero: [0; 8],
            };
            if libc::bind(fd, (&raw const place).cast(), 16) == 0 && libc::listen(fd, 1) == 0 {
                return Outcome::won("listens");
            }
        }
    }
    Outcome::last()
}

/// The status of a request to the loopback, or nothing.
fn ask(address: &str, request: &str) -> Option<u16> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = [0; 64];
    let length = stream.read(&mut answer).ok()?;
    let text = String::from_utf8_lossy(answer.get(..length)?).into_owned();
    text.split(' ').nth(1)?.parse().ok()
}

fn neighbours_invocation(facts: &Facts) -> Outcome {
    let api = runtime_api();
    for what in ["response", "error"] {
        let path = format!("/2018-06-01/runtime/invocation/{}/{what}", facts.neighbours_request);
        let request = format!("POST {path} HTTP/1.1\r\nHost: {api}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}");
        match ask(&api, &request) {
            Some(400..500) => {}
            other => return Outcome::won(format!("{what}: {other:?}")),
        }
    }
    Outcome::contained("not known here")
}

/// Where the sandbox has such a listener at all.
fn credentials(_: &Facts) -> Outcome {
    for port in open_ports() {
        let address = format!("127.0.0.1:{port}");
        for path in ["/", "/credentials", "/v2/credentials", "/latest/meta-data/iam/security-credentials/"] {
            let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
            if let Some(200..300) = ask(&address, &request) {
                return Outcome::won(format!("{address}{path}"));
            }
        }
    }
    Outcome::contained("refused")
}

/// A name that nobody has, of the top-level domain that is for that.
fn names(_: &Facts) -> Outcome {
    match std::net::ToSocketAddrs::to_socket_addrs("probe.invalid:80") {
        Ok(_) => Outcome::won("resolved"),
        Err(_) => Outcome::contained("nobody answers"),
    }
}

fn foreign_source(_: &Facts) -> Outcome {
    match TcpListener::bind("192.0.2.1:0") {
        Ok(_) => Outcome::won("bound"),
        Err(error) => Outcome::of_io(&error),
    }
}

fn bind_device(_: &Facts) -> Outcome {
    let name = b"eth0\0";
    // SAFETY: the name with its length.
    let result = unsafe {
        let fd = libc::socket(libc::AF_INET, libc::SOCK_STREAM, 0);
        let length = u32::try_from(name.len()).unwrap_or(0);
        libc::setsockopt(fd, libc::SOL_SOCKET, libc::SO_BINDTODEVICE, name.as_ptr().cast(), length)
    };
    if result == 0 { Outcome::won("bound") } else { Outcome::last() }
}
