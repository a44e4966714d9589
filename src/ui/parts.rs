//! The pages and panes that are parts of the app. Each is drawn from its place alone.
#![allow(unsafe_code)] // The macro links a part to the app by name; nothing here is written by hand.
use super::blades::{access, email, explore, missing, open, papers, subscriptions, usage};
use super::files::{FileChoices, TablePane, TableSource};
use super::routes::Place;
use crate::billing::{AccountName, Invoice, Period, ProfileName, Scope, SubscriptionId};
use crate::export::FileSchema;
use crate::state::{Client, ExportChoice, FileError, LocalFuture, Order, Session, save_paper};
use crate::ui::dom::Node;
use crate::ui::view;
use leptos::prelude::*;
use wasm_split_helpers::SplitLoaderError;

parts! {
    /// Access control (IAM).
    access: load_access, draw_access(scope: Scope, place: Place) -> Result<Node, SplitLoaderError> {
        Ok(view! { <access::AccessControl scope place /> })
    }

    /// The same part, for the same people: invoices by e-mail.
    access: load_email, draw_email(account: AccountName, profile: Option<ProfileName>) -> Result<Node, SplitLoaderError> {
        Ok(view! { <email::EmailPane account profile /> })
    }

    /// A usage file of the person's own.
    explore: load_explore, draw_explore() -> Result<Node, SplitLoaderError> {
        Ok(view! { <explore::Explore /> })
    }

    /// Usage files: the pane, and what writes them.
    files: load_files, draw_usage() -> Result<Node, SplitLoaderError> {
        Ok(view! { <usage::UsagePane /> })
    }

    /// The same part: what a usage file is to be, in a pane of another part.
    files: load_file_choices, draw_file_choices(choice: Memo<ExportChoice>, offered: Vec<FileSchema>, busy: Signal<Option<String>>, on_change: Callback<ExportChoice>, order: Signal<Option<Order>>) -> Result<Node, SplitLoaderError> {
        Ok(view! { <FileChoices choice offered busy on_change order /> })
    }

    /// The same part: a list of a page as a file.
    files: load_table, draw_table(source: TableSource) -> Result<Node, SplitLoaderError> {
        Ok(view! { <TablePane source /> })
    }

    /// Files of the person's own: the page that opens them. What reads and answers them is the same part
    /// ([`crate::browser::own`]).
    own: load_open, draw_open(place: Place) -> Result<Node, SplitLoaderError> {
        Ok(view! { <open::OpenFiles place /> })
    }

    /// The same part as the subscriptions, whose people ask most: why there is no invoice.
    subscriptions: load_missing, draw_missing() -> Result<Node, SplitLoaderError> {
        Ok(view! { <missing::WhyPane /> })
    }

    /// Pay-as-you-go: subscriptions and the panes over their invoices.
    subscriptions: load_subscriptions, draw_subscription(place: Place) -> Result<Node, SplitLoaderError> {
        Ok(subscriptions::page(place))
    }

    /// The same part: the panes over a list of invoices.
    subscriptions: load_subscription_panes, draw_subscription_panes(account: AccountName, id: Option<SubscriptionId>) -> Result<Node, SplitLoaderError> {
        Ok(subscriptions::panes(account, id))
    }

    /// What a period of a subscription came to: the Account Center.
    statements: load_account_center, draw_account_center(account: AccountName, id: SubscriptionId) -> Result<Node, SplitLoaderError> {
        Ok(view! { <subscriptions::AccountCenter account id /> })
    }

    /// The same part: the pane of a period.
    statements: load_period, draw_period(account: AccountName, id: Option<SubscriptionId>) -> Result<Node, SplitLoaderError> {
        Ok(view! { <subscriptions::PeriodPane account id /> })
    }

    /// The same part: the lines of an invoice.
    statements: load_statement_lines, draw_statement_lines(id: SubscriptionId, period: Period) -> Result<Node, SplitLoaderError> {
        Ok(view! { <subscriptions::StatementLines id period /> })
    }

    /// Invoices as PDF and as archives, the pane.
    papers: load_papers, draw_papers() -> Result<Node, SplitLoaderError> {
        Ok(view! { <papers::PapersPane /> })
    }

    /// The same part: one invoice, handed over; the answer is the name of the file.
    papers: load_paper, make_paper(client: Client, session: Session, invoice: Invoice) -> Result<LocalFuture<'static, Result<String, FileError>>, SplitLoaderError> {
        Ok(Box::pin(save_paper(client, session, invoice)))
    }
}
