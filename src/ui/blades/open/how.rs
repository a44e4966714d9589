//! Which commands save what can be opened.
use super::words;
use crate::billing::Period;
use crate::own::{Kind, Missing};
use crate::state::{clock, t};
use crate::text::words::own;
use crate::ui::dom::Node;
use crate::ui::shell::CommandLine;
use crate::ui::view;
use chrono::Months;
use leptos::prelude::*;

/// What most people save first: the kind, and the id it hangs below with places to fill.
const FIRST: [(Kind, &str); 6] = [
    (Kind::Account, ""),
    (Kind::Profile, "/providers/Microsoft.Billing/billingAccounts/ACCOUNT"),
    (Kind::Invoice, "/providers/Microsoft.Billing/billingAccounts/ACCOUNT"),
    (Kind::RoleAssignment, "/providers/Microsoft.Billing/billingAccounts/ACCOUNT"),
    (Kind::RoleAssignment, "/providers/Microsoft.Billing/billingAccounts/ACCOUNT/billingProfiles/PROFILE"),
    (Kind::Usage, "/providers/Microsoft.Billing/billingAccounts/ACCOUNT/billingProfiles/PROFILE"),
];

/// The month whose usage is asked for: the last closed one, which has an invoice.
pub fn last_month() -> Option<Period> {
    clock::today().checked_sub_months(Months::new(1)).and_then(Period::month_of)
}

/// The commands, each with what it saves.
#[component]
pub fn How() -> impl IntoView {
    let line = |(kind, scope): (Kind, &str)| -> Node {
        let command = Missing { kind, scope: scope.to_owned() }.az_rest(last_month());
        view! {
            <li>
                <p>{words::kind(kind)}</p>
                <CommandLine command />
            </li>
        }
    };
    view! {
        <section class="blade__section">
            <h2 class="blade__heading">{t(own::HOW)}</h2>
            <p>{t(own::HOW_STEPS)}</p>
            <ol class="commands">{FIRST.into_iter().map(line).collect::<Vec<_>>()}</ol>
        </section>
    }
}
