"""Makes the documents of tests/import/documents, each with what it holds, and those of examples/dokumenter.

    python tools/documents/make.py        (needs python-docx, and LibreOffice as soffice)

Two invented cases, each in sixteen layouts by python-docx; LibreOffice makes OpenDocument texts and PDFs out of some of them.
`contents.json` says for each document what stands where in the plan, and how many places are left blank. The documents are
those of a template: what is written, and under which heading, is decided here and nowhere else.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "tests" / "import" / "documents"
EXAMPLE = ROOT / "examples" / "dokumenter" / "sager"
W = nsdecls("w")

# A place of the plan, the headings that documents give it, and what stands there in each of the two cases. "" is a heading
# that nobody has answered.
FIELDS: list[tuple[str, list[str], list[str]]] = [
    ("/forberedendeDel/borgerensEgenVurdering", ["Borgerens egen vurdering af situationen", "Borgerens egen vurdering"],
     ["Borgeren fortæller, at hverdagen hænger sammen, når der er ro.", "Borgeren oplever, at kræfterne er små efter middag."]),
    ("/forberedendeDel/erfaringerRessourcer", ["Ressourcer og erfaringer i forhold til job og uddannelse", "Erfaringer og ressourcer"],
     ["Ti år som social- og sundhedshjælper og en hf-eksamen.", "Udlært tømrer, har arbejdet på byggepladser i Vejle."]),
    ("/forberedendeDel/personligeRessourcer/familie", ["Familieforhold", "Familie"],
     ["Bor med sin mand og to børn.", "Bor alene, har en voksen søn."]),
    ("/forberedendeDel/personligeRessourcer/netvaerk", ["Socialt netværk", "Netværk"],
     ["En søster i samme by og naboer, der hjælper til.", ""]),
    ("/forberedendeDel/udfordringer/beskaeftigelse", ["Beskæftigelsesmæssige udfordringer"] * 2,
     ["Kan ikke løfte og har brug for pauser.", "Kan ikke arbejde på stillads mere."]),
    ("/forberedendeDel/udfordringer/sociale", ["Sociale udfordringer"] * 2,
     ["Økonomien er stram.", "Har ikke kørekort og bor langt fra busser."]),
    ("/forberedendeDel/oensker", ["Fremtidige ønsker til job og uddannelse", "Ønsker til fremtidigt job og uddannelse"],
     ["Drømmer om et kontorjob tæt på hjemmet.", "Vil gerne undervise lærlinge."]),
    ("/forberedendeDel/helbred/situation", ["Helbredssituation", "Borgerens helbredssituation"],
     ["Slidgigt i begge knæ siden 2015.\nSover dårligt om natten.", "Ondt i ryggen efter en ulykke."]),
    ("/forberedendeDel/helbred/igangvaerende", ["Igangværende undersøgelser eller behandling", "Behandling, undersøgelser"],
     ["Går til fysioterapi hver uge.", "Ingen."]),
    ("/forberedendeDel/helbred/borgerensVurdering",
     ["Vurdering af helbredets betydning for job og uddannelse", "Borgerens vurdering af helbredets betydning"],
     ["Mener selv, at fire timer om dagen er muligt.", "Mener, at tunge løft er udelukket."]),
    ("/forberedendeDel/forsoergelseshistorik", ["Hidtidig forsørgelseshistorik", "Forsørgelseshistorik"],
     ["Løn til 2018, derefter sygedagpenge.", "Løn til maj 2019, derefter sygedagpenge."]),
    ("/indsatsdel/maal/konkret", ["Konkret job- eller uddannelsesmål", "Konkret mål"],
     ["Kontorassistent på nedsat tid.", ""]),
    ("/indsatsdel/opfoelgning", ["Opfølgning"] * 2,
     ["Samtale hver tredje måned på jobcentret.", "Telefonmøde hver måned."]),
]
DATES: list[tuple[str, list[str], list[tuple[str, str]]]] = [
    ("/moede/dato", ["Mødedato", "Dato for møde"], [("12. marts 2020", "2020-03-12"), ("03-04-2020", "2020-04-03")]),
    ("/forberedendeDel/samarbejde/samtaledato", ["Samtaledato", "Dato for samtale"],
     [("2/3-2020", "2020-03-02"), ("15.03.2020", "2020-03-15")]),
]
PARTS = {"forberedendeDel": "Forberedende del", "indsatsdel": "Indsatsdel"}
# What no mapping knows: it has to be listed, and placed nowhere.
STRANGE = ("Økonomiske forhold i øvrigt", "Har et lån i huset.")


def rows(case: int) -> list[tuple[str, str, str]]:
    return [(place, names[case], texts[case]) for place, names, texts in FIELDS]


def dates(case: int) -> list[tuple[str, str, str]]:
    return [(place, names[case], days[case][0]) for place, names, days in DATES]


def expected(case: int, with_dates: bool = True) -> dict[str, str]:
    placed = {place: text for place, _, text in rows(case) if text}
    if with_dates:
        placed |= {place: days[case][1] for place, _, days in DATES}
    return placed


def part_of(place: str) -> str:
    return PARTS[place.split("/")[1]]


def headings(case: int) -> Document:
    """Headings by style, text below."""
    document = Document()
    document.add_heading("Rehabiliteringsplan", 0)
    for _, name, day in dates(case):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{name}: ").bold = True
        paragraph.add_run(day)
    part = None
    for number, (place, name, text) in enumerate(rows(case), 1):
        if part != part_of(place):
            part = part_of(place)
            document.add_heading(part, 1)
        document.add_heading(f"{number}. {name}", 2)
        for line in text.splitlines():
            document.add_paragraph(line)
    document.add_heading(STRANGE[0], 1)
    document.add_paragraph(STRANGE[1])
    return document


def table(case: int) -> Document:
    """Tables with a label and its value in each row, and a row for each part."""
    document = Document()
    document.add_paragraph("Rehabiliteringsplan")
    grid = document.add_table(rows=0, cols=2)
    grid.style = "Table Grid"
    for _, name, day in dates(case):
        cells = grid.add_row().cells
        cells[0].text, cells[1].text = name, day
    part = None
    for place, name, text in rows(case):
        if part != part_of(place):
            part = part_of(place)
            cells = grid.add_row().cells
            cells[0].merge(cells[1]).text = part
        cells = grid.add_row().cells
        cells[0].text, cells[1].text = f"{name}:", text
    cells = grid.add_row().cells
    cells[0].text, cells[1].text = STRANGE
    return document


def controls(case: int) -> Document:
    """Content controls, each with a title; one that nobody filled in shows what to write."""
    document = Document()
    document.add_heading("Rehabiliteringsplan", 0)
    for _, name, text in dates(case) + rows(case):
        is_blank = not text
        shown = text or "Klik eller tryk her for at skrive tekst."
        runs = "<w:r><w:br/></w:r>".join(f"<w:r><w:t>{line}</w:t></w:r>" for line in shown.splitlines())
        prompt = "<w:showingPlcHdr/>" if is_blank else ""
        document.element.body.insert(
            -1,
            parse_xml(
                f'<w:sdt {W}><w:sdtPr><w:alias w:val="{name}"/><w:tag w:val="felt"/>{prompt}</w:sdtPr>'
                f"<w:sdtContent><w:p>{runs}</w:p></w:sdtContent></w:sdt>"
            ),
        )
    return document


def forms(case: int) -> Document:
    """Legacy fields of a form beside their labels, and boxes to tick."""
    document = Document()
    grid = document.add_table(rows=0, cols=2)
    for place, name, text in dates(case) + rows(case):
        cells = grid.add_row().cells
        cells[0].text = name
        result = "<w:r><w:br/></w:r>".join(f"<w:r><w:t>{line}</w:t></w:r>" for line in (text or "\u2002" * 5).splitlines())
        label = "Tekst" + str(len(grid.rows))
        xml = (
            f'<w:p {W}><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{label}"/><w:enabled/>'
            "<w:textInput/></w:ffData></w:fldChar></w:r>"
            '<w:r><w:instrText xml:space="preserve"> FORMTEXT </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        )
        cells[1]._tc.append(parse_xml(xml))
        cells[1]._tc.remove(cells[1].paragraphs[0]._p)
    cells = grid.add_row().cells
    cells[0].text, cells[1].text = "Udarbejdet sammen med borgeren", "☒ Ja ☐ Nej" if case == 0 else "☐ Ja ☒ Nej"
    return document


def plain(case: int) -> Document:
    """One long page without styles: headings that are bold in the one case, and nothing but lines in the other."""
    document = Document()
    for _, name, day in dates(case):
        document.add_paragraph(f"{name}: {day}")
    for _, name, text in rows(case):
        paragraph = document.add_paragraph()
        paragraph.add_run(name if case == 0 else f"{name}:").bold = case == 0
        for line in text.splitlines():
            document.add_paragraph(line)
    return document


def changes(case: int) -> Document:
    """Headings by style, with tracked changes, a note and a text box."""
    document = headings(case)
    at = ' w:id="1" w:author="A" w:date="2020-01-01T00:00:00Z"'
    for paragraph in document.paragraphs:
        if paragraph.text.startswith(("Drømmer", "Vil gerne")):
            run = paragraph.runs[0]
            first, rest = run.text.split(" ", 1)
            run.text = ""
            run._r.addnext(parse_xml(f'<w:ins {W}{at}><w:r><w:t xml:space="preserve">{first} </w:t></w:r></w:ins>'))
            paragraph._p.append(parse_xml(f'<w:del {W}{at}><w:r><w:delText>helst slet ikke </w:delText></w:r></w:del>'))
            paragraph._p.append(parse_xml(f"<w:r {W}><w:t>{rest}</w:t></w:r>"))
        if paragraph.text.startswith(("Økonomien", "Har ikke")):
            text = paragraph.text
            paragraph.runs[0].text = ""
            box = (
                f'<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
                'xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:rect><v:textbox><w:txbxContent>'
                f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
            )
            paragraph._p.append(parse_xml(box))
    return document


def instructed(case: int) -> Document:
    """Headings in bold with numbers, each with what the template says to write."""
    document = Document()
    document.add_paragraph().add_run("Rehabiliteringsplan – fleksjob").bold = True
    for _, name, day in dates(case):
        document.add_paragraph(f"{name}: {day}")
    for number, (_, name, text) in enumerate(rows(case), 1):
        document.add_paragraph().add_run(f"{number}) {name}").bold = True
        document.add_paragraph().add_run("Beskriv kort. Brug gerne borgerens egne ord.").italic = True
        for line in text.splitlines():
            document.add_paragraph(line)
    return document


def contents(case: int) -> Document:
    """Numbered headings behind a table of contents, with text at the top and the bottom of each page."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Nordby Kommune · Fortroligt"
    document.sections[0].footer.paragraphs[0].text = "Side 1"
    document.add_heading("Rehabiliteringsplan – fleksjob", 0)
    document.add_paragraph("Indholdsfortegnelse")
    for number, (_, name, _) in enumerate(rows(case), 1):
        document.add_paragraph(f"3.{number} {name}\t{number}")
    for _, name, day in dates(case):
        document.add_paragraph(f"{name}: {day}")
    for number, (_, name, text) in enumerate(rows(case), 1):
        document.add_heading(f"3.{number} {name}", 2)
        for line in text.splitlines():
            document.add_paragraph(line)
    return document


