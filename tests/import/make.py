"""Makes the exports of this folder out of the whole plans, each in the manner of another system.

    python tests/import/make.py        (needs openpyxl and pyarrow)

What an export holds is drawn from a fixed seed, so that it comes out the same each time. Beside each export stands what it
holds: `expected.json` has the case id, the plan as far as the export has a place for it, and where something stands that
nobody can read.
"""

from __future__ import annotations

import csv
import io
import json
import random
import re
import shutil
import zipfile
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pyarrow as pa
import pyarrow.ipc
import pyarrow.parquet
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HERE = Path(__file__).resolve().parent
PLANS = HERE.parent / "plans"
# One holds errors of its own, which are another test's matter.
LEFT_OUT = {"fj-kontorassistent-datafejl"}

TEXTS = {
    "/forberedendeDel/borgerensEgenVurdering": "Borgerens egen vurdering",
    "/forberedendeDel/erfaringerRessourcer": "Ressourcer og erfaringer i forhold til job og uddannelse",
    "/forberedendeDel/personligeRessourcer/beskrivelse": "Personlige ressourcer",
    "/forberedendeDel/personligeRessourcer/familie": "Familieforhold",
    "/forberedendeDel/personligeRessourcer/netvaerk": "Socialt netværk",
    "/forberedendeDel/oensker": "Ønsker til fremtidigt job og uddannelse",
    "/forberedendeDel/helbred/situation": "Helbredssituation",
    "/forberedendeDel/helbred/igangvaerende": "Behandling, undersøgelser",
    "/forberedendeDel/forsoergelseshistorik": "Hidtidig forsørgelseshistorik",
    "/forberedendeDel/cv": "Borgerens CV",
}
DATES = {
    "/forberedendeDel/dato": "Forberedende del afsluttet",
    "/forberedendeDel/samarbejde/samtaledato": "Samtaledato",
    "/forberedendeDel/laege/dato": "Attestdato",
    "/forberedendeDel/laege/konsultationsdato": "Konsultationsdato",
    "/moede/dato": "Mødedato",
    "/indstilling/indstillingsdato": "Indstillingsdato",
    "/afgoerelse/dato": "Afgørelsesdato",
    "/forloeb/startdato": "Forløb start",
    "/forloeb/slutdato": "Forløb slut",
}
FLAGS = {
    "/forberedendeDel/samarbejde/medBorger": "Udarbejdet med borgeren",
    "/forberedendeDel/laege/attest": "Lægeattest",
    "/forberedendeDel/laege/konsultation": "Konsultation",
    "/sag/udenTeam": "Uden team",
    "/sag/indsats13d": "Paragraf 13 d",
    "/sag/foersteForloeb": "Første forløb",
}
CODES = {
    "/sag/sagstype": "Sagstype",
    "/forberedendeDel/sagsgruppe": "Sagsgruppe",
    "/forberedendeDel/laege/rolle": "Lægens rolle",
    "/forberedendeDel/laege/art": "Lægeoplysning",
    "/indstilling/udfald": "Indstillet til",
}
NUMBERS = {"/forberedendeDel/selvstaendig/timerPrUge": "Timer i virksomheden", "/sag/kategori": "Kategori"}
SCALARS = {**CODES, **DATES, **FLAGS, **NUMBERS, **TEXTS}
TILBUD = {"beskrivelse": "Indsats", "startdato": "Startdato", "slutdato": "Slutdato", "ansvarligMyndighed": "Ansvarlig"}
LIST = "/indsatsdel/tilbud"
PEOPLE = "/moede/deltagere"


def plans() -> list[tuple[str, dict]]:
    """The plans, with the ids that the exports know them by."""
    files = sorted(file for file in PLANS.glob("*.json") if file.stem not in LEFT_OUT)
    return [(str(4701 + number), json.loads(file.read_text("utf-8"))) for number, file in enumerate(files)]


def at(plan: dict, pointer: str):
    value = plan
    for key in pointer.split("/")[1:]:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def put(plan: dict, pointer: str, value) -> None:
    *way, last = pointer.split("/")[1:]
    for key in way:
        plan = plan.setdefault(key, {})
    plan[last] = value


def seen(plan: dict, scalars, fields=None, people=False) -> dict:
    """The plan as far as an export has a place for it."""
    held: dict = {}
    for pointer in scalars:
        value = at(plan, pointer)
        if value is not None:
            put(held, pointer, value)
    entries = [{key: entry[key] for key in fields or () if key in entry} for entry in at(plan, LIST) or []]
    if fields and entries:
        put(held, LIST, entries)
    if people and at(plan, PEOPLE):
        put(held, PEOPLE, at(plan, PEOPLE))
    return held


