"""Writes the workbooks of Tests/WorkbooksTests/Fixtures with openpyxl 3.1 and odfpy 1.4."""
import datetime, sys
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
out = sys.argv[1]
book = Workbook()
hidden = book.active; hidden.title = "Lists"; hidden.sheet_state = "hidden"; hidden["A1"] = "x"
s = book.create_sheet("Names")
s.append(["name", "date", "time", "share", "price", "code", "count", "flag", "language", "when"])
s.append(["Jozef Novák", datetime.date(2026, 7, 30), datetime.time(18, 0), 0.45, 12.5, 123, 1234567, True, "sk", datetime.datetime(2026, 7, 30, 18, 30)])
s.append(["ليلى 💙", datetime.date(1900, 3, 1), datetime.time(9, 5, 30), 0.125, 0.1 + 0.2, 7, -3, False, None, None])
s.append(["=CONCAT(A2)", None, None, None, None, None, None, None, None, None])
s.append([None] * 10)
s.append([CellRichText("Zoë ", TextBlock(InlineFont(b=True), "bold")), None, None, 1, 3, 421949123456, 2.0])
for row in range(2, 7):
    s.cell(row, 2).number_format = "dd.mm.yyyy"; s.cell(row, 3).number_format = "h:mm AM/PM"
    s.cell(row, 4).number_format = "0%" if row != 3 else "0.0%"; s.cell(row, 5).number_format = '"€ "#,##0.00'
    s.cell(row, 6).number_format = "00000"; s.cell(row, 7).number_format = "General"
s.merge_cells("I2:I4")
s.row_dimensions[3].hidden = True
book.save(out + "/book.xlsx")
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableRow, TableCell, CoveredTableCell
from odf.text import P, S
from odf.office import Annotation
doc = OpenDocumentSpreadsheet(); t = Table(name="Names"); doc.spreadsheet.addElement(t)
def row(*cells, **kw):
    r = TableRow(**kw); t.addElement(r)
    for c in cells: r.addElement(c)
def cell(text=None, **kw):
    c = TableCell(**kw)
    if text is not None:
        for line in text.split("\n"): c.addElement(P(text=line))
    return c
row(cell("name"), cell("date"), cell("time"), cell("share"), cell("price"), cell("code"), cell("language"))
noted = cell("Jozef Novák", valuetype="string"); a = Annotation(); a.addElement(P(text="a note")); noted.addElement(a)
row(noted, cell("30.07.2026", valuetype="date", datevalue="2026-07-30"), cell("18:00", valuetype="time", timevalue="PT18H00M00S"), cell("45,0 %", valuetype="percentage", value="0.45"), cell("12,50", valuetype="float", value="12.5"), cell("00123", valuetype="float", value="123"), cell("sk", valuetype="string", numberrowsspanned="2", numbercolumnsspanned="1"))
row(cell("ليلى"), cell(numbercolumnsrepeated="3"), cell("1.234.567", valuetype="float", value="1234567"), cell("#N/A", valuetype="string", formula="of:=NA()"), CoveredTableCell())
row(cell(numbercolumnsrepeated="16384"), numberrowsrepeated="1000")
row(cell("A\nB", valuetype="string"), cell(numbercolumnsrepeated="16383"), numberrowsrepeated="2")
row(cell(numbercolumnsrepeated="16384"), numberrowsrepeated="1047000")
doc.save(out + "/book.ods")
