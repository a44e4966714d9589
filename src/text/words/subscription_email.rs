//! Words of invoices by e-mail of pay-as-you-go subscriptions and support plans.
use crate::text::{Plural, words};

words! {
    TITLE: "Email invoice", "E-mailfactuur", "Faktura via e-post";
    COMMAND: "Receive invoice by email", "Factuur ontvangen per e-mail", "Få faktura via e-post";
    OPT_IN: "Opt in", "Aanmelden", "Anmäl dig";
    OPT_OUT: "Opt out", "Afmelden", "Avanmäl dig";
    OPTED_IN: "Opted in", "Aangemeld", "Anmäld";
    NOT_OPTED_IN: "Not opted in", "Niet aangemeld", "Inte anmäld";
    OPTED_IN_ON: "Opted in: terms accepted on {date}", "Aangemeld: voorwaarden geaccepteerd op {date}", "Anmäld: villkoren godkändes {date}";
    TERMS_TITLE: "Terms", "Voorwaarden", "Villkor";
    TERMS: "Invoices are sent as an attachment to the preferred address and to every recipient you add. An invoice holds personal data of the account administrator. Add only people who may see it, and take away those who may no longer.", "Facturen worden als bijlage verzonden naar het voorkeursadres en naar elke ontvanger die u toevoegt. Een factuur bevat persoonlijke gegevens van de accountbeheerder. Voeg alleen mensen toe die deze mogen zien en verwijder wie dat niet meer mag.", "Fakturor skickas som bilaga till den önskade adressen och till varje mottagare du lägger till. En faktura innehåller personuppgifter om kontoadministratören. Lägg bara till personer som får se den och ta bort dem som inte längre får det.";
    ACCEPT: "I accept the terms", "Ik accepteer de voorwaarden", "Jag godkänner villkoren";
    ACCEPT_FIRST: "Accept the terms to opt in.", "Accepteer de voorwaarden om u aan te melden.", "Godkänn villkoren för att anmäla dig.";
    PREFERRED: "Preferred email address", "E-mailadres van uw voorkeur", "Önskad e-postadress";
    PREFERRED_HINT: "Empty: the address in the contact information of the billing account ({address}).", "Leeg: het adres in de contactgegevens van de factureringsrekening ({address}).", "Tom: adressen i faktureringskontots kontaktuppgifter ({address}).";
    PREFERRED_HINT_UNKNOWN: "Empty: the address in the contact information of the billing account.", "Leeg: het adres in de contactgegevens van de factureringsrekening.", "Tom: adressen i faktureringskontots kontaktuppgifter.";
    UPDATE_PROFILE: "Update profile", "Profiel bijwerken", "Uppdatera profil";
    CONFIGURE: "Configure recipients", "Ontvangers configureren", "Konfigurera mottagare";
    RECIPIENTS: "Additional recipients", "Extra ontvangers", "Ytterligare mottagare";
    RECIPIENTS_HINT: "Each address is stored when you press Enter, leave the field or paste a list.", "Elk adres wordt opgenomen zodra u op Enter drukt, het veld verlaat of een lijst plakt.", "Varje adress tas med när du trycker på Retur, lämnar fältet eller klistrar in en lista.";
    ADD_RECIPIENT: "Add recipient", "Ontvanger toevoegen", "Lägg till mottagare";
    DONE: "Done", "Gereed", "Klar";
    WHO: "Who gets the next invoice", "Wie de volgende factuur ontvangt", "Vem får nästa faktura";
    NOBODY: "Nobody: you have not opted in.", "Niemand: u bent niet aangemeld.", "Ingen: du är inte anmäld.";
    NO_ADDRESS: "Nobody: there is no preferred address, and the billing account has none.", "Niemand: er is geen voorkeursadres en de factureringsrekening heeft er geen.", "Ingen: det finns ingen önskad adress och faktureringskontot har ingen.";
    RULE_PREFERRED: "Preferred address", "Voorkeursadres", "Önskad adress";
    RULE_CONTACT: "Contact information of the billing account", "Contactgegevens van de factureringsrekening", "Faktureringskontots kontaktuppgifter";
    RULE_ADDITIONAL: "Additional recipient", "Extra ontvanger", "Ytterligare mottagare";
    OPT_OUT_WARNING: "Opting out forgets the stored addresses: {addresses}. They must be typed again when you opt in again.", "Als u zich afmeldt, worden de opgeslagen adressen gewist: {addresses}. Ze moeten opnieuw worden ingevoerd als u zich weer aanmeldt.", "När du avanmäler dig glöms de sparade adresserna: {addresses}. De måste skrivas in igen när du anmäler dig på nytt.";
    NOT_FOR_PURCHASES: "Invoices for reservations and Marketplace are not sent by email. Download them from the list.", "Facturen voor reserveringen en Marketplace worden niet per e-mail verzonden. Download ze uit de lijst.", "Fakturor för reservationer och Marketplace skickas inte via e-post. Ladda ned dem från listan.";
    NO_MAIL_HINT: "No email? Check the preferred address here and the contact address in the properties of the billing account.", "Geen e-mail? Controleer hier het voorkeursadres en het contactadres in de eigenschappen van de factureringsrekening.", "Inget mejl? Kontrollera den önskade adressen här och kontaktadressen i faktureringskontots egenskaper.";
    SAVED: "The email preference of {subscription} was saved.", "De e-mailvoorkeur van {subscription} is opgeslagen.", "E-postinställningen för {subscription} har sparats.";
    NO_API: "Azure has no public API for invoices by email of a subscription. Change it in the Azure portal: Cost Management + Billing, Invoices, Receive invoice by email.", "Azure heeft geen openbare API voor facturen per e-mail van een abonnement. Wijzig de instelling in de Azure-portal: Kostenbeheer en facturering, Facturen, Factuur ontvangen per e-mail.", "Azure har inget offentligt API för fakturor via e-post för en prenumeration. Ändra inställningen i Azure-portalen: Kostnadshantering + fakturering, Fakturor, Få faktura via e-post.";
    REFUSED_NOT_ADMINISTRATOR: "Only its account administrator may change it.", "Alleen de accountbeheerder mag dit wijzigen.", "Bara kontoadministratören får ändra det.";
    REFUSED_UNKNOWN_ADMINISTRATOR: "It is not known whether you are the account administrator.", "Het is niet bekend of u de accountbeheerder bent.", "Det är inte känt om du är kontoadministratör.";
    REFUSED_PURCHASE: "Invoices for reservations and Marketplace are not sent by email.", "Facturen voor reserveringen en Marketplace worden niet per e-mail verzonden.", "Fakturor för reservationer och Marketplace skickas inte via e-post.";
    REFUSED_EA: "Invoices of an Enterprise Agreement go to the receiver of the enrollment.", "Facturen van een Enterprise Agreement gaan naar de ontvanger van de inschrijving.", "Fakturor för ett Enterprise-avtal går till registreringens mottagare.";
    REFUSED_OPEN: "Invoices of Azure in Open are not sent by email.", "Facturen van Azure in Open worden niet per e-mail verzonden.", "Fakturor för Azure i Open skickas inte via e-post.";
    REFUSED_PARTNER: "The partner sends the invoice.", "De partner verzendt de factuur.", "Partnern skickar fakturan.";
    REFUSED_PROFILE: "Its invoice is the billing profile’s: set it there.", "De factuur hoort bij het factureringsprofiel: stel het daar in.", "Fakturan hör till faktureringsprofilen: ställ in det där.";
    REFUSED_GOVERNMENT: "Invoices of Azure Government are not sent by email.", "Facturen van Azure Government worden niet per e-mail verzonden.", "Fakturor för Azure Government skickas inte via e-post.";
    REFUSED_AGREEMENT: "The agreement of the account is not known.", "De overeenkomst van de rekening is niet bekend.", "Kontots avtal är inte känt.";
    REFUSED_NOT_OPTED_IN: "It is not opted in: addresses are stored only after the terms are accepted.", "Niet aangemeld: adressen worden pas opgeslagen nadat de voorwaarden zijn geaccepteerd.", "Inte anmäld: adresser sparas först när villkoren har godkänts.";
    BULK: "Change several", "Meerdere wijzigen", "Ändra flera";
    BULK_TITLE: "Change several subscriptions", "Meerdere abonnementen wijzigen", "Ändra flera prenumerationer";
    BULK_WHAT: "Change", "Wijziging", "Ändring";
    BULK_ADD: "Add recipients", "Ontvangers toevoegen", "Lägg till mottagare";
    BULK_REMOVE: "Take recipients away", "Ontvangers verwijderen", "Ta bort mottagare";
    BULK_SET_PREFERRED: "Set the preferred address", "Voorkeursadres instellen", "Ange önskad adress";
    BULK_ADDRESSES: "Addresses", "Adressen", "Adresser";
    BULK_PREVIEW: "What will change", "Wat er verandert", "Vad som ändras";
    BULK_UNCHANGED: "stays as it is", "blijft zoals het is", "förblir som den är";
    BULK_NOT_ADMINISTRATOR: "You are not the account administrator of any of these subscriptions. Only the account administrator of a subscription may change who gets its invoices.", "U bent van geen van deze abonnementen de accountbeheerder. Alleen de accountbeheerder van een abonnement mag wijzigen wie de facturen ontvangt.", "Du är inte kontoadministratör för någon av de här prenumerationerna. Bara kontoadministratören för en prenumeration får ändra vem som får dess fakturor.";
    BULK_REFUSED: "Not possible. {reason}", "Niet mogelijk. {reason}", "Inte möjligt. {reason}";
    BULK_FORGETS: "forgets {addresses}", "wist {addresses}", "glömmer {addresses}";
    BULK_SENDS: "goes to {addresses}", "gaat naar {addresses}", "går till {addresses}";
    BULK_NOTHING: "Nothing would change.", "Er zou niets veranderen.", "Inget skulle ändras.";
    BULK_APPLY_ONE: "Change {n} subscription", "{n} abonnement wijzigen", "Ändra {n} prenumeration";
    BULK_APPLY_OTHER: "Change {n} subscriptions", "{n} abonnementen wijzigen", "Ändra {n} prenumerationer";
    BULK_SAVED_ONE: "The email preference of {n} subscription was saved.", "De e-mailvoorkeur van {n} abonnement is opgeslagen.", "E-postinställningen för {n} prenumeration har sparats.";
    BULK_SAVED_OTHER: "The email preference of {n} subscriptions was saved.", "De e-mailvoorkeur van {n} abonnementen is opgeslagen.", "E-postinställningen för {n} prenumerationer har sparats.";
    BULK_FAILED: "{subscription}: {reason}", "{subscription}: {reason}", "{subscription}: {reason}";
}

/// The button of a change of several.
pub const BULK_APPLY: Plural = Plural { one: BULK_APPLY_ONE, other: BULK_APPLY_OTHER };
/// Several were saved.
pub const BULK_SAVED: Plural = Plural { one: BULK_SAVED_ONE, other: BULK_SAVED_OTHER };
