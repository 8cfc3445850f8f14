"""The invented nämnd and its invented people. Any likeness is chance."""

from nämnd.organisation.rules import HuvudmanDraft, NämndDraft, StåendePunkt

NÄMND = NämndDraft(
    namn="Östra vårdsamverkansnämnden",
    kortnamn="ÖVSN",
    adress=("Nämndkansliet", "Storgatan 1", "123 45 Granhamn", "ovsn@exempel.se"),
    juridisk_form="gemensam_nämnd",
    diarieserie="ÖVSN {år}/{löpnr:04d}",
    kallelsetid_dagar=7,
    kallelsetid_slag="kalenderdagar",
    ersättarordning="huvudman",
    stående_punkter=(
        StåendePunkt("Upprop och val av justerare", "val"),
        StåendePunkt("Fastställande av dagordning", "formalia", ("Att fastställa dagordningen",)),
        StåendePunkt("Nästa sammanträde", "formalia", sist=True),
    ),
)

HUVUDMÄN = (
    HuvudmanDraft("", "Region Norrvik", 3, 3, anslagstavla=True),
    HuvudmanDraft("", "Region Granhamn", 2, 2, anslagstavla=True),
    HuvudmanDraft("", "Region Sjöbygd", 2, 2, anslagstavla=True),
)

# name, party, role, which huvudman (from 1; 0: none), title
PEOPLE = (
    ("Karin Åbrink", "S", "ordförande", 1, None),
    ("Mats Öhlin", "M", "1:e vice ordförande", 2, None),
    ("Leila Sandqvist", "C", "2:e vice ordförande", 3, None),
    ("Tor Lindahl", "M", "ledamot", 1, None),
    ("Britta Ekstam", "V", "ledamot", 1, None),
    ("Johan Wallgren", "S", "ledamot", 2, None),
    ("Ulla Ceder", "KD", "ledamot", 3, None),
    ("Amir Hallström", "S", "ersättare", 1, None),
    ("Gun Päärson", "M", "ersättare", 1, None),
    ("Ove Tjäder", "L", "ersättare", 1, None),
    ("Siv Malmros", "M", "ersättare", 2, None),
    ("Per Ängfors", "S", "ersättare", 2, None),
    ("Nadja Brink", "C", "ersättare", 3, None),
    ("Rolf Strömvall", "SD", "ersättare", 3, None),
    ("Eva Lind", None, "sekreterare", 0, "Nämndsekreterare"),
    ("Henrik Astrand", None, "tjänsteman", 0, "Samverkansdirektör"),
)
