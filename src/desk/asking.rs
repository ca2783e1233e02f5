//! Questions to the person at the keys: a text, a choice, yes or no.

use super::Desk;
use super::field::Field;
use super::layers::{Choice, Chosen, Layer, Offered, Picker, Prompt, Submit};
use crate::text::Limit;
use crate::widgets::Editor;
use std::rc::Rc;

impl Desk {
    /// Says how many characters a field had no room for, where there were any.
    pub fn say_left_out(&mut self, count: usize) {
        if count == 0 {
            return;
        }
        let text = self.with("field-full", &[("count", count.into())]);
        if let Some(Layer::Prompt(prompt)) = self.layers.last_mut() {
            prompt.error = Some(text);
        } else {
            self.say(text);
        }
    }

    /// Asks a question with a text field. What was typed in it before and is not on record stands in it; without a field
    /// nothing is kept of what is typed.
    pub fn ask(
        &mut self,
        field: impl Into<Option<Field>>,
        title: String,
        hint: String,
        start: &str,
        lines: bool,
        submit: Submit,
    ) {
        let limit = if lines { Limit::Lines } else { Limit::Line };
        if start.len() > limit.bytes() {
            // Only a file that was made elsewhere holds so much; a field would be slow with it, and lose what it can't hold.
            let text = self.with("field-too-long", &[("most", limit.bytes().into())]);
            return self.say(text);
        }
        let field = field.into();
        let draft = field.as_ref().and_then(|field| self.drafts.of(field));
        let editor = Editor::new(draft.map_or(start, |draft| &draft.text), lines);
        let (id, offered) = (draft.map(|draft| draft.id.clone()), draft.map(|draft| Offered { at: draft.at }));
        if offered.is_some() {
            // That there are drafts was said to lead here.
            self.message = None;
        }
        let start = Editor::new(start, lines).text();
        let known = editor.text();
        let (error, echo, waits) = (None, None, false);
        let prompt = Prompt { field, title, hint, editor, start, known, id, offered, error, echo, waits, submit };
        self.layers.push(Layer::Prompt(prompt));
    }

    /// Asks for one line, by the messages of the question and of its hint.
    pub fn ask_line(
        &mut self,
        field: impl Into<Option<Field>>,
        title: &str,
        hint: &str,
        submit: impl Fn(&mut Self, &str) -> Result<(), String> + 'static,
    ) {
        self.ask(field, self.t(title), self.t(hint), "", false, Rc::new(submit));
    }

    /// Lets a person choose from a list.
    pub fn pick(&mut self, title: String, explanation: String, choices: Vec<Choice>, chosen: Chosen) {
        self.layers.push(Layer::Picker(Picker {
            title,
            explanation,
            choices,
            search: None,
            cursor: 0,
            is_sudden: false,
            chosen,
        }));
    }

    /// Lets a person find one of many by typing.
    pub fn find(&mut self, title: String, choices: Vec<Choice>, chosen: Chosen) {
        self.pick(title, String::new(), choices, chosen);
        if let Some(Layer::Picker(picker)) = self.layers.last_mut() {
            picker.search = Some(Editor::search());
        }
    }

    /// A choice from a list that nobody asked for: whoever is typing at that moment chooses nothing by it.
    pub fn pick_suddenly(&mut self, title: String, explanation: String, choices: Vec<Choice>, chosen: Chosen) {
        self.pick(title, explanation, choices, chosen);
        if let Some(Layer::Picker(picker)) = self.layers.last_mut() {
            picker.is_sudden = true;
        }
    }

    /// Asks yes or no; no is the default.
    pub fn confirm(
        &mut self,
        title: String,
        explanation: String,
        yes: &'static str,
        no: &'static str,
        then: impl Fn(&mut Self) + 'static,
    ) {
        let choices = vec![Choice::plain(self.t(no)), Choice::plain(self.t(yes))];
        self.pick(
            title,
            explanation,
            choices,
            Rc::new(move |desk, place| {
                if place == 1 {
                    then(desk);
                }
            }),
        );
    }
}
