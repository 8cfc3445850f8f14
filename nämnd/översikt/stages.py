"""What a stage is called. Light: the first page paints with it."""

from nämnd.sammanträde.rules import Stage

STAGE_TEXT = {
    Stage.PLANERING: "planering",
    Stage.KALLAT: "kallat",
    Stage.PÅGÅR: "pågår i dag",
    Stage.HÅLLET: "hållet",
    Stage.PROTOKOLL: "protokoll",
    Stage.JUSTERAT: "justerat",
    Stage.INSTÄLLT: "inställt",
}
