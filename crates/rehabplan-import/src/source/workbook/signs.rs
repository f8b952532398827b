//! Signs that XML has no place for, as a workbook writes them: `_x000D_` for the end of a line, and `_x005F_` for the stroke that would
//! be taken for the beginning of one.

/// The text that is meant.
pub(super) fn meant(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let (mut meant, mut rest) = (String::with_capacity(text.len()), text.as_str());
    while let Some((before, behind)) = rest.split_once("_x") {
        meant.push_str(before);
        let code = behind.get(..4).filter(|_| behind.get(4..5) == Some("_"));
        let code = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let sign = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        match sign {
            Some(sign) => {
                meant.push(sign);
                rest = behind.get(5..).unwrap_or("");
            }
            None => {
                meant.push_str("_x");
                rest = behind;
            }
        }
    }
    meant + rest
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_sign_is_read_where_it_is_one() {
        for (written, text) in [
            ("_x000D_", "\r"),
            ("Bus_x000d_\nTog", "Bus\r\nTog"),
            ("_x005F_x000D_", "_x000D_"),
            ("a_x00G0_b_x12", "a_x00G0_b_x12"),
            ("_xD800_ og _x000D", "_xD800_ og _x000D"),
        ] {
            assert_eq!(meant(written.to_owned()), text);
        }
    }
}
