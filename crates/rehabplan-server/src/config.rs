//! Where to listen, who may ask, and how much of everything there may be.

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use rehabplan::Lang;
use rehabplan::limits::MAX_BYTES;
use rehabplan::text::Wording;
use subtle::ConstantTimeEq as _;

/// How a server is to be.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// Where to listen. Anything but this machine's own address needs a token.
    pub listen: SocketAddr,
    /// What a caller must know.
    pub token: Option<Token>,
    /// How much of everything there may be.
    pub limits: Limits,
    /// The language of answers to those who name none.
    pub lang: Lang,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: (Ipv4Addr::LOCALHOST, 8731).into(),
            token: None,
            limits: Limits::default(),
            lang: Lang::default(),
        }
    }
}

/// How much of everything there may be. What goes beyond is refused with a status of its own, and nothing else suffers.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Limits {
    /// The bytes of one request: a plan at its own limit, with room for options beside it.
    pub body: usize,
    /// The bytes of a request that is refused which are still read, and thrown away, for as long as one may take to arrive: who
    /// sends all of it before he reads gets his answer then.
    pub discard: usize,
    /// The bytes of all requests that are being received, waiting or worked on.
    pub memory: usize,
    /// Connections at a time.
    pub connections: usize,
    /// Plans that are checked at a time; 0 is one for each core.
    pub threads: u16,
    /// Plans that may wait for that.
    pub queue: usize,
    /// Batches at a time.
    pub batches: usize,
    /// How long the head of a request may take, and how long a connection may lie idle.
    pub head: Duration,
    /// How long a request may take to arrive; in a batch, how long the next of it may be in coming.
    pub arrival: Duration,
    /// How long an answer may be in coming, with the time that it waits for its turn.
    pub work: Duration,
    /// How long a caller may take to receive the next of an answer.
    pub departure: Duration,
    /// How long what was begun may go on when the server is asked to stop.
    pub stop: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body: MAX_BYTES + (1 << 20),
            discard: 64 << 20,
            memory: 256 << 20,
            connections: 1024,
            threads: 0,
            queue: 256,
            batches: 8,
            head: Duration::from_secs(10),
            arrival: Duration::from_secs(30),
            work: Duration::from_secs(10),
            departure: Duration::from_secs(30),
            stop: Duration::from_secs(30),
        }
    }
}

/// What a caller must know and send as `Authorization: Bearer ...`.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// A token that is long enough not to be guessed, and of letters that a header can hold. Blanks around it do not count.
    ///
    /// # Errors
    ///
    /// [`Refused::BadToken`].
    pub fn new(text: &str) -> Result<Self, Refused> {
        const LEAST: usize = 32;
        let text = text.trim();
        let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic());
        if text.len() >= LEAST && is_plain { Ok(Self(text.to_owned())) } else { Err(Refused::BadToken) }
    }

    /// Whether this is it, in a time that does not tell how much of it is right.
    pub(crate) fn is(&self, given: &[u8]) -> bool {
        self.0.as_bytes().ct_eq(given).into()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token")
    }
}

/// Why a server does not begin.
#[derive(Debug)]
#[non_exhaustive]
pub enum Refused {
    /// Others than this machine could ask, and everybody would be answered.
    NeedsToken,
    /// The token is too short, or holds what a header cannot.
    BadToken,
    /// The address cannot be listened on.
    Address(io::Error),
    /// The system has no threads to give.
    Threads,
}

impl Refused {
    /// Why, and what to do.
    #[must_use]
    pub fn text(&self) -> Wording {
        match self {
            Self::NeedsToken => Wording::new(
                "andre end denne maskine kan nå adressen, så der skal et token til: --token-file FIL",
                "others than this machine can reach the address, so a token is needed: --token-file FILE",
            ),
            Self::BadToken => Wording::new(
                "tokenet skal have mindst 32 tegn, og kun bogstaver fra det engelske alfabet, tal og tegn uden mellemrum",
                "the token must have at least 32 characters, and only ASCII letters, digits and signs without blanks",
            ),
            Self::Address(error) if error.kind() == io::ErrorKind::AddrInUse => {
                Wording::new("adressen er i brug af et andet program", "the address is in use by another program")
            }
            Self::Address(_) => Wording::new("adressen kan ikke bruges", "the address cannot be used"),
            Self::Threads => Wording::new("trådene kan ikke startes", "the threads cannot be started"),
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.text().en)
    }
}

impl std::error::Error for Refused {}
