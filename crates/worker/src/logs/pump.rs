//! Reads the outputs of one process, all the time and without waiting for anything but the pipe.

use super::collector::{Collector, Origin, Output, OutputId};
use std::cell::RefCell;
use std::io::ErrorKind;
use std::os::fd::OwnedFd;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::net::unix::pipe::Receiver;
use tokio::task::AbortHandle;

/// One read, bytes.
const CHUNK: usize = 16 << 10;
/// Reads of one output in [`Reader::drain`]: a process that never stops writing does not hold its own answer up.
const MAX_READS: usize = 64;

/// The outputs of one process. Dropping it ends the reading.
pub(crate) struct Pipes {
    collector: Arc<Collector>,
    origin: Origin,
    outputs: Vec<Arc<Reader>>,
    tasks: Vec<AbortHandle>,
}

struct Reader {
    id: OutputId,
    /// Read directly, too: that sees what tokio has not been told of yet.
    pipe: Receiver,
    /// Held from the read to the collector, so that two readers cannot change the order.
    reading: Mutex<()>,
    /// The outputs whose lines come first, if they are there when this one is read: whoever prints and then fails wants
    /// to see it in this order.
    before: Vec<Arc<Reader>>,
    collector: Arc<Collector>,
}

impl Pipes {
    /// Starts reading the outputs of a new process; the descriptors must be non-blocking.
    pub(crate) fn new(
        origin: Origin,
        stdout: OwnedFd,
        stderr: OwnedFd,
        records: Option<OwnedFd>,
        collector: &Arc<Collector>,
    ) -> std::io::Result<Self> {
        let (outputs, tasks) = (Vec::with_capacity(3), Vec::with_capacity(3));
        // If one cannot be read, dropping this ends the reading of the others.
        let mut pipes = Self { collector: Arc::clone(collector), origin, outputs, tasks };
        pipes.read(Output::Stdout, stdout)?;
        pipes.read(Output::Stderr, stderr)?;
        if let Some(records) = records {
            pipes.read(Output::Records, records)?;
        }
        Ok(pipes)
    }

    fn read(&mut self, output: Output, fd: OwnedFd) -> std::io::Result<()> {
        let pipe = Receiver::from_owned_fd_unchecked(fd)?;
        let before = if output == Output::Records { self.outputs.clone() } else { Vec::new() };
        let id = self.collector.open(self.origin, output);
        let reader = Arc::new(Reader {
            id,
            pipe,
            reading: Mutex::default(),
            before,
            collector: Arc::clone(&self.collector),
        });
        self.tasks.push(tokio::spawn(pump(Arc::clone(&reader))).abort_handle());
        self.outputs.push(reader);
        Ok(())
    }

    /// Reads what the pipes hold right now. Everything that the process wrote before it answered is in the log then.
    pub(crate) fn drain(&self) {
        for reader in &self.outputs {
            reader.drain();
        }
    }
}

impl Drop for Pipes {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
        for reader in &self.outputs {
            self.collector.close(reader.id);
        }
    }
}

#[derive(PartialEq, Eq)]
enum Progress {
    More,
    Empty,
    Ended,
}

impl Reader {
    /// Reads what the pipe holds right now.
    fn drain(&self) {
        let mut reads = 0;
        while reads < MAX_READS
            && self.take(|buffer| Ok(rustix::io::read(&self.pipe, buffer)?)) == Progress::More
        {
            reads += 1;
        }
    }

    /// One read, given to the collector.
    fn take(&self, read: impl FnOnce(&mut [u8]) -> std::io::Result<usize>) -> Progress {
        let _reading = self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        let mut buffer = Buffer::get();
        match read(&mut buffer.0) {
            Ok(0) => Progress::Ended,
            Ok(length) => {
                // After the reading: what was written before these bytes is there now.
                self.before.iter().for_each(|reader| reader.drain());
                self.collector.output(self.id, buffer.0.get(..length).unwrap_or_default());
                Progress::More
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => Progress::More,
            Err(error) if error.kind() == ErrorKind::WouldBlock => Progress::Empty,
            Err(_) => Progress::Ended,
        }
    }
}

thread_local! {
    /// Of this thread, and not of each output: most outputs are silent. One, and another for each reader that reads
    /// others before itself.
    static BUFFERS: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
}

/// [`CHUNK`] bytes, given back to the thread when dropped.
struct Buffer(Vec<u8>);

impl Buffer {
    fn get() -> Self {
        Self(BUFFERS.with_borrow_mut(Vec::pop).unwrap_or_else(|| vec![0; CHUNK]))
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        BUFFERS.with_borrow_mut(|buffers| buffers.push(std::mem::take(&mut self.0)));
    }
}

async fn pump(reader: Arc<Reader>) {
    while reader.pipe.readable().await.is_ok() {
        match reader.take(|buffer| reader.pipe.try_read(buffer)) {
            // The next turn reads on, after others had theirs.
            Progress::More => tokio::task::yield_now().await,
            Progress::Empty => {}
            Progress::Ended => return,
        }
    }
}
