//! Settings: language, look, data source, sandbox.
use crate::text::words;

words! {
    TITLE: "Settings", "Instellingen", "Inställningar";
    LANGUAGE_REGION: "Language and region", "Taal en regio", "Språk och region";
    LANGUAGE: "Language", "Taal", "Språk";
    REGIONAL_FORMAT: "Regional format", "Regionale indeling", "Regionalt format";
    REGIONAL_FORMAT_HINT: "How amounts, numbers and dates are written", "Hoe bedragen, getallen en datums worden geschreven", "Hur belopp, tal och datum skrivs";
    EXAMPLE: "Example: {amount}, {date}", "Voorbeeld: {amount}, {date}", "Exempel: {amount}, {date}";
    APPEARANCE: "Appearance", "Weergave", "Utseende";
    THEME: "Theme", "Thema", "Tema";
    THEME_SYSTEM: "As the system", "Zoals het systeem", "Som systemet";
    THEME_LIGHT: "Light", "Licht", "Ljust";
    THEME_DARK: "Dark", "Donker", "Mörkt";
    DENSITY: "Row height", "Rijhoogte", "Radhöjd";
    DENSITY_NORMAL: "Normal", "Normaal", "Normal";
    DENSITY_COMPACT: "Compact", "Compact", "Kompakt";
    SHORTCUTS: "Keyboard shortcuts", "Sneltoetsen", "Kortkommandon";
    SHORTCUTS_SINGLE: "Single-key shortcuts", "Sneltoetsen van één toets", "Kortkommandon med en tangent";
    SHORTCUTS_HINT: "With these on, / goes to the search. Ctrl+K always does.", "Als deze optie is ingeschakeld, gaat u met / naar het zoekvak. Met Ctrl+K kan dat altijd.", "När det här är på går / till sökrutan. Ctrl+K gör det alltid.";
    DATA_SOURCE: "Data source", "Gegevensbron", "Datakälla";
    SOURCE_SANDBOX: "Sandbox in this browser", "Sandbox in deze browser", "Sandbox-miljö i den här webbläsaren";
    SOURCE_AZURE: "Azure", "Azure", "Azure";
    SOURCE_OTHER: "Another server", "Een andere server", "En annan server";
    SOURCE_HINT: "The servers on offer are set by whoever runs this site.", "Welke servers u kunt kiezen, wordt bepaald door de beheerder van deze site.", "Vilka servrar som erbjuds bestäms av den som driver webbplatsen.";
    SOURCE_CHANGED: "The data now comes from {name}", "De gegevens komen nu van {name}", "Data kommer nu från {name}";
    TOKEN: "Access token", "Toegangstoken", "Åtkomsttoken";
    TOKEN_HINT: "Paste what this command prints. It is kept in memory only, sent to this server alone, and forgotten on reload.", "Plak wat deze opdracht afdrukt. Het token blijft alleen in het geheugen, wordt alleen naar deze server verzonden en wordt vergeten bij het opnieuw laden.", "Klistra in det som kommandot skriver ut. Det sparas bara i minnet, skickas bara till den här servern och glöms när sidan läses in på nytt.";
    TOKEN_NEEDED: "Paste an access token to go on", "Plak een toegangstoken om door te gaan", "Klistra in en åtkomsttoken för att fortsätta";
    TOKEN_USE: "Use token", "Token gebruiken", "Använd token";
    TOKEN_FORGET: "Forget token", "Token vergeten", "Glöm token";
    SANDBOX: "Sandbox", "Sandbox", "Sandbox-miljö";
    SANDBOX_RESET: "Reset sandbox", "Sandbox opnieuw instellen", "Återställ sandbox-miljön";
    SANDBOX_RESET_TITLE: "Reset the sandbox?", "De sandbox opnieuw instellen?", "Vill du återställa sandbox-miljön?";
    SANDBOX_RESET_TEXT: "Every role and preference you changed goes back to how it was.", "Alle rollen en voorkeuren die u hebt gewijzigd, worden teruggezet.", "Alla roller och inställningar som du har ändrat återgår till hur de var.";
    SANDBOX_WAS_RESET: "The sandbox is as it was", "De sandbox is weer zoals deze was", "Sandbox-miljön är som den var";
    LOAD_TEST: "Load test", "Belastingstest", "Belastningstest";
    LOAD_TEST_HINT: "Adds a billing profile with this many rows of usage. No other invoice changes.", "Voegt een factureringsprofiel toe met zoveel rijen gebruik. Andere facturen wijzigen niet.", "Lägger till en faktureringsprofil med så här många rader användning. Inga andra fakturor ändras.";
    LOAD_TEST_ROWS: "Rows of usage", "Rijen gebruik", "Rader användning";
}
