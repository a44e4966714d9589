//! Why a job failed: what the API, the network or the file said, on its way to the page.
use crate::arm::{ArmError, DecodeError, ServiceError, TransportError};
use crate::export::ExportError;

/// Why a job failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The API answered with an error.
    Service {
        /// HTTP status.
        status: u16,
        /// The service's word for it.
        code: String,
        /// The service's sentence.
        message: String,
        /// The service's id of the exchange.
        request_id: Option<String>,
        /// Our id of the call.
        client_request_id: String,
        /// Seconds it asks to wait.
        retry_after: Option<u64>,
    },
    /// No answer came.
    Silence {
        /// Why.
        why: Silence,
        /// Our id of the call.
        client_request_id: String,
    },
    /// The service asks for a wait that only a person should decide about.
    TooLong {
        /// How long.
        seconds: u64,
        /// HTTP status that came with it.
        status: u16,
        /// Our id of the call.
        client_request_id: String,
    },
    /// An answer cannot be read.
    Unreadable {
        /// The field.
        path: String,
        /// What is wrong with it.
        detail: String,
    },
    /// Rows of another agreement.
    Kind(String),
    /// Anything else about the API, in words.
    Arm(String),
    /// The file is not what was written, in words.
    Export(String),
    /// The browser does not take the file.
    Refused,
    /// The engine was asked for something it does not know.
    Order,
}

/// Why no answer came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Silence {
    /// The network.
    Network(String),
    /// Too late.
    Timeout,
    /// A file of the site.
    Site(String),
}

impl From<TransportError> for Silence {
    fn from(error: TransportError) -> Silence {
        match error {
            TransportError::Network(why) => Silence::Network(why),
            TransportError::Timeout => Silence::Timeout,
            TransportError::Site(why) => Silence::Site(why),
        }
    }
}

impl From<Silence> for TransportError {
    fn from(silence: Silence) -> TransportError {
        match silence {
            Silence::Network(why) => TransportError::Network(why),
            Silence::Timeout => TransportError::Timeout,
            Silence::Site(why) => TransportError::Site(why),
        }
    }
}

impl From<ArmError> for Failure {
    fn from(error: ArmError) -> Failure {
        match error {
            ArmError::Service(error) => {
                let ServiceError { status, code, message, request_id, client_request_id, retry_after, .. } = *error;
                Failure::Service { status, code, message, request_id, client_request_id, retry_after }
            }
            ArmError::Transport { error, client_request_id } => {
                Failure::Silence { why: error.into(), client_request_id }
            }
            ArmError::TooLongToWait { seconds, status, client_request_id } => {
                Failure::TooLong { seconds, status, client_request_id }
            }
            ArmError::Decode { error: DecodeError { path, detail }, .. } => Failure::Unreadable { path, detail },
            ArmError::UsageKind(kind) => Failure::Kind(kind),
            other => Failure::Arm(other.to_string()),
        }
    }
}

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Failure {
        Failure::Export(error.to_string())
    }
}

impl Failure {
    /// The error of the API that it was; else what it says.
    pub fn arm_error(self) -> Result<ArmError, String> {
        Ok(match self {
            Failure::Service { status, code, message, request_id, client_request_id, retry_after } => {
                let error = ServiceError {
                    status,
                    code,
                    message,
                    request_id,
                    client_request_id,
                    retry_after,
                    ..Default::default()
                };
                ArmError::Service(Box::new(error))
            }
            Failure::Silence { why, client_request_id } => ArmError::Transport { error: why.into(), client_request_id },
            Failure::TooLong { seconds, status, client_request_id } => {
                ArmError::TooLongToWait { seconds, status, client_request_id }
            }
            Failure::Unreadable { path, detail } => {
                ArmError::Decode { what: "usage", error: DecodeError { path, detail } }
            }
            Failure::Kind(kind) => ArmError::UsageKind(kind),
            Failure::Arm(words) | Failure::Export(words) => return Err(words),
            Failure::Refused | Failure::Order => return Err(String::new()),
        })
    }
}
