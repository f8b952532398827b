//! Requests and their answers.

use std::io;
use std::net::IpAddr;
use std::sync::{Arc, LazyLock};
use std::time::Instant;

use bytes::Bytes;
use http_body_util::channel::Channel;
use http_body_util::{Either, Full};
use hyper::body::Incoming;
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::http::uri::Authority;
use hyper::{Method, Request, Response, StatusCode, Version};
use percent_encoding::percent_decode_str;
use rehabplan::Lang;
use rehabplan_json::Checker;
use serde::Deserialize;
use tokio::runtime::Handle;
use tokio::sync::Semaphore;

use crate::asked::Asked;
use crate::body::{Memory, Sent, Stream};
use crate::config::{Config, Refused};
use crate::desk::Desk;
use crate::endpoint::{Endpoint, NDJSON};
use crate::figures::Figures;
use crate::lines::Lines;
use crate::problem::{self, Problem};
use crate::{openapi, query};

const JSON: &str = "application/json";
const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// How many stretches of answers may wait for a caller who does not take them.
const WAITING: usize = 2;

/// Whether a text is a host, with a port or without. The parser of whole addresses lets something stand behind a bracket.
fn is_host(text: &str) -> bool {
    let is_ended = text.rsplit_once(']').is_none_or(|(_, rest)| rest.is_empty() || rest.starts_with(':'));
    is_ended && !text.contains('@') && text.parse::<Authority>().is_ok()
}

/// Whether a request names the host that it is for as HTTP wants it (RFC 9112, 3.2): on one line, and since HTTP/1.1 always. A
/// name that is empty is one that says nothing.
fn names_a_host(request: &Request<()>) -> bool {
    let mut hosts = request.headers().get_all(header::HOST).into_iter();
    match (hosts.next(), hosts.next()) {
        (None, _) => request.version() < Version::HTTP_11,
        (Some(host), None) => host.to_str().is_ok_and(|host| host.is_empty() || is_host(host)),
        (Some(_), Some(_)) => false,
    }
}

/// Whether a request names this machine wherever it names one that it is for: as the host, and in its address.
fn is_for_this_machine(request: &Request<()>) -> bool {
    let hosts = request.headers().get_all(header::HOST).into_iter();
    let hosts = hosts.map(|host| host.to_str().ok().and_then(|host| host.parse::<Authority>().ok()));
    hosts.chain(request.uri().authority().map(|host| Some(host.clone()))).all(|host| {
        let name = host.as_ref().map_or("", |host| host.host().trim_start_matches('[').trim_end_matches(']'));
        name.eq_ignore_ascii_case("localhost") || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    })
}