def toml(value) -> str:
    return json.dumps(value, ensure_ascii=False)


def mapping(head: str, places: dict[str, str], tail: str = "") -> str:
    lines = "\n".join(f"{toml(place)} = {given if given.startswith('{') else toml(given)}" for place, given in places.items())
    return f"{head.strip()}\n\n[plan]\n{lines}\n{tail}"


class Export:
    """A folder with an export, its mapping, and what it holds."""

    def __init__(self, name: str) -> None:
        self.folder = HERE / name
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        self.draw = random.Random(name)

    def write(self, name: str, data: bytes | str) -> None:
        (self.folder / name).write_bytes(data.encode("utf-8") if isinstance(data, str) else data)

    def expect(self, cases: str, expected: list[tuple[str, dict]], dirt: dict[str, list[str]] | None = None) -> None:
        entries = [{"id": case, "plan": plan, "unreadable": (dirt or {}).get(case, [])} for case, plan in expected]
        told = {"cases": cases, "expected": entries}
        self.write("expected.json", json.dumps(told, ensure_ascii=False, indent=1) + "\n")


def table(header: list[str], rows: list[list[str]], sign: str, end: str = "\r\n") -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=sign, lineterminator=end)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def dmy(text: str | None, form: str) -> str:
    return "" if not text else date.fromisoformat(text).strftime(form)


def cell(pointer: str, value, day, yes: str, no: str) -> str:
    if value is None:
        return ""
    if pointer in DATES:
        return day(value)
    if isinstance(value, bool):
        return yes if value else no
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)


def momentum() -> None:
    """Two files, semicolons, Windows-1252, 31-12-2020, ja and nej."""
    export = Export("semikolon-windows-1252")
    day = lambda text: dmy(text, "%d-%m-%Y")  # noqa: E731
    rows, measures = [], []
    for case, plan in plans():
        district = export.draw.choice(["Nord", "Syd", "Øst"])
        rows.append([case, district] + [cell(p, at(plan, p), day, "ja", "nej") for p in SCALARS])
        for entry in at(plan, LIST) or []:
            measures.append([case] + [day(entry.get(k)) if k.endswith("dato") else entry.get(k, "") for k in TILBUD])
    # In an order of their own, as tables of other systems are.
    measures = sorted(measures, key=lambda row: row[1])
    order = {case: [m for m in measures if m[0] == case] for case, _ in plans()}
    encode = lambda text: text.encode("cp1252", "strict")  # noqa: E731
    export.write("sager.csv", encode(latin(table(["Sagsnr", "Distrikt", *SCALARS.values()], rows, ";"))))
    export.write("indsatser.csv", encode(latin(table(["Sagsnr", *TILBUD.values()], measures, ";"))))
    fields = "\n".join(f"{key} = {toml(name)}" for key, name in TILBUD.items())
    tail = f'\n[[lists]]\nplace = "{LIST}"\ntable = "indsatser"\n[lists.fields]\n{fields}\n'
    head = 'id = "Sagsnr"\ncarry = ["Distrikt"]\n\n[tables.indsatser]\nfile = "indsatser.csv"\nkey = "Sagsnr"'
    export.write("kort.toml", mapping(head, SCALARS, tail))
    expected = []
    for case, plan in plans():
        held = seen(plan, SCALARS, TILBUD)
        if order[case]:
            entries = []
            for row in order[case]:
                entry = {}
                for key, text in zip(TILBUD, row[1:]):
                    if text:
                        entry[key] = iso(text) if key.endswith("dato") else text
                entries.append(entry)
            put(held, LIST, entries)
        expected.append((case, json.loads(latin(json.dumps(held, ensure_ascii=False)))))
    export.expect("sager.csv", expected)


def iso(text: str) -> str:
    return datetime.strptime(text, "%d-%m-%Y").date().isoformat()


def latin(text: str) -> str:
    """What Windows-1252 has no letter for is written as a program of that time would."""
    return text.encode("cp1252", "replace").decode("cp1252")


