//! Parquet, Arrow files, and data frames that speak Arrow.

use std::io::{BufReader, Read as _};
use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::types::{
    ArrowDictionaryKeyType, Date32Type, Date64Type, Decimal128Type, Decimal256Type, Float16Type, Float32Type,
    Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchReader};
use arrow_ipc::reader::{FileReader, StreamReader};
use arrow_schema::{ArrowError, DataType, Schema, TimeUnit};
use chrono::{DateTime, Datelike as _};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use rehabplan::plan::Date;
use serde_json::{Map, Value as Json};

use super::{Found, Input, Opened, Row, Rows, SourceError, SourceFault, guarded};
use crate::convert::unreadable;
use crate::dates::in_denmark;
use crate::limits::MAX_HELD_BYTES;
use crate::mapping::SourceKind;
use crate::record::{Field, Inside};
use crate::value::Value;

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

/// What stands in a column at a place.
pub(super) fn value(column: &ArrayRef, place: usize) -> Value<'_> {
    if place >= column.len() || column.is_null(place) {
        return Value::Nothing;
    }
    macro_rules! number {
        ($kind:ty) => {
            Value::Number(column.as_primitive::<$kind>().value(place).into())
        };
    }
    match column.data_type() {
        DataType::Null => Value::Nothing,
        DataType::Utf8 => column.as_string::<i32>().value(place).into(),
        DataType::LargeUtf8 => column.as_string::<i64>().value(place).into(),
        DataType::Utf8View => column.as_string_view().value(place).into(),
        DataType::Binary => text(column.as_binary::<i32>().value(place)),
        DataType::LargeBinary => text(column.as_binary::<i64>().value(place)),
        DataType::BinaryView => text(column.as_binary_view().value(place)),
        DataType::Boolean => Value::Flag(column.as_boolean().value(place)),
        DataType::Int8 => number!(Int8Type),
        DataType::Int16 => number!(Int16Type),
        DataType::Int32 => number!(Int32Type),
        DataType::Int64 => whole(column.as_primitive::<Int64Type>().value(place).into()),
        DataType::UInt8 => number!(UInt8Type),
        DataType::UInt16 => number!(UInt16Type),
        DataType::UInt32 => number!(UInt32Type),
        DataType::UInt64 => whole(column.as_primitive::<UInt64Type>().value(place).into()),
        DataType::Float16 => Value::Number(column.as_primitive::<Float16Type>().value(place).to_f64()),
        DataType::Float32 => parsed(&column.as_primitive::<Float32Type>().value(place).to_string()),
        DataType::Float64 => float(column.as_primitive::<Float64Type>().value(place)),
        DataType::Decimal128(..) => decimal(&column.as_primitive::<Decimal128Type>().value_as_string(place)),
        DataType::Decimal256(..) => decimal(&column.as_primitive::<Decimal256Type>().value_as_string(place)),
        DataType::Date32 => day(i64::from(column.as_primitive::<Date32Type>().value(place)).checked_mul(86_400), false),
        DataType::Date64 => day(Some(column.as_primitive::<Date64Type>().value(place).div_euclid(1000)), false),
        DataType::Timestamp(unit, zone) => {
            let seconds = match unit {
                TimeUnit::Second => column.as_primitive::<TimestampSecondType>().value(place),
                TimeUnit::Millisecond => {
                    column.as_primitive::<TimestampMillisecondType>().value(place).div_euclid(1000)
                }
                TimeUnit::Microsecond => {
                    column.as_primitive::<TimestampMicrosecondType>().value(place).div_euclid(1_000_000)
                }
                TimeUnit::Nanosecond => {
                    column.as_primitive::<TimestampNanosecondType>().value(place).div_euclid(1_000_000_000)
                }
            };
            // Without a zone it is what a clock on the wall said.
            day(Some(seconds), zone.is_some())
        }
        DataType::Dictionary(keys, _) => match keys.as_ref() {
            DataType::Int8 => entry::<Int8Type>(column, place),
            DataType::Int16 => entry::<Int16Type>(column, place),
            DataType::Int32 => entry::<Int32Type>(column, place),
            DataType::Int64 => entry::<Int64Type>(column, place),
            DataType::UInt8 => entry::<UInt8Type>(column, place),
            DataType::UInt16 => entry::<UInt16Type>(column, place),
            DataType::UInt32 => entry::<UInt32Type>(column, place),
            DataType::UInt64 => entry::<UInt64Type>(column, place),
            _ => Value::Unreadable,
        },
        DataType::List(_)
        | DataType::LargeList(_)
        | DataType::FixedSizeList(..)
        | DataType::Struct(_)
        | DataType::Map(..) => Value::Nested(std::borrow::Cow::Owned(json(column, place))),
        _ => Value::Unreadable,
    }
}

fn text(bytes: &[u8]) -> Value<'_> {
    std::str::from_utf8(bytes).map_or(Value::Unreadable, Value::from)
}

