//! Answers that say no, in the shape of contract §1, and the commands that save what is not there.
use super::call::Call;
use super::kind::Kind;
use crate::arm::Response;
use crate::json::write::Object;

/// The code of an answer about what no file holds (404). Its message has the command that saves it.
pub const NOT_IN_FILES: &str = "NotInFiles";
/// The code of an answer to whatever would change something (403).
pub const READ_ONLY: &str = "ReadOnlyFiles";

/// A request that is not done.
#[derive(Debug)]
pub(super) struct Refusal {
    status: u16,
    code: &'static str,
    message: String,
}

impl Refusal {
    pub fn bad(message: String) -> Refusal {
        Refusal { status: 400, code: "BadRequest", message }
    }

    pub fn not_found() -> Refusal {
        Refusal { status: 404, code: "NotFound", message: String::from("Files of one's own do not answer this.") }
    }

    pub fn read_only() -> Refusal {
        let message = String::from("These are files: they can be looked at, and nothing can be changed.");
        Refusal { status: 403, code: READ_ONLY, message }
    }

    /// Nothing of what is asked for is in the files.
    pub fn not_in_files(call: &Call<'_>, kind: Kind) -> Refusal {
        let names = call.id.as_ref().map(|id| [&id.name, last_of(&id.parent)].map(str::to_owned)).unwrap_or_default();
        let name = names.iter().find(|name| !name.is_empty()).map_or("", String::as_str);
        let command = az_rest(call.path, &call.query_again(), kind, name);
        let next = "If the answer has a nextLink, save what it leads to as well.";
        let message = format!("This is not in the files. Save it and open it with the others: {command} - {next}");
        Refusal { status: 404, code: NOT_IN_FILES, message }
    }

    pub fn response(&self) -> Response {
        let error = Object::new().text("code", self.code).text("message", &self.message).end();
        json(self.status, Object::new().raw("error", &error).end())
    }
}

fn last_of(parent: &str) -> &str {
    parent.rsplit('/').next().unwrap_or_default()
}

/// The command that saves the answer to a GET. Path and query are encoded. In double quotes it is read the same by bash,
/// cmd and PowerShell.
pub(super) fn az_rest(path: &str, query: &str, kind: Kind, name: &str) -> String {
    let query = if query.is_empty() { format!("api-version={}", kind.version()) } else { query.to_owned() };
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
    let name: String = name.chars().map(plain).take(40).collect();
    let dash = if name.is_empty() { "" } else { "-" };
    let file = format!("{}{dash}{name}.json", kind.collection());
    format!("az rest --method get --url \"https://management.azure.com{path}?{query}\" --output-file {file}")
}

/// An answer with a JSON body.
pub(super) fn json(status: u16, body: String) -> Response {
    let kind = ("Content-Type".to_owned(), "application/json; charset=utf-8".to_owned());
    Response { status, headers: vec![kind], body: body.into_bytes() }
}
