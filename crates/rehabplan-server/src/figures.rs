//! Counts and times, and nothing of what was asked.

use std::sync::atomic::AtomicU64;
use std::time::Duration;

use hyper::StatusCode;
use prometheus_client::encoding::{EncodeLabelSet, text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use rehabplan::Report;

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    endpoint: &'static str,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Of {
    endpoint: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Came {
    conclusion: &'static str,
}

/// The figures of a server since it began.
pub(crate) struct Figures {
    registry: Registry,
    requests: Family<Request, Counter>,
    seconds: Family<Of, Histogram>,
    plans: Family<Came, Counter>,
    pub(crate) connections: Gauge<u64, AtomicU64>,
    pub(crate) refused: Counter,
    pub(crate) waiting: Gauge<u64, AtomicU64>,
}

/// The upper bounds of the times, in seconds.
const BOUNDS: [f64; 10] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 10.0];

impl Figures {
    pub(crate) fn new() -> Self {
        let mut figures = Self {
            registry: Registry::with_prefix("rehabplan"),
            requests: Family::default(),
            seconds: Family::new_with_constructor(|| Histogram::new(BOUNDS)),
            plans: Family::default(),
            connections: Gauge::default(),
            refused: Counter::default(),
            waiting: Gauge::default(),
        };
        let registry = &mut figures.registry;
        registry.register("requests", "Requests that were answered", figures.requests.clone());
        registry.register("request_seconds", "Time until an answer began", figures.seconds.clone());
        registry.register("plans", "Plans by what they came to", figures.plans.clone());
        registry.register("connections", "Connections that are open", figures.connections.clone());
        registry.register("connections_refused", "Connections beyond the limit", figures.refused.clone());
        registry.register("plans_waiting", "Plans that are checked or wait", figures.waiting.clone());
        figures
    }

    pub(crate) fn answered(&self, endpoint: &'static str, status: StatusCode, took: Duration) {
        self.requests.get_or_create(&Request { endpoint, status: status.as_u16() }).inc();
        self.seconds.get_or_create(&Of { endpoint }).observe(took.as_secs_f64());
    }

    pub(crate) fn checked(&self, report: Option<&Report>) {
        let conclusion = report.map_or("unreadable", |report| report.conclusion.code());
        self.plans.get_or_create(&Came { conclusion }).inc();
    }

    /// The figures as text, in the format of OpenMetrics.
    pub(crate) fn text(&self) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        let _ = text::encode(&mut out, &self.registry);
        out
    }
}
