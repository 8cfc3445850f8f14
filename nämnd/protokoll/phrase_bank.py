"""The words of the phrase bank: key, what it is for, the text (all its lines are one).

Source: PRACTICE.md section 3, the wording bank, and the minutes it was gathered from.
"""

BANK = """
justerare
  Val av justerare, med plats och tid när de bestäms.
    {personer} utses att jämte ordföranden justera protokollet[ {tid}].

föredragningslista
  Föredragningslistan fastställs.
    Föredragningslistan godkänns[ med följande ändringar: {ändringar}].

tillkommet ärende
  Ett ärende tas upp utan att ha stått på föredragningslistan.
    Ärendet «{rubrik}» läggs till på föredragningslistan.

flyttat ärende
  Ett ärende flyttas, till exempel «som sista ärende».
    Ärendet «{rubrik}» behandlas {plats}.

utgår
  Ärendet tas bort från föredragningslistan.
    Ärendet utgår[: {skäl}].

bordläggning
  Beslut om bordläggning, med «till nästa sammanträde» när det sägs.
    Ärendet bordläggs[ {till}].

återremiss
  Beslut om återremiss, med «för ytterligare beredning» när det sägs.
    Ärendet återremitteras[ {till}].

punkt utgår
  En punkt i förslaget utgår.
    Punkt {punkt} utgår[: {skäl}].

punkt bordläggs
  En del av ärendet bordläggs.
    Punkt {punkt} bordläggs[ {till}].

punkt återremitteras
  En del av ärendet återremitteras.
    Punkt {punkt} återremitteras[ {till}].

avslag
  Beslut om avslag.
    Nämnden avslår {förslag}.

information
  Ett ärende med enbart information.
    Informationen läggs till handlingarna.

anmälan
  Anmälda beslut och skrivelser.
    Anmälningarna läggs till handlingarna.

inga övriga frågor
  En stående punkt där inget tas upp.
    Inga övriga frågor.

upphävande
  Ett tidigare beslut upphävs, till exempel «§ 76/2015».
    {beslut} upphävs.

rekommendation
  Beslut som riktas till huvudmännen; att-satserna följer.
    Nämnden rekommenderar {till}[ {sats}]

förslag till annat organ
  Beslut som är ett förslag till ett annat organ; att-satserna följer.
    Nämnden föreslår {till} besluta[ {sats}]

omedelbar justering
  En paragraf justeras genast.
    Paragrafen förklaras omedelbart justerad.

omedelbar justering av flera
  Flera paragrafer justeras genast.
    {paragrafer} förklaras omedelbart justerade.

yrkande
  Ett yrkande.
    {personer} yrkar {vad}.

yrkande i första hand
  Ett förstahandsyrkande som står ensamt.
    {personer} yrkar i första hand {vad}.

yrkande i andra hand
  Ett andrahandsyrkande som står ensamt.
    {personer} yrkar i andra hand {vad}.

yrkande i två led
  Förstahands- och andrahandsyrkande av samma personer.
    {personer} yrkar i första hand {vad} och i andra hand {annars}.

namnförslag
  Ett förslag till den som ska väljas.
    {personer} föreslår {vad}.

bifallsyrkande
  Vad ett bifallsyrkande säger.
    bifall till {förslag}

avslagsyrkande
  Vad ett avslagsyrkande säger.
    avslag på {förslag}

återremissyrkande
  Vad ett återremissyrkande säger.
    att ärendet återremitteras[ {till}]

bordläggningsyrkande
  Vad ett bordläggningsyrkande säger.
    att ärendet bordläggs[ {till}]

förslaget
  Vad förslaget till beslut kallas.
    ordförandens förslag

en proposition
  Ett enda förslag; utfallet är till exempel «bifaller ordförandens förslag».
    Ordföranden ställer [{när} ]proposition på {förslag} och finner att nämnden {utfall}.

två propositioner
  Två förslag mot varandra.
    Ordföranden ställer [{när} ]proposition på {förslag} mot {motförslag} och finner att
    nämnden {utfall}.

flera propositioner
  Fler än två förslag mot varandra.
    Ordföranden ställer [{när} ]proposition på {förslag} vart för sig och finner att nämnden
    {utfall}.

proposition om återremiss
  Återremiss prövas före sakfrågan; «ärendet» eller «punkt 2».
    Ordföranden ställer [{när} ]proposition på om {vad} ska avgöras i dag eller återremitteras och
    finner att {utfall}.

proposition om bordläggning
  Bordläggning prövas före sakfrågan; «ärendet» eller «punkt 2».
    Ordföranden ställer [{när} ]proposition på om {vad} ska avgöras i dag eller bordläggas och
    finner att {utfall}.

proposition på tillägg
  Ett tilläggsyrkande; utfallet är till exempel «bifaller Bo Alms (S) tilläggsyrkande».
    Ordföranden ställer [{när} ]proposition på {förslag} och finner att nämnden {utfall}.

yrkande faller
  Ett yrkande som inte längre kan prövas, till exempel ett tillägg till ett avslaget förslag.
    Därmed faller {yrkanden}.

övriga yrkanden prövas inte
  Ärendet återremitteras eller bordläggs innan sakfrågan har prövats.
    Övriga yrkanden prövas därmed inte.

propositionsordning
  I vilken ordning förslagen prövas.
    Ordföranden föreslår följande propositionsordning, som godkänns: {ordning}.

fråga information
  Vad ordföranden frågar om ren information.
    Läggs informationen till handlingarna?

fråga anmälan
  Vad ordföranden frågar om anmälda beslut och skrivelser.
    Läggs anmälningarna till handlingarna?

fråga bifall
  Vad ordföranden frågar om ett förslag.
    Bifalls {förslag}?

fråga avslag
  Vad ordföranden frågar om avslag.
    Avslås {förslag}?

fråga avgörs i dag
  Vad ordföranden frågar när återremiss eller bordläggning är yrkad.
    Ska {vad} avgöras i dag?

fråga återremiss
  Vad ordföranden frågar om återremiss.
    Ska {vad} återremitteras?

fråga bordläggning
  Vad ordföranden frågar om bordläggning.
    Ska {vad} bordläggas?

fråga val
  Vad ordföranden frågar i ett val.
    Utses {namn}?

omröstning begärs
  Någon begär omröstning.
    Omröstning begärs.

voteringsproposition
  Vad Ja och Nej betyder.
    Följande voteringsproposition godkänns: Ja för {ja}. Nej för {nej}.

huvudförslag
  Fler än två förslag när omröstning begärs.
    Ordföranden utser {förslag} till huvudförslag. Motförslag utses genom kontraproposition.

kontraproposition
  Resultatet av en kontraproposition.
    Med {ja} mot {nej}[ och {avstår}] utser nämnden {vinnare} till motförslag i
    huvudvoteringen.

kontraproposition går vidare
  Resultatet av en kontraproposition när fler följer.
    Med {ja} mot {nej}[ och {avstår}] går {vinnare} vidare.

röstresultat
  Resultatet av en omröstning: «7 Ja-röster», «5 Nej-röster», «1 som avstår».
    Med {ja} mot {nej}[ och {avstår}] beslutar nämnden {beslut}.

utslagsröst
  Lika röstetal som ordföranden avgör.
    Vid omröstningen avges {ja} och {nej}[, med {avstår}]. Vid lika röstetal har
    ordföranden utslagsröst. Nämnden beslutar därmed {beslut}.

lottning
  Lika röstetal i ett val.
    Vid omröstningen avges {ja} och {nej}[, med {avstår}]. Vid lika röstetal avgör lotten.
    Nämnden beslutar därmed {beslut}.

sluten omröstning
  Ett val med slutna sedlar.
    Omröstningen är sluten.

röstar ja
  Namnen på dem som röstar Ja.
    {personer} röstar Ja ({antal}).

röstar nej
  Namnen på dem som röstar Nej.
    {personer} röstar Nej ({antal}).

avstår
  Namnen på dem som avstår.
    {personer} avstår från att rösta ({antal}).

jäv
  Jäv utan ersättare; «ärendet» eller «punkt 2».
    {person} anmäler jäv[ ({grund})] och deltar inte i handläggningen av {vad}.

jäv med ersättare
  Jäv med ersättare.
    {person} anmäler jäv[ ({grund})] och deltar inte i handläggningen av {vad}. {ersättare}
    tjänstgör i stället.

deltar inte i beslutet
  Någon avstår från beslutet.
    {personer} deltar inte i beslutet.

reservation
  Reservation, med eller utan yrkande och bilaga.
    {personer} reserverar sig mot beslutet[ till förmån för {yrkande}][ enligt {bilaga}].

reservation med text
  Reservation vars text följer.
    {personer} reserverar sig mot beslutet[ till förmån för {yrkande}] och anför:

protokollsanteckning
  Protokollsanteckning vars text följer.
    {personer} lämnar följande protokollsanteckning:

särskilt yttrande
  Särskilt yttrande vars text följer.
    {personer} lämnar följande särskilda yttrande:

ersättares mening
  En ersättares mening.
    {personer}, som inte tjänstgör, får följande mening antecknad:

kom
  Någon kommer senare.
    {personer} kommer till sammanträdet[ kl. {tid}].

gick
  Någon går.
    {personer} lämnar sammanträdet[ kl. {tid}].

återkom
  Någon kommer tillbaka.
    {personer} återkommer till sammanträdet[ kl. {tid}].

tjänstgör
  En ersättare börjar tjänstgöra.
    {person} tjänstgör för {ledamot}.

tjänstgör på vakant plats
  En ersättare på en plats som ingen har.
    {person} tjänstgör på vakant plats.

slutar tjänstgöra
  En ersättare lämnar platsen.
    {personer} tjänstgör inte längre.

på distans
  Deltagande på distans.
    {personer} deltar på distans.

på plats
  Den som har deltagit på distans kommer till lokalen.
    {personer} deltar på plats.

leder
  Någon annan är ordförande.
    {person} leder sammanträdet[ under {paragrafer}].

ajournering
  Ett avbrott.
    Sammanträdet ajourneras kl. {från}[–{till}].

ny dag
  Sammanträdet går vidare en annan dag, till exempel «lördagen den 28 mars 2026».
    Sammanträdet fortsätter {dag}[ kl. {tid}].
"""