def fasit() -> None:
    """One file, commas, UTF-8 with a mark, texts over several lines, numbered columns, 1 and 0, dates with points."""
    export = Export("komma-utf8-nummererede")
    day = lambda text: dmy(text, "%-d.%-m.%Y")  # noqa: E731
    most = max(len(at(plan, LIST) or []) for _, plan in plans())
    names = [f"{name} {number}" for number in range(1, most + 1) for name in TILBUD.values()]
    rows = []
    for case, plan in plans():
        row = [case] + [cell(p, at(plan, p), day, "1", "0") for p in SCALARS]
        entries = at(plan, LIST) or []
        for number in range(most):
            entry = entries[number] if number < len(entries) else {}
            row += [day(entry.get(k)) if k.endswith("dato") else entry.get(k, "") for k in TILBUD]
        rows.append(row)
    header = ["Journalnummer", *SCALARS.values(), *names]
    export.write("sager.csv", b"\xef\xbb\xbf" + table(header, rows, ",", "\n").encode())
    fields = "\n".join(f'{key} = {toml(name + " {n}")}' for key, name in TILBUD.items())
    tail = f'\n[[lists]]\nplace = "{LIST}"\n[lists.fields]\n{fields}\n'
    export.write("kort.toml", mapping('id = "Journalnummer"', SCALARS, tail))
    export.expect("sager.csv", [(case, seen(plan, SCALARS, TILBUD)) for case, plan in plans()])


def sbsys() -> None:
    """A title above the headings, tabs, UTF-16, 31/12-20, J and N, codes of the system's own, a list in one cell."""
    export = Export("tabulator-utf16-egne-koder")
    codes = {"ressourceforloeb": "RF", "fleksjob": "FLX", "foertidspension": "FØP", "revalidering": "REV",
             "jobafklaringsforloeb": "JA", "jobafklaring": "JA", "sygedagpenge": "SDP", "tilskud": "SELV", "anden": "AND"}
    scalars = {p: n for p, n in SCALARS.items() if p not in TEXTS or p.endswith("oensker")}
    day = lambda text: dmy(text, "%-d/%-m-%y")  # noqa: E731
    rows = []
    for case, plan in plans():
        cells = [codes[at(plan, p)] if p == "/sag/sagstype" else cell(p, at(plan, p), day, "J", "N") for p in scalars]
        rows.append([f"S-{case}", *cells, ", ".join(at(plan, PEOPLE) or [])])
    rows.insert(7, ["", *["" for _ in scalars], ""])
    rows.append(["I alt", str(len(rows) - 1), *["" for _ in scalars]])
    text = f"Udtræk fra sagssystemet\t\r\n\r\n{table(['Sag', *scalars.values(), 'Deltagere'], rows, chr(9))}"
    export.write("sager.txt", text.encode("utf-16"))
    given = {p: n for p, n in scalars.items()}
    read = ", ".join(f"{code} = {toml(place)}" for place, code in codes.items() if place != "jobafklaring")
    given["/sag/sagstype"] = f'{{ column = "Sagstype", read.codes = {{ {read.replace("FØP", toml("FØP"))} }} }}'
    given[PEOPLE] = '{ column = "Deltagere", split = "," }'
    export.write("kort.toml", mapping('id = "Sag"\nskip_notes = true', given))
    held = [(f"S-{case}", seen(plan, scalars, None, True)) for case, plan in plans()]
    for _, plan in held:
        if plan["sag"]["sagstype"] == "jobafklaring":
            plan["sag"]["sagstype"] = "jobafklaringsforloeb"
    export.expect("sager.txt", held)


def workbook() -> None:
    """A workbook: days and truth values of its own, a second sheet of measures, a title over the headings."""
    export = Export("regneark-to-ark")
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = datetime(2020, 1, 1)
    cases = book.active
    cases.title = "Sager"
    cases.append(["Sager i rehabiliteringsteamet"])
    cases.merge_cells("A1:F1")
    cases.append([])
    cases.append(["Sagsnummer", *SCALARS.values()])
    measures = book.create_sheet("Indsatser")
    measures.append(["Sagsnummer", *TILBUD.values()])
    for case, plan in plans():
        row: list = [int(case)]
        for pointer in SCALARS:
            value = at(plan, pointer)
            row.append(date.fromisoformat(value) if value and pointer in DATES else value)
        cases.append(row)
        for entry in at(plan, LIST) or []:
            days = [date.fromisoformat(entry[k]) if k.endswith("dato") and k in entry else entry.get(k) for k in TILBUD]
            measures.append([int(case), *days])
    out = io.BytesIO()
    book.save(out)
    export.write("sager.xlsx", timeless(out.getvalue()))
    fields = "\n".join(f"{key} = {toml(name)}" for key, name in TILBUD.items())
    tail = f'\n[[lists]]\nplace = "{LIST}"\ntable = "Indsatser"\n[lists.fields]\n{fields}\n'
    head = 'id = "Sagsnummer"\n\n[tables.Indsatser]\nsource.sheet = "Indsatser"\nkey = "Sagsnummer"'
    export.write("kort.toml", mapping(head, SCALARS, tail))
    export.expect("sager.xlsx", [(case, seen(plan, SCALARS, TILBUD)) for case, plan in plans()])


