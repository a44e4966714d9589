//! Words of the settings.
use crate::text::words;

words! {
    LANGUAGE_AND_LOOK: "Language and appearance", "Taal en weergave", "Språk och utseende";
    LANGUAGE: "Language", "Taal", "Språk";
    REGION: "Regional format", "Landinstelling", "Regionalt format";
    REGION_HINT: "How numbers, amounts and dates are written.", "Hoe getallen, bedragen en datums worden geschreven.", "Hur tal, belopp och datum skrivs.";
    THEME: "Theme", "Thema", "Tema";
    THEME_SYSTEM: "As the system", "Zoals het systeem", "Som systemet";
    THEME_LIGHT: "Light", "Licht", "Ljust";
    THEME_DARK: "Dark", "Donker", "Mörkt";
    COMPACT: "Compact rows", "Compacte rijen", "Kompakta rader";
    SHORTCUTS: "Single-key shortcuts: / for search", "Sneltoetsen met één toets: / voor zoeken", "Kortkommandon med en tangent: / för sökning";
    SOURCE_LABEL: "Where the data comes from", "Waar de gegevens vandaan komen", "Var data kommer från";
    SOURCE_HINT: "Another source asks for an access token, which is kept in memory only and sent to that source alone.", "Een andere bron vraagt om een toegangstoken, dat alleen in het geheugen wordt bewaard en alleen naar die bron wordt verzonden.", "En annan källa kräver en åtkomsttoken som bara sparas i minnet och bara skickas till den källan.";
    SOURCE_SANDBOX: "Sandbox in this browser", "Sandbox in deze browser", "Sandlåda i den här webbläsaren";
    SANDBOX: "Sandbox", "Sandbox", "Sandlåda";
    LOAD_TEST: "Load test profile", "Belastingstestprofiel", "Profil för belastningstest";
    LOAD_TEST_HINT: "Adds a billing profile with this many rows of usage. No other invoice changes.", "Voegt een factureringsprofiel toe met dit aantal gebruiksrijen. Andere facturen veranderen niet.", "Lägger till en faktureringsprofil med så här många användningsrader. Inga andra fakturor ändras.";
    LOAD_TEST_OFF: "Off", "Uit", "Av";
    LOAD_TEST_ROWS: "{rows} rows", "{rows} rijen", "{rows} rader";
    RESET_HINT: "Puts all invented data back as it was at first. Roles and preferences that you changed are lost.", "Zet alle verzonnen gegevens terug zoals ze in het begin waren. Rollen en voorkeuren die u hebt gewijzigd, gaan verloren.", "Återställer alla påhittade data till hur de var från början. Roller och inställningar som du har ändrat går förlorade.";
    RESET_TITLE: "Reset the sandbox?", "De sandbox opnieuw instellen?", "Återställa sandlådan?";
    RESET_DONE: "The sandbox is as it was at first.", "De sandbox is weer zoals in het begin.", "Sandlådan är som den var från början.";
}
