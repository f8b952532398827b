//! What can be asked, and where.

use hyper::Method;

/// What plans are sent as, and answered as, one on each line.
pub(crate) const NDJSON: &str = "application/x-ndjson";

/// One of the things that can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Endpoint {
    Check,
    Batch,
    Rules,
    Explain,
    Coverage,
    Profiles,
    Schema,
    OpenApi,
    Health,
    Metrics,
}

impl Endpoint {
    pub(crate) const ALL: [Self; 10] = [
        Self::Check,
        Self::Batch,
        Self::Rules,
        Self::Explain,
        Self::Coverage,
        Self::Profiles,
        Self::Schema,
        Self::OpenApi,
        Self::Health,
        Self::Metrics,
    ];

    /// The address, as OpenAPI writes it.
    pub(crate) fn path(self) -> &'static str {
        match self {
            Self::Check => "/v1/check",
            Self::Batch => "/v1/check/batch",
            Self::Rules => "/v1/rules",
            Self::Explain => "/v1/explain/{id}",
            Self::Coverage => "/v1/coverage",
            Self::Profiles => "/v1/profiles",
            Self::Schema => "/v1/schema",
            Self::OpenApi => "/openapi.json",
            Self::Health => "/healthz",
            Self::Metrics => "/metrics",
        }
    }

    pub(crate) fn method(self) -> Method {
        match self {
            Self::Check | Self::Batch => Method::POST,
            _ => Method::GET,
        }
    }

    /// Whether there is anything to choose; what nobody would heed is refused.
    pub(crate) fn takes_options(self) -> bool {
        matches!(self, Self::Check | Self::Batch | Self::Rules | Self::Coverage | Self::Schema)
    }

    /// Whether it is answered without a token, where there is one: whether the server lives is no secret.
    pub(crate) fn is_open(self) -> bool {
        self == Self::Health
    }

    /// Finds what stands at an address, with the rest of the address where something is named in it.
    pub(crate) fn find(path: &str) -> Option<(Self, &str)> {
        Self::ALL.into_iter().find_map(|endpoint| {
            let known = endpoint.path();
            match known.split_once('{') {
                None => (path == known).then_some((endpoint, "")),
                Some((before, _)) => {
                    path.strip_prefix(before).filter(|rest| !rest.is_empty()).map(|rest| (endpoint, rest))
                }
            }
        })
    }
}
