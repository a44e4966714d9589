//! What every place uses.
use crate::text::{Plural, words};

words! {
    SAVE: "Save", "Opslaan", "Spara";
    CANCEL: "Cancel", "Annuleren", "Avbryt";
    CLOSE: "Close", "Sluiten", "Stäng";
    RETRY: "Retry", "Opnieuw proberen", "Försök igen";
    REFRESH: "Refresh", "Vernieuwen", "Uppdatera";
    FILTER: "Filter", "Filteren", "Filtrera";
    CLEAR: "Clear", "Wissen", "Rensa";
    CLEAR_ALL: "Clear all", "Alles wissen", "Rensa alla";
    LOADING: "Loading", "Bezig met laden", "Läser in";
    YES: "Yes", "Ja", "Ja";
    NO: "No", "Nee", "Nej";
    ON: "On", "Aan", "På";
    OFF: "Off", "Uit", "Av";
    ALL_OF_THEM: "All", "Alle", "Alla";
    NONE: "None", "Geen", "Ingen";
    COPY_THIS: "Copy {name}", "{name} kopiëren", "Kopiera {name}";
    COPY_ROW: "Copy row", "Rij kopiëren", "Kopiera rad";
    COPIED: "Copied", "Gekopieerd", "Kopierat";
    COPY_FAILED: "The browser did not allow copying", "De browser staat kopiëren niet toe", "Webbläsaren tillät inte kopiering";
    EXPORT: "Export", "Exporteren", "Exportera";
    EXPORT_NONE: "There are no rows to export", "Er zijn geen rijen om te exporteren", "Det finns inga rader att exportera";
    UNDO: "Undo", "Ongedaan maken", "Ångra";
    REMOVE: "Remove", "Verwijderen", "Ta bort";
    ADD: "Add", "Toevoegen", "Lägg till";
    EDIT: "Edit", "Bewerken", "Redigera";
    PRINT: "Print", "Afdrukken", "Skriv ut";
    MORE_ACTIONS: "More actions", "Meer acties", "Fler åtgärder";
    REQUIRED: "Required", "Verplicht", "Obligatoriskt";
    ESSENTIALS: "Essentials", "Essentials", "Grundläggande";
    STATUS: "Status", "Status", "Status";
    ID: "ID", "Id", "ID";
    ROW_ONE: "{n} row", "{n} rij", "{n} rad";
    ROW_OTHER: "{n} rows", "{n} rijen", "{n} rader";
    FILTERS_COUNT: "Filters ({n})", "Filters ({n})", "Filter ({n})";
    NO_RESULTS: "Nothing matches the filters", "Niets komt overeen met de filters", "Inget matchar filtren";
    NO_RESULTS_HINT: "Change or clear the filters to see more.", "Wijzig of wis de filters om meer te zien.", "Ändra eller rensa filtren för att se fler.";
    UNSAVED_TEXT: "What you typed has not been saved.", "Wat u hebt ingevoerd, is nog niet opgeslagen.", "Det du har skrivit är inte sparat.";
    DISCARD: "Discard", "Niet opslaan", "Ignorera";
    KEEP_EDITING: "Keep editing", "Doorgaan met bewerken", "Fortsätt redigera";
    ROW_MENU: "More actions for", "Meer acties voor", "Fler åtgärder för";
    SELECT_ALL: "Select all", "Alles selecteren", "Markera alla";
    SELECT: "Select", "Selecteer", "Markera";
    ACTIONS: "Actions", "Acties", "Åtgärder";
    CHECKING_ACCESS: "Your access is being checked", "Uw toegang wordt gecontroleerd", "Din åtkomst kontrolleras";
    CODE: "Code", "Code", "Kod";
    CONTINUE: "Continue", "Doorgaan", "Fortsätt";
    DETAILS: "Details", "Details", "Information";
    FILE_SAVED: "{name} was downloaded", "{name} is gedownload", "{name} har laddats ned";
    SAVE_FAILED: "The browser refused the file. Allow downloads from this site and try again.", "De browser heeft het bestand geweigerd. Sta downloads van deze site toe en probeer het opnieuw.", "Webbläsaren nekade filen. Tillåt nedladdningar från den här webbplatsen och försök igen.";
    REQUEST_ID: "Request id", "Aanvraag-id", "Begärande-ID";
}

/// How many rows.
pub const ROWS: Plural = Plural { one: ROW_ONE, other: ROW_OTHER };
