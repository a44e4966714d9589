//! Saving the preference: the profile is read again, and only written when nobody has changed it meanwhile.
use crate::billing::{BillingProfile, EmailPreference};
use crate::state::SendWrapper;
use crate::state::{ArmError, Client};
use crate::state::{Notifications, Outcome, arm_words, t, t_with};
use crate::text::words::{common, email};
use leptos::prelude::*;

/// How saving ended.
pub enum Saved {
    /// It is as wanted now.
    Done(BillingProfile),
    /// Somebody else has changed it since it was read: this is what it is now. Nothing was written.
    Conflict(BillingProfile),
}

/// Writes `wanted` if the profile still has the preference `base` that the form began with.
///
/// # Errors
/// What the API answered; nothing was written then, as far as it tells.
pub async fn save(client: &Client, base: &BillingProfile, wanted: EmailPreference) -> Result<Saved, ArmError> {
    let now = client.billing_profile(&base.account, &base.name).await?;
    if now.email != base.email {
        return Ok(Saved::Conflict(now));
    }
    // There is no PATCH: the whole writable set goes back, as it is now (contract §4).
    let profile = BillingProfile { email: wanted, ..now };
    client.update_billing_profile(&profile).await.map(Saved::Done)
}

/// Tells that it was saved, with the way back.
pub fn tell(
    notifications: Notifications,
    client: Client,
    saved: BillingProfile,
    before: EmailPreference,
    on_changed: Callback<()>,
) {
    let title = t_with(email::SAVED, &[("profile", &saved.display_name)]);
    let client = SendWrapper::new(client);
    let undo = Callback::new(move |()| {
        let (client, saved, before) = ((*client).clone(), saved.clone(), before.clone());
        leptos::task::spawn_local(async move {
            match save(&client, &saved, before).await {
                Ok(Saved::Done(_)) => {
                    notifications.add(Outcome::Done, t(email::UNDONE), None, None);
                    on_changed.try_run(());
                }
                Ok(Saved::Conflict(_)) => {
                    notifications.add(Outcome::Failed, t(email::CONFLICT), None, None);
                }
                Err(error) => {
                    notifications.add(Outcome::Failed, t(email::UNDO_FAILED), Some(arm_words(&error).text), None);
                }
            }
        });
    });
    notifications.add(Outcome::Done, title, None, Some((t(common::UNDO), undo)));
}
