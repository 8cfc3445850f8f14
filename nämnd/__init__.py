"""Everything Nämnd decides and remembers. No Qt here: the command line can do all of it.

Words of the field, spelled as the field spells them, in code, tables, exchange format and labels:
nämnd, huvudman, person, uppdrag, ledamot, ersättare, sammanträde, punkt, underpunkt, attsats,
förslag, sammanfattning, föredragande, bilaga, beteckning, ärende, dnr, kallelse, dagordning,
utskick, tilläggslista, utgåva, rubrik, läsning, logg, paket, utbyte, översikt, närvaro, frånvaro,
jäv, ordförande, justering, justerare, protokoll, paragraf, beslut, beslutspunkt, beslutsförhet,
beslutsgång, yrkande, proposition, votering, omröstning, röst, reservation, anteckning,
bordläggning, återremiss, utfall, utdrag, klubblista, deltagarlista, mandatperiod, svar, anslag,
överklagande, laga kraft, delegation, godkännande, underskrift, sigill, kommentar, rättelse,
sekretess, publicering, maskering, expediering, arkiv, kontroll, lås, diarium, serie, handling,
riktning, handläggare, part, gallring, skrivelse, missiv, tjänsteskrivelse, anmälan, beredning,
ärendegång, händelse, inkorg, post, filtext, sök, urval, register, beslutsregister, uppföljning.
Everything else is English.
"""
