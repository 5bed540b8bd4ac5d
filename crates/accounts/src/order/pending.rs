//! An order with what is pending before it, ready to be carried out in memory.

use time::Date;
use uuid::Uuid;
use yakusho_kernel::{Cx, DbError, Reading};

use super::line::Line;
use super::{FaultKind, Order, OrderFault, Row, parse, plan, refer, store};
use crate::ledger::Ledger;
use crate::ledger::store::{self as ledger_store, Want};

/// An order, those to be carried out before it, and the ledger with everything that they concern.
pub(super) struct Pending {
    ledger: Ledger,
    before: Vec<Read>,
    order: Read,
}

/// The lines of an order, as far as they were understood.
struct Read {
    day: Date,
    lines: Vec<Line>,
    faults: Vec<OrderFault>,
}

impl Read {
    fn new(day: Date, rows: &[Row]) -> Self {
        let mut faults = Vec::new();
        let lines = parse::parse(rows, day, &mut faults);
        Self { day, lines, faults }
    }

    /// Carries it out on a ledger; every fault of its lines, and those of its lines that change nothing.
    fn carry_out(
        &self,
        ledger: &mut Ledger,
        new_id: &mut dyn FnMut() -> Uuid,
    ) -> (Vec<OrderFault>, Vec<OrderFault>) {
        let mut faults = self.faults.clone();
        let mut idle = plan::carry_out(ledger, self.day, &self.lines, new_id, &mut faults);
        faults.sort();
        idle.sort();
        (faults, idle)
    }
}

/// An order carried out in memory.
pub(super) struct Tried {
    /// How things would be on its day without it.
    pub(super) before: Ledger,
    /// How they are with it.
    pub(super) after: Ledger,
    /// Every fault of its lines, by line and column.
    pub(super) faults: Vec<OrderFault>,
    /// Its lines that are right and change nothing.
    pub(super) idle: Vec<OrderFault>,
    /// Those of each order before it.
    pub(super) earlier: Vec<Vec<OrderFault>>,
}

impl Pending {
    pub(super) async fn load(
        on: &impl Reading,
        day: Date,
        rows: &[Row],
        before: &[Order],
    ) -> Result<Self, DbError> {
        let mut order = Read::new(day, rows);
        if rows.is_empty() {
            order.faults.push(OrderFault::whole(FaultKind::NoLines));
        }
        let ids: Vec<_> = before.iter().map(|order| order.id).collect();
        let before: Vec<Read> = before
            .iter()
            .zip(store::rows(on, &ids).await?)
            .map(|(order, rows)| Read::new(order.takes_effect_on, &rows))
            .collect();
        let every: Vec<Line> = before
            .iter()
            .chain([&order])
            .flat_map(|order| &order.lines)
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
            order,
        })
    }

    /// Carries out the orders before, those with faults left out as they would be, and then this one.
    pub(super) fn carry_out(self, cx: &Cx) -> Tried {
        let mut new_id = || cx.env().rng().uuid(cx.now());
        let mut before = self.ledger;
        let mut earlier = Vec::with_capacity(self.before.len());
        for order in &self.before {
            let mut tried = before.clone();
            let (faults, _) = order.carry_out(&mut tried, &mut new_id);
            if faults.is_empty() {
                before = tried;
            }
            earlier.push(faults);
        }
        let mut after = before.clone();
        let (faults, idle) = self.order.carry_out(&mut after, &mut new_id);
        Tried {
            before,
            after,
            faults,
            idle,
            earlier,
        }
    }
}
