//! Headers of WebDAV, and those of HTTP that it leans on.

use time::Duration;
use yakusho_webkit::Problem;

/// How far below a resource a request goes (RFC 4918, section 10.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// The resource alone.
    Zero,
    /// What is in it, too.
    One,
    /// All that is below it.
    Infinity,
}

impl Depth {
    /// What the header says; without end where there is none.
    ///
    /// # Errors
    /// [`Problem::Malformed`] where it is none of the three.
    pub fn of(header: Option<&str>) -> Result<Self, Problem> {
        match header.map(str::trim) {
            Some("0") => Ok(Self::Zero),
            Some("1") => Ok(Self::One),
            None => Ok(Self::Infinity),
            Some(other) if other.eq_ignore_ascii_case("infinity") => Ok(Self::Infinity),
            Some(_) => Err(Problem::Malformed("no such depth".to_owned())),
        }
    }
}

/// Whether what stands at the destination may be written over: yes, unless the header says `F` (RFC 4918, section 10.6).
///
/// # Errors
/// [`Problem::Malformed`] where it says neither yes nor no.
pub fn overwrite(header: Option<&str>) -> Result<bool, Problem> {
    match header.map(str::trim) {
        None | Some("T" | "t") => Ok(true),
        Some("F" | "f") => Ok(false),
        Some(_) => Err(Problem::Malformed("overwrite is T or F".to_owned())),
    }
}

/// The path that `Destination` names, still encoded; none where it is another server's (RFC 4918, section 10.3).
///
/// # Errors
/// [`Problem::Malformed`] where there is no such header, or it is no address.
pub fn destination(header: Option<&str>, host: Option<&str>) -> Result<Option<String>, Problem> {
    let malformed = || Problem::Malformed("no destination".to_owned());
    let given = header.map(str::trim).ok_or_else(malformed)?;
    if given.starts_with('/') {
        return Ok(Some(given.to_owned()));
    }
    let (_, rest) = given.split_once("://").ok_or_else(malformed)?;
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let ours = host.is_some_and(|host| host.eq_ignore_ascii_case(authority));
    let path = if path.is_empty() { "/" } else { path };
    Ok(ours.then(|| path.to_owned()))
}

/// For how long a lock is asked for: the first time in the list that is understood, none for ever or where nothing is said
/// (RFC 4918, section 10.7).
pub fn timeout(header: Option<&str>) -> Option<Duration> {
    let wishes = header.unwrap_or_default().split(',').map(str::trim);
    for wish in wishes {
        if wish.eq_ignore_ascii_case("infinite") {
            return None;
        }
        let seconds = wish
            .get(..7)
            .filter(|it| it.eq_ignore_ascii_case("second-"));
        let seconds = seconds.and_then(|_| wish.get(7..)?.parse::<u32>().ok());
        if let Some(seconds) = seconds {
            return Some(Duration::seconds(seconds.into()));
        }
    }
    None
}

/// The entity tags of `If-Match` or `If-None-Match` (RFC 9110, section 13.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tags {
    /// Whatever there is.
    Any,
    /// These, in quotes as they came.
    These(Vec<String>),
}

impl Tags {
    /// What the header says; none where there is none.
    pub fn of(header: Option<&str>) -> Option<Self> {
        let header = header?.trim();
        if header == "*" {
            return Some(Self::Any);
        }
        // A tag of ours has no comma.
        let tags = header.split(',').map(|tag| tag.trim().to_owned());
        Some(Self::These(tags.filter(|tag| !tag.is_empty()).collect()))
    }

    /// Whether one of them is that of what is there.
    pub fn takes(&self, there: Option<&str>) -> bool {
        match (self, there) {
            (_, None) => false,
            (Self::Any, Some(_)) => true,
            (Self::These(tags), Some(there)) => tags.iter().any(|tag| tag == there),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_depth_is_one_of_three() {
        let read = |header| Depth::of(header).ok();
        assert_eq!(read(None), Some(Depth::Infinity));
        assert_eq!(read(Some("0")), Some(Depth::Zero));
        assert_eq!(read(Some(" 1 ")), Some(Depth::One));
        assert_eq!(read(Some("Infinity")), Some(Depth::Infinity));
        assert_eq!(read(Some("2")), None);
    }

    #[test]
    fn a_destination_is_on_this_server() {
        let host = Some("hall.example:8080");
        let read = |header| destination(Some(header), host).ok();
        let path = |path: &str| Some(Some(path.to_owned()));
        assert_eq!(read("https://hall.example:8080/a%20b"), path("/a%20b"));
        assert_eq!(read("http://HALL.example:8080"), path("/"));
        assert_eq!(read("/a/b"), path("/a/b"));
        assert_eq!(read("http://other.example/a"), Some(None));
        assert_eq!(read("a/b"), None);
        assert!(destination(None, host).is_err());
    }

    #[test]
    fn the_first_time_that_is_understood_counts() {
        let read = |header| timeout(Some(header));
        assert_eq!(read("Second-600"), Some(Duration::minutes(10)));
        assert_eq!(read("Extend-1, second-60"), Some(Duration::minutes(1)));
        assert_eq!(read("Infinite, Second-4100000000"), None);
        assert_eq!(read("Second-x"), None);
        assert_eq!(timeout(None), None);
    }

    #[test]
    fn a_tag_is_compared_whole() {
        let tags = Tags::of(Some("\"a\", \"b\"")).unwrap_or(Tags::Any);
        assert!(tags.takes(Some("\"b\"")) && !tags.takes(Some("\"c\"")) && !tags.takes(None));
        let any = Tags::of(Some(" * "));
        assert_eq!(any, Some(Tags::Any));
        assert!(Tags::Any.takes(Some("\"c\"")) && !Tags::Any.takes(None));
        assert_eq!(Tags::of(None), None);
    }

    #[test]
    fn what_is_there_is_written_over_unless_told() {
        let read = |header| overwrite(header).ok();
        assert_eq!(read(None), Some(true));
        assert_eq!(read(Some("F")), Some(false));
        assert_eq!(read(Some("maybe")), None);
    }
}
