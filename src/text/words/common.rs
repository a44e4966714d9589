//! What every place uses.
use crate::text::{Plural, words};

words! {
    SAVE: "Save", "Opslaan", "Spara";
    SAVING: "Saving", "Bezig met opslaan", "Sparar";
    CANCEL: "Cancel", "Annuleren", "Avbryt";
    CLOSE: "Close", "Sluiten", "Stäng";
    DISMISS: "Dismiss", "Negeren", "Stäng meddelandet";
    RETRY: "Retry", "Opnieuw proberen", "Försök igen";
    REFRESH: "Refresh", "Vernieuwen", "Uppdatera";
    SEARCH: "Search", "Zoeken", "Sök";
    FILTER: "Filter", "Filteren", "Filtrera";
    CLEAR: "Clear", "Wissen", "Rensa";
    CLEAR_ALL: "Clear all", "Alles wissen", "Rensa alla";
    APPLY: "Apply", "Toepassen", "Använd";
    LOADING: "Loading", "Bezig met laden", "Läser in";
    LOADING_WHAT: "Loading {what}", "{what} laden", "Läser in {what}";
    YES: "Yes", "Ja", "Ja";
    NO: "No", "Nee", "Nej";
    ON: "On", "Aan", "På";
    OFF: "Off", "Uit", "Av";
    ALL_OF_THEM: "All", "Alle", "Alla";
    NONE: "None", "Geen", "Ingen";
    COPY: "Copy", "Kopiëren", "Kopiera";
    COPY_WHAT: "Copy {what}", "{what} kopiëren", "Kopiera {what}";
    COPY_LINK: "Copy link", "Koppeling kopiëren", "Kopiera länk";
    COPY_ROW: "Copy row", "Rij kopiëren", "Kopiera rad";
    COPIED: "Copied", "Gekopieerd", "Kopierat";
    COPY_FAILED: "The browser did not allow copying", "De browser staat kopiëren niet toe", "Webbläsaren tillät inte kopiering";
    UNDO: "Undo", "Ongedaan maken", "Ångra";
    UNDONE: "Undone", "Ongedaan gemaakt", "Ångrat";
    REMOVE: "Remove", "Verwijderen", "Ta bort";
    ADD: "Add", "Toevoegen", "Lägg till";
    EDIT: "Edit", "Bewerken", "Redigera";
    OPEN: "Open", "Openen", "Öppna";
    BACK: "Back", "Terug", "Tillbaka";
    DONE: "Done", "Gereed", "Klar";
    DOWNLOAD: "Download", "Downloaden", "Ladda ned";
    NOT_AVAILABLE: "Not available", "Niet beschikbaar", "Inte tillgänglig";
    PRINT: "Print", "Afdrukken", "Skriv ut";
    MORE_ACTIONS: "More actions", "Meer acties", "Fler åtgärder";
    MORE_ACTIONS_FOR: "More actions for {name}", "Meer acties voor {name}", "Fler åtgärder för {name}";
    COMMANDS: "Commands", "Opdrachten", "Kommandon";
    REQUIRED: "Required", "Verplicht", "Obligatoriskt";
    OPTIONAL: "Optional", "Optioneel", "Valfritt";
    FIELD_REQUIRED: "Fill in this field", "Vul dit veld in", "Fyll i det här fältet";
    LEARN_MORE: "Learn more", "Meer informatie", "Läs mer";
    SHOW_MORE: "Show more", "Meer weergeven", "Visa mer";
    SHOW_LESS: "Show less", "Minder weergeven", "Visa mindre";
    LOAD_MORE: "Load more", "Meer laden", "Läs in fler";
    EXPAND: "Expand", "Uitvouwen", "Expandera";
    COLLAPSE: "Collapse", "Samenvouwen", "Komprimera";
    ESSENTIALS: "Essentials", "Essentials", "Grundläggande";
    NAME: "Name", "Naam", "Namn";
    TYPE: "Type", "Type", "Typ";
    STATUS: "Status", "Status", "Status";
    ID: "ID", "Id", "ID";
    TOTAL: "Total", "Totaal", "Summa";
    COLUMNS: "Columns", "Kolommen", "Kolumner";
    SORTED_ASCENDING: "Sorted ascending", "Oplopend gesorteerd", "Sorterad stigande";
    SORTED_DESCENDING: "Sorted descending", "Aflopend gesorteerd", "Sorterad fallande";
    SORT_BY: "Sort by {column}", "Sorteren op {column}", "Sortera efter {column}";
    SELECT_ROW: "Select {name}", "{name} selecteren", "Markera {name}";
    SELECT_ALL: "Select all", "Alles selecteren", "Markera alla";
    SELECTED_ONE: "{n} selected", "{n} geselecteerd", "{n} markerad";
    SELECTED_OTHER: "{n} selected", "{n} geselecteerd", "{n} markerade";
    RESULT_ONE: "{n} result", "{n} resultaat", "{n} resultat";
    RESULT_OTHER: "{n} results", "{n} resultaten", "{n} resultat";
    ROW_ONE: "{n} row", "{n} rij", "{n} rad";
    ROW_OTHER: "{n} rows", "{n} rijen", "{n} rader";
    ITEM_ONE: "{n} item", "{n} item", "{n} objekt";
    ITEM_OTHER: "{n} items", "{n} items", "{n} objekt";
    ROWS_OF: "{done} of {total} rows", "{done} van {total} rijen", "{done} av {total} rader";
    BYTES_OF: "{done} of {total}", "{done} van {total}", "{done} av {total}";
    FILTERS_COUNT: "Filters ({n})", "Filters ({n})", "Filter ({n})";
    FILTER_VALUE: "{name}: {value}", "{name}: {value}", "{name}: {value}";
    NO_RESULTS: "Nothing matches the filters", "Niets komt overeen met de filters", "Inget matchar filtren";
    NO_RESULTS_HINT: "Change or clear the filters to see more.", "Wijzig of wis de filters om meer te zien.", "Ändra eller rensa filtren för att se fler.";
    PARTIAL: "Part of the list could not be loaded", "Een deel van de lijst kon niet worden geladen", "En del av listan kunde inte läsas in";
    UPDATED_AT: "Updated {when}", "Bijgewerkt {when}", "Uppdaterad {when}";
    UNSAVED_TITLE: "Discard your changes?", "Wijzigingen verwijderen?", "Vill du ignorera ändringarna?";
    UNSAVED_TEXT: "What you typed has not been saved.", "Wat u hebt ingevoerd, is nog niet opgeslagen.", "Det du har skrivit är inte sparat.";
    DISCARD: "Discard", "Niet opslaan", "Ignorera";
    KEEP_EDITING: "Keep editing", "Doorgaan met bewerken", "Fortsätt redigera";
    UNKNOWN: "Unknown", "Onbekend", "Okänd";
    YOU: "you", "u", "du";
}

/// How many are selected.
pub const SELECTED: Plural = Plural { one: SELECTED_ONE, other: SELECTED_OTHER };
/// How many were found.
pub const RESULTS: Plural = Plural { one: RESULT_ONE, other: RESULT_OTHER };
/// How many rows.
pub const ROWS: Plural = Plural { one: ROW_ONE, other: ROW_OTHER };
/// How many things.
pub const ITEMS: Plural = Plural { one: ITEM_ONE, other: ITEM_OTHER };