def timeless(workbook: bytes) -> bytes:
    """The same workbook, whose parts say nothing of when they were made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            data = old.read(part)
            if part == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>2020-01-01T00:00:00Z", data)
            new.writestr(zipfile.ZipInfo(part, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def rows_of_arrow() -> pa.Table:
    """Columns of their own types, nested measures, and moments in universal time."""
    noon = timezone(timedelta(0))

    def moment(text: str) -> datetime:
        # Midnight in Denmark, as a database in universal time keeps it.
        day = datetime.fromisoformat(text)
        start, end = datetime(day.year, 3, 31), datetime(day.year, 10, 31)
        start -= timedelta(days=(start.weekday() + 1) % 7)
        end -= timedelta(days=(end.weekday() + 1) % 7)
        return (day - timedelta(hours=2 if start < day <= end else 1)).replace(tzinfo=noon)

    columns: dict[str, pa.Array] = {"sag_id": pa.array([int(case) for case, _ in plans()], pa.int64())}
    for pointer, name in SCALARS.items():
        values = [at(plan, pointer) for _, plan in plans()]
        if pointer == "/moede/dato":
            columns[name] = pa.array([moment(v) if v else None for v in values], pa.timestamp("us", "UTC"))
        elif pointer in DATES:
            columns[name] = pa.array([date.fromisoformat(v) if v else None for v in values], pa.date32())
        elif pointer in CODES:
            columns[name] = pa.array(values, pa.string()).dictionary_encode()
        elif pointer in NUMBERS:
            columns[name] = pa.array(values, pa.float32())
        else:
            columns[name] = pa.array(values)
    kind = pa.list_(pa.struct([(key, pa.date32() if key.endswith("dato") else pa.string()) for key in TILBUD]))
    entries = [
        [{k: date.fromisoformat(e[k]) if k.endswith("dato") and k in e else e.get(k) for k in TILBUD} for e in at(plan, LIST) or []]
        for _, plan in plans()
    ]
    columns["tilbud"] = pa.array(entries, kind)
    columns["deltagere"] = pa.array([at(plan, PEOPLE) for _, plan in plans()], pa.list_(pa.string()))
    return pa.table(columns)


def arrow_mapping() -> str:
    fields = "\n".join(f'{key} = "/{key}"' for key in TILBUD)
    tail = f'\n[[lists]]\nplace = "{LIST}"\nat = "/tilbud"\n[lists.fields]\n{fields}\n'
    tail += f'\n[[lists]]\nplace = "{PEOPLE}"\nat = "/deltagere"\nvalue = "/"\n'
    return mapping('id = "sag_id"', SCALARS, tail)


def parquet() -> None:
    export = Export("parquet-indlejret")
    out = io.BytesIO()
    pa.parquet.write_table(rows_of_arrow(), out, compression="zstd", row_group_size=5)
    export.write("sager.parquet", out.getvalue())
    export.write("kort.toml", arrow_mapping())
    export.expect("sager.parquet", [(case, seen(plan, SCALARS, TILBUD, True)) for case, plan in plans()])


def arrow() -> None:
    export = Export("arrow-indlejret")
    out = io.BytesIO()
    frame = rows_of_arrow()
    with pa.ipc.new_file(out, frame.schema) as writer:
        writer.write_table(frame, max_chunksize=4)
    export.write("sager.arrow", out.getvalue())
    export.write("kort.toml", arrow_mapping())
    export.expect("sager.arrow", [(case, seen(plan, SCALARS, TILBUD, True)) for case, plan in plans()])


def other_json(case: str, plan: dict) -> dict:
    """The plan in the shape of somebody else's program."""
    told: dict = {"meta": {"sagId": int(case), "kommune": 851}}
    for pointer, name in SCALARS.items():
        value = at(plan, pointer)
        if value is not None:
            part = "datoer" if pointer in DATES else "felter"
            told.setdefault(part, {})[name] = value + "T00:00:00" if pointer in DATES else value
    told["indsatser"] = [{"art": "tilbud", "data": entry} for entry in at(plan, LIST) or []] + [{"art": "note", "data": {"beskrivelse": "x"}}]
    return told


