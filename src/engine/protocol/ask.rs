//! What the page says, as JSON and back. By hand: generated code would be more than all the rest of the page's side.
use super::{Ask, Order, Silence, Source, TableOrder, UsageOf};
use crate::arm::{Fields, Json, Object, array, string};

/// Name of what is said.
const SAYS: &str = "says";

impl Ask {
    /// The message.
    pub fn to_json(&self) -> String {
        let says = |word: &str, job: u32| Object::new().text(SAYS, word).raw("job", &job.to_string());
        match self {
            Ask::Export { job, order } => says("export", *job).raw("order", &order.to_json()).end(),
            Ask::Preview { job, order, rows } => {
                says("preview", *job).raw("order", &order.to_json()).count("rows", *rows).end()
            }
            Ask::Table { job, order, rows } => {
                let object = says("table", *job).raw("order", &order.to_json());
                match rows {
                    Some(rows) => object.count("rows", *rows).end(),
                    None => object.end(),
                }
            }
            Ask::Resume { job, token } => says("resume", *job).text_if("token", token.as_deref()).end(),
            Ask::Keep { job } => says("keep", *job).end(),
            Ask::Cancel { job } => says("cancel", *job).end(),
            Ask::Answer { request, status, headers } => {
                says("answer", *request).raw("status", &status.to_string()).raw("headers", &pairs(headers)).end()
            }
            Ask::NoAnswer { request, failure } => {
                let object = says("noAnswer", *request);
                write_silence(object, failure).end()
            }
        }
    }

    /// Reads a message; none when it is none.
    pub fn from_json(text: &str) -> Option<Ask> {
        let json = Json::read(text.as_bytes()).ok()?;
        let fields = Fields::of(&json);
        let job = fields.whole("job")?;
        let order = || json.find("order").and_then(Order::from_json);
        let ask = match fields.word(SAYS) {
            "export" => Ask::Export { job, order: order()? },
            "preview" => Ask::Preview { job, order: order()?, rows: fields.whole("rows")? as usize },
            "table" => {
                let order = json.find("order").and_then(TableOrder::from_json)?;
                Ask::Table { job, order, rows: fields.whole("rows").map(|rows| rows as usize) }
            }
            "resume" => Ask::Resume { job, token: fields.text("token") },
            "keep" => Ask::Keep { job },
            "cancel" => Ask::Cancel { job },
            "answer" => Ask::Answer {
                request: job,
                status: u16::try_from(fields.whole("status")?).ok()?,
                headers: read_pairs(json.find("headers")?),
            },
            "noAnswer" => Ask::NoAnswer { request: job, failure: read_silence(&fields)? },
            _ => return None,
        };
        fields.end(ask).ok()
    }
}

impl Order {
    fn to_json(&self) -> String {
        let Source { origin, token, directory, in_page } = &self.source;
        let (of, id) = match &self.of {
            UsageOf::Scope(id) => ("scope", string(id)),
            UsageOf::Subscription(id) => ("subscription", string(id)),
            UsageOf::Own(choice) => ("own", choice.to_string()),
        };
        Object::new()
            .text("origin", origin)
            .text_if("token", token.as_deref())
            .text_if("directory", directory.as_deref())
            .flag("inPage", *in_page)
            .raw(of, &id)
            .text("from", &self.days.0)
            .text("until", &self.days.1)
            .text("schema", &self.schema)
            .raw("columns", &array(self.columns.iter().map(usize::to_string)))
            .text("target", &self.target)
            .flag("exact", self.exact)
            .end()
    }

    fn from_json(json: &Json<'_>) -> Option<Order> {
        let fields = Fields::of(json);
        let source = Source {
            origin: fields.required("origin"),
            token: fields.text("token"),
            directory: fields.text("directory"),
            in_page: fields.flag("inPage")?,
        };
        let of = match (fields.text("scope"), fields.whole("own")) {
            (Some(id), _) => UsageOf::Scope(id),
            (None, Some(choice)) => UsageOf::Own(choice),
            (None, None) => UsageOf::Subscription(fields.text("subscription")?),
        };
        let columns =
            json.list("columns").ok()?.iter().map(|at| at.raw.parse().ok()).collect::<Option<Vec<usize>>>()?;
        let order = Order {
            source,
            of,
            days: (fields.text("from").unwrap_or_default(), fields.text("until").unwrap_or_default()),
            schema: fields.required("schema"),
            columns,
            target: fields.required("target"),
            exact: fields.flag("exact")?,
        };
        fields.end(order).ok()
    }
}

/// Pairs of texts.
pub(super) fn pairs(pairs: &[(String, String)]) -> String {
    array(pairs.iter().map(|(one, other)| array([string(one), string(other)])))
}

/// Reads pairs of texts; what is none is passed over.
pub(super) fn read_pairs(json: &Json<'_>) -> Vec<(String, String)> {
    let text = |json: &Json<'_>| json.as_text().map(str::to_owned);
    let pair = |json: &Json<'_>| match json.items() {
        [one, other] => Some((text(one)?, text(other)?)),
        _ => None,
    };
    json.items().iter().filter_map(pair).collect()
}

/// Writes why no answer came.
pub(super) fn write_silence(object: Object, silence: &Silence) -> Object {
    match silence {
        Silence::Network(why) => object.text("network", why),
        Silence::Site(why) => object.text("site", why),
        Silence::Timeout => object,
    }
}

/// Reads why no answer came.
pub(super) fn read_silence(fields: &Fields<'_, '_>) -> Option<Silence> {
    Some(match (fields.text("network"), fields.text("site")) {
        (Some(why), _) => Silence::Network(why),
        (None, Some(why)) => Silence::Site(why),
        (None, None) => Silence::Timeout,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_says_is_what_the_engine_hears() {
        let order = Order {
            source: Source {
                origin: "https://management.azure.com".into(),
                token: Some("a \"token\"".into()),
                directory: None,
                in_page: true,
            },
            of: UsageOf::Scope("/providers/x".into()),
            days: ("2026-03-01".into(), "2026-03-31".into()),
            schema: "focus-1.2".into(),
            columns: vec![3, 0, 64],
            target: "excel-nl".into(),
            exact: true,
        };
        let other = Order { of: UsageOf::Subscription("s".into()), columns: vec![], exact: false, ..order.clone() };
        let own = Order { of: UsageOf::Own(u32::MAX), days: Default::default(), ..order.clone() };
        for ask in [
            Ask::Export { job: 1, order: order.clone() },
            Ask::Preview { job: 2, order: other, rows: 5 },
            Ask::Preview { job: 3, order: own, rows: 0 },
            Ask::Resume { job: 3, token: None },
            Ask::Resume { job: 3, token: Some("t".into()) },
            Ask::Keep { job: 4 },
            Ask::Cancel { job: u32::MAX },
            Ask::Answer { request: 5, status: 204, headers: vec![("a".into(), "b\n".into())] },
            Ask::NoAnswer { request: 6, failure: Silence::Timeout },
            Ask::NoAnswer { request: 6, failure: Silence::Network("n".into()) },
            Ask::NoAnswer { request: 6, failure: Silence::Site("s".into()) },
        ] {
            assert_eq!(Ask::from_json(&ask.to_json()), Some(ask));
        }
        assert_eq!(Ask::from_json("{}"), None);
        assert_eq!(Ask::from_json(r#"{"says":"dance","job":1}"#), None);
    }
}
