//! From the texts of a row to what it says, with every fault of every cell.

use time::Date;
use yakusho_kernel::{EmploymentClass, is_unseen, narrow};
use yakusho_koyomi::parse_date;
use yakusho_regulation::{SectionTag, UnitRank};
use yakusho_sheet::Columns as _;

use super::line::{ActKind, Line, LineAct, Named, PostName};
use super::{Column, FaultKind, OrderFault, Row};
use crate::organisation::{CODE, LOWEST_RANK, NAME as UNIT_NAME};
use crate::staff::{NAME as PERSON_NAME, NUMBER, Status, is_number, is_reading, reading, spaced};

/// Understands the rows, each as far as its cells can be.
pub(super) fn parse(rows: &[Row], day: Date, faults: &mut Vec<OrderFault>) -> Vec<Line> {
    let lines = rows.iter().map(|row| {
        let mut cells = Cells {
            row,
            day,
            named: Named::default(),
            faults: Vec::new(),
        };
        cells.unreadable();
        let kind = cells.choice(Column::Kind, ActKind::named);
        if kind.is_none() {
            cells.of_no_kind();
        }
        let act = kind.and_then(|kind| cells.act(kind));
        faults.append(&mut cells.faults);
        Line {
            number: row.line,
            kind,
            named: cells.named,
            act,
        }
    });
    lines.collect()
}

/// The cells of a row, and what was found wrong with them. Every cell is looked at before what it says is put together,
/// so that one fault does not hide another.
struct Cells<'a> {
    row: &'a Row,
    day: Date,
    named: Named,
    faults: Vec<OrderFault>,
}

