//! What is said when the host has started.
//!
//! It goes where the log goes, to standard error: for people as a block, among JSON lines as one event.

use std::fmt::Write;
use std::net::SocketAddr;
use std::path::Path;

use awsim_server::admin::Info;
use awsim_server::config::LogFormat;
use awsim_server::server::Server;

/// Says what is running, where, and what it does not enforce.
pub(crate) fn show(server: &Server, file: Option<&Path>, format: LogFormat) {
    let info = Info::of(&server.core().config, server.services(), server.address());
    match format {
        LogFormat::Human => eprint!("{}", text(&info, server.instance_metadata_address(), file)),
        LogFormat::Json => event(&info, server.instance_metadata_address(), file),
    }
}

fn event(info: &Info, instance_metadata: Option<SocketAddr>, file: Option<&Path>) {
    tracing::info!(
        version = info.version,
        address = %info.address,
        port = info.port,
        https = info.https,
        account_id = info.account_id,
        region = info.region,
        iam_enforce = info.iam_enforce,
        verify_sigv4 = info.verify_sigv4,
        verifies_signatures = info.verifies_signatures,
        data_dir = info.data_dir,
        durability = info.durability,
        clock = info.clock,
        instance_metadata = instance_metadata.map(|address| address.to_string()),
        config_file = file.map(|file| file.display().to_string()),
        services = services(info),
        not_enforced = info.not_enforced.join(" "),
        not_covered = info.not_covered.join(" "),
        "AWSim has started"
    );
}

fn text(info: &Info, instance_metadata: Option<SocketAddr>, file: Option<&Path>) -> String {
    let signatures = if info.verifies_signatures { "verified" } else { "not verified" };
    let durability =
        info.durability.map_or("nothing is kept".to_owned(), |durability| format!("durability {durability}"));
    let lines = [
        ("account", format!("{}, region {}", info.account_id, info.region)),
        ("enforcement", info.iam_enforce.to_owned()),
        ("signatures", format!("{signatures} ({})", info.verify_sigv4)),
        ("data", format!("{}, {durability}", info.data_dir)),
        ("clock", clock(info)),
        ("services", services(info)),
        (
            "config",
            file.map_or("defaults, variables and flags".to_owned(), |file| file.display().to_string()),
        ),
    ];
    let address = SocketAddr::new(info.address, info.port);
    let https = if info.https { format!(" and https://{address}") } else { String::new() };
    let mut text = format!("AWSim {} listens on http://{address}{https}\n", info.version);
    // Writing to a string cannot fail.
    for (name, value) in lines {
        let _ = writeln!(text, "  {name:<13}{value}");
    }
    if let Some(address) = instance_metadata {
        let _ = writeln!(text, "  {:<13}http://{address}", "metadata");
    }
    for notice in &info.not_enforced {
        let _ = writeln!(text, "  ! {notice}");
    }
    for gap in &info.not_covered {
        let _ = writeln!(text, "  - {gap}");
    }
    text
}

/// Whose time it is, as nobody should wonder about dates.
fn clock(info: &Info) -> String {
    match info.clock {
        "movable" => "movable: PUT /_awsim/clock moves it".to_owned(),
        clock => format!("the {clock}'s"),
    }
}

/// `iam (76 of 180 operations), sts (4 of 11 operations)`
fn services(info: &Info) -> String {
    let services = info.services.iter().map(|service| {
        let counts = service.operations;
        match (&service.upstream, service.coverage) {
            (Some(upstream), Some(coverage)) => format!("{} (at {upstream}, {coverage})", service.name),
            _ => format!("{} ({} of {} operations)", service.name, counts.implemented, counts.total),
        }
    });
    let services: Vec<_> = services.collect();
    if services.is_empty() { "none".to_owned() } else { services.join(", ") }
}

#[cfg(test)]
mod tests {
    use awsim_server::admin::{OperationCounts, ServiceInfo};

    use super::*;

    #[test]
    fn it_says_where_what_and_what_not() {
        let service = ServiceInfo {
            name: "iam",
            full_name: "AWS Identity and Access Management",
            api_version: "2010-05-08",
            protocol: "awsQuery".to_owned(),
            operations: OperationCounts { implemented: 1, total: 2 },
            implemented: vec!["GetUser"],
            missing: vec!["GetSSHPublicKey"],
            upstream: None,
            coverage: None,
        };
        let info = Info {
            version: "9.9.9",
            address: "::1".parse().unwrap(),
            port: 40_000,
            https: false,
            account_id: "000000000000".to_owned(),
            region: "us-east-1".to_owned(),
            iam_enforce: "off",
            verify_sigv4: "auto",
            verifies_signatures: false,
            data_dir: "awsim-data".to_owned(),
            durability: Some("full"),
            clock: "machine",
            services: vec![service],
            not_enforced: vec!["Policies are not evaluated."],
            not_covered: vec!["There are no VPC endpoints.".to_owned()],
        };
        assert_eq!(
            text(&info, None, None),
            "AWSim 9.9.9 listens on http://[::1]:40000\n  \
               account      000000000000, region us-east-1\n  \
               enforcement  off\n  \
               signatures   not verified (auto)\n  \
               data         awsim-data, durability full\n  \
               clock        the machine's\n  \
               services     iam (1 of 2 operations)\n  \
               config       defaults, variables and flags\n  \
               ! Policies are not evaluated.\n  \
               - There are no VPC endpoints.\n"
        );
    }
}
