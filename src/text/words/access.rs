//! Words of access control: roles, holders, giving and taking.
use crate::text::{Plural, words};

words! {
    NAME: "Name", "Naam", "Namn";
    EMAIL: "Email", "E-mail", "E-post";
    TYPE: "Type", "Type", "Typ";
    ROLE: "Role", "Rol", "Roll";
    SCOPE: "Scope", "Bereik", "Omfång";
    SCOPE_ID: "Scope id", "Bereik-id", "Omfångs-ID";
    OBJECT_ID: "Object id", "Object-id", "Objekt-ID";
    GIVEN_ON: "Given on", "Toegewezen op", "Tilldelad den";
    THIS_SCOPE: "This scope", "Dit bereik", "Det här omfånget";
    INHERITED: "{scope} (inherited)", "{scope} (overgenomen)", "{scope} (ärvd)";
    KIND_USER: "User", "Gebruiker", "Användare";
    KIND_GROUP: "Group", "Groep", "Grupp";
    KIND_APPLICATION: "Application", "Toepassing", "Program";
    KIND_UNKNOWN: "Unknown", "Onbekend", "Okänd";
    ROLE_ACCOUNT_OWNER: "Billing account owner", "Eigenaar van factureringsrekening", "Ägare till faktureringskonto";
    ROLE_ACCOUNT_CONTRIBUTOR: "Billing account contributor", "Inzender voor factureringsrekening", "Deltagare i faktureringskonto";
    ROLE_ACCOUNT_READER: "Billing account reader", "Lezer van factureringsrekening", "Läsare av faktureringskonto";
    ROLE_PROFILE_OWNER: "Billing profile owner", "Eigenaar van factureringsprofiel", "Ägare till faktureringsprofil";
    ROLE_PROFILE_CONTRIBUTOR: "Billing profile contributor", "Inzender voor factureringsprofiel", "Deltagare i faktureringsprofil";
    ROLE_PROFILE_READER: "Billing profile reader", "Lezer van factureringsprofiel", "Läsare av faktureringsprofil";
    ROLE_INVOICE_MANAGER: "Invoice manager", "Factuurbeheerder", "Fakturahanterare";
    ROLE_SECTION_OWNER: "Invoice section owner", "Eigenaar van factuursectie", "Ägare till fakturaavsnitt";
    ROLE_SECTION_CONTRIBUTOR: "Invoice section contributor", "Inzender voor factuursectie", "Deltagare i fakturaavsnitt";
    ROLE_SECTION_READER: "Invoice section reader", "Lezer van factuursectie", "Läsare av fakturaavsnitt";
    ROLE_SUBSCRIPTION_CREATOR: "Azure subscription creator", "Maker van Azure-abonnementen", "Skapare av Azure-prenumerationer";
    ROLE_CUSTOMER_OWNER: "Customer owner", "Eigenaar van klant", "Ägare till kund";
    ROLE_CUSTOMER_CONTRIBUTOR: "Customer contributor", "Inzender voor klant", "Deltagare i kund";
    ROLE_CUSTOMER_READER: "Customer reader", "Lezer van klant", "Läsare av kund";
    ABOUT_ACCOUNT_OWNER: "Manages everything in the billing account, access included.", "Beheert alles in de factureringsrekening, ook de toegang.", "Hanterar allt i faktureringskontot, även åtkomst.";
    ABOUT_ACCOUNT_CONTRIBUTOR: "Manages everything in the billing account but access.", "Beheert alles in de factureringsrekening, behalve de toegang.", "Hanterar allt i faktureringskontot utom åtkomst.";
    ABOUT_ACCOUNT_READER: "Sees everything in the billing account.", "Ziet alles in de factureringsrekening.", "Ser allt i faktureringskontot.";
    ABOUT_PROFILE_OWNER: "Manages everything in the billing profile, access included.", "Beheert alles in het factureringsprofiel, ook de toegang.", "Hanterar allt i faktureringsprofilen, även åtkomst.";
    ABOUT_PROFILE_CONTRIBUTOR: "Manages everything in the billing profile but access.", "Beheert alles in het factureringsprofiel, behalve de toegang.", "Hanterar allt i faktureringsprofilen utom åtkomst.";
    ABOUT_PROFILE_READER: "Sees everything in the billing profile.", "Ziet alles in het factureringsprofiel.", "Ser allt i faktureringsprofilen.";
    ABOUT_INVOICE_MANAGER: "Sees, downloads and pays the invoices of the billing profile, and gets them by email where that is switched on.", "Bekijkt, downloadt en betaalt de facturen van het factureringsprofiel en ontvangt ze per e-mail als dat is ingeschakeld.", "Ser, laddar ned och betalar faktureringsprofilens fakturor och får dem via e-post där det är aktiverat.";
    ABOUT_SECTION_OWNER: "Manages everything in the invoice section, access included.", "Beheert alles in de factuursectie, ook de toegang.", "Hanterar allt i fakturaavsnittet, även åtkomst.";
    ABOUT_SECTION_CONTRIBUTOR: "Manages everything in the invoice section but access.", "Beheert alles in de factuursectie, behalve de toegang.", "Hanterar allt i fakturaavsnittet utom åtkomst.";
    ABOUT_SECTION_READER: "Sees everything in the invoice section.", "Ziet alles in de factuursectie.", "Ser allt i fakturaavsnittet.";
    ABOUT_SUBSCRIPTION_CREATOR: "Creates Azure subscriptions in the invoice section.", "Maakt Azure-abonnementen in de factuursectie.", "Skapar Azure-prenumerationer i fakturaavsnittet.";
    ABOUT_CUSTOMER_OWNER: "Manages everything of the customer, access included.", "Beheert alles van de klant, ook de toegang.", "Hanterar allt för kunden, även åtkomst.";
    ABOUT_CUSTOMER_CONTRIBUTOR: "Manages everything of the customer but access.", "Beheert alles van de klant, behalve de toegang.", "Hanterar allt för kunden utom åtkomst.";
    ABOUT_CUSTOMER_READER: "Sees everything of the customer.", "Ziet alles van de klant.", "Ser allt för kunden.";
    DENIED: "You need the role {roles}. Someone with the role {granters} can give it to you.", "U hebt de rol {roles} nodig. Iemand met de rol {granters} kan u die geven.", "Du behöver rollen {roles}. Någon med rollen {granters} kan ge dig den.";
    NO_ROLE_ALLOWS: "No billing role allows this here.", "Geen enkele factureringsrol staat dit hier toe.", "Ingen faktureringsroll tillåter det här.";
    NOT_FOR_AGREEMENT: "Accounts with this agreement have no billing roles.", "Rekeningen met deze overeenkomst hebben geen factureringsrollen.", "Konton med det här avtalet har inga faktureringsroller.";
    FILTER: "Filter by name, email or role", "Filteren op naam, e-mail of rol", "Filtrera på namn, e-post eller roll";
    EMPTY: "No role assignments", "Geen roltoewijzingen", "Inga rolltilldelningar";
    EMPTY_REASON: "Nobody holds a role here that you can see.", "Niemand heeft hier een rol die u kunt zien.", "Ingen har en roll här som du kan se.";
    ADD_TITLE: "Add role assignment", "Roltoewijzing toevoegen", "Lägg till rolltilldelning";
    CHOOSE_ROLE: "Choose a role", "Kies een rol", "Välj en roll";
    ROLE_MISSING: "Choose a role.", "Kies een rol.", "Välj en roll.";
    PERSON: "Name or email", "Naam of e-mail", "Namn eller e-post";
    PERSON_HINT: "Type part of a name or email address and choose a person, group or application.", "Typ een deel van een naam of e-mailadres en kies een gebruiker, groep of toepassing.", "Skriv en del av ett namn eller en e-postadress och välj en användare, grupp eller ett program.";
    PERSON_MISSING: "Say who should get the role.", "Geef aan wie de rol moet krijgen.", "Ange vem som ska få rollen.";
    PERSON_UNKNOWN: "Nobody in the directory has exactly this name or email. Choose one of the suggestions.", "Niemand in de directory heeft precies deze naam of dit e-mailadres. Kies een van de suggesties.", "Ingen i katalogen har exakt det här namnet eller den här e-postadressen. Välj ett av förslagen.";
    NOBODY_FOUND: "Nobody found", "Niemand gevonden", "Ingen hittades";
    OBJECT_ID_HINT: "Azure’s billing API knows people by their object id. Names need the directory, which this site does not ask: copy the id from Microsoft Entra.", "De facturerings-API van Azure kent mensen op object-id. Voor namen is de directory nodig, die deze site niet raadpleegt: kopieer de id uit Microsoft Entra.", "Azures fakturerings-API känner personer via objekt-ID. Namn kräver katalogen, som webbplatsen inte frågar: kopiera ID:t från Microsoft Entra.";
    NOT_AN_OBJECT_ID: "An object id looks like 12345678-90ab-cdef-1234-567890abcdef.", "Een object-id ziet eruit als 12345678-90ab-cdef-1234-567890abcdef.", "Ett objekt-ID ser ut som 12345678-90ab-cdef-1234-567890abcdef.";
    ALREADY_ASSIGNED: "This role has already been given to them here.", "Deze rol is hier al toegewezen.", "Rollen är redan tilldelad här.";
    ADDED: "{name} is now {role}.", "{name} is nu {role}.", "{name} är nu {role}.";
    ADD_UNDONE: "The role was taken away again.", "De rol is weer ingetrokken.", "Rollen har tagits bort igen.";
    REMOVED: "{name} is no longer {role}.", "{name} is niet langer {role}.", "{name} är inte längre {role}.";
    REMOVE_UNDONE: "The role was given back.", "De rol is teruggegeven.", "Rollen har getts tillbaka.";
    UNDO_FAILED: "Undo did not work.", "Ongedaan maken is niet gelukt.", "Det gick inte att ångra.";
    ROLE_GONE: "The role is not offered at this scope any more.", "De rol wordt niet meer aangeboden voor dit bereik.", "Rollen erbjuds inte längre i det här omfånget.";
    REMOVE_TITLE: "Remove role assignment?", "Roltoewijzing verwijderen?", "Ta bort rolltilldelningen?";
    REMOVE_TEXT: "{name} will no longer be {role}.", "{name} is dan niet langer {role}.", "{name} är då inte längre {role}.";
    REMOVE_INHERITED: "This role is inherited from {scope} and can only be removed there.", "Deze rol is overgenomen van {scope} en kan alleen daar worden verwijderd.", "Rollen är ärvd från {scope} och kan bara tas bort där.";
    REMOVE_LAST_OWNER: "The last {role} cannot be removed.", "De laatste met de rol {role} kan niet worden verwijderd.", "Den sista med rollen {role} kan inte tas bort.";
    COUNT_ONE: "{n} role assignment", "{n} roltoewijzing", "{n} rolltilldelning";
    COUNT_OTHER: "{n} role assignments", "{n} roltoewijzingen", "{n} rolltilldelningar";
    PEOPLE_FOUND_ONE: "{n} suggestion", "{n} suggestie", "{n} förslag";
    PEOPLE_FOUND_OTHER: "{n} suggestions", "{n} suggesties", "{n} förslag";
}

/// How many assignments.
pub const COUNT: Plural = Plural { one: COUNT_ONE, other: COUNT_OTHER };

/// How many people were found.
pub const PEOPLE_FOUND: Plural = Plural { one: PEOPLE_FOUND_ONE, other: PEOPLE_FOUND_OTHER };
