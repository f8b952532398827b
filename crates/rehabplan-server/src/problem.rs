//! What goes wrong, as `application/problem+json` (RFC 9457).

use hyper::StatusCode;
use hyper::header::{self, HeaderName, HeaderValue};
use rehabplan_json::Failure;
use schemars::JsonSchema;
use serde::Serialize;

/// The media type.
pub(crate) const MEDIA_TYPE: &str = "application/problem+json";

/// Every code, with its status and its title.
pub(crate) const CODES: &[(&str, u16, &str)] = &[
    ("badEnvelope", 400, "The envelope around the plan is not as it should be"),
    ("badOptions", 400, "The options are not as they should be"),
    ("badProfile", 400, "The profiles or suppressions cannot be used"),
    ("notJson", 400, "The document is not JSON"),
    ("notUtf8", 400, "The document is not UTF-8"),
    ("bodyCutShort", 400, "The request did not come whole"),
    ("badHost", 400, "The request names no host, or several"),
    ("headerTwice", 400, "The request has a header twice that may stand once"),
    ("unauthorized", 401, "The token is missing or wrong"),
    ("notFound", 404, "There is nothing at this address"),
    ("unknownRule", 404, "There is no such rule"),
    ("methodNotAllowed", 405, "The address is asked in another way"),
    ("bodyTooSlow", 408, "The request took too long to arrive"),
    ("tooLarge", 413, "The document is too large"),
    ("mediaType", 415, "The request is of another media type"),
    ("otherHost", 421, "The request is for another host"),
    ("notAnObject", 422, "The document is not a plan"),
    ("tooDeep", 422, "The document is nested too deep"),
    ("listTooLong", 422, "A list of the document is too long"),
    ("tooManyFindings", 422, "Too much of the document cannot be read"),
    ("failed", 500, "The checker itself failed"),
    ("transferCoding", 501, "The request is sent in a coding that is not taken apart"),
    ("tooManyBatches", 503, "Too many batches at a time"),
    ("queueFull", 503, "Too many plans are waiting"),
    ("memoryFull", 503, "Too much is being received"),
    ("tookTooLong", 503, "The answer took too long"),
    ("tooManyConnections", 503, "Too many connections"),
];

/// Why there is no report.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) status: StatusCode,
    pub(crate) failure: Box<Failure>,
    /// What is said in a header besides.
    pub(crate) header: Option<(HeaderName, HeaderValue)>,
}

/// A problem as it is sent.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
pub(crate) struct Shown<'p> {
    /// The kind of problem, as a URI that is no address: `urn:rehabplan:problem:` and the code.
    r#type: String,
    /// The kind of problem in a few words.
    title: &'static str,
    /// The status of the answer.
    status: u16,
    /// What is wrong, where, and what to do. Nothing of a plan is in it.
    detail: &'p str,
    /// A stable code for the kind of problem.
    code: &'static str,
    /// A finer code, where there is one: what is wrong with a profile, a selection or a horizon.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    /// Where in the options or in the profile it is, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'p str>,
}

impl Problem {
    /// A problem of the server's own.
    pub(crate) fn new(code: &'static str, detail: impl Into<String>) -> Self {
        Failure::new(code, detail).into()
    }

    /// One that will be over soon: the caller may try again.
    pub(crate) fn for_now(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(code, detail).with(header::RETRY_AFTER, HeaderValue::from_static("1"))
    }

    pub(crate) fn with(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.header = Some((name, value));
        self
    }

    /// The problem as one line of JSON.
    pub(crate) fn to_json(&self) -> String {
        let Failure { code, message, reason, path } = &*self.failure;
        let title = CODES.iter().find(|(known, ..)| known == code).map_or("", |(.., title)| title);
        let shown = Shown {
            r#type: format!("urn:rehabplan:problem:{code}"),
            title,
            status: self.status.as_u16(),
            detail: message,
            code,
            reason: *reason,
            path: path.as_deref(),
        };
        // Writing plain data to a string cannot fail.
        serde_json::to_string(&shown).unwrap_or_default()
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        let status = CODES.iter().find(|(code, ..)| *code == failure.code).map(|(_, status, _)| *status);
        let status = status.and_then(|status| StatusCode::from_u16(status).ok());
        Self { status: status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), failure: Box::new(failure), header: None }
    }
}
