"""The rules of `subset.schema.json` as one would write them in pydantic: fields by their types, the rest in one validator."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel, TypeAdapter, model_validator
from pydantic_core import PydanticCustomError


class Sag(BaseModel):
    sagstype: str
    indsats13d: bool | None = None
    vaesentligtNedsat: bool | None = None
    ansoegning17Stk2: bool | None = None
    revurdering22Uger: bool | None = None


class Samarbejde(BaseModel):
    samtaledato: date | None = None


class PersonligeRessourcer(BaseModel):
    beskrivelse: str | None = None
    familie: str | None = None
    netvaerk: str | None = None


class Udfordringer(BaseModel):
    beskaeftigelse: str | None = None
    sociale: str | None = None


class Dokument(BaseModel):
    dato: date | None = None


class Helbred(BaseModel):
    situation: str | None = None
    igangvaerende: str | None = None
    dokumentation: list[Dokument] | None = None
    borgerensVurdering: str | None = None


class Indsats(BaseModel):
    indhold: str | None = None
    formaal: str | None = None
    startdato: date | None = None
    slutdato: date | None = None
    kommunensErfaring: str | None = None
    borgerensErfaring: str | None = None


class HidtidigIndsats(BaseModel):
    beskaeftigelse: list[Indsats] | None = None
    socialBorger: list[Indsats] | None = None
    socialFamilie: list[Indsats] | None = None
    aarsagKommune: str | None = None
    aarsagBorger: str | None = None


class Laege(BaseModel):
    dato: date | None = None
    konsultationsdato: date | None = None
    helbredsforhold: str | None = None


class Arbejdsevne(BaseModel):
    beskrivelse: str | None = None
    dokumentation: list[Dokument] | None = None


class Selvstaendig(BaseModel):
    opgaver: str | None = None
    timerPrUge: float | None = None


class ForberedendeDel(BaseModel):
    dato: date | None = None
    samarbejde: Samarbejde | None = None
    borgerensEgenVurdering: str | None = None
    erfaringerRessourcer: str | None = None
    cv: str | None = None
    personligeRessourcer: PersonligeRessourcer | None = None
    udfordringer: Udfordringer | None = None
    oensker: str | None = None
    helbred: Helbred | None = None
    forsoergelseshistorik: str | None = None
    hidtidigIndsats: HidtidigIndsats | None = None
    laege: Laege | None = None
    arbejdsevne: Arbejdsevne | None = None
    selvstaendig: Selvstaendig | None = None


class Moede(BaseModel):
    dato: date | None = None


class Fleksjob(BaseModel):
    afklaret: str | None = None


class Indstilling(BaseModel):
    indstillingsdato: date | None = None
    begrundelse: str | None = None
    maal: str | None = None
    opfoelgning: str | None = None
    genforelaeggelse: bool | None = None
    fleksjob: Fleksjob | None = None


class Afgoerelse(BaseModel):
    dato: date | None = None


class Periode(BaseModel):
    startdato: date | None = None
    slutdato: date | None = None


class Delmaal(BaseModel):
    beskrivelse: str | None = None
    begrundelse: str | None = None


class Tilbud(BaseModel):
    beskrivelse: str | None = None
    kortsigtetMaal: str | None = None


class Mentor(BaseModel):
    behov: bool | None = None


class Indsatsdel(BaseModel):
    dato: date | None = None
    delmaal: list[Delmaal] | None = None
    tilbud: list[Tilbud] | None = None
    opfoelgning: str | None = None
    mentor: Mentor | None = None
    perioder: list[Periode] | None = None
    senestOpdateret: date | None = None


COURSES = frozenset({"ressourceforloeb", "jobafklaringsforloeb", "sygedagpenge"})
WITH_DOCTOR = COURSES | {"fleksjob", "foertidspension"}


def lacks(missing: list[str], path: str, part: Any, *names: str) -> None:
    """Notes which fields of a part are absent, blank or empty, or that the part itself is absent."""
    if part is None:
        missing.append(path)
        return
    for name in names:
        value = getattr(part, name)
        if value is None or value == [] or (isinstance(value, str) and not value.strip()):
            missing.append(f"{path}/{name}")


class Plan(BaseModel):
    sag: Sag
    forberedendeDel: ForberedendeDel | None = None
    moede: Moede | None = None
    indstilling: Indstilling | None = None
    afgoerelse: Afgoerelse | None = None
    forloeb: Periode | None = None
    indsatsdel: Indsatsdel | None = None

    @model_validator(mode="after")
    def by_type_of_case(self) -> Plan:
        sag, part, advice, missing = self.sag, self.forberedendeDel, self.indstilling, list[str]()
        excused = sag.indsats13d or sag.vaesentligtNedsat or sag.ansoegning17Stk2
        if part is None:
            if not excused or sag.sagstype == "tilskud":
                missing.append("forberedendeDel")
        else:
            self.preparatory_part(part, bool(excused), missing)
        if advice is not None:
            lacks(missing, "indstilling", advice, "indstillingsdato", "begrundelse")
            if sag.sagstype == "fleksjob":
                lacks(missing, "indstilling/fleksjob", advice.fleksjob, "afklaret")
        if sag.sagstype in COURSES:
            if advice is not None:
                lacks(missing, "indstilling", advice, "maal", "opfoelgning", "genforelaeggelse")
            if self.indsatsdel is not None:
                self.measures(self.indsatsdel, missing)
        if self.forloeb and self.forloeb.startdato and self.forloeb.slutdato:
            if self.forloeb.slutdato < self.forloeb.startdato:
                missing.append("forloeb/slutdato")
        if self.moede and self.moede.dato and advice and advice.indstillingsdato:
            if advice.indstillingsdato < self.moede.dato:
                missing.append("indstilling/indstillingsdato")
        if missing:
            raise PydanticCustomError("subset", "{count} findings", {"count": len(missing), "paths": missing})
        return self

    def preparatory_part(self, part: ForberedendeDel, excused: bool, missing: list[str]) -> None:
        sagstype, path = self.sag.sagstype, "forberedendeDel"
        if sagstype == "tilskud":
            lacks(missing, f"{path}/selvstaendig", part.selvstaendig, "opgaver", "timerPrUge")
        elif not excused:
            lacks(
                missing, path, part, "dato", "borgerensEgenVurdering", "erfaringerRessourcer", "cv", "oensker",
                "forsoergelseshistorik",
            )  # fmt: skip
            ressourcer, helbred = part.personligeRessourcer, part.helbred
            lacks(missing, f"{path}/personligeRessourcer", ressourcer, "beskrivelse", "familie", "netvaerk")
            lacks(missing, f"{path}/udfordringer", part.udfordringer, "beskaeftigelse", "sociale")
            lacks(
                missing, f"{path}/helbred", helbred, "situation", "igangvaerende", "dokumentation", "borgerensVurdering"
            )  # fmt: skip
            lacks(missing, f"{path}/hidtidigIndsats", part.hidtidigIndsats, "aarsagKommune", "aarsagBorger")
        if part.hidtidigIndsats is not None:
            earlier, names = part.hidtidigIndsats, ("indhold", "formaal", "kommunensErfaring", "borgerensErfaring")
            for indsatser in (earlier.beskaeftigelse, earlier.socialBorger, earlier.socialFamilie):
                for indsats in indsatser or ():
                    lacks(missing, f"{path}/hidtidigIndsats", indsats, *names)
        if sagstype in WITH_DOCTOR and not excused and not self.sag.revurdering22Uger:
            lacks(missing, f"{path}/laege", part.laege, "dato", "helbredsforhold")
        if sagstype == "revalidering":
            lacks(missing, f"{path}/arbejdsevne", part.arbejdsevne, "beskrivelse", "dokumentation")

    def measures(self, part: Indsatsdel, missing: list[str]) -> None:
        lacks(missing, "indsatsdel", part, "delmaal", "tilbud", "opfoelgning", "perioder")
        lacks(missing, "indsatsdel/mentor", part.mentor, "behov")
        for delmaal in part.delmaal or ():
            lacks(missing, "indsatsdel/delmaal", delmaal, "beskrivelse", "begrundelse")
        for tilbud in part.tilbud or ():
            lacks(missing, "indsatsdel/tilbud", tilbud, "beskrivelse", "kortsigtetMaal")
        for periode in part.perioder or ():
            lacks(missing, "indsatsdel/perioder", periode, "startdato", "slutdato")


PLAN = TypeAdapter(Plan)