def json_mapping(head: str) -> str:
    given = {p: f"/{'datoer' if p in DATES else 'felter'}/{n}" for p, n in SCALARS.items()}
    fields = "\n".join(f'{key} = "/data/{key}"' for key in TILBUD)
    tail = f'\n[[lists]]\nplace = "{LIST}"\nat = "/indsatser"\nwhere = {{ column = "art", is = "tilbud", only = true }}\n[lists.fields]\n{fields}\n'
    return mapping(head, given, tail)


def lines() -> None:
    export = Export("json-linjer")
    export.write("sager.ndjson", "".join(json.dumps(other_json(*one), ensure_ascii=False) + "\n" for one in plans()))
    export.write("kort.toml", json_mapping('id = "/meta/sagId"'))
    export.expect("sager.ndjson", [(case, seen(plan, SCALARS, TILBUD)) for case, plan in plans()])


def wrapped() -> None:
    """A list inside of a document, and the mapping as JSON."""
    export = Export("json-i-kuvert")
    document = {"udtrukket": "2020-06-01", "svar": {"sager": [other_json(*one) for one in plans()]}}
    export.write("sager.json", json.dumps(document, ensure_ascii=False, indent=1))
    given = {p: f"/{'datoer' if p in DATES else 'felter'}/{n}" for p, n in SCALARS.items()}
    kort = {
        "source": {"at": "/svar/sager"},
        "id": "/meta/sagId",
        "plan": given,
        "lists": [{"place": LIST, "at": "/indsatser", "where": [{"column": "art", "is": ["tilbud"], "not": ["note"]}],
                   "fields": {key: f"/data/{key}" for key in TILBUD}}],
    }
    export.write("kort.json", json.dumps(kort, ensure_ascii=False, indent=1) + "\n")
    export.expect("sager.json", [(case, seen(plan, SCALARS, TILBUD)) for case, plan in plans()])


def dirty() -> None:
    """What people write into fields: half dates, words for yes, tokens for nothing, and things that are none of these."""
    export = Export("snavs")
    day = lambda text: dmy(text, export.draw.choice(["%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%-d/%-m %Y"]))  # noqa: E731
    names = list(SCALARS)
    rows, expected, dirt = [], [], {}
    for case, plan in plans():
        row = {p: cell(p, at(plan, p), day, export.draw.choice(["ja", "Ja", "JA ", "x"]), export.draw.choice(["nej", "NEJ", " n"])) for p in SCALARS}
        held = seen(plan, SCALARS)
        for pointer in names:
            if not row[pointer]:
                row[pointer] = export.draw.choice(["", "NULL", "-", " "])
        spoilt = export.draw.choice(["", "", "dato", "flag", "kode", "tal"])
        if spoilt:
            pointer, text = {
                "dato": ("/forberedendeDel/dato", export.draw.choice(["31-02-2020", "primo marts", "00-00-0000"])),
                "flag": ("/forberedendeDel/laege/attest", "måske"),
                "kode": ("/sag/sagstype", "ukendt"),
                "tal": ("/sag/kategori", "ca. 3"),
            }[spoilt]
            row[pointer] = text
            put(held, pointer, text)
            dirt[case] = [pointer]
        rows.append([case, *row.values()])
        expected.append((case, held))
    export.write("sager.csv", table(["Sagsnr", *SCALARS.values()], rows, ";").encode("cp1252", "replace"))
    export.write("kort.toml", mapping('id = "Sagsnr"\n\n[read]\nnothing = ["NULL", "-"]', SCALARS))
    expected = [(case, json.loads(latin(json.dumps(plan, ensure_ascii=False)))) for case, plan in expected]
    export.expect("sager.csv", expected, dirt)


