//! JSON for other programs, which passes a terminal on its way: the library writes C1, line separators and signs that change
//! the order of others as they are; here each is escaped, so that the data stays the same.

use crate::text::json_escaped;
use serde_json::ser::{Formatter, PrettyFormatter, Serializer};
use serde_json::{Result, Value};
use std::io::{self, Write};

struct Visible(PrettyFormatter<'static>);

/// Writes a value over several lines, and a line end.
pub fn write(value: &Value, mut out: impl Write) -> Result<()> {
    let mut serializer = Serializer::with_formatter(&mut out, Visible(PrettyFormatter::new()));
    serde::Serialize::serialize(value, &mut serializer)?;
    out.write_all(b"\n").map_err(serde_json::Error::io)
}

impl Formatter for Visible {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        self.0.write_string_fragment(writer, &json_escaped(fragment))
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn end_object_key<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_key(writer)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}
