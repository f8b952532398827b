//! Parquet, Arrow files, and data frames that speak Arrow.

use std::io::{BufReader, Read as _};
use std::sync::Arc;

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_ipc::reader::{FileReader, StreamReader};
use arrow_schema::{ArrowError, DataType, Schema};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use super::{Found, Input, Opened, Row, Rows, SourceError, SourceFault, guarded};
use crate::limits::MAX_HELD_BYTES;
use crate::mapping::SourceKind;
use crate::record::{Field, Inside};

/// Rows in one batch.
const BATCH: usize = 1024;

pub(super) fn parquet(input: Input) -> Result<Opened, SourceError> {
    let broken = |_| SourceError::from(SourceFault::Broken);
    let (schema, batches): (_, Box<dyn RecordBatchReader + Send>) = guarded(|| match input {
        Input::File(file) => {
            let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(broken)?;
            let schema = builder.schema().clone();
            Ok((schema, Box::new(builder.with_batch_size(BATCH).build().map_err(broken)?) as _))
        }
        Input::Bytes(bytes) => {
            let bytes = bytes::Bytes::from(bytes.into_inner());
            let builder = ParquetRecordBatchReaderBuilder::try_new(bytes).map_err(broken)?;
            let schema = builder.schema().clone();
            Ok((schema, Box::new(builder.with_batch_size(BATCH).build().map_err(broken)?) as _))
        }
    })?;
    Ok(opened(SourceKind::Parquet, &schema, batches))
}

pub(super) fn ipc(input: Input, first: &[u8]) -> Result<Opened, SourceError> {
    let broken = |_| SourceError::from(SourceFault::Broken);
    let input = BufReader::new(input);
    if first.starts_with(b"ARROW1") {
        let reader = guarded(|| FileReader::try_new(input, None).map_err(broken))?;
        return Ok(opened(SourceKind::Arrow, &reader.schema(), Box::new(reader)));
    }
    let reader = guarded(|| StreamReader::try_new(input.take(MAX_HELD_BYTES * 64), None).map_err(broken))?;
    Ok(opened(SourceKind::Arrow, &reader.schema(), Box::new(reader)))
}

/// In the metadata of a schema: the table is a part of one.
const PART: &str = "rehabplan.part";

/// What is already in memory as Arrow, or comes from elsewhere as such. A part of a table, whose rows have no numbers that anybody
/// knows, has `rehabplan.part` among the metadata of its schema.
#[must_use]
pub fn of_batches(batches: Box<dyn RecordBatchReader + Send>) -> Opened {
    opened(SourceKind::Arrow, &batches.schema(), batches)
}

fn opened(kind: SourceKind, schema: &Schema, batches: Box<dyn RecordBatchReader + Send>) -> Opened {
    let field =
        |field: &Arc<arrow_schema::Field>| Field { inside: inside(field.data_type()), ..Field::column(field.name()) };
    let fields = schema.fields().iter().map(field).collect();
    let is_part = schema.metadata().contains_key(PART);
    Opened { fields, found: Found { is_part, ..Found::new(kind) }, rows: rows(batches, is_part), doubt: None }
}

/// What the values of a type have inside. A text may hold JSON, and of the keys of a map a schema says nothing.
fn inside(kind: &DataType) -> Inside {
    match kind {
        DataType::Struct(fields) => {
            Inside::object(fields.iter().map(|field| (field.name().as_str().into(), inside(field.data_type()))))
        }
        DataType::List(entry) | DataType::LargeList(entry) | DataType::FixedSizeList(entry, _) => {
            Inside::list(inside(entry.data_type()))
        }
        DataType::Dictionary(_, values) => inside(values),
        DataType::Utf8
        | DataType::LargeUtf8
        | DataType::Utf8View
        | DataType::Binary
        | DataType::LargeBinary
        | DataType::BinaryView
        | DataType::Map(..)
        | DataType::Null => Inside::default(),
        _ => Inside::value(),
    }
}