def registered() -> None:
    """A mainframe's list: what was asked for above it, capitals, every cell in quotation marks, a separator too many at the end
    of each line, 20200302 and zeros for no day, numbers filled up with zeros, and a sum and a note below."""
    export = Export("liste-store-bogstaver")
    codes = {"ressourceforloeb": "010", "fleksjob": "020", "foertidspension": "030", "revalidering": "040",
             "jobafklaringsforloeb": "050", "jobafklaring": "050", "sygedagpenge": "060", "tilskud": "070", "anden": "999"}
    scalars = {p: n for p, n in SCALARS.items() if not p.startswith("/afgoerelse")}
    day = lambda text: dmy(text, "%Y%m%d") or "00000000"  # noqa: E731
    quoted = lambda cells: ";".join('"' + str(c).replace('"', '""') + '"' for c in cells) + ";"  # noqa: E731
    lines = ["Listenavn: REHAB-07;;", "Udskrevet: 01-06-2020 kl. 07.15;;", "", quoted(["SAGSNR.", "DISTRIKTSKODE", *(n.upper() for n in scalars.values())])]
    measures = [quoted(["SAGSNR.", *(n.upper() for n in TILBUD.values())])]
    for case, plan in plans():
        cells = [codes[at(plan, p)] if p == "/sag/sagstype" else (day(at(plan, p)) if p in DATES else cell(p, at(plan, p), day, "J", "N")) for p in scalars]
        lines.append(quoted([case.zfill(10), export.draw.choice(["0851", "0813"]), *cells]))
        for entry in at(plan, LIST) or []:
            measures.append(quoted([case.zfill(10), *(day(entry.get(k)) if k.endswith("dato") else entry.get(k, "") for k in TILBUD)]))
    lines += [quoted(["I ALT", len(plans()), *("" for _ in scalars)]), '"* Sager uden bevilling er udeladt"']
    for name, of in (("sager.csv", lines), ("indsatser.csv", measures)):
        export.write(name, "".join(line + "\r\n" for line in of).encode("cp1252", "replace"))
    given = {p: n.upper() for p, n in scalars.items()}
    read = ", ".join(f"{toml(code)} = {toml(place)}" for place, code in codes.items() if place != "jobafklaring")
    given["/sag/sagstype"] = f'{{ column = "SAGSTYPE", read.codes = {{ {read} }} }}'
    fields = "\n".join(f"{key} = {toml(name.upper())}" for key, name in TILBUD.items())
    tail = f'\n[[lists]]\nplace = "{LIST}"\ntable = "indsatser"\n[lists.fields]\n{fields}\n'
    head = ('id = "SAGSNR."\nskip_notes = true\n\n'
            '[read]\nnothing = ["00000000"]\n\n[tables.indsatser]\nfile = "indsatser.csv"\nkey = "SAGSNR."')
    export.write("kort.toml", mapping(head, given, tail))
    held = [(case.zfill(10), seen(plan, scalars, TILBUD)) for case, plan in plans()]
    for _, plan in held:
        if plan["sag"]["sagstype"] == "jobafklaring":
            plan["sag"]["sagstype"] = "jobafklaringsforloeb"
    export.expect("sager.csv", [(case, json.loads(latin(json.dumps(plan, ensure_ascii=False)))) for case, plan in held])


def twice() -> None:
    """UTF-8 that somebody opened as Windows-1252 and saved again; labels for codes, moments for days, True and False, NULL, a
    number for the row, an id in brackets, and a sum in the first column."""
    export = Export("kodet-to-gange")
    labels = {"ressourceforloeb": "Ressourceforløb", "fleksjob": "Fleksjob", "foertidspension": "Førtidspension",
              "revalidering": "Revalidering", "jobafklaringsforloeb": "Jobafklaringsforløb"}
    day = lambda text: f"{text} 00:00:00.000" if text else ""  # noqa: E731
    most = max(len(at(plan, LIST) or []) for _, plan in plans())
    numbered = [f"Indsats {n} - {name}" for n in range(1, most + 1) for name in ("tekst", "fra", "til", "ansvarlig")]
    rows = []
    for number, (case, plan) in enumerate(plans(), 1):
        cells = [cell(p, at(plan, p), day, "True", "False") or "NULL" for p in SCALARS]
        cells = [labels.get(text, text) if p == "/sag/sagstype" else text for p, text in zip(SCALARS, cells)]
        entries = at(plan, LIST) or []
        for n in range(most):
            entry = entries[n] if n < len(entries) else {}
            cells += [(day(entry.get(k)) if k.endswith("dato") else entry.get(k)) or "NULL" for k in TILBUD]
        rows.append([str(number), case, *cells])
    rows.append(["Total", str(len(rows)), *("" for _ in SCALARS), *("" for _ in numbered)])
    text = table(["Række", "Sagsnummer (nr.)", *SCALARS.values(), *numbered], rows, ",")
    # What Windows-1252 has no letter for stays as five bytes are in the encoding of the web.
    spoilt = "".join(chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([byte]).decode("cp1252") for byte in text.encode())
    export.write("sager.csv", spoilt.encode())
    names = dict(zip(TILBUD, ("Indsats {n} - tekst", "Indsats {n} - fra", "Indsats {n} - til", "Indsats {n} - ansvarlig")))
    fields = "\n".join(f"{key} = {toml(name)}" for key, name in names.items())
    tail = f'\n[[lists]]\nplace = "{LIST}"\n[lists.fields]\n{fields}\n'
    head = 'id = "Sagsnummer (nr.)"\nskip_notes = true\n\n[read]\nnothing = ["NULL"]'
    export.write("kort.toml", mapping(head, SCALARS, tail))
    export.expect("sager.csv", [(case, seen(plan, SCALARS, TILBUD)) for case, plan in plans()])


