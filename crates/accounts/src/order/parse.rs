//! From the texts of a row to what it says, with every fault of every cell.

use time::Date;
use yakusho_kernel::EmploymentClass;
use yakusho_koyomi::parse_date;
use yakusho_regulation::{SectionTag, UnitRank};

use super::line::{ActKind, Line, LineAct, PostName};
use super::{Column, FaultKind, OrderFault, Row};
use crate::organisation::{CODE, LOWEST_RANK, NAME as UNIT_NAME};
use crate::staff::{NAME as PERSON_NAME, NUMBER, Status, is_reading};

/// Understands the rows; those with faults are left out.
pub(super) fn parse(rows: &[Row], day: Date, faults: &mut Vec<OrderFault>) -> Vec<Line> {
    let lines = rows.iter().filter_map(|row| {
        let mut cells = Cells {
            row,
            day,
            faults: Vec::new(),
        };
        let act = cells.act();
        let sound = cells.faults.is_empty();
        faults.append(&mut cells.faults);
        let act = act.filter(|_| sound)?;
        Some(Line {
            number: row.line,
            act,
        })
    });
    lines.collect()
}

/// The cells of a row, and what was found wrong with them.
struct Cells<'a> {
    row: &'a Row,
    day: Date,
    faults: Vec<OrderFault>,
}

impl Cells<'_> {
    fn act(&mut self) -> Option<LineAct> {
        for (column, text) in &self.row.cells {
            if text.contains(char::REPLACEMENT_CHARACTER) {
                self.fault(*column, FaultKind::Unreadable);
            }
        }
        if !self.faults.is_empty() {
            return None;
        }
        let kind = self.choice(Column::Kind, ActKind::named)?;
        let act = match kind {
            ActKind::Appoint | ActKind::Concurrent => LineAct::Appoint {
                main: kind == ActKind::Appoint,
                last: self.last(),
                number: self.number()?,
                post: self.post()?,
            },
            ActKind::Relieve => LineAct::Relieve {
                number: self.number()?,
                post: self.post()?,
            },
            ActKind::Join => return self.join(),
            ActKind::Leave => self.status(Status::Left)?,
            ActKind::LeaveOfAbsence => self.status(Status::Leave)?,
            ActKind::ChildcareLeave => self.status(Status::ChildcareLeave)?,
            ActKind::Second => self.status(Status::Seconded)?,
            ActKind::Return => self.status(Status::Active)?,
            ActKind::Reclass => {
                let class = self.choice(Column::Class, class_named);
                LineAct::Reclass {
                    number: self.number()?,
                    class: class?,
                }
            }
            ActKind::FoundUnit => return self.found_unit(),
            ActKind::RenameUnit => {
                let name = self.text(Column::Name, UNIT_NAME);
                LineAct::RenameUnit {
                    code: self.code()?,
                    name: name?,
                }
            }
            ActKind::MoveUnit => {
                let parent = self.parent();
                LineAct::MoveUnit {
                    code: self.code()?,
                    parent,
                }
            }
            ActKind::MergeUnit => {
                let into = self.text(Column::Parent, CODE);
                LineAct::MergeUnit {
                    code: self.code()?,
                    into: into?,
                }
            }
            ActKind::CloseUnit => LineAct::CloseUnit { code: self.code()? },
            ActKind::FoundPost => return self.found_post(),
            ActKind::ClosePost => LineAct::ClosePost { post: self.post()? },
        };
        Some(act)
    }

    fn join(&mut self) -> Option<LineAct> {
        let number = self.number();
        let name = self.text(Column::Name, PERSON_NAME);
        let kana = self.text(Column::Kana, PERSON_NAME);
        if let Some(text) = kana.clone().filter(|text| !is_reading(text)) {
            self.fault(Column::Kana, FaultKind::Malformed { text });
        }
        let class = self.choice(Column::Class, class_named);
        let last = self.last();
        let placed = self.row.cell(Column::Unit).is_some() || self.row.cell(Column::Post).is_some();
        let post = if placed { Some(self.post()?) } else { None };
        Some(LineAct::Join {
            number: number?,
            name: name?,
            kana: kana?,
            class: class?,
            post,
            last,
        })
    }

    fn status(&mut self, status: Status) -> Option<LineAct> {
        let last = if status.is_away() { self.last() } else { None };
        Some(LineAct::SetStatus {
            number: self.number()?,
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
        let tags = match self.row.cell(Column::Tags) {
            Some(text) => tags_named(text),
            None => Some(Vec::new()),
        };
        if tags.is_none() {
            self.unknown(Column::Tags);
        }
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
        let head = match self.row.cell(Column::Head) {
            Some(_) => self.choice(Column::Head, yes_or_no),
            None => Some(false),
        };
        let position = self.position();
        Some(LineAct::FoundPost {
            post: post?,
            rank: rank?,
            head: head?,
            position,
        })
    }

    fn number(&mut self) -> Option<String> {
        self.text(Column::Number, NUMBER)
    }

    fn code(&mut self) -> Option<String> {
        self.text(Column::Unit, CODE)
    }

    fn post(&mut self) -> Option<PostName> {
        let unit = self.code();
        let title = self.text(Column::Post, UNIT_NAME);
        Some(PostName {
            unit: unit?,
            title: title?,
        })
    }

    fn parent(&self) -> Option<String> {
        self.row.cell(Column::Parent).map(str::to_owned)
    }

    /// A text that must be there.
    fn text(&mut self, column: Column, max: usize) -> Option<String> {
        let Some(text) = self.row.cell(column) else {
            self.fault(column, FaultKind::Required);
            return None;
        };
        if text.chars().count() > max {
            self.fault(column, FaultKind::TooLong { max });
            return None;
        }
        Some(text.to_owned())
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
        text.parse().unwrap_or_else(|_| {
            let text = text.to_owned();
            self.fault(Column::Position, FaultKind::Malformed { text });
            0
        })
    }

    fn unknown(&mut self, column: Column) {
        let text = self.row.cell(column).unwrap_or_default().to_owned();
        self.fault(column, FaultKind::UnknownValue { text });
    }

    fn fault(&mut self, column: Column, kind: FaultKind) {
        self.faults
            .push(OrderFault::cell(self.row.line, column, kind));
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