def below(case: int) -> Document:
    """A table of one column: a label, and its answer in the row below."""
    document = Document()
    grid = document.add_table(rows=0, cols=1)
    grid.style = "Table Grid"
    for _, name, text in dates(case) + rows(case):
        grid.add_row().cells[0].text = name
        grid.add_row().cells[0].text = text
    grid.add_row().cells[0].text = STRANGE[0]
    grid.add_row().cells[0].text = STRANGE[1]
    return document


def numbered(case: int) -> Document:
    """A table of three columns: a number, the label with what to write under it, and the answer."""
    document = Document()
    grid = document.add_table(rows=1, cols=3)
    grid.style = "Table Grid"
    for cell, name in zip(grid.rows[0].cells, ("Nr.", "Emne", "Beskrivelse")):
        cell.text = name
    for number, (_, name, text) in enumerate(dates(case) + rows(case), 1):
        cells = grid.add_row().cells
        cells[0].text, cells[1].text, cells[2].text = str(number), name, text
        cells[1].add_paragraph().add_run("Skriv kort om emnet").italic = True
    return document


def boxes(case: int) -> Document:
    """A numbered line in bold, and the answer in a box of its own below it."""
    document = Document()
    for number, (_, name, text) in enumerate(dates(case) + rows(case), 1):
        document.add_paragraph().add_run(f"{number}) {name}").bold = True
        document.add_table(1, 1, style="Table Grid").cell(0, 0).text = text
    return document


