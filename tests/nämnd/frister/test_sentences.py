"""Made-up sentences: what is a deadline, on which day, and what is not."""

from datetime import date

import pytest

from nämnd.frister.reading import find_frister
from nämnd.frister.values import Slag

DAG = date(2021, 2, 1)
_DATUM, _ÅRLIGEN, _PERIOD, _MÖTE = Slag.DATUM, Slag.ÅRLIGEN, Slag.PERIOD, Slag.SAMMANTRÄDE


def found(text: str) -> list[tuple[Slag, object]]:
    return [(one.slag, one.sammanträde or str(one.datum)) for one in find_frister([text], dag=DAG)]


ONE_DAY = {
    # «senast», in all its forms
    "Svaret ska vara inlämnat senast den 31 mars 2021.": "2021-03-31",
    "Svar önskas senast 2021-04-15.": "2021-04-15",
    "Yttrande lämnas senast den 15 april 2021 till Region Norr.": "2021-04-15",
    "Vi behöver era synpunkter senast fredagen den 16 april 2021.": "2021-04-16",
    "Statistiken ska ha kommit in senast 30/6 2021.": "2021-06-30",
    "Underlaget skickas senast 30.6.2021 till kansliet.": "2021-06-30",
    "Rapporten lämnas senast i september 2021.": "2021-09-30",
    "Rapporten lämnas senast september 2021.": "2021-09-30",
    "Rapporten lämnas senast under september månad 2021.": "2021-09-30",
    "Planen ska vara antagen senast vid utgången av 2021.": "2021-12-31",
    "Planen ska vara antagen senast vid utgången av maj 2021.": "2021-05-31",
    "Huvudmännen ska senast vid årsskiftet 2021/2022 ha infört rutinen.": "2021-12-31",
    "Regionen ska redovisa utfallet senast vid halvårsskiftet 2021.": "2021-06-30",
    "Regionen ska redovisa utfallet senast under tredje kvartalet 2021.": "2021-09-30",
    "Underlag lämnas senast vecka 20 2021.": "2021-05-23",
    "Ansökan ska ha inkommit allra senast den 1 maj 2021.": "2021-05-01",
    "Senast den 1 juni 2021 ska nämnden ha fastställt en plan.": "2021-06-01",
    "Rapport lämnas inte senare än den 10 maj 2021.": "2021-05-10",
    "Handlingarna ska vara förvaltningen tillhanda den 3 maj 2021.": "2021-05-03",
    "Handlingarna ska vara oss tillhanda senast den 3 maj 2021.": "2021-05-03",
    # the last day, in other words
    "Sista dag för ansökan är den 20 april 2021.": "2021-04-20",
    "Sista ansökningsdag är den 20 april 2021.": "2021-04-20",
    "Sista dag att anmäla sig: 20 april 2021": "2021-04-20",
    "Den 20 april 2021 är sista dag för anmälan.": "2021-04-20",
    "Deadline: 2021-04-20": "2021-04-20",
    "Sista datum för svar 2021-04-20": "2021-04-20",
    "Svarstiden går ut den 20 april 2021.": "2021-04-20",
    "Remisstiden är till den 20 april 2021; yttrande ska lämnas skriftligt.": "2021-04-20",
    "Fakturan förfaller till betalning den 30 april 2021.": "2021-04-30",
    "Uppsägning ska ske före den 1 juli 2021.": "2021-07-01",
    "Avtalet ska sägas upp innan den 1 juli 2021.": "2021-07-01",
    "Regionen ska före utgången av 2021 redovisa hur medlen har använts.": "2021-12-31",
    "Bidraget kan rekvireras till och med den 1 december 2021.": "2021-12-01",
    "Ansökan kan lämnas fram till den 15 augusti 2021.": "2021-08-15",
    # a demand and a duty, without «senast»
    "Uppdraget ska slutredovisas den 31 mars 2022.": "2022-03-31",
    "Uppdraget ska slutredovisas 31 mars 2022.": "2022-03-31",
    "En delrapport ska lämnas i oktober 2021.": "2021-10-31",
    "Betänkandet ska överlämnas i maj 2021.": "2021-05-31",
    "Beslutet ska följas upp den 12 november 2021.": "2021-11-12",
    "Förvaltningen ska återkomma till nämnden i november 2021.": "2021-11-30",
    "Kommunen måste betala tillbaka bidraget den 1 juni 2021.": "2021-06-01",
    "Huvudmännen åtar sig att lämna underlag den 15 maj 2021.": "2021-05-15",
    "Vid slutredovisningen i mars 2022, beskriv hur arbetet har gått.": "2022-03-31",
    "Lämna in enkäten den 4 maj 2021.": "2021-05-04",
    "Arbetsgruppen uppmanas att rapportera den 4 maj 2021.": "2021-05-04",
    "Uppdraget redovisas den 31 mars 2022.": "2022-03-31",
    "Beslutet följs upp i november 2021.": "2021-11-30",
    "Avtalet gäller tills vidare och ska sägas upp skriftligt den 1 maj 2021.": "2021-05-01",
    "Överenskommelsen gäller 2021 och ska redovisas den 31 mars 2022.": "2022-03-31",
    "Innan den 1 maj 2021 kan synpunkter lämnas till nämnden.": "2021-05-01",
    # no year said: the first that comes
    "Rekvisitionen ska vara inne senast den 1 december.": "2021-12-01",
    "Rekvisitionen ska vara inne senast den 15 januari.": "2022-01-15",
    "Redovisningen lämnas senast 1 okt.": "2021-10-01",
    "Regionen ska redovisa i september.": "2021-09-30",
    "Meddela förhinder senast 31/3.": "2021-03-31",
    "Svara gärna senast den 15/1.": "2022-01-15",
    "Planen ska vara klar senast vid årsskiftet.": "2021-12-31",
    "Planen ska vara klar senast vid årets slut.": "2021-12-31",
    "Rapporten lämnas senast i början av mars 2021.": "2021-03-10",
    "Rapporten lämnas senast i mitten av mars.": "2021-03-20",
    "Rapporten lämnas senast i slutet av mars 2021.": "2021-03-31",
    # as a PDF gives it
    "Redovisning ska ha inkommit till nämn-\nden senast den \n30 sep-\ntember 2021.": "2021-09-30",
    "Redovisningen ska ha inkommit senast den\n\n 31\nmars 2021.": "2021-03-31",
    "• lämna rapport senast den 31 mars 2021": "2021-03-31",
    "Svar:          senast 2021-03-31": "2021-03-31",
    "Regionen ska redovisa arbetet, t.ex. genom en rapport, senast den 5 maj 2021.": "2021-05-05",
    "Kontakta nämnden (tfn. 040-12 34 56) och lämna svar senast den 5 maj 2021.": "2021-05-05",
    "Redovisas senast den 28 februari 2022": "2022-02-28",
    "Planen ska lämnas senast den 29 februari 2024.": "2024-02-29",
    "SVAR LÄMNAS SENAST DEN 5 MAJ 2021": "2021-05-05",
}


