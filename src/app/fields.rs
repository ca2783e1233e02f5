//! Every field can be opened again, by the question that it belongs to.

use super::commands::{agenda, membership, records, signals};
use super::home;
use crate::desk::field::Field;
use crate::desk::meeting::Tab;
use crate::desk::{Desk, form, record};
use crate::model::statements::statements;
use crate::panes::{
    adoption, ambition, balance, closing, covenant, differences, governance, kpis, opening, positions, relation,
};

/// Opens the field, or the first of the questions that lead to it; false when there is nothing to open it on any more.
pub fn open(desk: &mut Desk, field: Field) -> bool {
    let before = desk.layers.len();
    if matches!(field, Field::NewChain(_)) {
        if desk.meeting.is_none() {
            home::new_chain(desk);
        }
    } else if field == Field::Reopening {
        // Whether it may be opened again is for the question itself to say.
        agenda::reopen(desk);
    } else if desk.may_write() {
        open_in_meeting(desk, field);
    }
    desk.layers.len() > before
}

fn open_in_meeting(desk: &mut Desk, field: Field) {
    let Some(session) = desk.session() else { return };
    if !field.is_there(session) {
        return;
    }
    match field {
        Field::Record { kind, item, about } => {
            if let (Some(no), Some(meeting)) = (item.clone(), desk.meeting.as_mut()) {
                meeting.go_to(Tab::Item(no));
            }
            record::ask(desk, kind, item, about);
        }
        Field::Postponed(id) => records::ask_postponed(desk, id),
        Field::Of(subject, key) => form::open_field(desk, subject, &key),
        Field::Item(purpose) => agenda::ask_title(desk, purpose),
        Field::Joining => membership::join(desk),
        Field::Reason(claim, about) => {
            let mut all = statements(session, desk.clock.today()).into_iter();
            if let Some(found) = all.find(|found| found.claim == claim && found.about == about) {
                signals::ask_reason(desk, found);
            }
        }
        Field::KpiValue(id) => kpis::ask_value(desk, id),
        Field::KpiCause(id) => kpis::ask_cause(desk, id),
        Field::KpiAdjustment(id) => kpis::ask_adjustment(desk, id),
        Field::NewKpi => kpis::new_kpi(desk),
        Field::Correction => adoption::correction(desk),
        Field::PapersSent => opening::papers(desk),
        Field::Shopfloor(about) => differences::ask_shopfloor(desk, about),
        Field::Amendment => covenant::propose(desk),
        Field::Ambition => ambition::write(desk),
        Field::Commitment(_) => ambition::commit(desk),
        Field::Position(id, partner) => positions::open_reason(desk, id, &partner),
        Field::Letter(id, _) => positions::roll_call(desk, id),
        Field::NewRound(id) => positions::ask_new_round(desk, id),
        Field::NextDate => closing::next_date(desk),
        Field::Moment(good) => relation::ask_moment(desk, good),
        Field::Tie => relation::show_tie(desk),
        Field::CafeRule => relation::cafe_rule(desk),
        Field::CafeDate | Field::CafePeople => relation::cafe(desk),
        Field::ActivityDate | Field::Activity => relation::activity(desk),
        Field::Assignment(id) | Field::AssignmentDue(id) => governance::ask_assignment(desk, id),
        Field::Rebalance(partner) | Field::EffortAfter(partner) => balance::ask_rebalance(desk, partner),
        Field::Body(level) => governance::ask_body(desk, level),
        Field::Reopening | Field::NewChain(_) => {}
    }
}
