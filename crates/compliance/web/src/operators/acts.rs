//! Designating, releasing and reporting.

use poem::handler;
use poem::web::Path;
use yakusho_accounts::directory;
use yakusho_compliance::designation::{
    self, DesignationForm, DesignationId, Manner, Target, TargetKind, Who,
};
use yakusho_compliance::ids::{AssetId, SystemId};
use yakusho_kernel::{Invalid, Reason};
use yakusho_regulation::Rule;
use yakusho_webkit::text::fiscal_year;
use yakusho_webkit::{Answer, Fields, Problem, Reader, Visit, within_site};

use super::page::{address, page};
use super::texts::Text;

/// `POST /inventory/systems/:id/operators`
#[handler]
pub(super) async fn for_system(visit: Visit, Path(id): Path<SystemId>, fields: Fields) -> Answer {
    designate(&visit, Target::System(id), &fields).await
}

/// `POST /inventory/equipment/:id/operators`
#[handler]
pub(super) async fn for_asset(visit: Visit, Path(id): Path<AssetId>, fields: Fields) -> Answer {
    designate(&visit, Target::Asset(id), &fields).await
}

async fn designate(visit: &Visit, target: Target, fields: &Fields) -> Answer {
    let place = designation::place(&visit.cx, target).await?;
    let made = async {
        let form = read(visit, place.kind, fields).await?;
        Ok::<_, Problem>(designation::designate(&visit.cx, target, form).await?)
    };
    match made.await {
        Ok(_) => {
            let asks = |rule| visit.cx.city().in_force(rule, visit.cx.today()).is_some();
            let said = match place.kind {
                TargetKind::BusinessSystem if asks(Rule::BusinessSystemOperators) => {
                    Text::DesignatedUnreported
                }
                TargetKind::Terminal if asks(Rule::TerminalOperatorsReported) => {
                    Text::DesignatedReported
                }
                _ => Text::DesignatedNow,
            };
            let to = address(target);
            Ok(visit.see_other(to).saying(said.to(visit.lang)).into())
        }
        Err(problem) => page(visit, target, &problem.again(fields)?).await,
    }
}

async fn read(visit: &Visit, kind: TargetKind, fields: &Fields) -> Answer<DesignationForm> {
    let mut read = fields.reader();
    let who = if kind == TargetKind::InformationSystem {
        read.needed("who", Reader::one).map(Who::Section)
    } else {
        match person(visit, fields).await? {
            Some(person) => Some(Who::Person(person)),
            None => read.needed("who", Reader::one).map(Who::Person),
        }
    };
    let manner = read.needed("manner", |read, name| read.with(name, Manner::from_code));
    let first = read.needed("first", Reader::day);
    let last = read.day("last");
    let ((who, manner), first) = read.finish_with(who.zip(manner).zip(first))?;
    Ok(DesignationForm {
        who,
        manner,
        first,
        last,
    })
}

/// The person whose staff number was typed, if one was.
async fn person(visit: &Visit, fields: &Fields) -> Answer<Option<yakusho_kernel::PersonId>> {
    let number = fields.code("number");
    if number.is_empty() {
        return Ok(None);
    }
    let on = visit.cx.reader();
    let mut found =
        directory::numbered(&on, visit.cx.today(), std::slice::from_ref(&number)).await?;
    match found.remove(&number) {
        Some(card) => Ok(Some(card.id)),
        None => Err(Invalid::field("number", Reason::Code("unknown_staff_number")).into()),
    }
}

/// `POST /operators/:id/release`
#[handler]
pub(super) async fn release(visit: Visit, Path(id): Path<DesignationId>, fields: Fields) -> Answer {
    let mut read = fields.reader();
    let row = read.given("row")?;
    let from = read.needed("from", Reader::day);
    let from = read.finish_with(from)?;
    let _ = designation::release(&visit.cx, id, row, from).await?;
    let back = fields.text("back");
    let back = within_site(&back).to_owned();
    let asks = visit
        .cx
        .city()
        .in_force(Rule::BusinessSystemOperators, visit.cx.today());
    let said = if back.starts_with(crate::inventory::SYSTEMS) && asks.is_some() {
        Text::ReleasedUnreported
    } else {
        Text::Released
    };
    Ok(visit.see_other(back).saying(said.to(visit.lang)).into())
}

/// `POST /inventory/systems/:id/operators/report`
#[handler]
pub(super) async fn report(visit: Visit, Path(id): Path<SystemId>) -> Answer {
    let report = *designation::report(&visit.cx, id).await?;
    let (report, _) = designation::report_of(&visit.cx, report).await?;
    let number = Text::ReportNumber {
        year: fiscal_year(visit.lang, report.year),
        number: report.number,
    };
    let number = number.to(visit.lang).into_owned();
    let said = Text::ReportedAs { number }.to(visit.lang);
    let to = super::report_page(report.id);
    Ok(visit.see_other(to).saying(said).into())
}