impl Cells<'_> {
    fn unreadable(&mut self) {
        for (column, text) in &self.row.cells {
            let breaks = |c: char| matches!(c, '\n' | '\r');
            let is_wrong = |c: char| c == char::REPLACEMENT_CHARACTER || is_unseen(c);
            if text.contains(breaks) && !column.has_lines() {
                self.fault(*column, FaultKind::LineBreak);
            } else if text.contains(|c| is_wrong(c) && !breaks(c)) {
                self.fault(*column, FaultKind::Unreadable);
            }
        }
    }

    fn act(&mut self, kind: ActKind) -> Option<LineAct> {
        let act = match kind {
            ActKind::Appoint | ActKind::Concurrent => {
                let last = self.last();
                let (number, post) = (self.number(), self.post());
                LineAct::Appoint {
                    main: kind == ActKind::Appoint,
                    last,
                    number: number?,
                    post: post?,
                }
            }
            ActKind::Relieve => {
                let (number, post) = (self.number(), self.post());
                LineAct::Relieve {
                    number: number?,
                    post: post?,
                }
            }
            ActKind::Join => return self.join(),
            ActKind::Leave => self.status(Status::Left)?,
            ActKind::LeaveOfAbsence => self.status(Status::Leave)?,
            ActKind::ChildcareLeave => self.status(Status::ChildcareLeave)?,
            ActKind::Second => self.status(Status::Seconded)?,
            ActKind::Return => self.status(Status::Active)?,
            ActKind::Reclass => {
                let (number, class) = (self.number(), self.choice(Column::Class, class_named));
                LineAct::Reclass {
                    number: number?,
                    class: class?,
                }
            }
            ActKind::FoundUnit => return self.found_unit(),
            ActKind::RenameUnit => {
                let (code, name) = (self.code(), self.text(Column::Name, UNIT_NAME));
                LineAct::RenameUnit {
                    code: code?,
                    name: name?,
                }
            }
            ActKind::MoveUnit => {
                let (code, parent) = (self.code(), self.parent());
                LineAct::MoveUnit {
                    code: code?,
                    parent,
                }
            }
            ActKind::MergeUnit => {
                let into = self.text(Column::Parent, CODE).as_deref().map(narrow);
                let code = self.code();
                self.named.parent.clone_from(&into);
                LineAct::MergeUnit {
                    code: code?,
                    into: into?,
                }
            }
            ActKind::CloseUnit => LineAct::CloseUnit { code: self.code()? },
            ActKind::FoundPost => return self.found_post(),
            ActKind::ClosePost => LineAct::ClosePost { post: self.post()? },
        };
        Some(act)
    }

    /// Of a line of no known kind, what can be said of a cell whatever the kind.
    fn of_no_kind(&mut self) {
        let cell = |column| {
            let text = self.row.cell(column).filter(|_| !self.is_faulty(column));
            text.map(narrow)
        };
        self.named = Named {
            number: cell(Column::Number),
            unit: cell(Column::Unit),
            post: cell(Column::Post),
            parent: None,
        };
        if self.row.cell(Column::Class).is_some() {
            self.choice(Column::Class, class_named);
        }
        self.head();
        self.tags();
        self.position();
        self.last();
    }

    fn join(&mut self) -> Option<LineAct> {
        let number = self.number();
        if let Some(text) = number.clone().filter(|text| !is_number(text)) {
            self.fault(Column::Number, FaultKind::Malformed { text });
        }
        let name = self.text(Column::Name, PERSON_NAME);
        let name = name.as_deref().map(spaced);
        let kana = self.text(Column::Kana, PERSON_NAME);
        let kana = kana.as_deref().map(reading);
        if let Some(text) = kana
            .clone()
            .filter(|text| !is_reading(text, name.as_deref()))
        {
            self.fault(Column::Kana, FaultKind::Malformed { text });
        }
        let class = self.choice(Column::Class, class_named);
        let last = self.last();
        let placed = self.row.cell(Column::Unit).is_some() || self.row.cell(Column::Post).is_some();
        let post = placed.then(|| self.post());
        Some(LineAct::Join {
            number: number?,
            name: name?,
            kana: kana?,
            class: class?,
            post: match post {
                Some(post) => Some(post?),
                None => None,
            },
            last,
        })
    }

    fn status(&mut self, status: Status) -> Option<LineAct> {
        let last = if status.is_away() { self.last() } else { None };
        let number = self.number();
        Some(LineAct::SetStatus {
            number: number?,
            status,
            last,
        })
    }

    fn found_unit(&mut self) -> Option<LineAct> {
        let code = self.code();
        let name = self.text(Column::Name, UNIT_NAME);
        let rank = self.choice(Column::Rank, rank_named);
        let parent = self.parent();
        let position = self.position();
        let tags = self.tags();
        Some(LineAct::FoundUnit {
            code: code?,
            name: name?,
            rank: rank?,
            parent,
            position,
            tags: tags?,
        })
    }

    fn found_post(&mut self) -> Option<LineAct> {
        let post = self.post();
        let rank = self.choice(Column::Rank, |text| {
            let rank = text.parse().ok();
            rank.filter(|rank| (1..=LOWEST_RANK).contains(rank))
        });
        let head = self.head();
        let position = self.position();
        Some(LineAct::FoundPost {
            post: post?,
            rank: rank?,
            head: head?,
            position,
        })
    }

    fn head(&mut self) -> Option<bool> {
        match self.row.cell(Column::Head) {
            Some(_) => self.choice(Column::Head, yes_or_no),
            None => Some(false),
        }
    }

    fn tags(&mut self) -> Option<Vec<SectionTag>> {
        match self.row.cell(Column::Tags) {
            Some(_) => self.choice(Column::Tags, tags_named),
            None => Some(Vec::new()),
        }
    }

    fn number(&mut self) -> Option<String> {
        let number = self.text(Column::Number, NUMBER).as_deref().map(narrow);
        self.named.number.clone_from(&number);
        number
    }

    fn code(&mut self) -> Option<String> {
        let code = self.text(Column::Unit, CODE).as_deref().map(narrow);
        self.named.unit.clone_from(&code);
        code
    }

    fn post(&mut self) -> Option<PostName> {
        let unit = self.code();
        let title = self.text(Column::Post, UNIT_NAME);
        self.named.post.clone_from(&title);
        Some(PostName {
            unit: unit?,
            title: title?,
        })
    }

    fn parent(&mut self) -> Option<String> {
        let parent = self.row.cell(Column::Parent)?;
        let parent = (!self.is_faulty(Column::Parent)).then(|| narrow(parent));
        self.named.parent.clone_from(&parent);
        parent
    }

    /// A text that must be there.
    fn text(&mut self, column: Column, max: usize) -> Option<String> {
        let Some(text) = self.row.cell(column) else {
            self.fault(column, FaultKind::Required);
            return None;
        };
        if text.chars().count() > max {
            self.fault(column, FaultKind::TooLong { max });
        }
        (!self.is_faulty(column)).then(|| text.to_owned())
    }

    /// One of several choices, which must be there.
    fn choice<T>(&mut self, column: Column, named: impl Fn(&str) -> Option<T>) -> Option<T> {
        let Some(text) = self.row.cell(column) else {
            self.fault(column, FaultKind::Required);
            return None;
        };
        let chosen = named(text);
        if chosen.is_none() {
            self.unknown(column);
        }
        chosen
    }

    /// The last day, if one stands there.
    fn last(&mut self) -> Option<Date> {
        let text = self.row.cell(Column::Until)?;
        let Ok(last) = parse_date(text) else {
            let text = text.to_owned();
            self.fault(Column::Until, FaultKind::Malformed { text });
            return None;
        };
        if last < self.day {
            self.fault(Column::Until, FaultKind::EndsBefore);
        }
        Some(last)
    }

    /// The place among the neighbours; 0 if none stands there.
    fn position(&mut self) -> i32 {
        let Some(text) = self.row.cell(Column::Position) else {
            return 0;
        };
        narrow(text).parse().unwrap_or_else(|_| {
            let text = text.to_owned();
            self.fault(Column::Position, FaultKind::Malformed { text });
            0
        })
    }

    fn unknown(&mut self, column: Column) {
        let text = self.row.cell(column).unwrap_or_default().to_owned();
        self.fault(column, FaultKind::UnknownValue { text });
    }

    fn is_faulty(&self, column: Column) -> bool {
        self.faults.iter().any(|fault| fault.column == Some(column))
    }

    /// Notes what is wrong with a cell. What is found first says enough.
    fn fault(&mut self, column: Column, kind: FaultKind) {
        if !self.is_faulty(column) {
            let fault = OrderFault::cell(self.row.line, column, kind);
            self.faults.push(fault);
        }
    }
}

