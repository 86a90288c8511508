//! When to stop.

use std::future::Future;
use std::io;

/// What a process ends with that a signal ended: 128 and the number of SIGINT.
const INTERRUPTED: i32 = 130;

/// Waits for the first request to stop: SIGTERM or SIGINT. A second one ends the process where it is.
///
/// Signals are listened for from the moment of the call, also before the answer is first polled.
///
/// # Errors
/// If the operating system does not let us listen.
#[cfg(unix)]
pub(crate) fn requested() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tokio::spawn(async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            std::process::exit(INTERRUPTED);
        });
    })
}

/// Waits for the first Ctrl-C. A second one ends the process where it is.
///
/// # Errors
/// None on this system.
#[cfg(not(unix))]
pub(crate) fn requested() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        // If Ctrl-C cannot be listened for, it ends the process as it always does.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
        tokio::spawn(async {
            if tokio::signal::ctrl_c().await.is_ok() {
                std::process::exit(INTERRUPTED);
            }
        });
    })
}