/// A whole number. One that a number of JSON does not hold is most likely an id, and stays what it is as text.
fn whole(number: i128) -> Value<'static> {
    const EXACT: i128 = 1 << 53;
    #[allow(clippy::cast_precision_loss)]
    if (-EXACT..=EXACT).contains(&number) { Value::Number(number as f64) } else { number.to_string().into() }
}

fn float(number: f64) -> Value<'static> {
    // Data frames write NaN for what is not there.
    if number.is_nan() { Value::Nothing } else { Value::Number(number) }
}

fn parsed(text: &str) -> Value<'static> {
    text.parse().map_or(Value::Unreadable, float)
}

/// A number of decimal digits. As with whole ones, one of more digits than a number of JSON holds stays what it is as text.
fn decimal(text: &str) -> Value<'static> {
    const EXACT: usize = 15;
    let short = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text };
    match short.parse() {
        Ok(number) => whole(number),
        Err(_) if short.bytes().filter(u8::is_ascii_digit).count() > EXACT => Value::from(short.to_owned()),
        Err(_) => parsed(short),
    }
}

fn day(seconds: Option<i64>, has_zone: bool) -> Value<'static> {
    let moment = seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0)).map(|moment| moment.naive_utc());
    let date = moment.and_then(|moment| {
        if has_zone { in_denmark(moment) } else { Date::new(moment.year(), moment.month(), moment.day()) }
    });
    date.map_or(Value::Unreadable, Value::Date)
}

fn entry<K: ArrowDictionaryKeyType>(column: &ArrayRef, place: usize) -> Value<'_> {
    let dictionary = column.as_dictionary::<K>();
    dictionary.key(place).map_or(Value::Nothing, |key| value(dictionary.values(), key))
}

/// A nested value as JSON.
fn json(column: &ArrayRef, place: usize) -> Json {
    if place >= column.len() || column.is_null(place) {
        return Json::Null;
    }
    let list = |entries: ArrayRef| Json::Array((0..entries.len()).map(|place| json(&entries, place)).collect());
    match column.data_type() {
        DataType::List(_) => list(column.as_list::<i32>().value(place)),
        DataType::LargeList(_) => list(column.as_list::<i64>().value(place)),
        DataType::FixedSizeList(..) => list(column.as_fixed_size_list().value(place)),
        DataType::Map(..) => {
            let entries = column.as_map().value(place);
            let (Some(keys), Some(values)) = (entries.columns().first(), entries.columns().get(1)) else {
                return Json::Null;
            };
            let pair = |place| Some((value(keys, place).text()?.into_owned(), json(values, place)));
            Json::Object((0..entries.len()).filter_map(pair).collect())
        }
        DataType::Struct(_) => {
            let object = column.as_struct();
            let members = object.column_names().into_iter().zip(object.columns());
            let members: Map<String, Json> =
                members.map(|(name, inner)| (name.to_owned(), json(inner, place))).collect();
            Json::Object(members)
        }
        _ => match value(column, place) {
            Value::Nothing => Json::Null,
            Value::Flag(flag) => Json::Bool(flag),
            Value::Number(number) => serde_json::Number::from_f64(number).map_or(Json::Null, Json::Number),
            Value::Nested(json) => json.into_owned(),
            Value::Unreadable => unreadable(),
            other => other.text().map_or(Json::Null, |text| Json::String(text.into_owned())),
        },
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use std::sync::Arc;

    use arrow_array::builder::{Int32Builder, ListBuilder, StringBuilder, StructBuilder};
    use arrow_array::{
        ArrayRef, Date32Array, Decimal128Array, RecordBatch, RecordBatchIterator, StringArray, StructArray,
    };
    use arrow_schema::{DataType, Field};
    use rehabplan::{Checker, Conclusion, Lang};

    use super::of_batches;
    use crate::import::{Import, ImportError};
    use crate::mapping::Mapping;
    use crate::value::Value;

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
    fn a_number_that_is_not_held_exactly_stays_what_it_is_as_text() {
        for (digits, number) in [
            ("7", 7.0),
            ("-12", -12.0),
            ("7.50", 7.5),
            ("100", 100.0),
            ("7.00", 7.0),
            ("9007199254740992", 9_007_199_254_740_992.0),
        ] {
            assert_eq!(super::decimal(digits), Value::Number(number), "{digits}");
        }
        for id in ["100000000000000001", "100000000000000002", "1234567890123456.75", &"1".repeat(60)] {
            assert_eq!(super::decimal(id), Value::from(id), "{id}");
        }
        assert_eq!(super::decimal("100000000000000001.00"), Value::from("100000000000000001"));
        let ids = Decimal128Array::from(vec![100_000_000_000_000_001, 100_000_000_000_000_002]);
        let ids: ArrayRef = Arc::new(ids.with_precision_and_scale(38, 0).unwrap());
        assert_ne!(super::value(&ids, 0), super::value(&ids, 1));
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
