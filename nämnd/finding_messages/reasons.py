"""Why each rule matters, and what to do."""

from nämnd.protokoll.findings import Rule

_NUMBERS = "Paragraferna numreras löpande under kalenderåret i den ordning de behandlas."
_MINUTES = "Protokollet ska för varje ärende visa"
_JÄV = "Den som har jäv får varken delta i ärendet eller vara kvar i rummet."
_ONE_VOTE = "Varje ledamot och tjänstgörande ersättare har en röst, på en plats."
_ORDER = (
    "Fullmäktige bestämmer i vilken ordning ersättarna går in. Det är tillåtet att välja en annan, "
    "men skriv gärna skälet som en anmärkning i närvaron."
)
_SIGN = "Den som justerar bör ha tjänstgjort i ärendet och är en annan än ordföranden."
_DAYS = (
    "Protokollet ska justeras inom 14 dagar efter sammanträdet. Infaller sista dagen på en helgdag "
    "eller lördag räknas nästa vardag."
)
_TIES = (
    "Vid lika röstetal har ordföranden utslagsröst. I val och anställning avgör i stället lotten."
)
_ROUNDS = (
    "Med fler än två förslag utses motförslaget genom kontraproposition. Det ställs sedan mot "
    "huvudförslaget i en huvudvotering."
)
_PEOPLE = (
    "Namnet jämförs med deltagarna och med alla som har haft uppdrag i nämnden. Kontrollera "
    "stavning och parti, eller lägg till personen bland de närvarande."
)
_TIME = "Tiderna står på protokollets första sida och ska stämma med varandra."

