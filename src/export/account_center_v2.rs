//! The Account Center's usage file, version 2: the download of pay-as-you-go subscriptions until 2019 (usage-files §3, from
//! one complete real file). Three sections, each a title, a header and rows, with an empty line between: Provisioning
//! Status, Statement, Daily Usage.
//!
//! UTF-8 with a byte order mark. Lines end with CRLF: the stored copy of the real file has LF, but its keeper looks to have
//! changed them. The file has no [`CellMode`](super::CellMode): every text is within quotes of its own, so no cell begins
//! with what a spreadsheet would run, and the exact data are safe as they are. A status word, which stands without quotes,
//! gets them too when it has anything but letters, digits and blanks.
//!
//! A value is written `$4.49 USD`, as in the real file. How other currencies read is not known: here `€4.49 EUR`,
//! `£4.49 GBP`, and for the rest, whose symbols are shared or not known, the digits alone (`4.49 SEK`); the places of the
//! currency's smallest unit (`450 JPY`); a minus in front of all (`-$4.49 USD`).
use super::account_center::{self, Layout};
use super::{AccountCenterError, ExportError, account_center_reader};
use crate::billing::SubscriptionStatement;

/// The names are Microsoft's. Within Commitment stands before Overage Quantity, as in the real file; the help page has them
/// the other way round.
static LAYOUT: Layout = Layout {
    statement: [
        "Billing Period",
        "Meter Category",
        "Meter Sub-category",
        "Meter Name",
        "Meter Region",
        "SKU",
        "Unit",
        "Consumed Quantity",
        "Included Quantity",
        "Within Commitment",
        "Overage Quantity",
        "Currency",
        "Overage",
        "Commitment Rate",
        "Rate",
        "Value",
    ],
    daily: &[
        "Usage Date",
        "Meter Category",
        "Meter Id",
        "Meter Sub-category",
        "Meter Name",
        "Meter Region",
        "Unit",
        "Consumed Quantity",
        "Resource Location",
        "Consumed Service",
        "Resource Group",
        "Instance Id",
        "Tags",
        "Additional Info",
        "Service Info 1",
        "Service Info 2",
    ],
    has_ids: true,
};

/// The whole file. It is read back before it is handed over.
///
/// # Errors
/// [`ExportError::NotReadable`], [`ExportError::StatementDiffers`].
pub fn file(statement: &SubscriptionStatement) -> Result<Vec<u8>, ExportError> {
    account_center::file(statement, &LAYOUT)
}

/// Reads a file back to the records it was made of, our own or a real one. Columns are found by the names in the header;
/// others are passed over. A file without `Rate` has it computed.
///
/// # Errors
/// [`AccountCenterError`] with line and column.
pub fn read(file: &[u8]) -> Result<SubscriptionStatement, AccountCenterError> {
    account_center_reader::read(file, &LAYOUT)
}
