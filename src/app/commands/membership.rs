//! A partner joins the chain, or leaves it.

use crate::desk::Target;
use crate::desk::field::Field;
use crate::desk::{Desk, form};
use crate::model::PartnerCode;
use crate::model::change::{Change, MembershipEdit};
use std::rc::Rc;

/// A code and a name.
pub fn join(desk: &mut Desk) {
    desk.ask_line(Field::Joining, "join-title", "join-hint", |desk, text| {
        let (code, name) = text.trim().split_once(char::is_whitespace).ok_or_else(|| desk.t("join-unclear"))?;
        let code = PartnerCode(code.to_uppercase());
        desk.commit(vec![Change::Membership(MembershipEdit::Join(code.clone(), name.to_owned()))])?;
        if let Some(meeting) = desk.meeting.as_mut() {
            meeting.select(Target::Partner(code.clone()));
        }
        let text = desk.with("joined", &[("partner", code.as_str().into())]);
        desk.say(text);
        Ok(())
    });
}

/// One of the partners, after a question.
pub fn leave(desk: &mut Desk) {
    let codes = crate::panes::rows::partners(desk);
    let choices = desk.session().map(form::partners_to_choose).unwrap_or_default();
    let title = desk.t("leave-title");
    desk.pick(
        title,
        String::new(),
        choices,
        Rc::new(move |desk, place| {
            let Some(code) = codes.get(place).cloned() else { return };
            let text = desk.with("leave-sure", &[("partner", code.as_str().into())]);
            let title = desk.t("leave-title");
            desk.confirm(title, text, "leave-yes", "leave-no", move |desk| {
                desk.carry_out(vec![Change::Membership(MembershipEdit::Leave(code.clone()))]);
            });
        }),
    );
}
