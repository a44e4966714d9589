//! The note on sharing invoices with third parties, wherever an invoice is handed to others.
use crate::state::t;
use crate::text::words::invoice_access;
use crate::ui::dom::Node;
use crate::ui::view;

/// Never share an invoice with a third party (seed S003-09).
pub fn privacy_note() -> Node {
    view! {
        <p class="note">
            {t(invoice_access::PRIVACY)}" "
            <a class="fx-link" href="https://azure.microsoft.com/support/legal/" target="_blank" rel="noopener">
                {t(invoice_access::PRIVACY_LEGAL)}
            </a>
            " · "
            <a class="fx-link" href="https://www.microsoft.com/trust-center" target="_blank" rel="noopener">
                {t(invoice_access::PRIVACY_TRUST)}
            </a>
        </p>
    }
}
