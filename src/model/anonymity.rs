//! stub
pub struct Finding { pub start: usize, pub end: usize, pub trace: Trace }
#[derive(Debug, Clone, Copy, PartialEq, Eq)] pub enum Trace { Bsn, CaseNumber, Iban, Email, Phone, LicencePlate, BirthDate, Address, Name, Age, School, Place }
impl Trace { pub fn is_hard(self) -> bool { false } }
#[derive(Debug, Clone, Copy, PartialEq, Eq)] pub enum Verdict { Blocked, Warned, Clear }
pub fn inspect(_: &str) -> Vec<Finding> { Vec::new() }
pub fn neutralised(text: &str, _: impl Fn(Trace) -> String) -> String { text.to_owned() }
pub fn verdict(_: &[Finding]) -> Verdict { Verdict::Clear }
