//! Questions to the person at the keys: a text, a choice, yes or no.

use super::App;
use super::layer::{Choice, Chosen, Layer, Picker, Prompt, Submit};
use crate::text::Limit;
use crate::widgets::Editor;
use std::rc::Rc;

impl App {
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

    /// Asks a question with a text field.
    pub fn ask(&mut self, title: String, hint: String, start: &str, lines: bool, submit: Submit) {
        let limit = if lines { Limit::Lines } else { Limit::Line };
        if start.len() > limit.bytes() {
            // Only a file that was made elsewhere holds so much; a field would be slow with it, and lose what it can't hold.
            let text = self.with("field-too-long", &[("most", limit.bytes().into())]);
            return self.say(text);
        }
        let editor = Editor::new(start, lines);
        self.layers.push(Layer::Prompt(Prompt { title, hint, editor, error: None, echo: None, submit }));
    }

    /// Asks for one line, by the messages of the question and of its hint.
    pub fn ask_line(
        &mut self,
        title: &str,
        hint: &str,
        submit: impl Fn(&mut Self, &str) -> Result<(), String> + 'static,
    ) {
        self.ask(self.t(title), self.t(hint), "", false, Rc::new(submit));
    }

    /// Lets a person choose from a list.
    pub fn pick(&mut self, title: String, explanation: String, choices: Vec<Choice>, chosen: Chosen) {
        self.layers.push(Layer::Picker(Picker { title, explanation, choices, search: None, cursor: 0, chosen }));
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
            Rc::new(move |app, place| {
                if place == 1 {
                    then(app);
                }
            }),
        );
    }
}