/// What a header lists, on however many lines.
fn listed(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = &[u8]> {
    let lines = headers.get_all(name).into_iter();
    let all = lines.flat_map(|line| line.as_bytes().split(|byte| *byte == b',')).map(<[u8]>::trim_ascii);
    all.filter(|one| !one.is_empty())
}

/// The body of an answer: there already, or still coming.
type Body = Either<Full<Bytes>, Channel<Bytes, io::Error>>;

/// What answers.
pub(crate) struct Service {
    pub(crate) config: Config,
    pub(crate) figures: Figures,
    desk: Desk,
    memory: Memory,
    batches: Arc<Semaphore>,
}

impl Service {
    pub(crate) fn new(config: Config) -> Result<Self, Refused> {
        let limits = &config.limits;
        Ok(Self {
            desk: Desk::new(limits)?,
            memory: Memory::new(limits.memory),
            batches: Arc::new(Semaphore::new(limits.batches.min(Semaphore::MAX_PERMITS))),
            figures: Figures::new(),
            config,
        })
    }

    /// Answers a request.
    pub(crate) async fn answer(self: Arc<Self>, request: Request<Incoming>) -> Response<Body> {
        let began = Instant::now();
        let (request, sent) = Sent::of(request, &self.config.limits);
        let path = request.uri().path().to_owned();
        let found = Endpoint::find(&path);
        let answer = match found {
            _ if !names_a_host(&request) => {
                Err(Problem::new("badHost", "send one \"Host\" with the name or address that is asked"))
            }
            None => Err(Problem::new("notFound", "nothing stands at this address; /openapi.json says what there is")),
            Some((endpoint, rest)) => self.allowed(endpoint, &request).map(|()| (endpoint, rest)),
        };
        let answer = match answer {
            Ok((endpoint, rest)) => self.of(endpoint, rest, &request, sent).await,
            Err(problem) => Err(problem),
        };
        let mut answer = answer.unwrap_or_else(|problem| {
            let mut answer = whole(problem::MEDIA_TYPE, problem.to_json());
            *answer.status_mut() = problem.status;
            if let Some((name, value)) = problem.header {
                answer.headers_mut().insert(name, value);
            }
            answer
        });
        // What is said of a plan is for the caller alone.
        answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        answer.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        let endpoint = found.map_or("other", |(endpoint, _)| endpoint.path());
        self.figures.answered(endpoint, answer.status(), began.elapsed());
        answer
    }

    /// Whether the caller may ask this, and in this way.
    fn allowed(&self, endpoint: Endpoint, request: &Request<()>) -> Result<(), Problem> {
        for name in [header::AUTHORIZATION, header::CONTENT_TYPE] {
            if request.headers().get_all(&name).into_iter().nth(1).is_some() {
                // Who stands before it may have looked at another of them.
                return Err(Problem::new("headerTwice", format!("send one \"{name}\", and not several")));
            }
        }
        if let Some(token) = self.config.token.as_ref().filter(|_| !endpoint.is_open()) {
            let given = request.headers().get(header::AUTHORIZATION).map(HeaderValue::as_bytes);
            let given = given.and_then(|given| {
                let (scheme, given) = given.split_at_checked(BEARER.len())?;
                scheme.eq_ignore_ascii_case(BEARER).then_some(given)
            });
            if !given.is_some_and(|given| token.is(given)) {
                let problem = Problem::new("unauthorized", "send the token as \"Authorization: Bearer ...\"");
                return Err(problem.with(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")));
            }
        }
        // A page in a browser may give a name of its own the address of this machine, and then it asks its own origin.
        if self.config.token.is_none() && !endpoint.is_open() && !is_for_this_machine(request) {
            return Err(Problem::new(
                "otherHost",
                "ask 127.0.0.1, [::1] or localhost; under another name a token is needed",
            ));
        }
        // Chunks are put together by now. What lies in them is not unpacked, and must not be taken for what was sent.
        let mut codings = listed(request.headers(), header::TRANSFER_ENCODING);
        if codings.next().is_some_and(|coding| !coding.eq_ignore_ascii_case(b"chunked")) || codings.next().is_some() {
            return Err(Problem::new("transferCoding", "send it as it is, with no Transfer-Encoding but chunked"));
        }
        let method = endpoint.method();
        if *request.method() == method || method == Method::GET && *request.method() == Method::HEAD {
            return Ok(());
        }
        let allow = if method == Method::GET { "GET, HEAD" } else { "POST" };
        let problem = Problem::new("methodNotAllowed", format!("this address takes {allow}"));
        Err(problem.with(header::ALLOW, HeaderValue::from_static(allow)))
    }

    async fn of(
        self: &Arc<Self>,
        endpoint: Endpoint,
        rest: &str,
        request: &Request<()>,
        sent: Sent,
    ) -> Result<Response<Body>, Problem> {
        let query = request.uri().query();
        let options = query::options(query);
        if !options.is_empty() && !endpoint.takes_options() {
            return Err(Problem::new("badOptions", "this address takes no options"));
        }
        let in_lang = query::options_in(query, self.config.lang);
        match endpoint {
            Endpoint::Check => {
                is_of_type(request.headers(), &[JSON])?;
                query::of_a_check(request.uri().query())?;
                self.check(options, sent).await
            }
            Endpoint::Batch => {
                is_of_type(request.headers(), &[NDJSON, "application/ndjson", "application/jsonl", JSON])?;
                query::of_a_check(request.uri().query())?;
                self.batch(options, sent).await
            }
            Endpoint::Rules => Ok(whole(JSON, self.desk.ask(move || rehabplan_json::rules(&in_lang)).await?)),
            Endpoint::Explain => {
                let id: Vec<u8> = percent_decode_str(rest).collect();
                Ok(whole(JSON, rehabplan_json::explain(&id).map_err(Problem::from)?))
            }
            Endpoint::Coverage => Ok(whole(JSON, self.desk.ask(move || rehabplan_json::coverage(&in_lang)).await?)),
            Endpoint::Profiles => Ok(whole(JSON, self.desk.ask(|| Ok(rehabplan_json::profiles())).await?)),
            Endpoint::Schema => Ok(whole(JSON, self.desk.ask(move || rehabplan_json::schema(&in_lang)).await?)),
            Endpoint::OpenApi => {
                static DOCUMENTS: LazyLock<Vec<(Lang, String)>> = LazyLock::new(|| {
                    Lang::ALL.iter().map(|lang| (*lang, openapi::document(*lang).to_string())).collect()
                });
                let document = DOCUMENTS.iter().find(|(lang, _)| *lang == self.config.lang);
                Ok(whole(JSON, document.map_or("", |(_, document)| document.as_str())))
            }
            Endpoint::Health => {
                Ok(whole(JSON, concat!(r#"{"status":"ok","version":""#, env!("CARGO_PKG_VERSION"), r#""}"#)))
            }
            Endpoint::Metrics => {
                self.figures.waiting.set(self.desk.taken() as u64);
                Ok(whole(OPEN_METRICS, self.figures.text()))
            }
        }
    }

    /// The language that options name, for what goes wrong before they are read.
    fn lang(&self, options: &[u8]) -> Lang {
        #[derive(Deserialize)]
        struct Named<'o> {
            lang: &'o str,
        }

        let named = serde_json::from_slice(options).ok().and_then(|Named { lang }| Lang::from_tag(lang));
        named.unwrap_or(self.config.lang)
    }

    async fn check(self: &Arc<Self>, options: Vec<u8>, sent: Sent) -> Result<Response<Body>, Problem> {
        let arrived = self.memory.receive(sent, &self.config.limits, self.lang(&options)).await?;
        let service = Arc::clone(self);
        let report = self.desk.ask(move || {
            let asked = Asked::of(&arrived.bytes)?;
            let checker = Checker::in_lang(asked.options_or(&options)?, service.config.lang)?;
            let report = asked.check(&checker, 1);
            service.figures.checked(report.as_ref().ok());
            report.map(|report| checker.written(&report))
        });
        Ok(whole(JSON, report.await?))
    }

    /// A batch is read and answered by a thread of its own, so that a slow one holds up no other; its plans are checked with
    /// all others.
    async fn batch(self: &Arc<Self>, options: Vec<u8>, sent: Sent) -> Result<Response<Body>, Problem> {
        let Ok(place) = Arc::clone(&self.batches).try_acquire_owned() else {
            return Err(Problem::for_now(
                "tooManyBatches",
                "more batches at a time than there may be; send it again soon",
            ));
        };
        let lang = self.config.lang;
        let lines = self.desk.ask(move || Lines::with_options(options, lang).begun()).await?;
        let service = Arc::clone(self);
        let lines = lines.telling(move |report| service.figures.checked(report));
        let (service, runtime) = (Arc::clone(self), Handle::current());
        let (mut sender, answers) = Channel::new(WAITING);
        let stream = Stream::new(sent);
        tokio::task::spawn_blocking(move || {
            let _place = place;
            let send = |answers: Vec<u8>| runtime.block_on(sender.send_data(answers.into())).map_err(io::Error::other);
            // The only thing that can go wrong is that the caller has gone.
            let _ = lines.answer(stream, |some, work| service.desk.each(some, work), send);
        });
        let mut answer = Response::new(Either::Right(answers));
        answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(NDJSON));
        Ok(answer)
    }
}

const BEARER: &[u8] = b"Bearer ";

fn whole(media_type: &'static str, body: impl Into<Bytes>) -> Response<Body> {
    let mut answer = Response::new(Either::Left(Full::new(body.into())));
    *answer.status_mut() = StatusCode::OK;
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    answer
}

/// Whether a request is of one of these types, and sent as it is. Pages of other origins cannot send these without being
/// allowed to, and nobody allows them.
fn is_of_type(headers: &HeaderMap, types: &[&'static str]) -> Result<(), Problem> {
    let media_type = headers.get(header::CONTENT_TYPE).map(|value| value.to_str().unwrap_or_default());
    let media_type = media_type.and_then(|given| given.split(';').next()).map(str::trim);
    if !media_type.is_some_and(|given| types.iter().any(|known| known.eq_ignore_ascii_case(given))) {
        let first = types.first().copied().unwrap_or_default();
        let problem = Problem::new("mediaType", format!("send it with \"Content-Type: {first}\""));
        return Err(problem.with(header::ACCEPT, HeaderValue::from_static(first)));
    }
    if listed(headers, header::CONTENT_ENCODING).any(|coding| !coding.eq_ignore_ascii_case(b"identity")) {
        let problem = Problem::new("mediaType", "send it as it is, without a Content-Encoding");
        return Err(problem.with(header::ACCEPT_ENCODING, HeaderValue::from_static("identity")));
    }
    Ok(())
}

/// What a connection beyond the limit is told, as it stands on the wire.
pub(crate) fn too_many_connections() -> Vec<u8> {
    let problem = Problem::for_now("tooManyConnections", "more connections than there may be; try again soon");
    let (json, status) = (problem.to_json(), problem.status);
    format!(
        "HTTP/1.1 {status}\r\ncontent-type: {}\r\nretry-after: 1\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{json}",
        problem::MEDIA_TYPE,
        json.len(),
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use rehabplan_json::Failure;

    use super::Problem;
    use crate::problem::CODES;

    #[test]
    fn every_code_has_a_status_of_its_own_kind() {
        for (code, status, title) in CODES {
            assert_eq!(Problem::from(Failure::new(code, "")).status.as_u16(), *status);
            assert!((400..600).contains(status) && !title.is_empty(), "{code}");
        }
    }
}
