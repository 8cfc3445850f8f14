from dataclasses import replace

import pytest

from nämnd.core import richtext
from nämnd.protokoll.beslutsgång import beslutsgång, propositionsordning, roll_call
from nämnd.protokoll.meanings import decision, finding, outcome
from nämnd.protokoll.propositions import steps
from nämnd.protokoll.questions import questions
from nämnd.protokoll.rounds import decided
from tests.nämnd.protokoll.motions import (
    avslag,
    bifall,
    bordläggning,
    matter,
    namnförslag,
    tillägg,
    ändring,
    återremiss,
)
from tests.protokoll_values import votering_row

FÖR, MOT = "bifall till ordförandens förslag", "avslag på ordförandens förslag"


def written(*yrkanden, chosen=None, huvudförslag=None, **facts):
    protokoll, paragraf = matter(*yrkanden, **facts)
    found = decided(protokoll, paragraf, huvudförslag, chosen)
    return richtext.plain_text(beslutsgång(protokoll, paragraf, found))


def test_without_yrkanden_there_is_only_the_beslut():
    assert written() == ""


def test_one_proposal():
    assert written(bifall("y1", "p1")) == (
        "Ordföranden ställer proposition på ordförandens förslag och finner att nämnden bifaller "
        "ordförandens förslag."
    )


def test_two_proposals_without_omröstning():
    assert written(avslag("y1", "p2"), chosen={0: "avslag"}) == (
        "Ordföranden ställer proposition på ordförandens förslag mot yrkandet om avslag och finner "
        "att nämnden avslår ordförandens förslag."
    )


def test_an_omröstning_with_its_proposition_and_result():
    votering = votering_row("p1 p2 p3 p4 p5 p6 p7", "p8 p9 p10 p11", "p12", nej_betyder=MOT)
    assert written(avslag("y1", "p2"), voteringar=(replace(votering, ja_betyder=FÖR),)) == (
        "Ordföranden ställer proposition på ordförandens förslag mot yrkandet om avslag och finner "
        "att nämnden bifaller ordförandens förslag. Omröstning begärs. Följande "
        "voteringsproposition godkänns: Ja för bifall till ordförandens förslag. Nej för avslag på "
        "ordförandens förslag. "
        "Med 7 Ja-röster mot 4 Nej-röster och 1 som avstår beslutar nämnden att bifalla "
        "ordförandens förslag."
    )  # fmt: skip


def test_ja_for_avslag_is_written_as_it_was_put():
    votering = votering_row("p1 p2", "p3", ja_betyder="avslag", nej_betyder="bifall")
    assert "beslutar nämnden att avslå förslaget." in written(
        avslag("y1", "p2"), voteringar=(votering,)
    )


def test_a_tie_with_utslagsröst_and_one_with_the_lot():
    tie = votering_row("p1", "p2", ja_betyder=FÖR, nej_betyder=MOT, avgjord_av="utslagsröst")
    assert written(avslag("y1", "p2"), voteringar=(tie,)).endswith(
        "Vid omröstningen avges 1 Ja-röst och 1 Nej-röst. Vid lika röstetal har ordföranden "
        "utslagsröst. Nämnden beslutar därmed att bifalla ordförandens förslag."
    )
    val = votering_row(
        slag="val", sluten=True, antal={"ja": 5, "nej": 5, "avstår": 2}, utfall="nej",
        avgjord_av="lottning", ja_betyder="val av Elsa Lind (L)", nej_betyder="val av Bo",
    )  # fmt: skip
    names = (namnförslag("y1", "p1"), namnförslag("y2", "p2", text="Bo"))
    text = written(*names, satser=(), voteringar=(val,))
    assert "Omröstningen är sluten." in text
    assert text.endswith(
        "Vid omröstningen avges 5 Ja-röster och 5 Nej-röster, med 2 som avstår. Vid lika "
        "röstetal avgör lotten. Nämnden beslutar därmed att utse Bo."
    )


def test_a_won_återremiss_is_the_end_and_the_others_are_not_put():
    text = written(
        återremiss("y1", "p2"), avslag("y2", "p3"), tillägg("y3", "p4"), chosen={0: "återremiss"}
    )
    assert text == (
        "Ordföranden ställer proposition på om ärendet ska avgöras i dag eller återremitteras och "
        "finner att ärendet ska återremitteras.\n\n"
        "Övriga yrkanden prövas därmed inte."
    )