def led(case: int) -> Document:
    """A numbered list: each answer on the line of its heading, which is bold."""
    document = Document()
    for _, name, text in dates(case) + rows(case):
        paragraph = document.add_paragraph(style="List Number")
        paragraph.add_run(f"{name}: ").bold = True
        paragraph.add_run(text.replace("\n", " "))
    return document


def questions(case: int) -> Document:
    """Headings of whichever level, each as a question, and answers as quotations."""
    document = Document()
    document.add_heading("Forberedende del (fleksjob)", 1)
    for number, (_, name, text) in enumerate(dates(case) + rows(case)):
        document.add_heading(f"{name}?", 2 + number % 3)
        for line in text.splitlines():
            document.add_paragraph(line, style="Quote")
    return document


def columns(case: int) -> Document:
    """Two columns as a newspaper has, the headings in bold, and answers that go on from the one to the other."""
    document = Document()
    document.add_heading("Rehabiliteringsplan", 0)
    sides = document.add_section(WD_SECTION.CONTINUOUS)._sectPr.find(qn("w:cols"))
    sides.set(qn("w:num"), "2")
    sides.set(qn("w:space"), "500")
    for _, name, day in dates(case):
        document.add_paragraph(f"{name}: {day}")
    for _, name, text in rows(case):
        document.add_paragraph().add_run(name).bold = True
        for line in text.splitlines():
            document.add_paragraph(line)
    return document


