//! Codes by time, as RFC 6238 and every app has them: six digits, 30 seconds, SHA-1.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use totp_rs::{Builder, Totp, TotpError};
use yakusho_kernel::{Fault, Timestamp};

/// How long a secret is: as long as the hash.
pub(crate) const SECRET_BYTES: usize = 20;

/// That a secret is not one.
#[derive(Debug, thiserror::Error)]
#[error("the secret of a second factor cannot be used: {0}")]
pub struct CodeError(String);

impl From<CodeError> for Fault {
    fn from(error: CodeError) -> Self {
        Self::internal(error)
    }
}

impl From<TotpError> for CodeError {
    fn from(error: TotpError) -> Self {
        Self(error.to_string())
    }
}

fn totp(secret: &[u8]) -> Result<Totp, CodeError> {
    // One step of skew either way is the library's default.
    Ok(Builder::new().with_secret(secret.to_vec()).build()?)
}

/// The step to which a code belongs, if it is right now (or half a minute ago or hence) and later than the last one
/// that was used.
pub(crate) fn step_of(
    secret: &[u8],
    typed: &str,
    now: Timestamp,
    last_step: i64,
) -> Result<Option<i64>, CodeError> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let seconds = u64::try_from(now.millis() / 1_000).unwrap_or(0);
    let step = totp(secret)?
        .check(&digits, seconds)
        .and_then(|step| i64::try_from(step).ok());
    Ok(step.filter(|step| *step > last_step))
}

/// The code at a point in time: what the owner's app shows. For tests.
#[cfg(any(test, feature = "testing"))]
pub fn code_at(secret: &[u8], at: Timestamp) -> Result<String, CodeError> {
    let seconds = u64::try_from(at.millis() / 1_000).unwrap_or(0);
    Ok(totp(secret)?.generate(seconds).to_string())
}

/// The address that apps read from a QR code.
pub(crate) fn url(issuer: &str, login: &str, secret: &str) -> String {
    let [issuer, login] =
        [issuer, login].map(|text| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string());
    format!("otpauth://totp/{issuer}:{login}?secret={secret}&issuer={issuer}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238's test vectors; their codes have eight digits, of which apps show the last six.
    const SECRET: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_millis(seconds * 1_000)
    }

    #[test]
    fn codes_are_those_of_the_rfc() {
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code_at(SECRET, at(seconds)).unwrap(), code);
        }
    }

    #[test]
    fn a_code_is_right_for_a_step_before_and_after_and_never_twice() {
        // 1,111,111,109 lies in the step that begins at 1,111,111,080.
        let step = |now, last| step_of(SECRET, "081 804", at(now), last).unwrap();
        assert_eq!(step(1_111_111_049, 0), None);
        assert_eq!(step(1_111_111_050, 0), Some(37_037_036));
        assert_eq!(step(1_111_111_139, 0), Some(37_037_036));
        assert_eq!(step(1_111_111_140, 0), None);
        assert_eq!(step(1_111_111_109, 37_037_035), Some(37_037_036));
        assert_eq!(step(1_111_111_109, 37_037_036), None);
    }

    #[test]
    fn nonsense_is_no_code() {
        for typed in ["", "81804", "0818045", "abcdef", "+81804", "０８１８０４"] {
            assert_eq!(
                step_of(SECRET, typed, at(1_111_111_109), 0).unwrap(),
                None,
                "{typed}"
            );
        }
    }

    #[test]
    fn an_app_can_read_the_address() {
        assert_eq!(
            url("直方市", "n 1", "ABC"),
            "otpauth://totp/%E7%9B%B4%E6%96%B9%E5%B8%82:n%201?secret=ABC&issuer=%E7%9B%B4%E6%96%B9%E5%B8%82"
        );
    }
}