def test_a_tillägg_to_what_is_refused_falls():
    text = written(avslag("y1", "p2"), tillägg("y2", "p3"), chosen={0: "avslag"})
    assert text.endswith("Därmed faller Cecilia Östs (C) tilläggsyrkande.")


def test_several_steps_are_told_in_their_order():
    text = written(återremiss("y1", "p2"), bordläggning("y2", "p3"), tillägg("y3", "p4"))
    assert text.split("\n\n") == [
        (
            "Ordföranden ställer först proposition på om ärendet ska avgöras i dag eller "
            "återremitteras och finner att ärendet ska avgöras i dag."
        ),
        (
            "Ordföranden ställer därefter proposition på om ärendet ska avgöras i dag eller "
            "bordläggas och finner att ärendet ska avgöras i dag."
        ),
        (
            "Ordföranden ställer därefter proposition på ordförandens förslag och finner att "
            "nämnden bifaller ordförandens förslag."
        ),
        (
            "Ordföranden ställer därefter proposition på David Åkerös (V) tilläggsyrkande och "
            "finner att nämnden avslår David Åkerös (V) tilläggsyrkande."
        ),
    ]


def test_kontraproposition_and_huvudvotering():
    bo = "bifall till Bo Alms (S) ändringsyrkande"
    kontra = votering_row(
        "p1 p2", "p3", id="v1", slag="kontraproposition", ja_betyder=bo, nej_betyder=MOT
    )
    huvud = votering_row(
        "p1 p2", "p3", id="v2", slag="huvudvotering", ja_betyder=FÖR, nej_betyder=bo
    )
    text = written(ändring("y1", "p2"), avslag("y2", "p3"), voteringar=(kontra, huvud))
    assert text == (
        "Ordföranden ställer proposition på ordförandens förslag, Bo Alms (S) ändringsyrkande och "
        "yrkandet om avslag vart för sig och finner att nämnden bifaller ordförandens förslag. "
        "Omröstning begärs. Ordföranden utser ordförandens förslag till huvudförslag. Motförslag "
        "utses genom kontraproposition. Följande voteringsproposition godkänns: Ja för bifall till "
        "Bo Alms (S) ändringsyrkande. Nej för avslag på ordförandens förslag. Med 2 Ja-röster mot "
        "1 Nej-röst utser nämnden Bo Alms (S) ändringsyrkande till motförslag i huvudvoteringen. "
        "Följande voteringsproposition godkänns: Ja för bifall till ordförandens förslag. Nej för "
        "bifall till Bo Alms (S) ändringsyrkande. Med 2 Ja-röster mot 1 Nej-röst beslutar nämnden "
        "att bifalla ordförandens förslag."
    )


def test_a_votering_that_no_yrkande_asks_for_is_written_all_the_same():
    votering = votering_row("p1 p2", "p3", ja_betyder="att pausa", nej_betyder="att fortsätta")
    assert written(voteringar=(votering,)).endswith(
        "Med 2 Ja-röster mot 1 Nej-röst beslutar nämnden att pausa."
    )
    unfinished = replace(votering, utfall=None)
    assert written(voteringar=(unfinished,)).endswith("Nej för att fortsätta.")


def test_the_words_are_the_nämnds_own_and_never_markup():
    protokoll, paragraf = matter(ändring("y1", "p2"), namnförslag("y2", "p3", text="**Bo**"))
    own = replace(protokoll.nämnd, frasbank=(("förslaget", "förvaltningens förslag"),))
    protokoll = replace(protokoll, nämnd=own)
    source = beslutsgång(protokoll, paragraf, decided(protokoll, paragraf))
    assert "förvaltningens förslag, Bo Alms (S)" in source
    assert "**Bo**" in richtext.plain_text(source)


def test_the_propositionsordning_is_told_when_there_is_more_than_one_way():
    protokoll, paragraf = matter(avslag("y1", "p2"))
    assert propositionsordning(protokoll, steps(protokoll, paragraf)) == ""
    protokoll, paragraf = matter(
        återremiss("y1", "p2"), ändring("y2", "p3"), avslag("y3", "p4"), tillägg("y4", "p5")
    )
    assert propositionsordning(protokoll, steps(protokoll, paragraf)) == (
        "Ordföranden föreslår följande propositionsordning, som godkänns: först om ärendet ska "
        "avgöras i dag eller återremitteras, därefter ordförandens förslag, Cecilia Östs (C) "
        "ändringsyrkande och yrkandet om avslag mot varandra, med ordförandens förslag som "
        "huvudförslag, därefter Elsa Linds (L) tilläggsyrkande."
    )


