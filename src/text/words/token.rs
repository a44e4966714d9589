//! Words of the question for an access token.
use crate::text::words;

words! {
    TITLE: "Access token needed", "Toegangstoken nodig", "Åtkomsttoken krävs";
    EXPLAIN: "The data comes from {origin}. Paste an access token for it; this command prints one:", "De gegevens komen van {origin}. Plak een toegangstoken daarvoor; deze opdracht toont er een:", "Data kommer från {origin}. Klistra in en åtkomsttoken för den; det här kommandot skriver ut en:";
    EXPLAIN_SANDBOX: "The data comes from {origin}, a sandbox server. Paste the token that it printed when it started; it begins with sandbox.", "De gegevens komen van {origin}, een sandboxserver. Plak het token dat die bij het starten heeft getoond; het begint met sandbox.", "Data kommer från {origin}, en sandlådeserver. Klistra in den token som den skrev ut när den startade; den börjar med sandbox.";
    USE_ANOTHER: "Use another token", "Een ander token gebruiken", "Använd en annan token";
    LABEL: "Access token", "Toegangstoken", "Åtkomsttoken";
    HINT: "It is kept in memory only, sent to this source alone, and forgotten when you reload the page.", "Het token wordt alleen in het geheugen bewaard, alleen naar deze bron verzonden en vergeten wanneer u de pagina opnieuw laadt.", "Den sparas bara i minnet, skickas bara till den här källan och glöms när du laddar om sidan.";
    NOT_A_TOKEN: "Paste the token as one text without spaces.", "Plak het token als één tekst zonder spaties.", "Klistra in token som en text utan mellanslag.";
    BACK_TO_SANDBOX: "Use the sandbox instead", "De sandbox gebruiken", "Använd sandlådan i stället";
}
