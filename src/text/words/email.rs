//! Words of the invoice email preference.
use crate::text::{Plural, words};

words! {
    TITLE: "Invoice email preference", "Voorkeur voor factuur per e-mail", "Inställning för faktura via e-post";
    BY_EMAIL: "Receive invoices by email", "Facturen per e-mail ontvangen", "Ta emot fakturor via e-post";
    BY_EMAIL_HINT: "Everyone with the role owner, contributor, reader or invoice manager on the billing profile gets them.", "Iedereen met de rol eigenaar, inzender, lezer of factuurbeheerder voor het factureringsprofiel ontvangt ze.", "Alla med rollen ägare, deltagare, läsare eller fakturahanterare på faktureringsprofilen får dem.";
    ADDITIONAL: "Additional recipients", "Extra ontvangers", "Ytterligare mottagare";
    ADDITIONAL_HINT: "These addresses get the invoices without any role. Press Enter after each one, or paste a list.", "Deze adressen ontvangen de facturen zonder rol. Druk na elk adres op Enter of plak een lijst.", "De här adresserna får fakturorna utan någon roll. Tryck på Retur efter varje adress eller klistra in en lista.";
    WHO_GETS_IT: "Who gets the next invoice", "Wie de volgende factuur ontvangt", "Vem får nästa faktura";
    NOBODY: "Nobody: invoices are not sent by email.", "Niemand: facturen worden niet per e-mail verzonden.", "Ingen: fakturor skickas inte via e-post.";
    NOBODY_HOLDS_A_ROLE: "Nobody: no one holds a role on the billing profile, and there are no additional recipients.", "Niemand: niemand heeft een rol voor het factureringsprofiel en er zijn geen extra ontvangers.", "Ingen: ingen har en roll på faktureringsprofilen och det finns inga ytterligare mottagare.";
    BECAUSE_OF_ROLE: "Has the role {role}", "Heeft de rol {role}", "Har rollen {role}";
    BECAUSE_ADDITIONAL: "Additional recipient", "Extra ontvanger", "Ytterligare mottagare";
    NO_ADDRESS: "{kind} without an address that is known", "{kind} zonder bekend adres", "{kind} utan känd adress";
    SAVED: "The email preference of {profile} was saved.", "De e-mailvoorkeur van {profile} is opgeslagen.", "E-postinställningen för {profile} har sparats.";
    UNDONE: "The email preference is as it was.", "De e-mailvoorkeur is weer zoals die was.", "E-postinställningen är som den var.";
    UNDO_FAILED: "Undo did not work.", "Ongedaan maken is niet gelukt.", "Det gick inte att ångra.";
    CONFLICT: "Somebody else has changed this preference meanwhile. Nothing was saved: check what is shown now and save again.", "Iemand anders heeft deze voorkeur intussen gewijzigd. Er is niets opgeslagen: controleer wat nu wordt weergegeven en sla opnieuw op.", "Någon annan har ändrat inställningen under tiden. Inget sparades: kontrollera det som visas nu och spara igen.";
    ADDRESS_WRONG: "{address} is not an email address. Correct or remove it, then save.", "{address} is geen e-mailadres. Corrigeer of verwijder het en sla daarna op.", "{address} är ingen e-postadress. Rätta eller ta bort den och spara sedan.";
    ADDRESS_EMPTY: "the address is empty", "het adres is leeg", "adressen är tom";
    ADDRESS_NO_AT: "an address has one @", "een adres heeft één @", "en adress har ett @";
    ADDRESS_LOCAL: "the part before the @ is missing or too long", "het deel vóór de @ ontbreekt of is te lang", "delen före @ saknas eller är för lång";
    ADDRESS_DOMAIN: "the part after the @ is not a domain", "het deel na de @ is geen domein", "delen efter @ är ingen domän";
    ADDRESS_CHARACTER: "it holds a character that no address has", "het bevat een teken dat niet in een adres voorkomt", "den innehåller ett tecken som inte finns i adresser";
    ADDRESS_TOO_LONG: "it is too long", "het is te lang", "den är för lång";
    COUNT_ONE: "{n} recipient", "{n} ontvanger", "{n} mottagare";
    COUNT_OTHER: "{n} recipients", "{n} ontvangers", "{n} mottagare";
}

/// How many get the next invoice.
pub const COUNT: Plural = Plural { one: COUNT_ONE, other: COUNT_OTHER };