def test_the_roll_call_names_everybody_in_an_open_votering_and_nobody_in_a_closed():
    protokoll, _ = matter()
    assert roll_call(protokoll, votering_row("p1 p2", "p3", "p4")) == (
        "Anna Ek (M) och Bo Alm (S) röstar Ja (2).",
        "Cecilia Öst (C) röstar Nej (1).",
        "David Åkerö (V) avstår från att rösta (1).",
    )
    assert roll_call(protokoll, votering_row("p1", sluten=True)) == ()


def asked(*yrkanden, **facts):
    return [(one.text, one.answer, one.outcome) for one in questions(*matter(*yrkanden, **facts))]


def test_the_ordförande_asks_for_the_förslag_and_expects_ja():
    assert asked() == [
        ("Bifalls ordförandens förslag?", "Ja", "Nämnden har beslutat enligt ordförandens förslag.")
    ]
    assert asked(satser=()) == []


@pytest.mark.parametrize(
    ("slag", "text"),
    [
        ("information", "Läggs informationen till handlingarna?"),
        ("anmälan", "Läggs anmälningarna till handlingarna?"),
    ],
)
def test_information_and_anmälningar_are_asked_about_as_such(slag, text):
    assert asked(punktslag=slag)[0][0] == text


def test_each_proposition_is_a_question_of_its_own():
    found = asked(återremiss("y1", "p2"), avslag("y2", "p3"), tillägg("y3", "p4"))
    assert [(text, answer) for text, answer, _ in found] == [
        ("Ska ärendet avgöras i dag?", "Ja"),
        ("Ska ärendet återremitteras?", "Nej"),
        ("Bifalls ordförandens förslag?", "Ja"),
        ("Avslås ordförandens förslag?", "Nej"),
        ("Bifalls David Åkerös (V) tilläggsyrkande?", None),
        ("Avslås David Åkerös (V) tilläggsyrkande?", None),
    ]
    assert found[0][2] == "Ärendet avgörs i dag."
    names = asked(namnförslag("y1", "p1"), bordläggning("y2", "p2"), satser=())
    assert [one[0] for one in names] == [
        "Ska ärendet avgöras i dag?",
        "Ska ärendet bordläggas?",
        "Utses Elsa Lind (L)?",
    ]


@pytest.mark.parametrize(
    ("meaning", "decides", "finds", "comes_to"),
    [
        ("bifall till X", "att bifalla X", "bifaller X", "Nämnden har beslutat enligt X."),
        ("Avslag på X.", "att avslå X", "avslår X", "Nämnden har beslutat att avslå X."),
        ("avslag", "att avslå förslaget", "avslår förslaget",
         "Nämnden har beslutat att avslå förslaget."),
        ("återremiss", "att återremittera ärendet", "återremitterar ärendet",
         "Nämnden har beslutat att återremittera ärendet."),
        ("återremiss av punkt 2", "att återremittera punkt 2", "återremitterar punkt 2",
         "Nämnden har beslutat att återremittera punkt 2."),
        ("bordläggning", "att bordlägga ärendet", "bordlägger ärendet",
         "Nämnden har beslutat att bordlägga ärendet."),
        ("att ärendet avgörs i dag", "att ärendet avgörs i dag",
         "beslutar att ärendet avgörs i dag", "Ärendet avgörs i dag."),
        ("Den som vill bifalla X", "att bifalla X", "bifaller X",
         "Nämnden har beslutat att bifalla X."),
        ("att godkänna X", "att godkänna X", "godkänner X",
         "Nämnden har beslutat att godkänna X."),
        ("val av Bo", "att utse Bo", "utser Bo", "Nämnden har beslutat att utse Bo."),
        ("Huvudförslaget", "enligt Huvudförslaget", "beslutar enligt Huvudförslaget",
         "Nämnden har beslutat enligt Huvudförslaget."),
    ],
)  # fmt: skip
def test_a_proposition_in_the_forms_that_sentences_need(meaning, decides, finds, comes_to):
    assert (decision(meaning), finding(meaning), outcome(meaning)) == (decides, finds, comes_to)
