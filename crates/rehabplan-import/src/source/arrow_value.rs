//! What stands in a column of Arrow.

use arrow_array::cast::AsArray as _;
use arrow_array::types::{
    ArrowDictionaryKeyType, Date32Type, Date64Type, Decimal128Type, Decimal256Type, Float16Type, Float32Type,
    Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, TimeUnit};
use chrono::{DateTime, Datelike as _};
use rehabplan::plan::Date;
use serde_json::{Map, Value as Json};

use crate::convert::unreadable;
use crate::dates::in_denmark;
use crate::value::Value;

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
#[allow(clippy::unwrap_used)]
mod tests {
    use std::sync::Arc;

    use arrow_array::{ArrayRef, Decimal128Array};

    use crate::value::Value;

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
}
