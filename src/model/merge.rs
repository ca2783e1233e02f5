//! A next session in which somebody worked already takes in what a reopened one changed: three versions, one result.

use super::agenda::{Agenda, AgendaItem};
use super::attendance::{Presence, Seat};
use super::kpi::Kpi;
use super::session::Session;

/// A part that is one thing: the new one where nobody touched it in the next session, else what stands there.
fn part<T: Clone + PartialEq>(planned: &T, carried: &T, first: Option<&T>) -> T {
    if first == Some(planned) { carried.clone() } else { planned.clone() }
}

/// A list of records, each by its key. What only the reopened session changed, added or finished is taken in; what the
/// next one changed, added or took out stays so.
fn records<T: Clone + PartialEq, K: PartialEq>(
    planned: &[T],
    carried: &[T],
    first: Option<&[T]>,
    key: impl Fn(&T) -> K,
) -> Vec<T> {
    let was = |record: &T| first.and_then(|first| first.iter().find(|old| key(old) == key(record)));
    let goes_on = |record: &T| carried.iter().any(|new| key(new) == key(record));
    // Finished in the reopened session, and untouched in the next one.
    let mut merged: Vec<T> =
        planned.iter().filter(|record| goes_on(record) || was(record) != Some(*record)).cloned().collect();
    for record in carried {
        match merged.iter_mut().find(|known| key(known) == key(record)) {
            Some(known) if was(record) == Some(&*known) => known.clone_from(record),
            Some(_) => {}
            None if was(record).is_none() => merged.push(record.clone()),
            None => {}
        }
    }
    merged
}

/// What both hold alike (until merge3).
pub fn common(ours: &Session, _: &Session) -> Session {
    ours.clone()
}

/// `planned` with what `carried` brings. `first` is what the next session was when it was first prepared; without it only
/// records that nobody knows there are added, and nothing is changed or taken out.
pub fn merged(planned: &Session, carried: &Session, first: Option<&Session>) -> Session {
    let mut next = planned.clone();
    macro_rules! parts {
        ($($($name:ident).+),+ $(,)?) => {
            $(next.$($name).+ = part(&planned.$($name).+, &carried.$($name).+, first.map(|first| &first.$($name).+));)+
        };
    }
    macro_rules! lists {
        ($($($name:ident).+ by $key:expr),+ $(,)?) => {
            $(next.$($name).+ = records(
                &planned.$($name).+,
                &carried.$($name).+,
                first.map(|first| &first.$($name).+[..]),
                $key,
            ).into();)+
        };
    }
    parts!(
        chain.name,
        chain.full_name,
        chain.quorum,
        chain.chair,
        chain.secretary,
        chain.links,
        chain.former,
        identity,
        ambition.text,
        ambition.version,
        ambition.since,
        ambition.earlier,
        ambition.form,
        ambition.alone_tests,
        ambition.outings,
        governance.covenant,
        governance.amendment,
        governance.bodies,
        governance.mandates,
        successes.months,
        relation.cafe_rule,
    );
    lists!(
        partners by |one| one.code.clone(),
        decisions by |one| one.id.clone(),
        differences by |one| one.id.clone(),
        actions by |one| one.id.clone(),
        escalations by |one| one.id.clone(),
        successes.stories by |one| one.id.clone(),
        ambition.urgency by |one| one.session,
        ambition.pull by |one| one.partner.clone(),
        ambition.benefits by |one| one.partner.clone(),
        ambition.commitments by |one| one.partner.clone(),
        benefit_rounds by |one| one.session,
        pulses by |one| one.session,
        relation.temperatures by |one| one.session,
        relation.moments by |one| (one.session, one.text.clone()),
        relation.activities by |one| (one.date, one.title.clone()),
        relation.cafes by |one| one.date,
        shopfloor by |one| (one.session, one.text.clone()),
        set_aside by |one| (one.warning, one.about.clone()),
    );
    next.kpis = kpis(planned, carried, first).into();
    next.agenda = agenda(&planned.agenda, carried, first).into();
    let seats = next.partners.iter().map(|partner| {
        let known = planned.attendance.iter().find(|seat| seat.partner == partner.code).cloned();
        known.unwrap_or_else(|| Seat { partner: partner.code.clone(), presence: Presence::Unknown, level: None })
    });
    next.attendance = seats.collect::<Vec<_>>().into();
    next.raise_numbering(&carried.numbering);
    next.look_back = carried.look_back.clone();
    next
}

