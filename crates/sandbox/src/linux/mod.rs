//! The Linux driver: three kinds of process, one binary.
//!
//! The **server** ([`LinuxDriver`]) holds descriptors and asks. The **keeper** ([`Keeper`]) has the rights, makes
//! cgroups and namespaces, and cleans up whatever happens. The **first process** of each sandbox builds its inside and
//! starts the function's processes. They exchange small typed packets (`protocol`); each directly with whom it needs:
//!
//! ```text
//!       create, furnish, destroy                clone
//!   server ──────────────────▶ keeper ─────────────────────▶ first process ──▶ function
//!      │                                                          ▲
//!      ├── spawn, signal; listeners, outputs, ends ───────────────┘
//!      └── freeze, thaw, memory: the cgroup's files
//! ```
//!
//! A server starts like this:
//!
//! ```no_run
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use sandbox::linux::{Keeper, LinuxDriver};
//!
//! let keeper = Keeper::fork_before_threads()?; // first, before there is any thread
//! sandbox::linux::renounce_privileges()?; // what only the keeper needs
//! sandbox::linux::wall_in(&["/srv/data".as_ref()], None)?; // and every file but its own
//! let runtime = tokio::runtime::Runtime::new()?;
//! let driver = runtime.block_on(LinuxDriver::start(keeper, None))?;
//! # drop(driver);
//! # Ok(())
//! # }
//! ```
//!
//! In the order of a sandbox's life: `launch` (in the keeper), `init`, `root`, `furnish`, `network`, `confine`, `landlock`,
//! then for each process `spawn` and `seccomp`. Where `/tmp` is on disk, `template` and `scratch` come before. Whoever dies
//! takes the rest along: the server's end ends the keeper, the keeper's end the first processes, the first process's
//! end every process of its sandbox.

mod cgroup;
mod client;
mod confine;
mod connector;
mod descriptors;
mod files;
mod furnish;
#[doc(hidden)]
pub mod fuzzing;
mod init;
mod keeper;
mod landlock;
mod launch;
mod memory;
mod mount;
mod mounter;
mod network;
mod numbers;
mod probe;
mod protocol;
mod ready;
#[cfg(all(test, target_arch = "x86_64"))]
mod recorded;
mod renounce;
mod root;
mod sandbox;
mod scratch;
mod seccomp;
mod snapshot;
mod spawn;
mod step;
mod syscalls;
mod template;
mod usage;
mod validate;

pub use client::LinuxDriver;
pub use descriptors::{Descriptors, descriptor_for_connection, descriptors_are_scarce};
pub use keeper::Keeper;
pub use renounce::{renounce_privileges, wall_in};
