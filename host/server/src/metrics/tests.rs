use super::*;

fn metrics() -> Metrics {
    Metrics::named([("iam", vec!["CreateUser", "GetUser"]), ("sts", vec!["GetCallerIdentity"])])
}

fn rendered(metrics: &Metrics) -> String {
    let mut text = Exposition::default();
    metrics.write(&mut text);
    text.finish()
}

#[test]
fn requests_are_counted_by_service_operation_and_outcome() {
    let metrics = metrics();
    metrics.record(Some(0), Some(1), Outcome::Success, Duration::from_micros(30));
    metrics.record(Some(0), Some(1), Outcome::Success, Duration::from_micros(30));
    metrics.record(Some(0), Some(1), Outcome::ClientError, Duration::from_secs(60));
    metrics.record(Some(1), None, Outcome::ClientError, Duration::ZERO);
    metrics.record(None, None, Outcome::ServerError, Duration::ZERO);
    let text = rendered(&metrics);
    for line in [
        "# TYPE awsim_requests_total counter",
        "awsim_requests_total{service=\"iam\",operation=\"GetUser\",outcome=\"success\"} 2",
        "awsim_requests_total{service=\"iam\",operation=\"GetUser\",outcome=\"client_error\"} 1",
        "awsim_requests_total{service=\"iam\",operation=\"GetUser\",outcome=\"server_error\"} 0",
        "awsim_requests_total{service=\"sts\",operation=\"\",outcome=\"client_error\"} 1",
        "awsim_requests_total{service=\"\",operation=\"\",outcome=\"server_error\"} 1",
        "# TYPE awsim_request_duration_seconds histogram",
        "awsim_request_duration_seconds_bucket{service=\"iam\",operation=\"GetUser\",le=\"0.000025\"} 0",
        "awsim_request_duration_seconds_bucket{service=\"iam\",operation=\"GetUser\",le=\"0.00005\"} 2",
        "awsim_request_duration_seconds_bucket{service=\"iam\",operation=\"GetUser\",le=\"10\"} 2",
        "awsim_request_duration_seconds_bucket{service=\"iam\",operation=\"GetUser\",le=\"+Inf\"} 3",
        "awsim_request_duration_seconds_sum{service=\"iam\",operation=\"GetUser\"} 60.000060000",
        "awsim_request_duration_seconds_count{service=\"iam\",operation=\"GetUser\"} 3",
    ] {
        assert!(text.lines().any(|written| written == line), "{line}\n{text}");
    }
    assert!(!text.contains("CreateUser"), "{text}");
}

#[test]
fn a_bound_belongs_to_its_bucket() {
    let metrics = metrics();
    metrics.record(Some(1), Some(0), Outcome::Success, Duration::from_micros(25));
    metrics.record(Some(1), Some(0), Outcome::Success, Duration::from_nanos(25_001));
    let text = rendered(&metrics);
    assert!(text.contains("operation=\"GetCallerIdentity\",le=\"0.000025\"} 1\n"), "{text}");
    assert!(text.contains("operation=\"GetCallerIdentity\",le=\"0.00005\"} 2\n"), "{text}");
}

#[test]
fn places_that_are_not_there_count_too() {
    let metrics = metrics();
    metrics.record(Some(7), Some(7), Outcome::Success, Duration::MAX);
    metrics.record(Some(0), Some(7), Outcome::Success, Duration::ZERO);
    let text = rendered(&metrics);
    assert!(text.contains("{service=\"\",operation=\"\",outcome=\"success\"} 1"), "{text}");
    assert!(text.contains("{service=\"iam\",operation=\"\",outcome=\"success\"} 1"), "{text}");
}

#[test]
fn what_is_in_flight_is_counted_while_it_lives() {
    let metrics = metrics();
    let connections = [metrics.connection(), metrics.connection()];
    let request = metrics.request();
    metrics.refused_connection();
    metrics.refused_request();
    metrics.refused_request();
    let text = rendered(&metrics);
    for line in [
        "awsim_connections 2",
        "awsim_requests_in_flight 1",
        "awsim_refused_total{what=\"connection\"} 1",
        "awsim_refused_total{what=\"request\"} 2",
    ] {
        assert!(text.lines().any(|written| written == line), "{line}\n{text}");
    }
    drop((connections, request));
    let text = rendered(&metrics);
    assert!(
        text.contains("\nawsim_connections 0\n") && text.contains("\nawsim_requests_in_flight 0\n"),
        "{text}"
    );
}

#[test]
fn labels_are_escaped() {
    let mut text = Exposition::default();
    text.family("a", Kind::Gauge, "Help.");
    text.sample("", &[("label", "a\"b\\c\nd")], 1.5);
    assert_eq!(text.finish(), "# HELP a Help.\n# TYPE a gauge\na{label=\"a\\\"b\\\\c\\nd\"} 1.5\n");
}

#[test]
fn decisions_are_counted_by_service_verdict_and_layer() {
    use awsim_policy::{Layer, Verdict};

    let metrics = metrics();
    let decision = |verdict, layer| Decision { verdict, layer, statement: None };
    let micros = Duration::from_micros;
    metrics.decided(0, &decision(Verdict::Allowed, Layer::Identity), micros(2));
    metrics.decided(0, &decision(Verdict::Allowed, Layer::Identity), micros(3));
    metrics.decided(0, &decision(Verdict::ExplicitDeny, Layer::ServiceControl), micros(4));
    metrics.decided(9, &decision(Verdict::Allowed, Layer::Identity), micros(4));
    let text = rendered(&metrics);
    for line in [
        "awsim_decisions_total{service=\"iam\",verdict=\"allowed\",layer=\"identity\"} 2",
        "awsim_decisions_total{service=\"iam\",verdict=\"explicitDeny\",layer=\"serviceControl\"} 1",
        "awsim_decision_duration_seconds_bucket{service=\"iam\",le=\"0.000002\"} 1",
        "awsim_decision_duration_seconds_count{service=\"iam\"} 3",
    ] {
        assert!(text.lines().any(|written| written == line), "{line}\n{text}");
    }
    assert!(!text.contains("implicitDeny") && !text.contains("{service=\"sts\""), "{text}");
}
