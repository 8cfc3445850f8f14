"""The Swedish words for each problem in a draft and each reason why a file can't be read."""

from nämnd.core.errors import Draft, Unreadable

DRAFT_TEXT = {
    Draft.NAMN_MISSING: "Skriv ett namn.",
    Draft.RUBRIK_MISSING: "Skriv en rubrik.",
    Draft.DAG_MISSING: "Ange vilken dag sammanträdet är.",
    Draft.TID_MALFORMED: "Skriv klockslag som 08.30.",
    Draft.SKÄL_MISSING: "Skriv ett skäl. Det sparas och syns för den som läser senare.",
    Draft.DAYS_NOT_ASCENDING: "Dagarna ska stå i ordning, och varje dag bara en gång.",
    Draft.DNR_MISSING: "Skriv ett diarienummer.",
    Draft.PLATSER_NEGATIVE: "Antalet platser kan inte vara mindre än noll.",
    Draft.PERIOD_BACKWARDS: "Uppdraget slutar innan det börjar. Rätta något av datumen.",
    Draft.MANDATPERIOD_BACKWARDS: "Mandatperioden slutar innan den börjar. Rätta något av datumen.",
    Draft.MANDATPERIODER_OVERLAP: "Mandatperioderna går in i varandra. Låt den ena sluta senast "
    "dagen innan nästa börjar.",
    Draft.PARAGRAF_NOT_POSITIVE: "Den första paragrafen har nummer 1 eller högre.",
    Draft.PARAGRAFER_MALFORMED: "Skriv paragraferna som 59–64, eller 59–61, 63. 14– är från och "
    "med § 14, och –13 till och med § 13.",
    Draft.ERSÄTTER_SELF: "En person kan inte vara ersättare för sig själv. Välj en annan ledamot.",
}
"""What the user can do about each problem in a draft."""

UNREADABLE_TEXT = {
    Unreadable.EMPTY: "är tom. Kontrollera att du valde rätt fil, eller be om den på nytt.",
    Unreadable.BINARY: "är inte text som går att läsa. Välj en textfil, PDF eller Wordfil.",
    Unreadable.TRUNCATED: "är skadad eller bara delvis nedladdad. Hämta eller spara den på nytt.",
    Unreadable.PASSWORD: "är skyddad med lösenord. Öppna den, spara en kopia utan lösenord och "
    "välj kopian.",
    Unreadable.NOT_WORD: "är inte ett Worddokument, fast namnet säger det. Öppna den i Word och "
    "spara den på nytt som .docx.",
    Unreadable.NOT_PDF: "är inte en PDF, fast namnet säger det. Öppna den i det program den "
    "gjordes i och spara den på nytt som PDF.",
    Unreadable.NO_TEXT: "innehåller bara bilder, till exempel en skanning, och ingen text. Använd "
    "originalet, eller kör textigenkänning på den först.",
    Unreadable.TOO_LARGE: "är för stor för att läsas. Dela den eller välj bara dagordningen.",
    Unreadable.UNKNOWN_KIND: "är av ett slag som inte kan läsas här. Välj en textfil, PDF eller "
    "Wordfil (.docx).",
    Unreadable.NOT_SHEET: "är inte en CSV-fil eller Excelfil (.xlsx). Öppna den i ett "
    "kalkylprogram och spara den som .xlsx eller CSV.",
    Unreadable.SHEET_TOO_LARGE: "är för stor för en lista över ledamöter. Ta bort rader och blad "
    "som inte hör dit, eller kopiera listan till en ny fil, och välj den.",
    Unreadable.CSV_QUOTES: "har citattecken som inte hör ihop två och två, så det går inte att se "
    "var cellerna slutar. Öppna den i ett kalkylprogram, kontrollera raderna och spara på nytt.",
}
"""What is wrong with a foreign file, as the end of a sentence that begins with its name."""
