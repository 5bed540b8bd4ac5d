//! An order with what is pending before it, ready to be carried out in memory.

use time::Date;
use yakusho_kernel::{Cx, DbError, Reading};

use super::line::Line;
use super::{FaultKind, Order, OrderFault, Row, parse, plan, refer, store};
use crate::ledger::Ledger;
use crate::ledger::store::{self as ledger_store, Want};

/// An order, those to be carried out before it, and the ledger with everything that they concern.
pub(super) struct Pending {
    ledger: Ledger,
    before: Vec<(Date, Vec<Line>)>,
    day: Date,
    lines: Vec<Line>,
    faults: Vec<OrderFault>,
}

/// An order carried out in memory.
pub(super) struct Tried {
    /// How things would be on its day without it.
    pub(super) before: Ledger,
    /// How they are with it.
    pub(super) after: Ledger,
    /// Every fault of its lines, by line and column.
    pub(super) faults: Vec<OrderFault>,
}

impl Pending {
    pub(super) async fn load(
        on: &impl Reading,
        day: Date,
        rows: &[Row],
        before: &[Order],
    ) -> Result<Self, DbError> {
        let mut faults = Vec::new();
        if rows.is_empty() {
            faults.push(OrderFault::whole(FaultKind::NoLines));
        }
        let lines = parse::parse(rows, day, &mut faults);
        let ids: Vec<_> = before.iter().map(|order| order.id).collect();
        let before: Vec<(Date, Vec<Line>)> = before
            .iter()
            .zip(store::rows(on, &ids).await?)
            .map(|(order, rows)| {
                let day = order.takes_effect_on;
                (day, parse::parse(&rows, day, &mut Vec::new()))
            })
            .collect();
        let every: Vec<Line> = before
            .iter()
            .flat_map(|(_, lines)| lines)
            .chain(&lines)
            .cloned()
            .collect();
        let mut ledger = ledger_store::load(on, &refer::people(&every)).await?;
        let mut want = refer::posts(&ledger, &every, day);
        want.posts.extend(ledger_store::role_posts(on).await?);
        ledger_store::add(on, &mut ledger, &want.distinct()).await?;
        let holders = ledger.appointments.all();
        let holders = holders.map(|(_, line)| line.state.person).collect();
        ledger_store::add(on, &mut ledger, &Want::people(holders).distinct()).await?;
        Ok(Self {
            ledger,
            before,
            day,
            lines,
            faults,
        })
    }

    /// Carries out the orders before, those with faults left out as they would be, and then this one.
    pub(super) fn carry_out(self, cx: &Cx) -> Tried {
        let mut new_id = || cx.env().rng().uuid(cx.now());
        let mut before = self.ledger;
        for (day, lines) in &self.before {
            let mut tried = before.clone();
            let mut faults = Vec::new();
            plan::carry_out(&mut tried, *day, lines, &mut new_id, &mut faults);
            if faults.is_empty() {
                before = tried;
            }
        }
        let mut after = before.clone();
        let mut faults = self.faults;
        plan::carry_out(&mut after, self.day, &self.lines, &mut new_id, &mut faults);
        faults.sort();
        Tried {
            before,
            after,
            faults,
        }
    }
}
