"""Delprojekt 8, 11 and 14 of the real packet of 2019-11-22, entered as they stand there.

Line numbers of seed 002, from 1. Nothing of the text is kept here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from nämnd.core.ids import new_id
from nämnd.core.richtext import Paragraph, Run, TextBlock, TextList, TextTable, write
from nämnd.delprojekt.values import (
    BehovRow,
    Beslut,
    DelprojektDraft,
    RapportDraft,
    Sats,
    ÅtgärdRow,
)

DECIDED, WRITTEN, MET = date(2018, 6, 7), date(2019, 10, 31), date(2019, 11, 22)
_BULLETS = "•\uf0b7-"
_GRID = (  # the table of delprojekt 8: lines of each cell, with the words of a line when shared
    (((3083, 0, 1),), ((3083, 1, 3),), ((3083, 3, 4),)),
    (((3084, 0, 1),), ((3084, 1, 9), 3086), (3087, 3088)),
    ((), ((3090, 0, 9),), ()),
    ((), ((3091, 0, 9), 3093), (3094, 3095, 3096)),
    ((), ((3098, 0, 2),), ((3098, 2, 9), 3099, 3100)),
    ((), (3102, 3103), (3105, 3106)),
    (((3108, 0, 1),), ((3108, 1, 9), 3109), ()),
    (((3113, 0, 1),), ((3113, 1, 2),), ((3113, 2, 9), 3114)),
    (((3116, 0, 3),), ((3116, 3, 5),), ((3116, 5, 9),)),
    (((3117, 0, 1),), ((3117, 1, 2), 3119, 3120, 3121), (3123, 3124, 3125, 3126, 3127, 3128)),
    (((3130, 0, 1),), ((3130, 1, 9), 3131), (3133, 3134)),
    (((3136, 0, 1),), ((3136, 1, 9), 3137, 3138), (3140, 3141, 3142)),
    (((3144, 0, 1),), ((3144, 1, 3),), ((3144, 3, 9), 3145, 3146, 3147)),
)


@dataclass
class Packet:
    """The lines of the packet.

    `taken`: every piece of text that was entered, as it stands; `read`: the numbers of its lines.
    """

    path: Path
    taken: list[str] = field(default_factory=list)
    read: set[int] = field(default_factory=set)

    def __post_init__(self):
        self.lines = self.path.read_text(encoding="utf-8").splitlines()

    def text(self, first: int, last: int | None = None) -> str:
        """Return lines as one piece of text without its bullet."""
        found = " ".join(self.lines[first - 1 : last or first])
        self.read |= set(range(first, (last or first) + 1))
        words = " ".join(found.split())
        said = words[1:].strip() if words[:1] in _BULLETS else words.removeprefix("o ")
        self.taken.append(said)
        return said

    def texts(self, *spans: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.text(*span) for span in spans)

    def cell(self, parts: Iterable[int | tuple[int, int, int]]) -> str:
        said = []
        for part in parts:
            line, first, last = (part, 0, 99) if isinstance(part, int) else part
            said.append(" ".join(self.lines[line - 1].split()[first:last]))
            self.read.add(line)
        found = " ".join(said)
        self.taken.append(found)
        return found

    def table(self) -> TextTable:
        return TextTable(tuple(tuple((Run(self.cell(cell)),) for cell in row) for row in _GRID))

    def left(self, first: int, last: int) -> list[str]:
        """Return the lines in a span that nothing was entered from."""
        numbers = set(range(first, last + 1)) - self.read
        found = (" ".join(self.lines[number - 1].split()) for number in sorted(numbers))
        return [line for line in found if line.strip("_")]


def paragraph(words: str) -> Paragraph:
    return Paragraph((Run(words),))


def bullets(words: Iterable[str]) -> TextList:
    return TextList(tuple((Run(one),) for one in words), ordered=False)


def source(*blocks: TextBlock) -> str:
    return write(blocks)


def done(texts: Iterable[str], short: Iterable[str] = (), nivå: int = 1) -> tuple[ÅtgärdRow, ...]:
    kort = iter(short)
    return tuple(ÅtgärdRow(new_id(), one, next(kort, None), nivå) for one in texts)


def delprojekt_8(packet: Packet) -> tuple[DelprojektDraft, RapportDraft]:
    what = (
        (3169, 3172), (3174, 3178), (3180, 3181), (3183, 3184), (3186, 3187), (3189,), (3190, 3192),
    )  # fmt: skip
    in_missiv = (
        (2985, 2987), (2989, 2993), (2995, 2996), (2998, 3000), (3002, 3003), (3005,), (3007, 3008),
    )  # fmt: skip
    goals = (
        (3042, 3043), (3045, 3046), (3048, 3049), (3051, 3052), (3054, 3056), (3058, 3059),
        (3061,), (3062, 3065), (3067,), (3068,),
    )  # fmt: skip
    needs = ((3196, 3198), (3200,), (3201, 3203), (3204, 3206), (3207, 3209))
    text = source(paragraph(packet.text(3079, 3081)), packet.table())
    sats = Sats(new_id(), packet.text(3149, 3154))
    draft = DelprojektDraft(
        nummer=8,
        rubrik=packet.text(3023),
        program=packet.text(3015),
        bakgrund=source(paragraph(packet.text(3031, 3036))),
        målsättning_ingress=packet.text(3040),
        målsättning=packet.texts(*goals),
        mer_information=source(paragraph(packet.text(3213))),
        beslut=(Beslut(new_id(), DECIDED, (sats,), text=text),),
        åtgärder=done(packet.texts(*what), packet.texts(*in_missiv)),
        behov=tuple(BehovRow(new_id(), one) for one in packet.texts(*needs)),
    )
    rapport = RapportDraft(
        datum=WRITTEN,
        missiv_datum=date(2019, 11, 1),
        uppföljning_datum=MET,
        avsändare=packet.text(2964),
        förslag=(packet.text(2973).removeprefix("1. "),),
        ingress=source(paragraph(packet.text(3165))),
        missiv_bakgrund=source(paragraph(packet.text(2977, 2981))),
        underskrifter=((packet.text(3010), packet.text(3011)),),
    )
    packet.taken.remove(packet.lines[2972].strip())
    return draft, rapport


def delprojekt_11(packet: Packet) -> tuple[DelprojektDraft, RapportDraft]:
    first = ((3326, 3327), (3329, 3331), (3333, 3335), (3337,), (3343, 3344))
    short = ((3251, 3252), (3254,), (3256,), (3258,), (3260, 3261))
    under = ((3346, 3347), (3349, 3350), (3352, 3354))
    under_short = ((3263,), (3264, 3266), (3267,))
    needs = (
        (3359, 3362), (3364, 3365), (3367,), (3369, 3370), (3372, 3374), (3376,), (3378, 3384),
    )  # fmt: skip
    satser = ((3234,), (3305,), (3309, 3310), (3314, 3315), (3319,))
    draft = DelprojektDraft(
        nummer=11,
        rubrik=packet.text(3279),
        program=packet.text(3015),
        bakgrund=source(paragraph(packet.text(3286, 3290))),
        målsättning=(packet.text(3294, 3295),),
        beslut=(
            Beslut(new_id(), DECIDED, tuple(Sats(new_id(), one) for one in packet.texts(*satser))),
        ),
        åtgärder=(
            *done(packet.texts(*first), packet.texts(*short)),
            *done(packet.texts(*under), packet.texts(*under_short), nivå=2),
        ),
        behov=tuple(BehovRow(new_id(), one) for one in packet.texts(*needs)),
    )
    background = ((3236, 3237), (3239, 3240), (3242, 3243), (3245,), (3247,))
    rapport = RapportDraft(
        datum=WRITTEN,
        uppföljning_datum=MET,
        förslag=(packet.text(3227).removeprefix("1. "),),
        missiv_bakgrund=source(
            paragraph(packet.text(3232)), bullets(packet.texts((3234,), *background))
        ),
        underskrifter=((packet.text(3272), packet.text(3273)),),
    )
    packet.taken.remove(packet.lines[3226].strip())
    return draft, rapport


def delprojekt_14(packet: Packet) -> tuple[DelprojektDraft, RapportDraft]:
    """A presentation: what there is of it stands where the form has a place for it."""
    background = ((3392, 3398), (3400, 3404), (3406, 3412))
    team = ((3425, 3427), (3429, 3430), (3432, 3433))
    goals = ((3451,), (3453, 3454), (3456, 3457), (3459, 3460))
    status = ((3473, 3475), (3477, 3478), (3480,), (3482, 3483), (3485,))
    for_staff, for_patients = ((3497,), (3499,)), ((3503,), (3505,), (3507, 3508), (3510, 3512))
    plans = ((3523, 3524), (3526, 3528), (3530, 3532), (3534, 3535), (3537,), (3539, 3540))
    wishes = ((3551,), (3553,), (3555,), (3557, 3558), (3560,))
    draft = DelprojektDraft(
        nummer=14,
        rubrik="Spinal rehabilitering",
        program=packet.text(3385),
        bakgrund=source(
            paragraph(packet.text(3390)),
            bullets(packet.texts(*background)),
            paragraph(packet.text(3423)),
            bullets(packet.texts(*team)),
        ),
        målsättning_ingress=packet.text(3445, 3447),
        målsättning=packet.texts(*goals),
        mer_information=source(
            paragraph(packet.text(3495)),
            bullets(packet.texts(*for_staff)),
            paragraph(packet.text(3501)),
            bullets(packet.texts(*for_patients)),
        ),
        åtgärder=(
            *done((packet.text(3471),)),
            *(ÅtgärdRow(new_id(), one, läge="inte påbörjat") for one in packet.texts(*plans)),
        ),
        behov=tuple(BehovRow(new_id(), one) for one in packet.texts(*wishes)),
    )
    ingress = source(bullets(packet.texts(*status)))
    return draft, RapportDraft(datum=WRITTEN, uppföljning_datum=MET, ingress=ingress)