fn class_named(text: &str) -> Option<EmploymentClass> {
    EmploymentClass::from_code(text).or(match text {
        "市長" => Some(EmploymentClass::Mayor),
        "副市長" => Some(EmploymentClass::DeputyMayor),
        "教育長" => Some(EmploymentClass::Superintendent),
        "正規職員" | "正規" => Some(EmploymentClass::Regular),
        "会計年度任用職員" | "会計年度" => Some(EmploymentClass::FixedTerm),
        "派遣職員" | "派遣" => Some(EmploymentClass::Dispatched),
        "委託先の従事者" | "委託" => Some(EmploymentClass::Contractor),
        _ => None,
    })
}

fn rank_named(text: &str) -> Option<UnitRank> {
    match text {
        "department" | "部" | "局" => Some(UnitRank::Department),
        "section" | "課" | "室" => Some(UnitRank::Section),
        "unit" | "係" => Some(UnitRank::Unit),
        _ => None,
    }
}

/// Tags with spaces, commas or middle dots between.
fn tags_named(text: &str) -> Option<Vec<SectionTag>> {
    let words = text.split([' ', '　', ',', '、', '・', ';']);
    words
        .filter(|word| !word.is_empty())
        .map(|word| match word {
            "personal_information" | "個人情報" => Some(SectionTag::PersonalInformation),
            _ => None,
        })
        .collect()
}

fn yes_or_no(text: &str) -> Option<bool> {
    match text {
        "1" | "○" | "〇" | "はい" | "true" | "yes" => Some(true),
        "0" | "×" | "いいえ" | "false" | "no" => Some(false),
        _ => None,
    }
}