@pytest.mark.parametrize("text", ONE_DAY)
def test_a_day_by_which_something_must_be_done_is_found(text: str):
    assert found(text) == [(_DATUM, ONE_DAY[text])]


OTHERS: dict[str, list[tuple[Slag, object]]] = {
    "Redovisning ska lämnas den 31 mars 2022, respektive den 31 mars 2023.": [
        (_DATUM, "2022-03-31"),
        (_DATUM, "2023-03-31"),
    ],
    "Redovisning ska ske den 31 mars och den 30 september 2021.": [
        (_DATUM, "2021-03-31"),
        (_DATUM, "2021-09-30"),
    ],
    "Uppdraget delredovisas senast den 1 maj 2021 och slutredovisas senast den 1 mars 2022.": [
        (_DATUM, "2021-05-01"),
        (_DATUM, "2022-03-01"),
    ],
    "Rapport ska lämnas den 30 april 2021, den 31 augusti 2021 samt den 31 december 2021.": [
        (_DATUM, "2021-04-30"),
        (_DATUM, "2021-08-31"),
        (_DATUM, "2021-12-31"),
    ],
    "Ansökan ska lämnas mellan den 1 och den 31 mars 2021.": [(_PERIOD, "2021-03-31")],
    "Ansökan ska lämnas 1–31 mars 2021.": [(_PERIOD, "2021-03-31")],
    "Anmälan ska göras den 1 mars till och med den 15 april 2021.": [(_PERIOD, "2021-04-15")],
    "Ansökan ska lämnas mellan den 1 december och den 31 januari.": [(_PERIOD, "2022-01-31")],
    "Rekvisition ska göras mellan 2021-03-01 och 2021-04-15.": [(_PERIOD, "2021-04-15")],
    "Beslutet ska följas upp vid fjärde sammanträdet år 2022.": [(_MÖTE, (4, 2022))],
    "Beslutet följs upp under andra ordinarie sammanträdet 2022.": [(_MÖTE, (2, 2022))],
    "Frågan ska återrapporteras vid 2022 års tredje sammanträde.": [(_MÖTE, (3, 2022))],
    "Frågan ska tas upp vid 3:e mötet 2022.": [(_MÖTE, (3, 2022))],
    "Återrapport lämnas vid sammanträde 2/2022.": [(_MÖTE, (2, 2022))],
    "Årsrapporten ska lämnas årligen senast den 31 mars.": [(_ÅRLIGEN, "2021-03-31")],
    "Varje år ska regionen senast den 15 januari lämna statistik.": [(_ÅRLIGEN, "2022-01-15")],
    "Redovisning lämnas senast den 28 februari året efter verksamhetsåret.": [
        (_ÅRLIGEN, "2021-02-28")
    ],
    "Budgeten lämnas senast den 1 oktober varje år.": [(_ÅRLIGEN, "2021-10-01")],
}


