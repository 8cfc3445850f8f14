"""More made-up sentences, of kinds that no rule was first written for: how many days each sets.

Before the rules were widened for them, 36 of the first 50 were right, 37 of the next 43 and 18 of
the last 24; two days too many were found in all.
"""

from datetime import date

import pytest

from nämnd.frister.reading import find_frister

DAG = date(2021, 2, 1)
HOW_MANY = {
    "Delrapport: 30 september 2021": 1,
    "Slutredovisning 31 mars 2022": 1,
    "Delrapport 30 sept, slutredovisning 31 mars.": 2,
    (
        "Bidragsmottagaren ska senast den 15 februari 2022 inkomma med en "
        "slutredovisning till Folkhälsomyndigheten."
    ): 1,
    (
        "Medel som inte förbrukats under 2021 ska återbetalas senast den 28 februari "
        "2022 till Kammarkollegiet."
    ): 1,
    "En första avstämning ska göras mellan parterna under oktober 2021.": 1,
    "Parterna ska träffas för avstämning den 14 oktober 2021.": 0,
    "Ledamöterna ombeds meddela förhinder till sekreteraren senast fredag 9 april.": 1,
    "Protokollet justeras den 12 april 2021.": 1,
    "Anslaget sätts upp den 13 april 2021 och tas ned den 5 maj 2021.": 0,
    "Beslutet kan överklagas inom tre veckor, dock senast den 4 maj 2021.": 1,
    (
        "Skolverket ska redovisa uppdraget i denna del till regeringen "
        "(Utbildningsdepartementet) senast den 1 november 2021."
    ): 1,
    "Förvaltningen får i uppdrag att till nämndens sammanträde i juni 2021 ta fram ett förslag.": 1,
    (
        "Förvaltningschefen får i uppdrag att återkomma med en rapport vid nämndens "
        "tredje sammanträde 2021."
    ): 1,
    (
        "Nämnden beslutar att ge förvaltningen i uppdrag att redovisa åtgärderna i "
        "samband med delårsrapporten i augusti 2021."
    ): 1,
    "Ärendet bordläggs till sammanträdet den 10 juni 2021.": 1,
    "Ärendet återremitteras och ska tas upp på nytt den 10 juni 2021.": 1,
    (
        "Uppsägning ska ske skriftligen senast sex månader före avtalstidens utgång, "
        "dvs. senast den 30 juni 2022."
    ): 1,
    (
        "Avtalet gäller till och med den 31 december 2022 och kan sägas upp senast den "
        "30 juni 2022."
    ): 1,
    "Optionen att förlänga avtalet ska utnyttjas senast 2022-06-30.": 1,
    "Anbud ska vara beställaren tillhanda senast 2021-05-17.": 1,
    "Anbudet är bindande t.o.m. 2021-09-30.": 0,
    "Fakturering sker kvartalsvis i efterskott.": 0,
    "Svar på enkäten lämnas via länken nedan, sista svarsdag är 26 mars.": 1,
    "Remissvaren ska ha kommit in till Regeringskansliet senast den 3 maj 2021.": 1,
    "Årsredovisningen ska lämnas till fullmäktige före den 15 april 2021.": 1,
    "Delårsrapporten behandlades den 17 september 2020.": 0,
    "Kursen ges den 3–5 maj 2021 i Lund, anmälan senast 9 april.": 1,
    "Från och med den 1 maj 2021 ska alla remisser skickas digitalt.": 0,
    "Fram till den 1 maj 2021 ska remisser skickas på papper.": 0,
    "Regionerna ska under 2021 redovisa väntetider månadsvis.": 0,
    "Nästa uppföljning av målen görs i december 2021.": 1,
    "Utvärdering av samarbetet ska ske under andra kvartalet 2022.": 1,
    "Budgetunderlag lämnas till ekonomiavdelningen vecka 20 2021.": 1,
    "Den 1 oktober varje år lämnar huvudmännen uppgift om invånarantal.": 1,
    "Per den 31 december varje år görs ett bokslut.": 0,
    "Avgiften betalas i två lika delar, den 31 januari och den 31 juli varje år.": 2,
    "Avgiften ska betalas senast 30 dagar efter fakturadatum.": 0,
    "Handlingsplanen ska vara fastställd av respektive regionfullmäktige före sommaren 2021.": 0,
    "Tabell 2. Väntetider per den 31 mars 2021": 0,
    "I SOU 2021:4, som lämnades i januari 2021, föreslås att lagen ska ändras den 1 juli 2022.": 0,
    "Förslaget innebär att regionerna ska rapportera uppgifter från den 1 januari 2022.": 0,
    (
        "Statsbidraget avser perioden 1 april–31 december 2021 och ska rekvireras senast "
        "den 15 november 2021."
    ): 1,
    "Tfn 040-33 30 00, öppet 8–16 t.o.m. den 30 juni 2021.": 0,
    "Protokoll från sammanträdet den 4 mars 2021 ska läggas till handlingarna.": 0,
    (
        "Enligt beslut den 4 mars 2021, § 12, ska delprojektet rapporteras till nämnden "
        "i november 2021."
    ): 1,
    "Arbetsgruppens förslag ska presenteras för nämnden den 18 november 2021.": 1,
    "Vi önskar era svar före midsommar, helst senast den 11 juni.": 1,
    (
        "Underlag till kallelsen ska vara sekretariatet tillhanda 14 dagar före "
        "sammanträdet, det vill säga den 5 november 2021."
    ): 1,
    (
        "Den ekonomiska redovisningen, undertecknad av ekonomichefen, insänds senast den "
        "31 mars 2022."
    ): 1,
    "Patientnämnden begär att verksamheten yttrar sig senast den 19 mars 2021.": 1,
    "Yttrande i ärendet emotses senast den 19 mars 2021.": 1,
    "Svar emotses före den 19 mars 2021.": 1,
    "Tid för yttrande: 2021-03-19": 1,
    "Remisstid: t.o.m. 2021-03-19": 1,
    "Er redovisning väntas den 19 mars 2021.": 1,
    "Regionen åläggs vid vite att senast den 1 september 2021 ha åtgärdat bristerna.": 1,
    "Inspektionen förelägger nämnden att redovisa vidtagna åtgärder den 1 september 2021.": 1,
    "Bristerna ska vara åtgärdade den 1 september 2021.": 1,
    "Tillståndet upphör den 31 december 2021 om ny ansökan inte har kommit in.": 0,
    (
        "Ny ansökan om tillstånd måste göras senast tre månader innan, det vill säga 30 "
        "september 2021."
    ): 1,
    (
        "Ledamöter som inte kan delta anmäler det till kansliet senast måndagen den 8 "
        "mars kl. 12.00."
    ): 1,
    "Motioner ska vara inlämnade till kansliet senast den 8 mars 2021 kl. 12.": 1,
    "Medlen kan användas till och med den 31 december 2021.": 0,
    "Medel som inte använts senast den 31 december 2021 ska betalas tillbaka.": 1,
    "Projektet pågår till och med mars 2022.": 0,
    "Projektet ska vara avslutat i mars 2022.": 1,
    "Projektets slutrapport ska presenteras våren 2022.": 0,
    "Läkemedelskommittén planerar en utbildning i oktober 2021.": 0,
    "Vaccinationerna inleddes den 27 december 2020 och beräknas vara klara den 30 juni 2021.": 0,
    "Nya riktlinjer väntas i september 2021.": 0,
    "Enligt Socialstyrelsens statistik den 31 december 2020 var 12 procent kvinnor.": 0,
    (
        "Kommittén ska lämna sitt delbetänkande den 15 oktober 2021 och slutbetänkandet "
        "den 1 juni 2022."
    ): 2,
    (
        "Uppdraget ska redovisas i två delar, senast den 15 oktober 2021 respektive den "
        "1 juni 2022."
    ): 2,
    "Halvårsrapporter lämnas den 31 juli 2021 och den 31 januari 2022 till nämnden.": 2,
    "Halvårsvis, den 31 juli och den 31 januari, ska rapport lämnas till nämnden.": 2,
    "Delegationsbeslut ska anmälas till nämnden vid nästa sammanträde.": 0,
    "Nämnden återkommer till frågan vid sitt andra sammanträde 2022.": 1,
    "Handlingarna skickas ut den 5 mars 2021.": 1,
    "Prövotiden löper till den 1 juni 2021.": 0,
    "Ansvarig: Anna Ek. Klart: 2021-06-01.": 1,
    "Klart senast: 2021-06-01": 1,
    "Tidsfrist 2021-06-01": 1,
    "Åtgärd: uppdatera rutinen. Datum: 2021-06-01": 0,
    "Återstående belopp utbetalas i december 2021.": 0,
    "Kammarkollegiet betalar ut medlen i december 2021.": 0,
    "Revisorerna önskar svar från nämnden senast 2021-06-15.": 1,
    "I revisionsrapporten (mars 2021) rekommenderas nämnden att följa upp avtalen.": 0,
    "Priserna räknas upp den 1 januari 2022 med LPIK.": 0,
    "Parterna ska omförhandla avtalet under hösten 2021, dock senast den 30 november 2021.": 1,
    (
        "Förlängning begärs skriftligen minst tre månader före avtalets utgång den 31 "
        "december 2022."
    ): 0,
    "Mötet beslutade att nästa möte ska hållas den 3 september 2021.": 0,
    "Uppföljning sker vid nämndens första sammanträde under 2022.": 1,
    "Regionens synpunkter behöver vara myndigheten till handa den 23 april 2021.": 1,
    "Vi vill ha er återkoppling senast den 23/4.": 1,
    (
        "Bidragstagaren är skyldig att lämna in bokslut senast fyra månader efter "
        "räkenskapsårets slut."
    ): 0,
    "Nästa ansökningsomgång öppnar den 1 september 2021 och stänger den 30 september 2021.": 1,
    "Ansökningsperioden är 1–30 september 2021.": 1,
    "Beviljade medel ska ha använts före utgången av 2022.": 1,
    "Kvarvarande medel återförs till staten den 31 mars 2023.": 1,
    "Verksamhetsplanen för 2022 fastställs av nämnden i december 2021.": 1,
    "Budgeten för 2022 fastställdes i november 2021.": 0,
    "Avtalet förlängs automatiskt om det inte sägs upp senast den 30 juni 2022.": 1,
    "Kliniken flyttar till nya lokaler i september 2021.": 0,
    "Styrgruppen sammanträder den 4 mars, den 6 maj och den 9 september 2021.": 0,
    "Arbetet ska vara slutfört till årsskiftet 2021/2022.": 1,
    "Uppdraget ska redovisas i samband med årsredovisningen för 2021.": 0,
    "Huvudmännens beslut ska ha kommit nämnden till del senast den 30 september 2021.": 1,
    "Samverkansavtalet gäller från den 1 januari 2022 till den 31 december 2025.": 0,
    "Utvärderingen ska påbörjas senast i januari 2022.": 1,
    "Justering ska ske senast den 26 april 2021.": 1,
    "Nomineringar lämnas till valberedningen, sista dag 14 maj 2021.": 1,
    "Statistiken publiceras den 15 april 2021.": 0,
    "Resultatet redovisades för nämnden den 18 mars 2021.": 0,
    "Ett första utkast ska finnas framme den 10 maj 2021.": 1,
    "Region Halland ansvarar för att underlag finns senast den 10 maj 2021.": 1,
    "Tidplan: förslag maj 2021, remiss juni–september 2021, beslut november 2021.": 0,
}


@pytest.mark.parametrize("text", HOW_MANY)
def test_as_many_days_are_found_as_the_sentence_sets(text: str):
    assert len(find_frister([text], dag=DAG)) == HOW_MANY[text]