def cells(case: int) -> Document:
    """A table of one column: in each cell the label and, below it, the answer."""
    document = Document()
    document.add_paragraph("Rehabiliteringsplan")
    grid = document.add_table(rows=0, cols=1)
    grid.style = "Table Grid"
    for _, name, text in dates(case) + rows(case):
        paragraph = grid.add_row().cells[0].paragraphs[0]
        paragraph.add_run(name)
        for line in text.splitlines():
            paragraph.add_run().add_break()
            paragraph.add_run(line)
    return document


def letter(case: int) -> Document:
    """Who sends it at the top, and headings in bold."""
    document = Document()
    for line in ("Sønderby Kommune", "Jobcenter Sønderby · Havnegade 3, 6400 Sønderborg", "Tlf. 12 34 56 78", "Sagsbehandler: Mette Holm",
                 "Dato: 11. februar 2020"):
        document.add_paragraph(line)
    document.add_paragraph().add_run("REHABILITERINGSPLAN").bold = True
    for _, name, day in dates(case):
        document.add_paragraph(f"{name}: {day}")
    for _, name, text in rows(case):
        document.add_paragraph().add_run(name).bold = True
        for line in text.splitlines():
            document.add_paragraph(line)
    return document


LAYOUTS = {
    "vejledning": instructed,
    "indholdsfortegnelse": contents,
    "under": below,
    "tre-kolonner": numbered,
    "overskrifter": headings,
    "tabel": table,
    "kontroller": controls,
    "formular": forms,
    "uden-typografi": plain,
    "rettelser": changes,
    "kasser": boxes,
    "ledeord": led,
    "spoergsmaal": questions,
    "spalter": columns,
    "celler": cells,
    "brevhoved": letter,
}
# What LibreOffice makes of which layout.
CONVERTED = {
    "odt": ["overskrifter", "tabel", "uden-typografi", "ledeord", "celler"],
    "pdf": ["overskrifter", "tabel", "uden-typografi", "indholdsfortegnelse", "kasser", "ledeord", "spalter", "celler", "brevhoved"],
}