@pytest.mark.parametrize("text", OTHERS)
def test_lists_periods_meetings_and_what_comes_every_year_are_found(text: str):
    assert found(text) == OTHERS[text]


def test_a_period_over_the_turn_of_the_year_begins_the_year_before():
    (one,) = find_frister(["Ansökan ska lämnas 1 december–31 januari."], dag=DAG)

    assert (one.från, one.datum) == (date(2021, 12, 1), date(2022, 1, 31))


NONE = (
    # what has been
    "Redovisningen lämnades den 31 mars 2021.",
    "Nämnden beslutade den 3 maj 2021 att regionerna ska redovisa arbetet.",
    "Enligt beslut den 3 maj 2021 ska regionerna redovisa arbetet.",
    "Avtalet undertecknades den 3 maj 2021.",
    "Rapporten publicerades i juni 2021.",
    "Utredningen överlämnades i juni 2021 och ska nu beredas.",
    "Skrivelsen är daterad den 4 maj 2021 och ska besvaras.",
    "Yttrande inkom den 4 maj 2021 och ska läggas till handlingarna.",
    "Delrapporter har lämnats i april 2021.",
    "Redovisning ska ha inkommit senast den 31 mars 2020.",
    "Nämnden ska följa upp beslutet vid fjärde sammanträdet 2019.",
    # what is published, versions, sources
    "Hämtad 2021-05-03.",
    "Sidan uppdaterades senast 2021-05-03.",
    "Senast ändrad 2021-05-03",
    "Senast uppdaterad: 2021-05-03",
    "Dokumentet reviderades senast den 3 maj 2021.",
    "Version 2021-05-03",
    "Utgiven i maj 2021.",
    "Källa: Regionernas redovisningar, mars 2021.",
    # laws and references
    "Lagen (2021:617) om stöd ska följas.",
    "Förordningen (2022:31) gäller, se 4 kap. 3 § lagen den 4 maj 2021.",
    "Se SFS 2021:1112 och prop. 2021/22:10.",
    "Uppdraget finns i dnr S2021/02144 och ska följas.",
    "Lagen träder i kraft den 1 juli 2021.",
    "Ändringen ska börja gälla den 1 juli 2021.",
    "Bestämmelserna ska tillämpas från och med den 1 juli 2021.",
    # what is valid
    "Överenskommelsen gäller till och med den 31 december 2021.",
    "Avtalet löper 1 januari–31 december 2021.",
    "Avtalstiden är den 1 april 2021 till och med den 31 mars 2023.",
    "Redovisningen avser perioden 1 januari–30 juni 2021.",
    "Redovisningen ska omfatta verksamheten fr.o.m. den 1 mars 2021.",
    "Prislistan gäller från den 1 mars 2021.",
    # numbers and statistics
    "Andelen var 55 procent den 31 december 2021.",
    "Den 31 mars 2021 fanns 412 vårdplatser.",
    "Målet är att 80 procent ska ha en fast kontakt under 2022.",
    "Befolkningen per den 1 november 2021 ligger till grund för fördelningen.",
    "De senaste 5 åren har antalet ökat, mest i mars 2021.",
    "Utfallet i augusti 2021 blev 3,4 miljoner kronor.",
    # meetings and what is held
    "Sammanträdet hålls den 3 maj 2021 klockan 9.30.",
    "Nämnden sammanträder den 3 maj 2021 i Kristianstad.",
    "Konferensen äger rum den 3–4 december 2021.",
    "Nästa möte är den 3 maj 2021.",
    "Utbildningen startar i september 2021.",
    # no day at all
    "Regionen ska redovisa arbetet så snart som möjligt.",
    "Redovisningen ska lämnas den 31 februari 2021.",
    "Redovisningen ska lämnas den 45 mars 2021.",
    "Beställningen gäller 12 mars, 14 april, och ingenting annat.",
    "Ring 040-675 30 00 eller skriv till oss.",
)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_deadline_is_not_proposed(text: str):
    assert found(text) == []


