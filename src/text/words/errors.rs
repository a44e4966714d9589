//! What went wrong, in plain words, and what to do about it.
use crate::text::{Word, words};

words! {
    TITLE: "Something went wrong", "Er is iets misgegaan", "Något gick fel";
    CANNOT_LOAD: "{what} could not be loaded", "{what} kan niet worden geladen", "Det gick inte att läsa in {what}";
    CANNOT_SAVE: "Your change could not be saved", "Uw wijziging kan niet worden opgeslagen", "Det gick inte att spara ändringen";
    DETAILS: "Details", "Details", "Information";
    CODE: "Error code", "Foutcode", "Felkod";
    REQUEST_ID: "Request ID", "Aanvraag-id", "Begärande-ID";
    SERVICE_SAYS: "The service says", "De service meldt", "Tjänsten meddelar";
    HTTP_STATUS: "HTTP status", "HTTP-status", "HTTP-status";
    NETWORK: "The server could not be reached. Check your connection and try again.", "De server is niet bereikbaar. Controleer uw verbinding en probeer het opnieuw.", "Det gick inte att nå servern. Kontrollera anslutningen och försök igen.";
    TIMEOUT: "The server did not answer in time. Try again.", "De server heeft niet op tijd geantwoord. Probeer het opnieuw.", "Servern svarade inte i tid. Försök igen.";
    BAD_REQUEST: "The service did not accept what was sent. Check what you filled in.", "De service heeft de gegevens niet geaccepteerd. Controleer wat u hebt ingevuld.", "Tjänsten godtog inte det som skickades. Kontrollera det du har fyllt i.";
    UNAUTHORIZED: "Your access has run out or is not known. Give a new access token.", "Uw toegang is verlopen of onbekend. Geef een nieuw toegangstoken op.", "Din åtkomst har gått ut eller är okänd. Ange en ny åtkomsttoken.";
    FORBIDDEN: "You may not see or do this. Ask an owner of the scope for a role.", "U mag dit niet zien of doen. Vraag een eigenaar van het bereik om een rol.", "Du får inte se eller göra det här. Be en ägare av omfånget om en roll.";
    NOT_FOUND: "It is not there, or you may not see it. Check the address and the directory.", "Het is er niet of u mag het niet zien. Controleer het adres en de directory.", "Det finns inte eller så får du inte se det. Kontrollera adressen och katalogen.";
    CONFLICT: "Somebody else has changed this, or it is there already. Refresh and look again.", "Iemand anders heeft dit gewijzigd of het bestaat al. Vernieuw de pagina en kijk opnieuw.", "Någon annan har ändrat det här eller så finns det redan. Uppdatera och titta igen.";
    UNPROCESSABLE: "The service understood the request but cannot carry it out.", "De service heeft de aanvraag begrepen, maar kan deze niet uitvoeren.", "Tjänsten förstod begäran men kan inte utföra den.";
    THROTTLED: "The service is being asked too often. Wait a moment and try again.", "De service krijgt te veel aanvragen. Wacht even en probeer het opnieuw.", "Tjänsten får för många begäranden. Vänta en stund och försök igen.";
    SERVER: "The service has a problem. Try again later.", "De service heeft een probleem. Probeer het later opnieuw.", "Tjänsten har ett problem. Försök igen senare.";
    OTHER_STATUS: "The service answered with status {status}.", "De service antwoordde met status {status}.", "Tjänsten svarade med status {status}.";
    WAIT_SECONDS: "The service asks to wait {seconds} seconds.", "De service vraagt om {seconds} seconden te wachten.", "Tjänsten ber om en väntan på {seconds} sekunder.";
    DECODE: "The answer could not be read ({path}). The server may speak another version.", "Het antwoord kan niet worden gelezen ({path}). De server gebruikt mogelijk een andere versie.", "Svaret kunde inte läsas ({path}). Servern kan använda en annan version.";
    NOT_JSON: "The answer is not from the API. A proxy or a sign-in page may stand in between.", "Het antwoord komt niet van de API. Mogelijk zit er een proxy of aanmeldingspagina tussen.", "Svaret kommer inte från API:et. En proxy eller inloggningssida kan ligga emellan.";
    FOREIGN_LINK: "A link in the answer leads to another place. Nothing was sent there.", "Een koppeling in het antwoord leidt naar een andere plek. Er is niets naartoe gestuurd.", "En länk i svaret leder till en annan plats. Inget skickades dit.";
    LINK_CYCLE: "The pages of the list lead in a circle. The list is not complete.", "De pagina's van de lijst verwijzen in een kring. De lijst is niet volledig.", "Listans sidor går i cirkel. Listan är inte fullständig.";
    BAD_ORIGIN: "The address of the data source is not valid. Check the settings.", "Het adres van de gegevensbron is ongeldig. Controleer de instellingen.", "Datakällans adress är inte giltig. Kontrollera inställningarna.";
    BAD_NAME: "A name in the address is not valid.", "Een naam in het adres is ongeldig.", "Ett namn i adressen är inte giltigt.";
    NOT_AT_SCOPE: "This list does not exist at this kind of scope.", "Deze lijst bestaat niet voor dit soort bereik.", "Listan finns inte för den här typen av omfång.";
    CANNOT_FOLLOW: "The service took the request on, but does not say how it goes. Refresh in a moment to see.", "De service heeft de aanvraag aangenomen, maar meldt geen voortgang. Vernieuw de pagina over enkele ogenblikken.", "Tjänsten tog emot begäran men meddelar inte hur det går. Uppdatera om en stund för att se.";
    OPERATION_FAILED: "The service took the request on and gave it up.", "De service heeft de aanvraag aangenomen, maar niet voltooid.", "Tjänsten tog emot begäran men slutförde den inte.";
    STILL_RUNNING: "The service is still at work after {minutes} minutes. Refresh later to see.", "De service is na {minutes} minuten nog bezig. Vernieuw de pagina later.", "Tjänsten arbetar fortfarande efter {minutes} minuter. Uppdatera senare för att se.";
    OUTCOME_UNKNOWN: "It is not known whether the change was made. Refresh before you try again.", "Het is niet bekend of de wijziging is doorgevoerd. Vernieuw de pagina voordat u het opnieuw probeert.", "Det är okänt om ändringen gjordes. Uppdatera innan du försöker igen.";
    USAGE_KIND: "This kind of usage row cannot be read here: {kind}.", "Dit soort gebruiksrij kan hier niet worden gelezen: {kind}.", "Den här typen av användningsrad kan inte läsas här: {kind}.";
    SANDBOX_DATA: "The sandbox data could not be loaded.", "De sandboxgegevens kunnen niet worden geladen.", "Det gick inte att läsa in data för sandbox-miljön.";
}

/// What an HTTP status means, and what to do; [`OTHER_STATUS`] has a place for the number.
pub fn for_status(status: u16) -> Word {
    match status {
        400 => BAD_REQUEST,
        401 => UNAUTHORIZED,
        403 => FORBIDDEN,
        404 | 410 => NOT_FOUND,
        408 => TIMEOUT,
        409 | 412 => CONFLICT,
        422 => UNPROCESSABLE,
        429 => THROTTLED,
        500..=599 => SERVER,
        _ => OTHER_STATUS,
    }
}
