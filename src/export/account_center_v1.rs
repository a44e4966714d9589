//! The Account Center's usage file, version 1, of 2012 to 2018 (usage-files §2). No real file is known: the names are
//! Microsoft's, the order is that of a program of 2015 which read such files, and all else, such as quotes, is as in
//! [version 2](super::account_center_v2), which says more.
use super::account_center::{self, Layout};
use super::{AccountCenterError, ExportError, account_center_reader};
use crate::billing::SubscriptionStatement;

/// Position for position the statement has the columns of version 2 under other names. Of the two quantities Within
/// Commitment comes first, as the real file of version 2 has it; the program of 2015 has Billable first.
static LAYOUT: Layout = Layout {
    statement: [
        "Billing Period",
        "Name",
        "Type",
        "Resource",
        "Region",
        "SKU",
        "Unit",
        "Consumed",
        "Included",
        "Within Commitment",
        "Billable",
        "Currency",
        "Overage",
        "Commitment Rate",
        "Rate",
        "Value",
    ],
    daily: &[
        "Usage Date",
        "Name",
        "ResourceGuid",
        "Type",
        "Resource",
        "Region",
        "Unit",
        "Consumed",
        "Sub Region",
        "Service",
        "Component",
        "Service Info 1",
        "Service Info 2",
        "Additional Info",
    ],
    has_ids: false,
};

/// The whole file. `Component` is the name of the resource; resource group, instance id and tags are not in it. It is read
/// back before it is handed over.
///
/// # Errors
/// [`ExportError::NotReadable`], [`ExportError::StatementDiffers`].
pub fn file(statement: &SubscriptionStatement) -> Result<Vec<u8>, ExportError> {
    account_center::file(statement, &LAYOUT)
}

/// Reads a file back: columns by the names in the header and never by position, text with or without quotes of its own, and
/// as `="text"`, which some files are said to have. `Component` becomes the instance id; what the file has not is empty. A
/// file without `Rate` has it computed.
///
/// # Errors
/// [`AccountCenterError`] with line and column.
pub fn read(file: &[u8]) -> Result<SubscriptionStatement, AccountCenterError> {
    account_center_reader::read(file, &LAYOUT)
}
