"""Words of the field that are parts of others. What is not here the index learns."""

WORDS = """
adress akut allmän analys andel anhörig anmälan anslag ansvar ansökan antal arbete arkiv arv
arvode assistent avdelning avgift avtal avvikelse barn behandling behov beredning beslut besök
bidrag bil bild biljett blod bolag bord bostad brev budget byggnad byrå cancer center central
centrum chef dag data del delegation demens diagnos dialog dialys diarium digital dom drift dygn
döv effekt ekonomi elev enhet enkät fack familj fast fastighet fel flykting folk fond form
forskning fot framtid fri fråga frånvaro funktion fysisk fält färd född förening förlossning
förlust förmån förskola förslag försäkring försörjning förvaltning gata gemensam genomgång
geografi grupp gymnasium gång gård gäst hand handikapp handling handläggare hem hiss hjälp hjärna
hjärt hjärta hus huvud hyra hälsa hög hörsel individ information inköp institut invånare jord
journal justering jämställdhet kalender kallelse kapital karta kirurgi klass klimat klinik klubb
kommitté kommun kommunikation konferens konsekvens konto kontor kontrakt kontroll kost kostnad
krav kris kultur kund kunskap kur kvalitet kvinna kväll kök kön köp laboratorium lag land
landsting led ledamot ledning leverans licens lista liv lokal luft lunch lån lång läge läkare
läkemedel län lön mall man mandat marknad mat material medborgare medel medicin medlem metod miljö
minister ministerium moms musik mål människa möte natt natur nivå nummer nämnd närvaro nät nöd
ombud område omsorg omställning ordförande ordning organ organisation ort palliativ park parti
patient pengar pension period person plan plats policy politik post praktik pris process produkt
program projekt protokoll prov pröva psykiatri punkt rapport region register regler rehabilitering
remiss remissvar resa reserv resultat resurs revision riktlinje ring risk rot rum rutin råd
rådgivning rätt röntgen rörelse röst sak samhälle samling sammanträde samordning samråd samverkan
schema sekreterare sekretess service signal sjuk sjukdom sjukhus sjukvård skatt skola skrivelse
skydd skäl sköterska skötsel social sorg special specialist specialitet språk spår stab stad start
stat station statistik statsbidrag stiftelse strategi strål stråle student studie styrelse
styrning stöd summa svar syn system säkerhet söder sömn tal tand tandvård taxa team teknik
teknologi tele tid tillgång tillstånd tillsyn tillväxt tjänst trafik transport trygghet träning
uppdrag uppföljning uppgift upphandling utbildning utdrag utgift utredning utskick utskott
utveckling utvärdering val vatten verk verksamhet version vikt vilja vision vuxen våld vård
vårdgaranti väg vänte värd värde värk väst yrke yttrande ålder år årsredovisning återbesök åtgärd
äldre ämne ändring ärende öga öppen öra öster överenskommelse
"""