fn rows(batches: Box<dyn RecordBatchReader + Send>, is_part: bool) -> Rows {
    let mut batches = Some(batches);
    let mut number = 0_u64;
    let batches = std::iter::from_fn(move || -> Option<Result<RecordBatch, SourceError>> {
        let reader = batches.as_mut()?;
        let next = guarded(|| {
            let batch = reader.next().transpose();
            batch.map_err(|_: ArrowError| SourceFault::Broken.into())
        });
        if !matches!(next, Ok(Some(_))) {
            batches = None;
        }
        next.transpose()
    });
    Box::new(batches.flat_map(move |batch| -> Rows {
        match batch {
            Err(error) => Box::new(std::iter::once(Err(error))),
            Ok(batch) => {
                let first = number + 1;
                number += batch.num_rows() as u64;
                let row =
                    move |place| Ok(Row::of_batch((!is_part).then_some(first + place as u64), batch.clone(), place));
                Box::new((0..(number + 1 - first) as usize).map(row))
            }
        }
    }))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use std::sync::Arc;

    use arrow_array::builder::{Int32Builder, ListBuilder, StringBuilder, StructBuilder};
    use arrow_array::{ArrayRef, Date32Array, RecordBatch, RecordBatchIterator, StringArray, StructArray};
    use arrow_schema::{DataType, Field};
    use rehabplan::{Checker, Conclusion, Lang};

    use super::of_batches;
    use crate::import::{Import, ImportError};
    use crate::mapping::Mapping;

    /// Two cases: a text with JSON, and a struct of a day, a text with JSON, and a list of measures, which the first has none of.
    fn import(place: &str) -> Result<Import, ImportError> {
        let json: ArrayRef = Arc::new(StringArray::from(vec![r#"{"oensker": "Bus"}"#, "{\"oensker\": \"\"}"]));
        let day: ArrayRef = Arc::new(Date32Array::from(vec![18_000, 18_001]));
        let fields = vec![Field::new("navn", DataType::Utf8, true), Field::new("nr", DataType::Int32, true)];
        let measure = StructBuilder::new(fields, vec![Box::new(StringBuilder::new()), Box::new(Int32Builder::new())]);
        let mut measures = ListBuilder::new(measure);
        measures.append(true);
        let entry = measures.values();
        entry.field_builder::<StringBuilder>(0).unwrap().append_value("Praktik");
        entry.field_builder::<Int32Builder>(1).unwrap().append_value(1);
        entry.append(true);
        measures.append(true);
        let measures: ArrayRef = Arc::new(measures.finish());
        let of = |name: &str, column: &ArrayRef| Arc::new(Field::new(name, column.data_type().clone(), true));
        let plan = StructArray::from(vec![
            (of("dato", &day), Arc::clone(&day)),
            (of("json", &json), Arc::clone(&json)),
            (of("tiltag", &measures), Arc::clone(&measures)),
        ]);
        let plan: ArrayRef = Arc::new(plan);
        let batch = RecordBatch::try_from_iter([("js", json), ("p", plan)]).unwrap();
        let schema = batch.schema();
        let opened = of_batches(Box::new(RecordBatchIterator::new([Ok(batch)], schema)));
        let mapping = format!(
            "[plan]\n\"/sag/sagstype\" = {{ constant = \"fleksjob\" }}\n\"/forberedendeDel/dato\" = \"/p/dato\"\n{place}"
        );
        Import::new(&Mapping::read(mapping.as_bytes()).unwrap(), opened, Vec::new())
    }

    fn wrong(place: &str) -> String {
        match import(place) {
            Ok(_) => panic!("{place}"),
            Err(error) => format!("{} {}", error.code(), error.message(Lang::En)),
        }
    }

    #[test]
    fn a_way_below_a_value_or_through_a_list_is_an_error_before_anything_is_read() {
        let of = |way: &str| format!("\"/forberedendeDel/oensker\" = \"{way}\"\n");
        for (way, told) in [
            (
                "/p/dato/x",
                "nothingInside line 4, column 1: the source has no \"/p/dato/x\": \"/p/dato\" is a value and has nothing inside",
            ),
            (
                "/p/tiltag/navn",
                "throughAList line 4, column 1: the source has no \"/p/tiltag/navn\": \"/p/tiltag\" is a list; write it under [[lists]] with \"at\", or write the number of an entry, from 0",
            ),
            (
                "/p/tiltag/*/navn",
                "throughAList line 4, column 1: the source has no \"/p/tiltag/*/navn\": \"/p/tiltag\" is a list; write it under [[lists]] with \"at\", or write the number of an entry, from 0",
            ),
            (
                "/p/tiltag/0/navm",
                "unknownColumn line 4, column 1: the source has no column or heading \"/p/tiltag/0/navm\"; did you mean \"/p/tiltag/0/navn\"?",
            ),
            (
                "/p/tiltag/0/nr/x",
                "nothingInside line 4, column 1: the source has no \"/p/tiltag/0/nr/x\": \"/p/tiltag/0/nr\" is a value and has nothing inside",
            ),
        ] {
            assert_eq!(wrong(&of(way)), told, "{way}");
        }
        for way in ["/p/tiltag/0/navn", "/js/oensker", "/p/json/oensker"] {
            assert!(import(&of(way)).unwrap().bound().missing().is_empty(), "{way}");
        }
        let list =
            "[[lists]]\nplace = \"/indsatsdel/tilbud\"\nat = \"/p/tiltag\"\nfields = { beskrivelse = \"/nr/x\" }\n";
        assert_eq!(
            wrong(list),
            "nothingInside line 7, column 12: the source has no \"/nr/x\": \"/nr\" is a value and has nothing inside"
        );
    }

    #[test]
    fn a_text_that_is_json_is_looked_into_wherever_it_stands() {
        for (way, missing) in [("/js/oensker", 0), ("/p/json/oensker", 0), ("/js/onsker", 1), ("/p/json/onsker", 1)] {
            let import = import(&format!("\"/forberedendeDel/oensker\" = \"{way}\"\n")).unwrap();
            assert_eq!(import.bound().missing().len(), missing, "{way}");
            let checker = Checker::new().horizon(import.horizon().clone());
            let plans: Vec<_> = import.map(|case| checker.check_slice(&case.unwrap().plan()).unwrap()).collect();
            let found: Vec<Conclusion> = plans.iter().map(|report| report.conclusion).collect();
            let blank = if missing == 0 { Conclusion::Deficient } else { Conclusion::Undetermined };
            assert_eq!(found, [Conclusion::Undetermined, blank], "{way}");
            assert!(plans.iter().all(|report| report.input.is_empty()), "{way}");
        }
    }
}