# Three cases of the example: what the case is about, and what stands under the headings of § 3, stk. 1 and 2.
CASES: dict[str, tuple[str, dict[str, str]]] = {
    "4711": ("fleksjob", {
        "Borgerens egen vurdering af situationen": "Lone mener selv, at hun kan arbejde, hvis hun kan holde pauser.",
        "Ressourcer og erfaringer i forhold til job og uddannelse": "Tolv år som pædagogmedhjælper. Uddannet på aftenskole i bogføring.",
        "Borgerens CV": "Se Jobnet; hun har opdateret det i februar.",
        "Personlige ressourcer": "Tålmodig og vant til ansvar.",
        "Familieforhold": "Gift og har to store børn.",
        "Socialt netværk": "Synger i kor og ser sine naboer.",
        "Beskæftigelsesmæssige udfordringer": "Kan ikke løfte børn og ikke stå op ret længe.",
        "Sociale udfordringer": "Ingen.",
        "Ønsker til fremtidigt job og uddannelse": "",
        "Helbredssituation": "Slidgigt i begge hofter siden 2016.",
        "Igangværende undersøgelser eller behandling": "Venter på en operation i juni.",
        "Vurdering af helbredets betydning for job og uddannelse": "Tror på tre timer om dagen ved et bord.",
        "Hidtidig forsørgelseshistorik": "Løn til august 2018, derefter sygedagpenge.",
    }),
    "4712": ("ressourceforløb", {
        "Borgerens egen vurdering af situationen": "Ali oplever, at dagene er uoverskuelige.",
        "Erfaringer og ressourcer": "Har kørt taxa og kan fire sprog.",
        "Borgerens CV": "Chauffør 2009-2017.",
        "Personlige ressourcer": "God til mennesker.",
        "Familieforhold": "Fraskilt, en søn hver anden uge.",
        "Socialt netværk": "En bror i Odense.",
        "Beskæftigelsesmæssige udfordringer": "Kan ikke koncentrere sig i mere end en halv time.",
        "Sociale udfordringer": "Har gæld og er ved at miste sin bolig.",
        "Ønsker til fremtidigt job og uddannelse": "Vil gerne køre igen. Jobcentret anbefaler, at han får et ressourceforløb.",
        "Helbredssituation": "PTSD og søvnbesvær.",
        "Igangværende undersøgelser eller behandling": "",
        "Vurdering af helbredets betydning for job og uddannelse": "Mener, at det er for tidligt at sige.",
        "Hidtidig forsørgelseshistorik": "Kontanthjælp siden 2018.",
    }),
    "4713": ("fleksjob", {
        "Borgerens egen vurdering af situationen": "Bo har det bedre end for et år siden.",
        "Erfaringer og ressourcer": "Udlært maler.",
        "Personlige ressourcer": "Mødestabil.",
        "Familieforhold": "Bor alene.",
        "Socialt netværk": "Spiller skak i klub.",
        "Beskæftigelsesmæssige udfordringer": "Kan ikke arbejde med armene over hovedet.",
        "Sociale udfordringer": "Ingen.",
        "Helbredssituation": "Skulderskade.",
        "Igangværende undersøgelser eller behandling": "Genoptræning.",
        "Vurdering af helbredets betydning for job og uddannelse": "Vil kunne arbejde halv tid.",
        "Hidtidig forsørgelseshistorik": "Sygedagpenge siden marts 2019.",
        "Drømme": "Vil gerne undervise lærlinge.",
    }),
}


def example(number: str) -> Document:
    """Headings in one of them, a table in the next, bold lines in the last."""
    kind, texts = CASES[number]
    document = Document()
    document.add_heading(f"Rehabiliteringsplan – {kind}", 0)
    document.add_heading("Forberedende del", 1)
    document.add_paragraph("Udarbejdet sammen med borgeren: ☒ Ja ☐ Nej")
    grid = document.add_table(rows=0, cols=2) if number == "4712" else None
    if grid:
        grid.style = "Table Grid"
    for name, text in texts.items():
        if grid:
            cells = grid.add_row().cells
            cells[0].text, cells[1].text = name, text
        elif number == "4711":
            document.add_heading(name, 2)
            document.add_paragraph(text)
        else:
            document.add_paragraph().add_run(name).bold = True
            document.add_paragraph(text)
    return document


def convert(path: Path, into: str) -> None:
    with tempfile.TemporaryDirectory() as home:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", into, "--outdir", str(path.parent), str(path)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300,
        )


def main() -> None:
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    told = []
    for layout, make in LAYOUTS.items():
        for case in (0, 1):
            name = f"{layout}-{case + 1}"
            path = OUT / f"{name}.docx"
            make(case).save(path)
            placed = expected(case)
            if layout == "formular":
                placed["/forberedendeDel/samarbejde/medBorger"] = case == 0
            if layout in ("vejledning", "indholdsfortegnelse", "spoergsmaal"):
                placed["/sag/sagstype"] = "fleksjob"
            strange = STRANGE[0] if layout in ("overskrifter", "tabel", "rettelser", "under") else None
            entry = {"layout": layout, "placed": placed, "unplaced": strange is not None}
            told.append({"file": path.name, **entry})
            for kind, layouts in CONVERTED.items():
                if layout in layouts:
                    convert(path, kind)
                    told.append({"file": f"{name}.{kind}", **entry})
    EXAMPLE.mkdir(parents=True, exist_ok=True)
    for number in CASES:
        path = EXAMPLE / f"{number}.docx"
        example(number).save(path)
        # One came by mail as a PDF, and one was written in LibreOffice.
        into = {"4712": "pdf", "4713": "odt"}.get(number)
        if into:
            convert(path, into)
            path.unlink()
    (OUT / "contents.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
