//! Work that goes on after the answer (contract §1, "Long-running operations").
use super::client::{Answer, Call};
use super::retry::{LONGEST_WAIT, Repeat, server_wait};
use super::wire::Json;
use super::{ArmError, Client, Method, link};
use std::time::Duration;

/// Between two questions when the service does not say (live answers leave the header out).
const PAUSE: Duration = Duration::from_secs(2);
/// How long work is followed.
const DEADLINE: Duration = Duration::from_secs(15 * 60);
/// What all operations followed here hang below.
const PROVIDER: &str = "/providers/Microsoft.Billing";
/// How often the operation itself may be not found (yet).
const NOT_FOUND_YET: u32 = 3;

/// Where the work can be followed.
struct Track {
    /// Status words are told here.
    status: Option<String>,
    /// The result is here.
    result: Option<String>,
}

impl Client {
    /// The final answer: `first` itself unless it says that the work goes on.
    ///
    /// # Errors
    /// [`ArmError::CannotFollow`], [`ArmError::OperationFailed`], [`ArmError::StillRunning`], [`ArmError::ForeignLink`],
    /// and what sending can bring.
    pub(crate) async fn finish(&self, first: Answer) -> Result<Answer, ArmError> {
        let first = first.success()?;
        let mut track = self.track(&first)?;
        if track.status.is_none() && track.result.is_none() {
            if first.status() == 202 {
                return Err(ArmError::CannotFollow { client_request_id: first.id });
            }
            return Ok(first);
        }
        let id = first.id.clone();
        let mut pause = pause(&first);
        let mut waited = Duration::ZERO;
        let mut missing = 0;
        while waited < DEADLINE {
            self.host().sleep(pause).await;
            waited += pause;
            let Some(path) = track.status.as_ref().or(track.result.as_ref()) else {
                break;
            };
            let answer = match self.exchange(&poll(path, &id)).await {
                Ok(answer) => answer,
                // The network may come back while the work goes on.
                Err(ArmError::Transport { .. }) => continue,
                Err(error) => return Err(error),
            };
            pause = self::pause(&answer);
            if answer.status() == 404 && missing < NOT_FOUND_YET {
                missing += 1;
                continue;
            }
            if matches!(answer.status(), 408 | 429 | 500 | 502 | 503 | 504) {
                continue;
            }
            let answer = answer.success()?;
            if track.status.is_some() {
                match state(&answer)? {
                    State::Running => continue,
                    State::Done => match &track.result {
                        // From here on only the result is asked for.
                        Some(_) => {
                            track.status = None;
                            pause = Duration::ZERO;
                        }
                        None => return Ok(answer),
                    },
                }
            } else if answer.status() == 202 {
                let again = self.track(&answer)?;
                track.result = again.result.or(track.result);
            } else {
                return Ok(answer);
            }
        }
        Err(ArmError::StillRunning { minutes: DEADLINE.as_secs() / 60 })
    }

    fn track(&self, answer: &Answer) -> Result<Track, ArmError> {
        let header = |name: &str| answer.response.header(name).map(str::trim).filter(|link| !link.is_empty());
        let follow = |link: Option<&str>| link.map(|link| link::follow(self.origin(), PROVIDER, link)).transpose();
        if !matches!(answer.status(), 201 | 202) {
            return Ok(Track { status: None, result: None });
        }
        Ok(Track {
            status: follow(header("azure-asyncoperation").or_else(|| header("operation-location")))?,
            result: follow(header("location"))?,
        })
    }
}

fn poll(path: &str, id: &str) -> Call {
    Call { method: Method::Get, path: path.to_owned(), body: None, repeat: Repeat::Safe, id: id.to_owned() }
}

fn pause(answer: &Answer) -> Duration {
    server_wait(&answer.response).filter(|wait| !wait.is_zero()).unwrap_or(PAUSE).min(LONGEST_WAIT)
}

enum State {
    Running,
    Done,
}

/// What the status words say. A word that is not known is work that goes on, never success.
fn state(answer: &Answer) -> Result<State, ArmError> {
    let body = Json::read(&answer.response.body).unwrap_or_default();
    let status = body.find("status").or_else(|| body.find("properties")?.find("provisioningState"));
    // Some services write an object with the word inside (contract §10.2).
    let word = status.and_then(|status| status.as_text().or_else(|| status.find("status")?.as_text()));
    let word = word.unwrap_or_default();
    let is = |known: &str| word.eq_ignore_ascii_case(known);
    if is("Succeeded") || is("Completed") {
        return Ok(State::Done);
    }
    if ["Failed", "Canceled", "Cancelled", "Aborted", "TimedOut"].into_iter().any(is) {
        let error = Box::new(answer.error());
        return Err(ArmError::OperationFailed { state: word.to_owned(), error });
    }
    Ok(State::Running)
}
