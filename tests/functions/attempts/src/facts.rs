//! What the outside tells the attacker, so that it need not guess: a real one may know as much.

use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub(crate) struct Facts {
    /// Paths of the host: of the server, of its data, of other functions, files that the test has planted.
    pub(crate) paths: Vec<String>,
    /// Numbers of processes on the host: the server, the keeper, what another function runs.
    pub(crate) processes: Vec<i32>,
    /// Addresses where somebody answers on the host or on what stands in for a network: name, address, port.
    pub(crate) addresses: Vec<(String, String, u16)>,
    /// Names of abstract sockets on the host.
    pub(crate) abstract_sockets: Vec<String>,
    /// Names of Unix sockets that the server's processes have, those without a path after an `@`.
    pub(crate) socket_names: Vec<String>,
    /// All sockets of theirs, as the kernel numbers them.
    pub(crate) sockets: Vec<u64>,
    /// Words that only another function has ever had, every byte with its highest bit set: so is no copy of this text one.
    pub(crate) secrets: Vec<Vec<u8>>,
    /// The host's name.
    pub(crate) host_name: String,
    /// An invocation of another function.
    pub(crate) neighbours_request: String,
    /// Ports on which the sandbox's own two listeners are.
    pub(crate) listeners: usize,
}
