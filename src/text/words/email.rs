//! Invoice email preference: who is sent the invoices of a profile, and why.
use crate::text::{Plural, words};

words! {
    TITLE: "Invoice email preference", "Voorkeur voor factuur per e-mail", "Inställning för faktura via e-post";
    PROFILE: "Billing profile", "Factureringsprofiel", "Faktureringsprofil";
    SELECT_PROFILE: "Select a billing profile", "Selecteer een factureringsprofiel", "Välj en faktureringsprofil";
    RECEIVE: "Receive invoices by e-mail", "Facturen per e-mail ontvangen", "Ta emot fakturor via e-post";
    YES: "Yes", "Ja", "Ja";
    NO: "No", "Nee", "Nej";
    ADDITIONAL: "Additional recipients", "Extra ontvangers", "Ytterligare mottagare";
    ADDITIONAL_HINT: "They get the invoice without any role on the billing profile. Type an address and press Enter.", "Zij ontvangen de factuur zonder een rol voor het factureringsprofiel. Typ een adres en druk op Enter.", "De får fakturan utan någon roll för faktureringsprofilen. Skriv en adress och tryck på Retur.";
    ADD_RECIPIENT: "Add recipient", "Ontvanger toevoegen", "Lägg till mottagare";
    REMOVE_RECIPIENT: "Remove {address}", "{address} verwijderen", "Ta bort {address}";
    ADDRESS: "E-mail address", "E-mailadres", "E-postadress";
    ADDRESS_EMPTY: "Type an e-mail address", "Typ een e-mailadres", "Skriv en e-postadress";
    ADDRESS_NO_AT: "An e-mail address has one @", "Een e-mailadres bevat één @", "En e-postadress innehåller ett @";
    ADDRESS_LOCAL: "Check the part before the @: it is missing or too long", "Controleer het deel vóór de @: het ontbreekt of is te lang", "Kontrollera delen före @: den saknas eller är för lång";
    ADDRESS_DOMAIN: "Check the part after the @: it is not a domain such as example.com", "Controleer het deel na de @: het is geen domein zoals example.com", "Kontrollera delen efter @: den är inte en domän som example.com";
    ADDRESS_CHARACTER: "The address holds a character that is not allowed", "Het adres bevat een teken dat niet is toegestaan", "Adressen innehåller ett tecken som inte är tillåtet";
    ADDRESS_TOO_LONG: "The address is longer than 254 characters", "Het adres is langer dan 254 tekens", "Adressen är längre än 254 tecken";
    ADDRESS_TWICE: "{address} is already in the list", "{address} staat al in de lijst", "{address} finns redan i listan";
    PRIVACY: "Invoices hold personal data. Do not share them with third parties to optimize costs.", "Facturen bevatten persoonsgegevens. Deel ze niet met derden om kosten te optimaliseren.", "Fakturor innehåller personuppgifter. Dela dem inte med tredje part för kostnadsoptimering.";
    WHO: "Who gets the next invoice", "Wie de volgende factuur ontvangt", "Vem som får nästa faktura";
    WHO_PREVIEW: "As it will be after you save", "Zoals het wordt nadat u hebt opgeslagen", "Så blir det när du har sparat";
    WHY: "Why", "Waarom", "Varför";
    BY_ROLE: "{role} at {scope}", "{role} voor {scope}", "{role} för {scope}";
    BY_ADDRESS: "Additional recipient", "Extra ontvanger", "Ytterligare mottagare";
    NO_ADDRESS: "No known address", "Geen bekend adres", "Ingen känd adress";
    NOBODY: "Nobody will be sent the next invoice", "De volgende factuur wordt naar niemand verzonden", "Nästa faktura skickas inte till någon";
    NOBODY_OFF: "Invoices of this billing profile are not sent by e-mail.", "Facturen van dit factureringsprofiel worden niet per e-mail verzonden.", "Fakturor för den här faktureringsprofilen skickas inte via e-post.";
    ROLES_HINT: "Owners, contributors, readers and invoice managers of the billing profile are sent its invoices.", "Eigenaren, inzenders, lezers en factuurbeheerders van het factureringsprofiel ontvangen de facturen.", "Ägare, deltagare, läsare och fakturahanterare för faktureringsprofilen får dess fakturor.";
    SAVING: "Saving the preference", "De voorkeur wordt opgeslagen", "Inställningen sparas";
    SAVED: "The preference of {profile} is saved", "De voorkeur van {profile} is opgeslagen", "Inställningen för {profile} har sparats";
    NOT_FOR_ACCOUNT: "Azure has no public API for this preference on this type of account.", "Azure heeft voor dit type account geen openbare API voor deze voorkeur.", "Azure har inget offentligt API för den här inställningen för den här kontotypen.";
    RECIPIENT_ONE: "{n} recipient", "{n} ontvanger", "{n} mottagare";
    RECIPIENT_OTHER: "{n} recipients", "{n} ontvangers", "{n} mottagare";
}

/// How many recipients.
pub const RECIPIENTS: Plural = Plural { one: RECIPIENT_ONE, other: RECIPIENT_OTHER };