/// Values of both sides: a month that only one of them has is kept.
fn kpis(planned: &Session, carried: &Session, first: Option<&Session>) -> Vec<Kpi> {
    let before = first.map(|first| &first.kpis[..]);
    let mut all = records(&planned.kpis, &carried.kpis, before, |kpi| kpi.id.clone());
    for kpi in &mut all {
        let of = |list: &[Kpi]| list.iter().find(|one| one.id == kpi.id).map(|one| one.values.clone());
        let (Some(own), Some(new)) = (of(&planned.kpis), of(&carried.kpis)) else { continue };
        let was = before.and_then(of);
        kpi.values = records(&own, &new, was.as_deref(), |value| value.month);
        kpi.values.sort_by_key(|value| value.month);
    }
    all
}

/// Two items that were given one number on two sides are two items.
fn agenda(planned: &Agenda, carried: &Session, first: Option<&Session>) -> Agenda {
    let mut agenda = planned.clone();
    let before = first.map(|first| &first.agenda.items[..]);
    let same = |one: &AgendaItem, other: &AgendaItem| one.no == other.no && one.title == other.title;
    for item in &carried.agenda.items {
        let was = before.and_then(|before| before.iter().find(|old| old.no == item.no));
        let is_known = agenda
            .items
            .iter()
            .any(|known| if item.standing.is_some() { known.no == item.no } else { same(known, item) });
        if is_known || was.is_some_and(|was| same(was, item) || item.standing.is_some()) {
            continue;
        }
        let taken = agenda.items.iter().any(|known| known.no == item.no);
        let no = if taken { agenda.free_number() } else { item.no.clone() };
        agenda.insert_before_closing([AgendaItem { no, ..item.clone() }]);
    }
    agenda
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    type Pair = (u8, &'static str);

    fn merge(planned: &[Pair], carried: &[Pair], first: Option<&[Pair]>) -> Vec<Pair> {
        records(planned, carried, first, |one| one.0)
    }

    #[test]
    fn the_side_that_changed_a_record_has_the_say() {
        let first = &[(1, "open"), (2, "open"), (3, "open"), (4, "open")][..];
        // The reopened session finished 1 and reworded 2; the next one reworded 3, took out 4 and added 9.
        let carried = &[(2, "anders"), (3, "open"), (4, "open"), (5, "nieuw")][..];
        let planned = &[(1, "open"), (2, "open"), (3, "voorbereid"), (9, "eigen")][..];
        assert_eq!(
            merge(planned, carried, Some(first)),
            [(2, "anders"), (3, "voorbereid"), (9, "eigen"), (5, "nieuw")]
        );
    }

    #[test]
    fn what_both_changed_stays_as_it_was_prepared() {
        let first = &[(1, "open")][..];
        assert_eq!(merge(&[(1, "hier")], &[(1, "daar")], Some(first)), [(1, "hier")]);
        assert_eq!(
            merge(&[(1, "hier")], &[], Some(first)),
            [(1, "hier")],
            "finished there, reworded here: nothing is lost"
        );
        assert_eq!(part(&"hier", &"daar", Some(&"open")), "hier");
        assert_eq!(part(&"open", &"daar", Some(&"open")), "daar");
    }

    #[test]
    fn without_the_first_nothing_is_changed_or_taken_out() {
        assert_eq!(merge(&[(1, "hier")], &[(1, "daar"), (2, "nieuw")], None), [(1, "hier"), (2, "nieuw")]);
        assert_eq!(part(&"hier", &"daar", None), "hier");
    }
}
