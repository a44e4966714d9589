//! What can go wrong between a question to the API and its answer.
use super::TransportError;

/// The longest text of the service that is kept: an error is shown, not archived.
pub(crate) const LONGEST_MESSAGE: usize = 2_000;

/// An answer that does not say what the contract says, with the place in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {detail}")]
pub struct DecodeError {
    /// The field, from the outside in: `value[3].properties.totalAmount.value`.
    pub path: String,
    /// What is wrong with it.
    pub detail: String,
}

impl From<crate::json::Fault> for DecodeError {
    fn from(fault: crate::json::Fault) -> DecodeError {
        DecodeError::new("", &format!("{} at byte {}", fault.what.words(), fault.at))
    }
}

impl DecodeError {
    /// An error at `field`.
    pub(crate) fn new(field: &str, detail: &str) -> DecodeError {
        DecodeError { path: field.to_owned(), detail: detail.to_owned() }
    }

    /// The same error, seen from one level further out.
    pub(crate) fn under(self, parent: &str) -> DecodeError {
        let path = if self.path.is_empty() { parent.to_owned() } else { format!("{parent}.{}", self.path) };
        DecodeError { path, ..self }
    }

    /// The same error, in the element at this place of a list.
    pub(crate) fn under_element(self, list: &str, at: usize) -> DecodeError {
        self.under(&format!("{list}[{at}]"))
    }
}

/// One of several errors of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ErrorDetail {
    /// The service's word for it.
    pub code: String,
    /// The service's sentence, cut at 2,000 characters. Data, to be shown as text.
    pub message: String,
    /// The field it is about.
    pub target: Option<String>,
}

/// The service answered with an error (contract §1: four shapes of body, all read into this).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ServiceError {
    /// HTTP status.
    pub status: u16,
    /// The service's word for it; empty when it gave none.
    pub code: String,
    /// The service's sentence, cut at 2,000 characters. Data, to be shown as text.
    pub message: String,
    /// The field it is about.
    pub target: Option<String>,
    /// More of the same, one level deep.
    pub details: Vec<ErrorDetail>,
    /// The service's id of the exchange.
    pub request_id: Option<String>,
    /// Our id of the call; the same for all its tries.
    pub client_request_id: String,
    /// Seconds the service asks to wait, where that can be read.
    pub retry_after: Option<u64>,
}

/// Why an operation gave no result.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArmError {
    /// The configured origin is not `scheme://host[:port]` with http or https.
    #[error("\"{0}\" is not the origin of an API")]
    BadOrigin(String),
    /// A name that cannot be part of an address: empty, `.` or `..`.
    #[error("\"{0}\" cannot be the name of a resource")]
    BadName(String),
    /// The list does not exist at this kind of scope (contract §2).
    #[error("{what} are not listed at {scope}")]
    NotAtThisScope {
        /// What was asked for.
        what: &'static str,
        /// Where.
        scope: String,
    },
    /// No answer came, after as many tries as are safe.
    #[error("{error}")]
    Transport {
        /// Why.
        error: TransportError,
        /// Our id of the call.
        client_request_id: String,
    },
    /// The service answered with an error.
    #[error("the service answered {} {}: {}", .0.status, .0.code, .0.message)]
    Service(Box<ServiceError>),
    /// The answer is not what the contract says.
    #[error("the answer about {what} cannot be read: {error}")]
    Decode {
        /// What was asked for.
        what: &'static str,
        /// Where and why.
        error: DecodeError,
    },
    /// The answer is not JSON: a captive portal, a proxy or a wrong address.
    #[error("the answer to {what} is not JSON but {content_type}")]
    NotJson {
        /// What was asked for.
        what: &'static str,
        /// What it says it is.
        content_type: String,
    },
    /// A link in an answer leaves the API or the collection that was asked. Nothing was sent to it.
    #[error("a link in the answer leads elsewhere and was not followed: {link}")]
    ForeignLink {
        /// The link, cut at 2,000 characters. Data, to be shown as text and never as a link.
        link: String,
    },
    /// A list's links lead back to a page that was already read.
    #[error("the pages of the list lead in a circle: {link}")]
    LinkCycle {
        /// The link that was met twice.
        link: String,
    },
    /// The service accepted the work but gave no address to follow it at, or hid it from the browser. The outcome is not
    /// known: it is not a success.
    #[error("the service took the request on, but does not say where to follow it")]
    CannotFollow {
        /// Our id of the call.
        client_request_id: String,
    },
    /// The work that was taken on ended without success.
    #[error("the service gave the work up ({state}): {} {}", error.code, error.message)]
    OperationFailed {
        /// `Failed`, `Canceled` …, as on the wire.
        state: String,
        /// What the service says about it; `status` is the one of the answer that told.
        error: Box<ServiceError>,
    },
    /// The work goes on after the longest time we follow it.
    #[error("the service is still at work after {minutes} minutes")]
    StillRunning {
        /// How long it was followed.
        minutes: u64,
    },
    /// The service asks for a wait that only a person should decide about.
    #[error("the service asks to wait {seconds} seconds")]
    TooLongToWait {
        /// How long.
        seconds: u64,
        /// HTTP status that came with it.
        status: u16,
        /// Our id of the call.
        client_request_id: String,
    },
    /// A usage row of another kind than was asked for: `modern` is an MCA or MPA row, `legacy` one of MOSP (contract §10.3).
    #[error("usage rows of kind \"{0}\" are not read here")]
    UsageKind(String),
}

impl ArmError {
    /// The service's error, where there is one.
    pub fn service(&self) -> Option<&ServiceError> {
        match self {
            ArmError::Service(error) | ArmError::OperationFailed { error, .. } => Some(error),
            _ => None,
        }
    }

    /// HTTP status of the answer, where there was one.
    pub fn status(&self) -> Option<u16> {
        match self {
            ArmError::TooLongToWait { status, .. } => Some(*status),
            other => other.service().map(|error| error.status),
        }
    }

    /// The service's word for the error.
    pub fn code(&self) -> Option<&str> {
        self.service().map(|error| error.code.as_str()).filter(|code| !code.is_empty())
    }

    /// The id to give to support: the service's, else ours.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            ArmError::Transport { client_request_id, .. }
            | ArmError::CannotFollow { client_request_id }
            | ArmError::TooLongToWait { client_request_id, .. } => Some(client_request_id),
            other => other.service().map(|error| error.request_id.as_deref().unwrap_or(&error.client_request_id)),
        }
    }

    /// The thing asked for is not there, or not for this caller.
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(404)
    }

    /// The caller is known but may not.
    pub fn is_forbidden(&self) -> bool {
        self.status() == Some(403)
    }

    /// It collides with what is there.
    pub fn is_conflict(&self) -> bool {
        self.status() == Some(409)
    }

    /// The role is already held: to be shown as such, not as a failure.
    pub fn is_already_assigned(&self) -> bool {
        self.is_conflict() || self.code().is_some_and(|code| code.eq_ignore_ascii_case("RoleAssignmentExists"))
    }

    /// True when the request may or may not have been carried out.
    pub(crate) fn outcome_unknown(&self) -> bool {
        match self {
            ArmError::Transport { .. } => true,
            ArmError::Service(error) => matches!(error.status, 408 | 500 | 502 | 503 | 504),
            _ => false,
        }
    }
}