REASONS: dict[Rule, str] = {
    Rule.GAP: f"{_NUMBERS} En lucka är tillåten, men väcker frågor. Numrera om, eller låt den stå.",
    Rule.DUPLICATE: f"{_NUMBERS} Varje nummer ska bara användas en gång, så att beslutet går att "
    "hitta. Numrera om en av paragraferna.",
    Rule.ORDER: f"{_NUMBERS} Flytta paragrafen, eller numrera om.",
    Rule.OPEN: "Ordföranden befäster varje beslut innan nästa ärende tas upp. Klubba paragrafen "
    "när den är färdig.",
    Rule.UNHANDLED: "Protokollet ska visa vilka ärenden som har handlagts. Behandla punkten, eller "
    "stryk den ur dagordningen med ett skäl.",
    Rule.NO_BESLUT: f"{_MINUTES} vilket beslut som har fattats. Skriv beslutet, eller ändra typen "
    "om ärendet bara var information.",
    Rule.NO_UTFALL: f"{_MINUTES} vilket beslut som har fattats, punkt för punkt.",
    Rule.DIFFERS: f"{_MINUTES} vilka förslag som har lagts fram och vad som beslutades. När de "
    "skiljer sig ska det synas vem som yrkade ändringen. Rätta beslutet, eller anteckna yrkandet.",
    Rule.FÖRSLAG_DIFFERS: "Den som läser handlingarna i efterhand ska kunna se vilket förslag som "
    "gällde. Om förslaget ändrades med avsikt behöver inget göras.",
    Rule.NO_YRKANDE: f"{_MINUTES} de förslag och yrkanden som inte har återkallats. Anteckna vem "
    "som yrkade, eller ändra utfallet.",
    Rule.NO_ADDRESSEE: "Ange vem beslutet riktas till, så går det att följa vad var och en av dem "
    "beslutar.",
    Rule.NO_EXPEDIERING: "Den som ska arbeta vidare med beslutet behöver få ett protokollsutdrag. "
    "Lägg till mottagaren under «Expedieras till».",
    Rule.YRKANDE_NOT_PUT: f"{_MINUTES} i vilken ordning yrkandena har prövats. Lägg till en "
    "proposition i beslutsgången, eller markera att yrkandet har återtagits.",
    Rule.YRKANDE_BY_OTHER: "Ledamöter och tjänstgörande ersättare lägger fram yrkanden. "
    "Kontrollera närvaron och vem som yrkade.",
    Rule.VOTERING_AGAINST_BESLUT: "Det som får flest röster blir nämndens beslut. Kontrollera vad "
    "Ja och Nej betyder, resultatet och beslutets utfall.",
    Rule.OPEN_VAL: "Omröstningen är öppen utom i val och ärenden om anställning, där den är "
    "sluten. Om detta verkligen är ett val avgör ordföranden.",
    Rule.CLOSED_OMRÖSTNING: "Omröstningen är öppen utom i val och ärenden om anställning. "
    "Anteckna hur var och en röstade, eller ändra slaget till val.",
    Rule.NAMES_IN_CLOSED: "I en sluten omröstning ska det inte synas hur var och en röstade. Ta "
    "bort namnen och behåll antalen.",
    Rule.MORE_VOTES_THAN_VOTERS: f"{_ONE_VOTE} Kontrollera antalen och närvaron.",
    Rule.VOTES_MISSING: f"{_MINUTES} hur var och en har röstat i en öppen omröstning. Ange Ja, Nej "
    "eller avstår för dem som saknas, eller att de inte deltar i beslutet.",
    Rule.VOTES_WITHOUT_SERVING: "Bara den som tjänstgör i ärendet har rösträtt. Ta bort rösten, "
    "eller rätta närvaron.",
    Rule.VOTES_WITH_JÄV: f"{_JÄV} Ta bort rösten, eller rätta jävet.",
    Rule.VOTES_AND_DELTAR_INTE: "Den som inte deltar i beslutet röstar inte heller. Den som är med "
    "men varken röstar Ja eller Nej avstår.",
    Rule.ORDFÖRANDE_MUST_VOTE: f"{_TIES} Ordföranden måste rösta när det behövs för att avgöra.",
    Rule.LOT_MISSING: f"{_TIES} Anteckna vad lotten visade.",
    Rule.RESULT_MISSING: f"{_MINUTES} omröstningens resultat.",
    Rule.RESULT_AGAINST_VOTES: "Den mening som får flest av de avgivna rösterna blir beslutet. "
    "Den som avstår räknas inte med.",
    Rule.DECIDED_OTHERWISE: f"{_TIES} Annars avgör antalet röster.",
    Rule.PROPOSITION_MISSING: "Ordföranden ställer förslagen så att de kan besvaras med Ja eller "
    "Nej. Vad de betyder ska stå i protokollet.",
    Rule.SAME_PROPOSITION: "Ja och Nej ska stå för olika förslag. Rätta en av texterna.",
    Rule.HUVUDVOTERING_MISSING: f"{_ROUNDS} Lägg till huvudvoteringen.",
    Rule.KONTRAPROPOSITION_LATE: f"{_ROUNDS} Ändra ordningen på omröstningarna.",
    Rule.STRUCK_OUT_RETURNS: f"{_ROUNDS} Det förslag som faller är ute.",
    Rule.RESERVATION_BY_OTHER: "Bara den som har deltagit i avgörandet av ärendet får reservera "
    "sig. Den som inte deltog kan i stället få en protokollsanteckning, om ordföranden medger det.",
    Rule.RESERVATION_AND_DELTAR_INTE: "Den som avstår från att delta i beslutet kan inte också "
    "reservera sig mot det. Ta bort det ena.",
    Rule.MENING_BY_SERVING: "En tjänstgörande ersättare har en ledamots rättigheter, och får rösta "
    "och reservera sig.",
    Rule.DELTAR_INTE_BY_OTHER: "Den som inte tjänstgör deltar aldrig i beslutet. Kontrollera "
    "närvaron.",
    Rule.NOBODY_THERE: "Protokollet ska visa vilka ledamöter och ersättare som har tjänstgjort. "
    "Gör upprop, eller skriv in närvaron.",
    Rule.QUORUM: "Nämnden får handlägga ett ärende bara när fler än hälften av ledamöterna är "
    "närvarande. Tjänstgörande ersättare räknas med, den som har jäv gör det inte.",
    Rule.REPLACED: "Protokollet ska visa vem som deltog i varje ärende. En plats har en person åt "
    "gången. Rätta från och till vilken paragraf var och en tjänstgör.",
    Rule.TWO_ERSÄTTARE: f"{_ONE_VOTE} Rätta vem som ersätter vem, eller vid vilka paragrafer.",
    Rule.SERVES_TWICE: f"{_ONE_VOTE} Ta bort en av raderna i närvaron.",
    Rule.TOO_MANY: f"{_ONE_VOTE} Kontrollera vilka som tjänstgör.",
    Rule.OTHER_PARTY: _ORDER,
    Rule.OTHER_HUVUDMAN: _ORDER,
    Rule.ABSENT_AND_THERE: "Protokollet ska visa vilka som har tjänstgjort. Ta bort frånvaron, "
    "eller rätta närvaron.",
    Rule.NO_ORDFÖRANDE: "Protokollet förs på ordförandens ansvar. Ange vem som ledde "
    "sammanträdet, eller vem nämnden utsåg för tillfället.",
    Rule.TWO_ORDFÖRANDE: "En leder sammanträdet åt gången. Rätta vid vilka paragrafer.",
    Rule.ORDFÖRANDE_NOT_SERVING: "Den som leder sammanträdet tjänstgör också. Ange vem som ledde "
    "det, eller rätta närvaron.",
    Rule.ORDFÖRANDE_JÄV: f"{_JÄV} Någon annan leder sammanträdet under tiden.",
    Rule.NO_JUSTERARE: "Protokollet justeras på det sätt som fullmäktige har bestämt, vanligen av "
    "ordföranden och minst en till.",
    Rule.JUSTERARE_NOT_SERVING: f"{_SIGN} Utse någon annan för de paragraferna.",
    Rule.JUSTERARE_JÄV: f"{_JÄV} Utse någon annan att justera paragrafen.",
    Rule.JUSTERARE_PRESIDES: f"{_SIGN} Utse någon annan för de paragraferna.",
    Rule.JUSTERING_LATE: f"{_DAYS} Välj en tidigare dag.",
    Rule.JUSTERING_OVERDUE: f"{_DAYS} Justera så snart det går.",
    Rule.JÄV_NOT_THERE: f"{_JÄV} Den som inte är på sammanträdet behöver inte anmäla jäv. Rätta "
    "namnet, eller skriv in närvaron.",
    Rule.JÄV_AND_DELTAR_INTE: "Jäv och att avstå från att delta är olika saker. Den som har jäv "
    "deltar inte heller i beslutet, så det räcker med jävet.",
    Rule.PLACEHOLDER: "Text från en mall, eller något som skulle fyllas i senare, har blivit kvar.",
    Rule.UNKNOWN_NAME: _PEOPLE,
    Rule.MISSPELT_NAME: _PEOPLE,
    Rule.NAME_WITH_OTHER_PARTY: _PEOPLE,
    Rule.ENDED_BEFORE_OPENED: _TIME,
    Rule.BREAK_BACKWARDS: _TIME,
    Rule.BREAK_OUTSIDE: _TIME,
    Rule.BREAK_OPEN: _TIME,
    Rule.PRESENCE_BACKWARDS: "Kontrollera när personen kom och gick.",
    Rule.TIME_OUTSIDE: "Kontrollera paragrafens tid, och när sammanträdet öppnades och avslutades.",
}
"""By rule. What the law says is told in our words; where it stands is the finding's `källa`."""
