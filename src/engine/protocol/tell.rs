//! What the engine says, as JSON and back.
use super::ask::{pairs, read_pairs, read_silence, write_silence};
use super::{Contents, Failure, Tell};
use crate::arm::{Fields, Json, Object, array, string};

/// Name of what is said.
const SAYS: &str = "says";

impl Tell {
    /// The message.
    pub fn to_json(&self) -> String {
        let says = |word: &str, job: u32| Object::new().text(SAYS, word).raw("job", &job.to_string());
        match self {
            Tell::Request { request, url, headers } => {
                says("request", *request).text("url", url).raw("headers", &pairs(headers)).end()
            }
            Tell::Progress { job, rows, bytes } => {
                says("progress", *job).raw("rows", &rows.to_string()).raw("bytes", &bytes.to_string()).end()
            }
            Tell::Done { job, contents } => contents.write(says("done", *job)).end(),
            Tell::Preview { job, rows } => {
                let row = |row: &Vec<String>| array(row.iter().map(|cell| string(cell)));
                says("preview", *job).raw("rows", &array(rows.iter().map(row))).end()
            }
            Tell::Failed { job, failure, has_rows } => {
                failure.write(says("failed", *job).flag("hasRows", *has_rows)).end()
            }
        }
    }

    /// Reads a message; none when it is none.
    pub fn from_json(text: &str) -> Option<Tell> {
        let json = Json::read(text.as_bytes()).ok()?;
        let fields = Fields::of(&json);
        let job = fields.whole("job")?;
        let tell = match fields.word(SAYS) {
            "request" => {
                let headers = read_pairs(json.find("headers")?);
                Tell::Request { request: job, url: fields.required("url"), headers }
            }
            "progress" => Tell::Progress { job, rows: long(&json, "rows")?, bytes: long(&json, "bytes")? },
            "done" => Tell::Done { job, contents: Contents::read(&json)? },
            "preview" => {
                let cell = |cell: &Json<'_>| cell.as_text().unwrap_or_default().to_owned();
                let row = |row: &Json<'_>| row.items().iter().map(cell).collect();
                Tell::Preview { job, rows: json.find("rows")?.items().iter().map(row).collect() }
            }
            "failed" => Tell::Failed { job, failure: Failure::read(&fields)?, has_rows: fields.flag("hasRows")? },
            _ => return None,
        };
        fields.end(tell).ok()
    }
}

/// A count of up to 64 bits.
fn long(json: &Json<'_>, name: &str) -> Option<u64> {
    json.find(name)?.raw.parse().ok()
}

impl Contents {
    fn write(&self, object: Object) -> Object {
        object
            .raw("rows", &self.rows.to_string())
            .raw("bytes", &self.bytes.to_string())
            .raw("sums", &pairs(&self.sums))
            .raw("longNumbers", &self.long_numbers.to_string())
    }

    fn read(json: &Json<'_>) -> Option<Contents> {
        Some(Contents {
            rows: long(json, "rows")?,
            bytes: long(json, "bytes")?,
            sums: read_pairs(json.find("sums")?),
            long_numbers: long(json, "longNumbers")?,
        })
    }
}

impl Failure {
    fn write(&self, object: Object) -> Object {
        let why = |word: &str, object: Object| object.text("why", word);
        match self {
            Failure::Service { status, code, message, request_id, client_request_id, retry_after } => {
                let object = why("service", object)
                    .raw("status", &status.to_string())
                    .text("code", code)
                    .text("message", message)
                    .text_if("requestId", request_id.as_deref())
                    .text("clientRequestId", client_request_id);
                match retry_after {
                    Some(seconds) => object.raw("seconds", &seconds.to_string()),
                    None => object,
                }
            }
            Failure::Silence { why: silence, client_request_id } => {
                write_silence(why("silence", object).text("clientRequestId", client_request_id), silence)
            }
            Failure::TooLong { seconds, status, client_request_id } => why("tooLong", object)
                .raw("seconds", &seconds.to_string())
                .raw("status", &status.to_string())
                .text("clientRequestId", client_request_id),
            Failure::Unreadable { path, detail } => {
                why("unreadable", object).text("path", path).text("message", detail)
            }
            Failure::Kind(kind) => why("kind", object).text("message", kind),
            Failure::Arm(words) => why("arm", object).text("message", words),
            Failure::Export(words) => why("export", object).text("message", words),
            Failure::Refused => why("refused", object),
            Failure::Order => why("order", object),
        }
    }

    fn read(fields: &Fields<'_, '_>) -> Option<Failure> {
        let message = || fields.text("message").unwrap_or_default();
        let status = || u16::try_from(fields.whole("status").unwrap_or_default()).ok();
        let seconds = || fields.whole("seconds").map(u64::from);
        let client_request_id = fields.text("clientRequestId").unwrap_or_default();
        Some(match fields.word("why") {
            "service" => Failure::Service {
                status: status()?,
                code: fields.text("code").unwrap_or_default(),
                message: message(),
                request_id: fields.text("requestId"),
                client_request_id,
                retry_after: seconds(),
            },
            "silence" => Failure::Silence { why: read_silence(fields)?, client_request_id },
            "tooLong" => Failure::TooLong { seconds: seconds()?, status: status()?, client_request_id },
            "unreadable" => Failure::Unreadable { path: fields.text("path").unwrap_or_default(), detail: message() },
            "kind" => Failure::Kind(message()),
            "arm" => Failure::Arm(message()),
            "export" => Failure::Export(message()),
            "refused" => Failure::Refused,
            _ => Failure::Order,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::protocol::Silence;

    #[test]
    fn what_the_engine_says_is_what_the_page_hears() {
        let contents = Contents {
            rows: 1_000_000_000_000,
            bytes: u64::MAX,
            sums: vec![("EUR".into(), "-0.1".into())],
            long_numbers: 7,
        };
        let id = || "id \"1\"".to_owned();
        let failures = [
            Failure::Service {
                status: 503,
                code: "Busy".into(),
                message: "later".into(),
                request_id: Some(id()),
                client_request_id: id(),
                retry_after: Some(9),
            },
            Failure::Service {
                status: 400,
                code: String::new(),
                message: String::new(),
                request_id: None,
                client_request_id: id(),
                retry_after: None,
            },
            Failure::Silence { why: Silence::Timeout, client_request_id: id() },
            Failure::Silence { why: Silence::Network("gone".into()), client_request_id: id() },
            Failure::TooLong { seconds: 900, status: 429, client_request_id: id() },
            Failure::Unreadable { path: "value[3]".into(), detail: "not a date".into() },
            Failure::Kind("legacy".into()),
            Failure::Arm("no".into()),
            Failure::Export("differs".into()),
            Failure::Refused,
            Failure::Order,
        ];
        let failed = failures.map(|failure| Tell::Failed { job: 1, failure, has_rows: true });
        let others = [
            Tell::Request { request: 1, url: "https://x/y".into(), headers: vec![("a".into(), "b".into())] },
            Tell::Progress { job: 2, rows: 5_000_000_000, bytes: 1 },
            Tell::Done { job: 3, contents },
            Tell::Preview { job: 4, rows: vec![vec!["a".into(), "\u{1}".into()], vec![]] },
        ];
        for tell in failed.into_iter().chain(others) {
            assert_eq!(Tell::from_json(&tell.to_json()), Some(tell));
        }
        assert_eq!(Tell::from_json("[]"), None);
    }
}