def kept_by_hand() -> None:
    """A workbook that a team keeps: a title, merged headings over the headings, units in them, a cross for yes, days as days, as
    numbers and as whatever was typed, a blank row between, and notes below."""
    export = Export("regneark-i-haanden")
    units = {"/forberedendeDel/dato": "Dato", "/moede/dato": "Dato", "/indstilling/indstillingsdato": "Dato",
             "/forberedendeDel/selvstaendig/timerPrUge": "Timer i virksomheden (t/uge)", "/sag/kategori": "Kategori (1-3)",
             "/forberedendeDel/laege/dato": "Attestdato (dd-mm-åååå)"}
    groups = {"/sag": "Sag", "/forberedendeDel/laege": "Læge", "/forberedendeDel": "Forberedende del", "/moede": "Møde",
              "/indstilling": "Indstilling"}
    wanted = [p for p in SCALARS if any(p.startswith(group + "/") for group in groups)]
    group = lambda p: next(name for start, name in groups.items() if p.startswith(start + "/"))  # noqa: E731
    order = sorted(wanted, key=lambda p: list(groups.values()).index(group(p)))
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = datetime(2020, 1, 1)
    sheet = book.active
    sheet.title = "Team Øst"
    sheet.append(["Rehabiliteringssager, team Øst"])
    sheet.append([])
    sheet.append(["", *(group(p) for p in order)])
    start = 2
    for place in range(3, len(order) + 3):
        here = group(order[place - 2]) if place - 2 < len(order) else None
        if here != group(order[start - 2]):
            if place - 1 > start:
                for blank in range(start + 1, place):
                    sheet.cell(3, blank).value = None
                sheet.merge_cells(start_row=3, start_column=start, end_row=3, end_column=place - 1)
            start = place
    sheet.append(["Sags-ID", *(units.get(p, SCALARS[p]) for p in order)])
    expected = []
    for number, (case, plan) in enumerate(plans()):
        row: list = [f"R{case}"]
        held = seen(plan, order)
        for pointer in order:
            value = at(plan, pointer)
            if pointer in DATES and value:
                value = export.draw.choice([date.fromisoformat(value), (date.fromisoformat(value) - date(1899, 12, 30)).days,
                                            dmy(value, "%-d/%-m-%y"), dmy(value, "%d.%m.%Y"), " " + dmy(value, "%d-%m-%Y")])
            elif isinstance(value, bool):
                # No cross, no answer.
                value = "x" if value else None
                if value is None:
                    *way, last = pointer.split("/")[1:]
                    part = held
                    for key in way:
                        part = part[key]
                    del part[last]
            row.append(value)
        sheet.append(row)
        if number == 5:
            sheet.append([])
        expected.append((f"R{case}", held))
    sheet.append([])
    sheet.append(["x = ja. Sager fra før 2019 står i den gamle liste."])
    out = io.BytesIO()
    book.save(out)
    export.write("sager.xlsx", timeless(out.getvalue()))
    names = {p: units.get(p, SCALARS[p]) for p in order}
    names = {p: f"{group(p)} {name}" if list(names.values()).count(name) > 1 else name for p, name in names.items()}
    head = 'id = "Sags-ID"\nskip_notes = true'
    export.write("kort.toml", mapping(head, names))
    export.expect("sager.xlsx", expected)


