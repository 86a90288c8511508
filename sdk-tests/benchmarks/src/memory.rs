//! The memory of a process.

/// The resident memory in megabytes.
///
/// # Panics
/// If there is no such process, or the system does not tell.
pub fn resident(pid: u32) -> f64 {
    told(pid, "VmRSS:")
}

/// The most resident memory that there was, in megabytes.
///
/// # Panics
/// As [`resident`].
pub fn peak(pid: u32) -> f64 {
    told(pid, "VmHWM:")
}

fn told(pid: u32, name: &str) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).expect("a process");
    let line = status.lines().find(|line| line.starts_with(name)).expect("resident memory");
    let kilobytes = line.split_whitespace().nth(1).and_then(|number| number.parse::<f64>().ok());
    kilobytes.expect("a number") * 1024.0 / 1e6
}
