import type { RuleDoc } from "../diagnostics.js";

const error = (code: RuleDoc["code"], title: string, why: string, mend: string): RuleDoc => ({
  code,
  severity: "error",
  fixed: true,
  title,
  why,
  mend,
});

/** The rules that reading and validating content follow. They can't be switched off. */
export const contentRules: readonly RuleDoc[] = [
  error(
    "IVP101",
    "Een bestand is geldige YAML.",
    "Wat ivp niet kan lezen, kan in geen document komen.",
    "Controleer inspringing, dubbele punten en aanhalingstekens rond de plek.",
  ),
  error(
    "IVP102",
    "Een sleutel staat één keer in hetzelfde blok.",
    "Anders is niet te zien welke van de twee waarden geldt.",
    "Haal een van de twee weg.",
  ),
  error(
    "IVP103",
    "Een bestand is tekst in UTF-8.",
    "Andere tekensets maken van een é een vraagteken.",
    "Sla het bestand op als UTF-8.",
  ),
  error(
    "IVP104",
    "Elk verplicht bestand bestaat.",
    "Zonder dit bestand mist het plan een hoofdstuk.",
    "Haal het terug uit git, of wijs met --content de goede map aan.",
  ),
  error(
    "IVP105",
    "Een bestand gebruikt geen ankers en aliassen (&naam, *naam).",
    "Lezers van een wijziging zien niet wat er staat, en een paar regels kunnen uitgroeien tot gigabytes.",
    "Schrijf de waarde voluit.",
  ),
  error(
    "IVP106",
    "Een bestand is niet te groot en niet te diep genest.",
    "Zo'n bestand is een vergissing of een aanval.",
    "Maak het bestand eenvoudiger.",
  ),
  error(
    "IVP107",
    "Een YAML-bestand in de inhoudsmap hoort bij de inhoud.",
    "Een bestand met een verkeerde naam zou ongemerkt nergens in komen.",
    "Geef het de goede naam of map, of haal het weg.",
  ),
  error(
    "IVP108",
    "Een bestand heeft geen samenvoegconflict.",
    "Zolang git beide versies laat staan, is niet bekend welke geldt.",
    "Kies wat er moet staan en haal de regels met <<<<<<<, ======= en >>>>>>> weg.",
  ),
  error(
    "IVP109",
    "Een getal staat er met alleen cijfers.",
    "YAML leest 12.000 als 12 en 0x10 als 16: het document zou een ander getal tonen dan er staat.",
    "Schrijf het getal met alleen cijfers, of zet het tussen aanhalingstekens als het tekst is.",
  ),
  error(
    "IVP110",
    "Een tekst wordt niet afgebroken door een opmerking.",
    "Wat na een spatie en een # staat, leest YAML als opmerking: het komt in geen document.",
    "Zet de tekst tussen aanhalingstekens, of zet de opmerking op een eigen regel.",
  ),
  error(
    "IVP111",
    "Een tekst heeft geen onzichtbare tekens.",
    "Wat niemand ziet, maakt een woord onvindbaar, breekt een regel af of draait de volgorde van letters om.",
    "Haal het teken weg.",
  ),
  error(
    "IVP112",
    "De inhoudsmap heeft alleen gewone bestanden en mappen, elk met een eigen naam.",
    "Een koppeling kan naar iets buiten de inhoud wijzen, en git bewaart alleen waar zij heen wijst.",
    "Vervang de koppeling door het bestand zelf, of haal haar weg.",
  ),
  error(
    "IVP201",
    "Een blok heeft alleen sleutels die het schema kent.",
    "Wat onder een onbekende sleutel staat, komt in geen document.",
    "Verbeter de sleutel of haal hem weg.",
  ),
  error(
    "IVP202",
    "Elke verplichte sleutel is ingevuld.",
    "Zonder deze waarde is het document niet af.",
    "Vul de sleutel in, of schrijf een open punt waar dat kan.",
  ),
  error(
    "IVP203",
    "Een waarde heeft de goede soort.",
    "Een lijst is geen tekst en een getal geen datum.",
    "Lees bij de melding wat hier hoort te staan, en pas de waarde aan.",
  ),
  error(
    "IVP204",
    "Een waarde past bij de vorm die het schema vraagt.",
    "Zo kloppen datums, kwartalen, sleutelnamen en keuzes.",
    "Lees de uitleg bij de melding en pas de waarde aan.",
  ),
  error(
    "IVP205",
    "De naam van een bestand is de sleutelnaam die erin staat.",
    "Zo vinden mensen het bestand waar iets naar verwijst.",
    "Geef het bestand dezelfde naam als de sleutelnaam.",
  ),
];