def answers() -> None:
    """A row for each answer, as systems of forms give it: the question in one column and the answer in another."""
    export = Export("svar-paa-raekker")

    def day(text: str | None) -> str:
        return dmy(text, "%d.%m.%y")

    def given(name: str) -> str:
        return f'{{ table = "svar", column = "Svar", where = {{ column = "Spørgsmål", is = {toml(name)} }} }}'

    rows = []
    for case, plan in plans():
        own = [[f"S-{case}", SCALARS[p], cell(p, at(plan, p), day, "Ja", "Nej")] for p in SCALARS]
        # What nobody was asked has no row, and what nobody answered a blank one.
        own = [row for row in own if row[2] or export.draw.random() < 0.5]
        export.draw.shuffle(own)
        rows += own
    export.write("svar.csv", table(["Sag", "Spørgsmål", "Svar"], rows, ";"))
    places = {pointer: given(name) for pointer, name in SCALARS.items()}
    export.write("kort.toml", mapping('id = "Sag"\nonce = true', places, '\n[tables.svar]\nkey = "Sag"\n'))
    export.expect("svar.csv", [(f"S-{case}", seen(plan, SCALARS)) for case, plan in plans()])


def database() -> None:
    """As databases write a table: `|` between the cells, `\\N` for nothing, true and false, moments with a zone, lines that end with CR."""
    export = Export("lodret-streg-zoner")

    def day(text: str | None) -> str:
        """Midnight in Denmark, told as the server tells it: by its own clock, or by that of Greenwich."""
        if not text:
            return ""
        moment = datetime.combine(date.fromisoformat(text), datetime.min.time(), ZoneInfo("Europe/Copenhagen"))
        if export.draw.random() < 0.5:
            moment = moment.astimezone(timezone.utc)
        return re.sub(r"(\+\d\d):?00$", r"\1", moment.strftime("%Y-%m-%d %H:%M:%S%z"))

    rows = []
    for case, plan in plans():
        rows.append([case] + [cell(p, at(plan, p), day, "true", "false").replace(",", ".") if p in NUMBERS
                              else cell(p, at(plan, p), day, "true", "false") or "\\N" for p in SCALARS])
    rows = [[value or "\\N" for value in row] for row in rows]
    export.write("sager.txt", table(["sagsnr", *SCALARS.values()], rows, "|", "\r"))
    head = 'id = "sagsnr"\n\n[read]\nnothing = "\\\\N"\ndecimal = "."'
    export.write("kort.toml", mapping(head, SCALARS))
    export.expect("sager.txt", [(case, seen(plan, SCALARS)) for case, plan in plans()])


def macintosh() -> None:
    """A workbook that counts its days from 1904, with days as days, crosses for yes and "nej" for no."""
    export = Export("regneark-1904")
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.append(["Sagsnr.", *SCALARS.values()])
    for case, plan in plans():
        row: list = [case]
        for pointer in SCALARS:
            value = at(plan, pointer)
            is_day = pointer in DATES and value
            row.append(date.fromisoformat(value) if is_day else {True: "X", False: "nej"}.get(value, value) if isinstance(value, bool) else value)
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    export.write("sager.xlsx", timeless(out.getvalue()))
    export.write("kort.toml", mapping('id = "Sagsnr."', SCALARS))
    export.expect("sager.xlsx", [(case, seen(plan, SCALARS)) for case, plan in plans()])


def example() -> None:
    """`examples/udtraek`: more cases, of which some lack something, as two files."""
    folder = HERE.parents[1] / "examples" / "udtraek"
    folder.mkdir(exist_ok=True)
    draw = random.Random("udtraek")
    day = lambda text: dmy(text, "%d-%m-%Y")  # noqa: E731
    known = plans()
    rows, measures = [], []
    for number in range(120):
        case, (_, plan) = str(5001 + number), draw.choice(known)
        left_out = {pointer for pointer in (*TEXTS, *DATES) if draw.random() < 0.08}
        cells = [cell(p, None if p in left_out else at(plan, p), day, "ja", "nej") for p in SCALARS]
        rows.append([case, draw.choice(["Nord", "Syd", "Øst"]), *cells])
        for entry in at(plan, LIST) or []:
            measures.append([case] + [day(entry.get(k)) if k.endswith("dato") else entry.get(k, "") for k in TILBUD])
    sager = table(["Sagsnr", "Distrikt", *SCALARS.values()], rows, ";")
    indsatser = table(["Sagsnr", *TILBUD.values()], measures, ";")
    (folder / "sager.csv").write_bytes(sager.encode("cp1252", "replace"))
    (folder / "indsatser.csv").write_bytes(indsatser.encode("cp1252", "replace"))


if __name__ == "__main__":
    for make in (example, momentum, fasit, sbsys, workbook, parquet, arrow, lines, wrapped, dirty,
                 registered, twice, kept_by_hand, answers, database, macintosh):
        make()
