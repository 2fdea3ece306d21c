//! Where a function's processes run: the driver interface, a simulated driver for tests, and the Linux driver
//! with its privileged keeper.
//!
//! Read [`driver`] first: it is the manual of the two traits. [`simulated`] runs a script in place of a function.
//! `linux` builds the real thing out of namespaces, cgroups, seccomp and Landlock.
//!
//! What this crate never does: it knows nothing of functions, runtimes, invocations or AWS. It runs processes in
//! boxes, and which host paths are seen inside a box is its caller's decision.

mod connection;
pub mod driver;
pub mod error;
pub mod features;
#[cfg(target_os = "linux")]
pub mod linux;
pub mod simulated;

pub use connection::Connection;
pub use driver::{
    Bind, Called, Calling, Child, ChildId, Connector, Datagrams, Driver, Exit, ExitStatus, Furniture, Image,
    LATE_FD, MAX_CONNECTIONS, Process, RECORDS_FD, SANDBOX_GID, SANDBOX_UID, SANDBOX_USER, Sandbox,
    SandboxSpec, Signal, Symlink, Tunnel,
};
pub use error::SandboxError;
pub use features::{CgroupVersion, Features, Freezer, Missing, Privilege};
