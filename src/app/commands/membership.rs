//! A partner joins the chain, or leaves it.

use crate::app::App;
use crate::app::field::Field;
use crate::model::PartnerCode;
use crate::model::change::{Change, MembershipEdit};
use crate::panes::Target;
use std::rc::Rc;

/// A code and a name.
pub fn join(app: &mut App) {
    app.ask_line(Field::Joining, "join-title", "join-hint", |app, text| {
        let (code, name) = text.trim().split_once(char::is_whitespace).ok_or_else(|| app.t("join-unclear"))?;
        let code = PartnerCode(code.to_uppercase());
        app.commit(vec![Change::Membership(MembershipEdit::Join(code.clone(), name.to_owned()))])?;
        if let Some(meeting) = app.meeting.as_mut() {
            meeting.select(Target::Partner(code.clone()));
        }
        let text = app.with("joined", &[("partner", code.as_str().into())]);
        app.say(text);
        Ok(())
    });
}

/// One of the partners, after a question.
pub fn leave(app: &mut App) {
    let codes = crate::panes::rows::partners(app);
    let choices = app.session().map(crate::panes::rows::choices).unwrap_or_default();
    let title = app.t("leave-title");
    app.pick(
        title,
        String::new(),
        choices,
        Rc::new(move |app, place| {
            let Some(code) = codes.get(place).cloned() else { return };
            let text = app.with("leave-sure", &[("partner", code.as_str().into())]);
            let title = app.t("leave-title");
            app.confirm(title, text, "leave-yes", "leave-no", move |app| {
                app.carry_out(vec![Change::Membership(MembershipEdit::Leave(code.clone()))]);
            });
        }),
    );
}