MEANT = (
    ("Avstämning ska ske i mars och september 2027.", (date(2027, 3, 31), date(2027, 9, 30))),
    ("Regionerna ska senast den sista februari 2028 lämna en rapport.", (date(2028, 2, 29),)),
    ("Rapport lämnas senast sista dagen i juni 2027.", (date(2027, 6, 30),)),
    (
        "Redovisningen ska lämnas tidigast den 1 mars 2027 och senast den 15 april 2027.",
        (date(2027, 4, 15),),
    ),
    ("Anmälan görs senast den 1 febr. 2027 till kansliet.", (date(2027, 2, 1),)),
)


@pytest.mark.parametrize(("text", "days"), MEANT)
def test_months_of_a_list_last_days_and_earliest_days_are_what_they_mean(text, days):
    before = "Ansökan ska ha kommit in senast den 30 mars 2028. "
    found = find_frister([before + text], dag=date(2027, 1, 14))
    assert tuple(one.datum for one in found[1:]) == days


def test_in_an_agreement_of_regions_each_paragraf_has_its_own_who_and_what():
    text = (
        "§ 5 Budget och uppföljning\n"
        "Värdregionen ska senast den 30 september varje år lämna förslag till budget.\n"
        "Nämnden ska lämna delårsrapport senast den 20 september 2027.\n"
        "Årsredovisning ska lämnas senast den 15 februari 2028.\n"
        "§ 6 Revision\n"
        "Revisorerna ska granska nämnden årligen.\n"
        "§ 8 Ändringar\n"
        "Part som vill omförhandla avtalet ska meddela detta senast den 31 december 2029.\n"
    )
    found = find_frister([text], dag=date(2027, 1, 14))
    assert [(one.vem, one.vad) for one in found[:3]] == [
        ("Värdregionen", "Lämna budget"),
        ("Nämnden", "Lämna delårsrapport"),
        ("Nämnden", "Lämna årsredovisning"),
    ]
    assert [one.vem for one in found[3:]] == [None]
