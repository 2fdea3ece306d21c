//! `tenfold up`: serve until asked to stop.

use crate::compose::Server;
use crate::config::{Config, ServeArgs};
use crate::failure::Failure;
use crate::keeper::Keeper;
use crate::signals::Signals;
use crate::terminal::{Terminal, duration};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) serve: ServeArgs,
}

pub(super) async fn run(config: Config, keeper: Keeper, terminal: &mut Terminal) -> Result<(), Failure> {
    // Taken over before anything is started, so that a signal at any moment ends in an orderly stop.
    let mut signals = Signals::new()?;
    let server = Server::start(&config, keeper).await?;
    let line = format!(
        "tenfold {} ready on {}, data in {}, {} after its start",
        env!("CARGO_PKG_VERSION"),
        server.note().listener(),
        config.data_dir.display(),
        duration(crate::since_start()),
    );
    let said = terminal.line(&line).and_then(|()| match server.note().authority() {
        Some(file) => terminal.line(&format!("clients trust {} (`tenfold env` says so)", file.display())),
        None => Ok(()),
    });
    match said {
        Ok(()) => {}
        // A server serves whether or not anyone reads its standard output.
        Err(e) => tracing::warn!(error = %e, "cannot say that the server is ready"),
    }
    serve_until_stopped(server, &config, &mut signals).await
}

/// Serves until a signal, then stops gracefully; a second signal ends at once.
pub(super) async fn serve_until_stopped(
    mut server: Server,
    config: &Config,
    signals: &mut Signals,
) -> Result<(), Failure> {
    tokio::select! {
        () = signals.next() => {}
        failure = server.failed() => return Err(failure),
    }
    tracing::info!(grace = ?config.grace, "stopping");
    tokio::select! {
        finished = server.stop(config.grace) => {
            if !finished {
                tracing::warn!("running invocations did not finish in time and were ended");
            }
        }
        () = signals.next() => tracing::warn!("asked to stop twice: ending at once"),
    }
    Ok(())
}
